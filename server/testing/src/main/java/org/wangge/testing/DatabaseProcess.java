package org.wangge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.wangge.server.certificates.Certificates;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;

/** Derby's own network server as its own process, with TLS, on a free port of this machine. */
public final class DatabaseProcess implements AutoCloseable {
  private static final AtomicInteger NAMES = new AtomicInteger();

  private final Process process;
  private final int port;
  private final Path certificate;

  private DatabaseProcess(Process process, int port, Path certificate) {
    this.process = process;
    this.port = port;
    this.certificate = certificate;
  }

  /** Starts one that keeps its databases and its certificate in a folder that is still empty. */
  public static DatabaseProcess start(Path folder) {
    DataFolder keys = new DataFolder(folder);
    keys.create();
    Certificates certificates = new Certificates(keys, Clock.systemUTC());
    certificates.identity(List.of());
    try {
      int port = freePort();
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  "-Dderby.system.home=" + folder,
                  "-Dderby.drda.sslMode=basic",
                  "-Djavax.net.ssl.keyStore=" + certificates.serverStore(),
                  "-Djavax.net.ssl.keyStorePassword=" + certificates.storePassword(),
                  "org.apache.derby.drda.NetworkServerControl",
                  "start",
                  "-h",
                  "127.0.0.1",
                  "-p",
                  Integer.toString(port))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("derby-process.log").toFile())
              .start();
      await(process, port);
      return new DatabaseProcess(process, port, certificates.authorityFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Settings of a server that keeps its data in a new database of this process. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(Settings.DATABASE_MODE.key(), "derby-network");
    settings.put(Settings.DATABASE_HOST.key(), "127.0.0.1");
    settings.put(Settings.DATABASE_PORT.key(), Integer.toString(port));
    settings.put(Settings.DATABASE_NAME.key(), "wangge" + NAMES.incrementAndGet());
    settings.put(Settings.DATABASE_TRUST.key(), certificate.toString());
    return settings;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void await(Process process, int port) throws IOException {
    long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        if (System.nanoTime() > end || !process.isAlive()) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
  }
}
