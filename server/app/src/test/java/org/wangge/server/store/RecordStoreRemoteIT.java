package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.problem.Problem;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.database.NetworkServerProcess;

/** The same records on a Derby network server in another process, reached with TLS. */
class RecordStoreRemoteIT extends RecordStoreContract {
  @TempDir static Path folder;
  private static NetworkServerProcess server;
  private static DatabaseSettings settings;
  private static Database database;
  private static Town town;

  @BeforeAll
  static void open() throws Exception {
    server = NetworkServerProcess.start(folder.resolve("other-host"));
    settings =
        DatabaseSettings.remote(
            Files.createDirectories(folder.resolve("this-host")),
            "127.0.0.1",
            server.port(),
            "wangge",
            server.certificate());
    database = Database.create(settings);
    town = new Town(database);
  }

  @AfterAll
  static void close() throws Exception {
    database.close();
    server.stop();
  }

  @Override
  Town town() {
    return town;
  }

  @Test
  void keepsNothingButKeysOnThisHost() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("this-host"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactly("database.properties");
    }
  }

  @Test
  void knowsThatADatabaseStandsThere() {
    assertThat(Database.exists(settings)).isTrue();
    assertThatThrownBy(() -> Database.create(settings)).isInstanceOf(Problem.class);
    DatabaseSettings none =
        DatabaseSettings.remote(
            settings.folder(), "127.0.0.1", server.port(), "none", server.certificate());
    assertThat(Database.exists(none)).isFalse();
  }

  @Test
  void trustsNoServerButTheOneWhoseCertificateItWasGiven() throws Exception {
    NetworkServerProcess other = NetworkServerProcess.start(folder.resolve("impostor"));
    try {
      DatabaseSettings wrong =
          DatabaseSettings.remote(
              settings.folder(), "127.0.0.1", other.port(), "wangge", server.certificate());
      assertThatThrownBy(() -> Database.open(wrong)).isInstanceOf(Problem.class);
    } finally {
      other.stop();
    }
    try (Database again = Database.open(settings)) {
      assertThat(again.damagedTables()).isEmpty();
    }
  }

  @Test
  void findsNothingToComplainAbout() {
    // Rows saved by the tests under an import's id belong to no import that was taken in.
    assertThat(new StoreCheck(town.store, Town.CATALOGUE).run())
        .extracting(StoreCheck.Fault::code)
        .isSubsetOf("import-half");
  }
}
