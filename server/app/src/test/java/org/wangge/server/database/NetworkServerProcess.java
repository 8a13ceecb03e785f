package org.wangge.server.database;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.apache.derby.drda.NetworkServerControl;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Derby's own network server as its own program, with TLS and a certificate of its own. */
public final class NetworkServerProcess {
  private static final String PASSWORD = "changeit";

  private final Process process;
  private final int port;
  private final Path certificate;

  private NetworkServerProcess(Process process, int port, Path certificate) {
    this.process = process;
    this.port = port;
    this.certificate = certificate;
  }

  /** Starts a server that keeps its databases in this folder. */
  public static NetworkServerProcess start(Path folder) throws Exception {
    Files.createDirectories(folder);
    Path keyStore = folder.resolve("server.p12");
    Path certificate = folder.resolve("server.pem");
    makeCertificate(keyStore, certificate);
    int port = DatabaseIT.freePort();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dderby.system.home=" + folder,
                "-Dderby.drda.sslMode=basic",
                "-Djavax.net.ssl.keyStore=" + keyStore,
                "-Djavax.net.ssl.keyStorePassword=" + PASSWORD,
                NetworkServerControl.class.getName(),
                "start",
                "-h",
                "127.0.0.1",
                "-p",
                String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    awaitPort(process, port);
    return new NetworkServerProcess(process, port, certificate);
  }

  /** Port it listens on. */
  public int port() {
    return port;
  }

  /** Its certificate as PEM. */
  public Path certificate() {
    return certificate;
  }

  /** Ends it. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  private static void awaitPort(Process process, int port) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw e;
        }
        Thread.sleep(Duration.ofMillis(50));
      }
    }
  }

  private static void makeCertificate(Path keyStore, Path pem) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair pair = generator.generateKeyPair();
    X500Principal name = new X500Principal("CN=database");
    Instant now = Instant.now();
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.valueOf(now.toEpochMilli()),
                        Date.from(now.minus(Duration.ofHours(1))),
                        Date.from(now.plus(Duration.ofDays(2))),
                        name,
                        pair.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "server",
        pair.getPrivate(),
        PASSWORD.toCharArray(),
        new java.security.cert.Certificate[] {certificate});
    try (var out = Files.newOutputStream(keyStore)) {
      store.store(out, PASSWORD.toCharArray());
    }
    Files.writeString(
        pem,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n");
  }
}
