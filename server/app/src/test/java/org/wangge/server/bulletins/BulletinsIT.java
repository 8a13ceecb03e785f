package org.wangge.server.bulletins;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;

/** Bulletins from an encrypted database in this process. */
class BulletinsIT extends BulletinsContract {
  @TempDir static Path folder;

  @Override
  Database create() {
    return Database.create(DatabaseSettings.embedded(folder));
  }
}
