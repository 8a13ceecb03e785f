package org.wangge.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.derby.drda.NetworkServerControl;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * The opened database: encrypted, authenticated, migrated. Either Derby inside this process, with
 * its network server beside it for administration and reporting tools, or a Derby network server
 * elsewhere; whoever works with {@link #source} cannot tell the difference.
 */
public final class Database implements AutoCloseable {
  /** SQL account and schema of the server itself. */
  static final String OWNER = "WANGGE";

  /** SQL account of reporting tools: selects from the views of schema REPORT, nothing else. */
  public static final String READER = "READER";

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");
  private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

  private final DatabaseSettings settings;
  private final DatabaseKeys keys;
  private final String url;
  private final HikariDataSource pool;
  private NetworkServerControl networkServer;

  private Database(DatabaseSettings settings, DatabaseKeys keys, String url) {
    this.settings = settings;
    this.keys = keys;
    this.url = url;
    this.pool = new HikariDataSource(pool(settings, keys, url));
  }

  /** Whether a database stands where the settings say. */
  public static boolean exists(DatabaseSettings settings) {
    if (!settings.remote()) {
      return Files.exists(settings.database().resolve("service.properties"));
    }
    if (!Files.exists(DatabaseKeys.file(settings.folder()))) {
      return false;
    }
    prepare(settings);
    try {
      DatabaseKeys keys = keys(settings);
      connect(url(settings) + boot(keys), OWNER, keys.owner()).close();
      return true;
    } catch (SQLException e) {
      if (Failures.isMissing(e, settings.name())) {
        return false;
      }
      throw Failures.opening(e);
    }
  }

  /**
   * Makes an empty, migrated database and its keys, and opens it.
   *
   * @throws Problem DATABASE_NOT_EMPTY when one stands there
   */
  public static Database create(DatabaseSettings settings) {
    if (exists(settings)) {
      throw new Problem(
          ProblemCode.DATABASE_NOT_EMPTY, Map.of("folder", settings.folder().toString()));
    }
    prepare(settings);
    try {
      DatabaseKeys keys = DatabaseKeys.loadOrMake(settings.folder());
      if (settings.remote()) {
        found(url(settings), keys);
      } else {
        // Made beside its place and moved there when whole, so that a half-made one is never taken
        // for the data.
        Path fresh = settings.database().resolveSibling("database.new");
        delete(fresh);
        found(embeddedUrl(fresh), keys);
        Files.move(fresh, settings.database());
      }
    } catch (SQLException e) {
      throw Failures.opening(e);
    } catch (IOException e) {
      throw Unavailable.because("folder", e);
    }
    return open(settings);
  }

  /**
   * Opens and migrates the database, and starts the network server where one is wanted.
   *
   * @throws Problem DATA_IN_USE, DATABASE_TOO_NEW or DATABASE_UNAVAILABLE
   */
  public static Database open(DatabaseSettings settings) {
    return open(settings, Migrations.SCRIPTS);
  }

  /** The same with other scripts. */
  static Database open(DatabaseSettings settings, String... scripts) {
    prepare(settings);
    if (!settings.remote() && !OPEN_HERE.add(settings.database())) {
      throw inUse(settings);
    }
    Database database = null;
    try {
      if (!settings.remote() && !exists(settings)) {
        throw Unavailable.because("missing", null);
      }
      DatabaseKeys keys = keys(settings);
      String url = settings.remote() ? url(settings) : embeddedUrl(settings.database());
      connect(url + boot(keys), OWNER, keys.owner()).close();
      database = new Database(settings, keys, url);
      new Migrations(database.pool, scripts).run();
      database.publishViews();
      database.startNetworkServer();
      return database;
    } catch (SQLException | RuntimeException e) {
      if (database != null) {
        database.close();
      } else if (!settings.remote()) {
        OPEN_HERE.remove(settings.database());
      }
      if (e instanceof SQLException failure) {
        throw Failures.isInUse(failure) ? inUse(settings) : Failures.opening(failure);
      }
      throw (RuntimeException) e;
    }
  }

  /** Connections of the server's own SQL account. Only the store uses it. */
  public DataSource source() {
    return pool;
  }

  /** Operations allowed in the engine at once. */
  public int connections() {
    return settings.connections();
  }

  /** Address by which a tool reaches the network server of this process; empty when none runs. */
  public String networkUrl() {
    return networkServer == null
        ? ""
        : "jdbc:derby://%s:%d/%s%s"
            .formatted(
                settings.host(),
                settings.port(),
                settings.database(),
                settings.keyStore().isPresent() ? ";ssl=basic" : "");
  }

  /** Password of the account {@link #READER}, also to be found in the key file. */
  public String readerPassword() {
    return keys.reader();
  }

  /**
   * Writes a copy of the running database; work goes on meanwhile. The copy stays encrypted, and
   * the key file is not part of it.
   *
   * @param folder where backups are kept; a folder named by the moment is made in it. With a remote
   *     database the path is one of the other host.
   * @return the folder of this backup
   */
  public Path backup(Path folder, Clock clock) {
    Path target = folder.toAbsolutePath().resolve(STAMP.format(LocalDateTime.now(clock)));
    try (Connection connection = pool.getConnection();
        CallableStatement call =
            connection.prepareCall("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
      if (!settings.remote()) {
        Files.createDirectories(target);
      }
      call.setString(1, target.toString());
      call.execute();
      connection.commit();
      LOG.info("database backed up to {}", target.getFileName());
      return target;
    } catch (SQLException e) {
      throw Failures.of(e);
    } catch (IOException e) {
      throw Unavailable.because("backup", e);
    }
  }

  /**
   * Puts a backup in place of the closed embedded database; the replaced one is kept beside it.
   *
   * @param backup a folder that {@link #backup} returned
   */
  public static void restore(DatabaseSettings settings, Path backup, Clock clock) {
    prepare(settings);
    Path source = backup.toAbsolutePath().resolve("database");
    if (!Files.exists(source.resolve("service.properties"))) {
      throw Unavailable.because("backup", null);
    }
    if (OPEN_HERE.contains(settings.database())) {
      throw inUse(settings);
    }
    DatabaseKeys keys = keys(settings);
    Path fresh = settings.database().resolveSibling("database.restored");
    try {
      delete(fresh);
      connect(embeddedUrl(fresh) + boot(keys) + ";restoreFrom=" + source, OWNER, keys.owner())
          .close();
      shutDown(embeddedUrl(fresh), keys);
      if (Files.exists(settings.database())) {
        Files.move(
            settings.database(),
            settings
                .database()
                .resolveSibling("database.replaced-" + STAMP.format(LocalDateTime.now(clock))));
      }
      Files.move(fresh, settings.database());
    } catch (SQLException e) {
      throw Failures.opening(e);
    } catch (IOException e) {
      throw Unavailable.because("backup", e);
    }
  }

  /**
   * Lets the engine check every table against its indexes.
   *
   * @return names of the tables that are damaged; empty when all is well
   */
  public List<String> damagedTables() {
    List<String> damaged = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        PreparedStatement check =
            connection.prepareStatement("VALUES SYSCS_UTIL.SYSCS_CHECK_TABLE(?, ?)")) {
      for (String table : names(connection, OWNER, "T")) {
        check.setString(1, OWNER);
        check.setString(2, table);
        try (ResultSet result = check.executeQuery()) {
          if (!result.next() || result.getInt(1) != 1) {
            damaged.add(table);
          }
        } catch (SQLException e) {
          LOG.error("table {} is damaged, state {}", table, e.getSQLState());
          damaged.add(table);
        }
      }
      connection.commit();
      return damaged;
    } catch (SQLException e) {
      throw Failures.of(e);
    }
  }

  /** Stops the network server, lets go of the connections and shuts an embedded database down. */
  @Override
  public void close() {
    if (networkServer != null) {
      try {
        networkServer.shutdown();
      } catch (Exception e) {
        // With TLS the command cannot be given; the server then ends with the process.
        LOG.debug("network server not stopped", e);
      }
    }
    pool.close();
    if (!settings.remote()) {
      shutDown(url, keys);
      OPEN_HERE.remove(settings.database());
    }
  }

  private static Problem inUse(DatabaseSettings settings) {
    return new Problem(ProblemCode.DATA_IN_USE, Map.of("folder", settings.folder().toString()));
  }

  private void publishViews() throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String view : names(connection, "REPORT", "V")) {
        statement.execute("GRANT SELECT ON REPORT.\"" + view + "\" TO " + READER);
      }
      connection.commit();
    }
  }

  private static List<String> names(Connection connection, String schema, String type)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT t.tablename FROM sys.systables t JOIN sys.sysschemas s"
                + " ON t.schemaid = s.schemaid"
                + " WHERE s.schemaname = ? AND t.tabletype = ? ORDER BY t.tablename")) {
      select.setString(1, schema);
      select.setString(2, type);
      List<String> names = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          names.add(rows.getString(1));
        }
      }
      return names;
    }
  }

  private void startNetworkServer() {
    if (settings.remote() || settings.port() == 0) {
      return;
    }
    try {
      InetAddress address = InetAddress.getByName(settings.host());
      if (!address.isLoopbackAddress() && settings.keyStore().isEmpty()) {
        throw Unavailable.because("tls", null);
      }
      System.setProperty("derby.drda.sslMode", settings.keyStore().isPresent() ? "basic" : "off");
      // Traces would hold data in clear: the folder named here cannot be made.
      System.setProperty(
          "derby.drda.traceDirectory",
          DatabaseKeys.file(settings.folder()).resolve("x").toString());
      if (settings.keyStore().isPresent()) {
        Tls.serve(settings.keyStore().get(), settings.keyStorePassword());
      }
      networkServer =
          new NetworkServerControl(address, settings.port(), OWNER, SystemGate.password());
      networkServer.start(new PrintWriter(EngineLog.writer(), true));
      awaitNetworkServer();
    } catch (UnknownHostException e) {
      throw Unavailable.because("address", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw Unavailable.because("network-server", e);
    }
  }

  private void awaitNetworkServer() {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (true) {
      try {
        connect(networkUrl(), READER, keys.reader()).close();
        return;
      } catch (SQLException e) {
        if (System.nanoTime() > end) {
          throw Unavailable.because("network-server", e);
        }
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }

  /** Makes the database with its accounts and shuts it down, which turns authentication on. */
  private static void found(String url, DatabaseKeys keys) throws SQLException {
    String making =
        url
            + ";create=true;dataEncryption=true;encryptionAlgorithm=AES/CBC/NoPadding"
            + ";encryptionKeyLength=256;bootPassword="
            + keys.boot();
    try (Connection connection = connect(making, OWNER, SystemGate.password());
        CallableStatement user = connection.prepareCall("CALL SYSCS_UTIL.SYSCS_CREATE_USER(?, ?)");
        CallableStatement property =
            connection.prepareCall("CALL SYSCS_UTIL.SYSCS_SET_DATABASE_PROPERTY(?, ?)")) {
      for (var account :
          List.of(Map.entry(OWNER, keys.owner()), Map.entry(READER, keys.reader()))) {
        user.setString(1, account.getKey());
        user.setString(2, account.getValue());
        user.execute();
      }
      for (var entry :
          List.of(
              Map.entry("derby.connection.requireAuthentication", "true"),
              Map.entry("derby.database.sqlAuthorization", "true"),
              Map.entry("derby.database.fullAccessUsers", OWNER),
              // A read-only account can neither write nor make functions that run code.
              Map.entry("derby.database.readOnlyAccessUsers", READER),
              Map.entry("derby.database.defaultConnectionMode", "noAccess"),
              Map.entry("derby.locks.waitTimeout", "20"),
              Map.entry("derby.locks.deadlockTimeout", "3"),
              Map.entry("derby.language.statementCache.size", "500"),
              // Last: from here on what the process or its command line says is not heard.
              Map.entry("derby.database.propertiesOnly", "true"))) {
        property.setString(1, entry.getKey());
        property.setString(2, entry.getValue());
        property.execute();
      }
    }
    try {
      DriverManager.getConnection(url + ";shutdown=true", OWNER, SystemGate.password()).close();
    } catch (SQLException e) {
      if (!Failures.isShutDown(e)) {
        throw e;
      }
    }
  }

  private static void shutDown(String url, DatabaseKeys keys) {
    try {
      DriverManager.getConnection(url + ";shutdown=true", OWNER, keys.owner()).close();
    } catch (SQLException e) {
      if (!Failures.isShutDown(e)) {
        LOG.warn("database not shut down cleanly, state {}", e.getSQLState());
      }
    }
  }

  private static Connection connect(String url, String user, String password) throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  private static String embeddedUrl(Path database) {
    return "jdbc:derby:" + database;
  }

  private static String url(DatabaseSettings settings) {
    return settings.remote()
        ? "jdbc:derby://%s:%d/%s;ssl=peerAuthentication"
            .formatted(settings.host(), settings.port(), settings.name())
        : embeddedUrl(settings.database());
  }

  private static String boot(DatabaseKeys keys) {
    return ";bootPassword=" + keys.boot();
  }

  private static DatabaseKeys keys(DatabaseSettings settings) {
    try {
      return DatabaseKeys.load(settings.folder());
    } catch (IOException e) {
      throw Unavailable.because("keys", e);
    }
  }

  private static HikariConfig pool(DatabaseSettings settings, DatabaseKeys keys, String url) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(url + (settings.remote() ? boot(keys) : ""));
    config.setUsername(OWNER);
    config.setPassword(keys.owner());
    // Two more than the store lets in: for checks and backups beside the work.
    config.setMaximumPoolSize(settings.connections() + 2);
    config.setAutoCommit(false);
    config.setConnectionTimeout(Duration.ofSeconds(30).toMillis());
    return config;
  }

  /** What Derby reads once, before its engine starts in this process. */
  private static void prepare(DatabaseSettings settings) {
    setUnlessSet("derby.system.home", settings.folder().toAbsolutePath().toString());
    setUnlessSet("derby.stream.error.method", EngineLog.class.getName() + ".writer");
    setUnlessSet("derby.connection.requireAuthentication", "true");
    setUnlessSet("derby.authentication.provider", SystemGate.class.getName());
    setUnlessSet("derby.storage.pageCacheSize", Long.toString(cachedPages()));
    if (settings.remote()) {
      Tls.trust(settings.certificate().orElseThrow());
    }
  }

  /** A quarter of the heap, counted in the larger of Derby's page sizes. */
  private static long cachedPages() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 4 / 32_768, 1_000, 40_000);
  }

  private static void setUnlessSet(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
