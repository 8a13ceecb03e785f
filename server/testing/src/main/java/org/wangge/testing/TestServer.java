package org.wangge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.wangge.server.ServerProgram;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;

/**
 * A real server in this process: HTTPS on a free port of the loopback address, a fresh encrypted
 * database in a temporary folder, the places of a real county, a grid in each of two villages, and
 * accounts of every post.
 */
public final class TestServer implements AutoCloseable {
  /** The town: 掌起镇. */
  public static final String TOWN = "330282104";

  /** The first village: 长溪村. */
  public static final String VILLAGE_A = "330282104201";

  /** The second village: 五姓点村. */
  public static final String VILLAGE_B = "330282104202";

  private final Path folder;
  private final ServerProgram program;

  private TestServer(Path folder, ServerProgram program) {
    this.folder = folder;
    this.program = program;
  }

  /** Starts a server with the usual settings and the real time. */
  public static TestServer start() {
    return start(settings -> settings, ServerProgram.townClock());
  }

  /**
   * Starts a server.
   *
   * @param change changes the settings, whose port, address and SQL access are already fit for
   *     tests
   * @param clock the town's clock
   */
  public static TestServer start(UnaryOperator<Settings> change, Clock clock) {
    try {
      Path folder = Files.createTempDirectory("wangge-server");
      DataTemplate.copyTo(folder.resolve("data"));
      return start(folder, change, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts a server whose data lies in a new database of another process. */
  public static TestServer start(DatabaseProcess database, Clock clock) {
    try {
      Path folder = Files.createTempDirectory("wangge-server");
      DataTemplate.makeIn(folder.resolve("data"), database.settings());
      return start(folder, settings -> settings, clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TestServer start(Path folder, UnaryOperator<Settings> change, Clock clock) {
    DataFolder data = new DataFolder(folder.resolve("data"));
    Settings settings =
        data.settings()
            .with(Settings.PORT, 0)
            .with(Settings.ADDRESS, "127.0.0.1")
            .with(Settings.SQL_ON, false)
            .with(Settings.RATE, 100_000)
            .with(Settings.BURST, 100_000);
    ServerProgram program = ServerProgram.open(data, change.apply(settings), clock);
    try {
      program.serve((order, out, refusals) -> 1);
    } catch (RuntimeException | Error e) {
      program.close();
      throw e;
    }
    return new TestServer(folder, program);
  }

  /**
   * Copies an initialised data folder with all accounts to a place that does not exist yet. Its
   * settings are the usual ones, but SQL access is off, so that servers can stand side by side.
   */
  public static DataFolder copyData(Path folder) {
    DataTemplate.copyTo(folder);
    DataFolder data = new DataFolder(folder);
    try {
      Files.writeString(
          data.settingsFile(),
          Files.readString(data.settingsFile()).replace("sql.on = true", "sql.on = false"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data;
  }

  /** Host and port, such as {@code 127.0.0.1:40123}. */
  public String address() {
    return "127.0.0.1:" + program.port();
  }

  /** The certificate to trust. */
  public X509Certificate authority() {
    return program.authority();
  }

  /** The code with which a workstation is enrolled. */
  public String enrolmentCode() {
    return program.enrolmentCode();
  }

  /** The parts of the server, for preparing and looking behind the interface. */
  public ServerProgram program() {
    return program;
  }

  /** A caller that nobody knows yet. */
  public TestClient client() {
    return new TestClient(address(), authority());
  }

  /** A caller signed in with this account. */
  public TestClient client(TestAccount account) {
    TestClient client = client();
    client.signIn(account.account(), TestAccount.PASSWORD);
    return client;
  }

  /** Stops the server and deletes its data. */
  @Override
  public void close() {
    program.close();
    DataTemplate.deleteQuietly(folder);
  }
}
