package org.wangge.server.bulletins;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.database.NetworkServerProcess;

/** Bulletins from a Derby network server in another process, reached with verified TLS. */
class BulletinsRemoteIT extends BulletinsContract {
  @TempDir static Path folder;
  private NetworkServerProcess server;

  @Override
  Database create() throws Exception {
    server = NetworkServerProcess.start(folder.resolve("other-host"));
    return Database.create(
        DatabaseSettings.remote(
            Files.createDirectories(folder.resolve("this-host")),
            "127.0.0.1",
            server.port(),
            "wangge",
            server.certificate()));
  }

  @Override
  void stop() throws InterruptedException {
    server.stop();
  }
}
