package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.server.certificates.Certificates;
import org.wangge.server.settings.DataFolder;

/**
 * Derby's own tool {@code ij} as a process of its own against a running server: once at the
 * loopback address, once from the network with TLS.
 */
class SqlToolIT {
  @TempDir static Path folder;

  private static DataFolder inside;
  private static DataFolder outside;
  private static int insidePort;
  private static int outsidePort;
  private static ServerProcess insideServer;
  private static ServerProcess outsideServer;

  @BeforeAll
  static void start() throws IOException {
    inside = TestServer.copyData(folder.resolve("inside"));
    insidePort = openTo(inside, "127.0.0.1");
    insideServer = ServerProcess.run(inside);
    outside = TestServer.copyData(folder.resolve("outside"));
    outsidePort = openTo(outside, "0.0.0.0");
    outsideServer = ServerProcess.run(outside);
  }

  @AfterAll
  static void stop() {
    insideServer.close();
    outsideServer.close();
  }

  private static int openTo(DataFolder data, String address) throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    Files.writeString(
        data.settingsFile(),
        Files.readString(data.settingsFile())
            .replaceFirst("(?m)^sql.on =.*$", "sql.on = true")
            .replaceFirst("(?m)^sql.address =.*$", "sql.address = " + address)
            .replaceFirst("(?m)^sql.port =.*$", "sql.port = " + port));
    return port;
  }

  @Test
  void readsThePublishedViewsAndNothingElse() throws Exception {
    String out =
        ij(
            Optional.empty(),
            connect(inside, "127.0.0.1", insidePort, "", password(inside)),
            "SELECT code, name FROM report.area WHERE code = '330282104201';",
            "SELECT records FROM report.record_count WHERE area = '330282104201'"
                + " AND type = 'grid';",
            "SELECT name FROM wangge.account;",
            "SELECT id FROM wangge.person;",
            "DELETE FROM wangge.event_step;",
            "INSERT INTO wangge.setting_value VALUES ('x', 'y', CURRENT_TIMESTAMP);",
            "UPDATE report.area SET name = 'x';",
            "CREATE TABLE mine (id INTEGER);");

    assertThat(out).contains("330282104201").contains("1 row selected");
    assertThat(out.split("1 row selected", -1)).hasSize(3);
    assertThat(out.lines().filter(line -> line.startsWith("ERROR "))).as(out).hasSize(6);
    assertThat(out).doesNotContain("cun-a").doesNotContain("rows inserted");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    assertThat(
            ij(
                Optional.empty(),
                connect(inside, "127.0.0.1", insidePort, "", "guess"),
                "SELECT code FROM report.area;"))
        .contains("ERROR 08004")
        .doesNotContain("selected");
  }

  @Test
  void fromTheNetworkItIsReachedWithTlsAndAVerifiedCertificate() throws Exception {
    Path trust = trustStore(outside, "trust");
    String out =
        ij(
            Optional.of(trust),
            connect(
                outside,
                networkAddress(),
                outsidePort,
                ";ssl=peerAuthentication",
                password(outside)),
            "SELECT code FROM report.area WHERE code = '330282104201';",
            "SELECT name FROM wangge.account;");

    assertThat(out).contains("1 row selected").contains("ERROR 42502");
    assertThat(
            ij(
                Optional.of(trust),
                connect(outside, networkAddress(), outsidePort, ";ssl=peerAuthentication", "guess"),
                "SELECT code FROM report.area;"))
        .contains("ERROR 08004")
        .doesNotContain("selected");
  }

  @Test
  void aServerThatSomebodyElseVouchesForIsNotTrusted() throws Exception {
    DataFolder stranger = new DataFolder(folder.resolve("stranger"));
    stranger.create();
    new Certificates(stranger, Clock.systemUTC()).identity(List.of());
    String out =
        ij(
            Optional.of(trustStore(stranger, "foreign-trust")),
            connect(
                outside,
                networkAddress(),
                outsidePort,
                ";ssl=peerAuthentication",
                password(outside)),
            "SELECT code FROM report.area;");

    assertThat(out).contains("ERROR").doesNotContain("selected");
  }

  @Test
  void fromTheNetworkAPlainConnectionIsRefused() throws Exception {
    assertThat(
            ij(
                Optional.empty(),
                connect(outside, networkAddress(), outsidePort, "", password(outside)),
                "SELECT code FROM report.area;"))
        .contains("ERROR")
        .doesNotContain("selected");
    assertThat(outsideServer.isRunning()).isTrue();
  }

  /** An address of this machine that other machines could use; the loopback one if it has none. */
  private static String networkAddress() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .filter(address -> !address.isLoopbackAddress())
        .map(InetAddress::getHostAddress)
        .findFirst()
        .orElse("127.0.0.1");
  }

  private static String password(DataFolder data) throws IOException {
    Properties keys = new Properties();
    try (InputStream stream =
        Files.newInputStream(data.root().resolve("keys").resolve("database.properties"))) {
      keys.load(stream);
    }
    return keys.getProperty("reader");
  }

  private static String connect(
      DataFolder data, String host, int port, String tls, String password) {
    return "CONNECT 'jdbc:derby://%s:%d/%s%s' USER 'READER' PASSWORD '%s';"
        .formatted(
            host,
            port,
            data.root().resolve("database").toAbsolutePath().normalize(),
            tls,
            password);
  }

  private static Path trustStore(DataFolder data, String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(
        "authority", Certificates.readCertificate(data.certificates().resolve("authority.pem")));
    Path file = folder.resolve(name + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, "changeit".toCharArray());
    }
    return file;
  }

  private static String ij(Optional<Path> trust, String... statements) throws Exception {
    Path script = Files.createTempFile(folder, "script", ".sql");
    Files.writeString(script, String.join("\n", statements) + "\nEXIT;\n");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Duser.language=en");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    trust.ifPresent(
        store ->
            command.addAll(
                List.of(
                    "-Djavax.net.ssl.trustStore=" + store,
                    "-Djavax.net.ssl.trustStorePassword=changeit")));
    command.add("org.apache.derby.tools.ij");
    command.add(script.toString());
    Path out = Files.createTempFile(folder, "ij", ".txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("ij did not end: " + Files.readString(out));
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
