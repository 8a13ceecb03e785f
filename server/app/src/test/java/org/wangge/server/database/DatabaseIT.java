package org.wangge.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A real encrypted database in a folder of its own. */
class DatabaseIT {
  private static final String NAME = "测试用户沄玥";

  private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

  @TempDir Path folder;

  @Test
  void keepsWhatWasWrittenWhenOpenedAgain() throws SQLException {
    try (Database database = Database.create(settings())) {
      put(database, "kept", NAME);
    }
    try (Database database = Database.open(settings())) {
      assertThat(get(database, "kept")).isEqualTo(NAME);
    }
  }

  @Test
  void leavesNothingReadableOnDisk() throws Exception {
    try (Database database = Database.create(settings())) {
      put(database, "secret", NAME);
    }
    List<byte[]> encodings =
        List.of(
            NAME.getBytes(StandardCharsets.UTF_8),
            NAME.getBytes(StandardCharsets.UTF_16BE),
            NAME.getBytes(StandardCharsets.UTF_16LE));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        byte[] content = Files.readAllBytes(file);
        for (byte[] encoding : encodings) {
          assertThat(contains(content, encoding)).as("%s", file).isFalse();
        }
      }
    }
  }

  @Test
  void keepsItsKeysFromOtherAccountsOfTheMachine() throws Exception {
    Database.create(settings()).close();
    Path keys = folder.resolve("keys").resolve("database.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void refusesAWrongBootPassword() throws Exception {
    Database.create(settings()).close();
    Path keys = folder.resolve("keys").resolve("database.properties");
    Files.writeString(
        keys,
        Files.readString(keys).replaceFirst("boot=.*", "boot=" + "0123456789abcdef".repeat(3)));
    assertRefused(() -> Database.open(settings()), ProblemCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void refusesAWrongPasswordOfTheServersOwnAccount() throws Exception {
    Database.create(settings()).close();
    Path keys = folder.resolve("keys").resolve("database.properties");
    Files.writeString(keys, Files.readString(keys).replaceFirst("owner=.*", "owner=guess"));
    assertRefused(() -> Database.open(settings()), ProblemCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void neverMakesADatabaseOverAnother() {
    Database.create(settings()).close();
    assertRefused(() -> Database.create(settings()), ProblemCode.DATABASE_NOT_EMPTY);
  }

  @Test
  void refusesAFolderWithoutADatabase() {
    assertRefused(() -> Database.open(settings()), ProblemCode.DATABASE_UNAVAILABLE);
  }

  @Test
  void saysThatAnotherProcessHoldsTheFolder() throws Exception {
    Database.create(settings()).close();
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DatabaseHolder.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(other.inputReader().lines().anyMatch("open"::equals)).isTrue();
      assertRefused(() -> Database.open(settings()), ProblemCode.DATA_IN_USE);
    } finally {
      other.destroyForcibly().waitFor();
    }
    // The killed process leaves its lock file; it must not keep the next one out.
    Database.open(settings()).close();
  }

  @Test
  void refusesADatabaseChangedByANewerProgram() throws Exception {
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("V900__from_the_future.sql"), "CREATE TABLE future (id INTEGER NOT NULL)");
    Database.create(settings()).close();
    Database.open(settings(), Migrations.SCRIPTS, "filesystem:" + scripts).close();
    assertRefused(() -> Database.open(settings()), ProblemCode.DATABASE_TOO_NEW);
  }

  @Test
  void leavesTheOldStateWhenAMigrationFails() throws Exception {
    try (Database database = Database.create(settings())) {
      put(database, "kept", NAME);
    }
    Path scripts = Files.createDirectories(folder.resolve("scripts"));
    Files.writeString(
        scripts.resolve("V900__half.sql"),
        """
        CREATE TABLE half (id INTEGER NOT NULL);
        UPDATE setting_value SET content = 'lost';
        ALTER TABLE no_such_table ADD COLUMN x INTEGER;
        """);
    assertRefused(
        () -> Database.open(settings(), Migrations.SCRIPTS, "filesystem:" + scripts),
        ProblemCode.DATABASE_UNAVAILABLE);
    try (Database database = Database.open(settings())) {
      assertThat(get(database, "kept")).isEqualTo(NAME);
      assertThat(tables(database)).contains("SETTING_VALUE").doesNotContain("HALF");
    }
  }

  @Test
  void bringsBackABackupMadeWhileOpen() throws Exception {
    Path backup;
    try (Database database = Database.create(settings())) {
      put(database, "before", NAME);
      backup = database.backup(folder.resolve("backups"), CLOCK);
      put(database, "after", NAME);
    }
    Database.restore(settings(), backup, CLOCK);
    try (Database database = Database.open(settings())) {
      assertThat(get(database, "before")).isEqualTo(NAME);
      assertThat(get(database, "after")).isNull();
      assertThat(database.damagedTables()).isEmpty();
    }
  }

  @Test
  void showsToolsThePublishedViewsAndNothingElse() throws Exception {
    DatabaseSettings open = settings().withNetworkServer("127.0.0.1", freePort());
    try (Database database = Database.create(open)) {
      put(database, "kept", NAME);
      String url = database.networkUrl();
      String password = database.readerPassword();
      try (Connection tool = DriverManager.getConnection(url, Database.READER, password)) {
        for (String view : views(database)) {
          try (Statement statement = tool.createStatement();
              ResultSet rows = statement.executeQuery("SELECT * FROM REPORT." + view)) {
            assertThat(rows.getMetaData().getColumnCount()).isPositive();
          }
        }
        for (String table : tables(database)) {
          assertSqlRefused(tool, "SELECT * FROM WANGGE.\"" + table + "\"", "42502");
          assertSqlRefused(tool, "DELETE FROM WANGGE.\"" + table + "\"", "42500", "25502");
        }
        assertSqlRefused(tool, "CREATE TABLE mine (id INTEGER)", "25503");
        assertSqlRefused(
            tool,
            "CREATE FUNCTION run(a VARCHAR(99)) RETURNS VARCHAR(99) LANGUAGE JAVA PARAMETER STYLE"
                + " JAVA NO SQL EXTERNAL NAME 'java.lang.System.getProperty'",
            "25503");
        assertSqlRefused(
            tool,
            "CALL SYSCS_UTIL.SYSCS_EXPORT_TABLE('WANGGE','ACCOUNT','/tmp/x',null,null,null)",
            "42504");
        assertSqlRefused(tool, "SELECT * FROM SYS.SYSUSERS", "4251D");
        assertSqlRefused(tool, "SELECT * FROM SYSCS_DIAG.STATEMENT_CACHE", "4251D");
      }
      assertThatThrownBy(() -> DriverManager.getConnection(url, Database.READER, "guess"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(
              () ->
                  DriverManager.getConnection(
                      url.replace("/database", "/other") + ";create=true",
                      Database.READER,
                      password))
          .as("a database of one's own would run one's own code in the server")
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void doesNotListenBeyondTheMachineWithoutTls() {
    Database.create(settings()).close();
    assertRefused(
        () -> Database.open(settings().withNetworkServer("0.0.0.0", freePort())),
        ProblemCode.DATABASE_UNAVAILABLE);
    Database.open(settings()).close();
  }

  private DatabaseSettings settings() {
    return DatabaseSettings.embedded(folder);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, ProblemCode code) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  private static void assertSqlRefused(Connection connection, String sql, String... states)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute(sql))
          .as(sql)
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isIn((Object[]) states));
    }
  }

  private static void put(Database database, String name, String content) throws SQLException {
    try (Connection connection = database.source().getConnection();
        var insert =
            connection.prepareStatement(
                "INSERT INTO setting_value VALUES (?, ?, CURRENT_TIMESTAMP)")) {
      insert.setString(1, name);
      insert.setString(2, content);
      insert.execute();
      connection.commit();
    }
  }

  private static String get(Database database, String name) throws SQLException {
    try (Connection connection = database.source().getConnection();
        var select =
            connection.prepareStatement("SELECT content FROM setting_value WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet rows = select.executeQuery()) {
        String found = rows.next() ? rows.getString(1) : null;
        connection.commit();
        return found;
      }
    }
  }

  private static List<String> tables(Database database) throws SQLException {
    return names(database, "WANGGE", "TABLE");
  }

  private static List<String> views(Database database) throws SQLException {
    return names(database, "REPORT", "VIEW");
  }

  private static List<String> names(Database database, String schema, String type)
      throws SQLException {
    List<String> names = new java.util.ArrayList<>();
    try (Connection connection = database.source().getConnection()) {
      try (ResultSet rows =
          connection.getMetaData().getTables(null, schema, "%", new String[] {type})) {
        while (rows.next()) {
          names.add(rows.getString("TABLE_NAME"));
        }
      }
      connection.commit();
    }
    return names;
  }

  private static boolean contains(byte[] content, byte[] part) {
    for (int start = 0; start <= content.length - part.length; start++) {
      if (java.util.Arrays.mismatch(content, start, start + part.length, part, 0, part.length)
          < 0) {
        return true;
      }
    }
    return false;
  }
}
