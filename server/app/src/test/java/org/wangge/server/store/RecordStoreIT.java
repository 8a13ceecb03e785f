package org.wangge.server.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;

/** Records in an encrypted database in this process. */
class RecordStoreIT extends RecordStoreContract {
  @TempDir static Path folder;
  private static Database database;
  private static Town town;

  @BeforeAll
  static void open() {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new Town(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  Town town() {
    return town;
  }
}
