package org.wangge.testing;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Rights with the database in another process, reached over TLS. */
class RightsRemoteIT extends RightsContract {
  @TempDir static Path folder;

  private DatabaseProcess database;

  @Override
  TestServer start(TestClock clock) {
    database = DatabaseProcess.start(folder.resolve("database"));
    return TestServer.start(database, clock);
  }

  @Override
  void afterwards() {
    database.close();
  }
}
