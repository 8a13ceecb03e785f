package org.wangge.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.HttpsURLConnection;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.certificates.Certificates;
import org.wangge.server.http.ControlRoutes;
import org.wangge.server.http.ControlRoutes.ControlOrder;
import org.wangge.server.settings.DataFolder;
import org.wangge.wire.WireCodec;

/** Hands a command line to the running server and prints what it answers, line by line. */
final class ControlCaller {
  private static final Duration STARTING = Duration.ofSeconds(30);

  private ControlCaller() {}

  /**
   * Sends the terminal's command line.
   *
   * @return the exit code
   * @throws Problem DATA_IN_USE when whoever holds the folder is no running server
   */
  static int send(DataFolder data, Terminal terminal) {
    String host = awaitAddress(data);
    try {
      HttpsURLConnection connection =
          (HttpsURLConnection)
              URI.create("https://" + host + ControlRoutes.PATH).toURL().openConnection();
      connection.setSSLSocketFactory(
          Certificates.clientContext(
                  Certificates.readCertificate(data.certificates().resolve("authority.pem")))
              .getSocketFactory());
      connection.setConnectTimeout(10_000);
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setRequestProperty(
          "Authorization",
          "Bearer " + Files.readString(data.controlSecret(), StandardCharsets.UTF_8).strip());
      try (var body = connection.getOutputStream()) {
        body.write(
            WireCodec.withoutRecords()
                .write(new ControlOrder(terminal.arguments(), terminal.directory().toString())));
      }
      if (connection.getResponseCode() != 200) {
        throw new Problem(ProblemCode.SERVER_UNREACHABLE);
      }
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
        return print(lines, terminal);
      }
    } catch (IOException e) {
      throw new Problem(ProblemCode.SERVER_UNREACHABLE, Map.of(), e);
    }
  }

  private static int print(BufferedReader lines, Terminal terminal) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(ControlRoutes.OUT)) {
        terminal.say(line.substring(ControlRoutes.OUT.length()));
      } else if (line.startsWith(ControlRoutes.REFUSALS)) {
        terminal.refusals().println(line.substring(ControlRoutes.REFUSALS.length()));
        terminal.refusals().flush();
      } else if (line.startsWith(ControlRoutes.EXIT)) {
        return Integer.parseInt(line.substring(ControlRoutes.EXIT.length()).strip());
      }
    }
    // The server ended in the middle of the command.
    throw new Problem(ProblemCode.SERVER_UNREACHABLE);
  }

  /** The address of the running server, which may still be starting. */
  private static String awaitAddress(DataFolder data) {
    long end = System.nanoTime() + STARTING.toNanos();
    while (System.nanoTime() < end) {
      try {
        return Files.readString(data.portFile(), StandardCharsets.UTF_8).strip();
      } catch (IOException e) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
    throw new Problem(ProblemCode.DATA_IN_USE, Map.of("folder", data.root()));
  }
}
