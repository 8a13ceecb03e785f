package org.wangge.server.bulletins;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;

/** Figures of the sample from an encrypted database in this process. */
class SampleFiguresIT extends SampleFiguresContract {
  @TempDir static Path folder;

  @Override
  Database create() {
    return Database.create(DatabaseSettings.embedded(folder));
  }
}
