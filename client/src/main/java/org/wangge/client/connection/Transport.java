package org.wangge.client.connection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Sends requests and tells whether the server was reached. */
final class Transport implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
  private static final long[] PAUSES_MILLIS = {300, 1000};

  /** Larger answers than any the server gives; stops a bomb. */
  private static final int LARGEST_ANSWER = 256 * 1024 * 1024;

  private final URI server;
  private final Consumer<Boolean> reached;
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;

  /**
   * A transport to one server.
   *
   * @param reached told after each request whether it was answered
   */
  Transport(URI server, SSLContext trust, Consumer<Boolean> reached) {
    this.server = server;
    this.reached = reached;
    client =
        HttpClient.newBuilder()
            .sslContext(trust)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(executor)
            .build();
  }

  /** What is sent. */
  static final class Outgoing {
    private final String method;
    private final String path;
    private final String contentType;
    private final byte[] body;
    private final String token;
    private final boolean repeatable;

    /**
     * What is sent.
     *
     * @param method GET, POST, PUT or DELETE
     * @param path path with query
     * @param contentType media type of the body
     * @param body body; empty for none
     * @param token bearer token; empty for none
     * @param repeatable true when the server answers the same however often it comes
     */
    Outgoing(
        String method,
        String path,
        String contentType,
        byte[] body,
        String token,
        boolean repeatable) {
      this.method = method;
      this.path = path;
      this.contentType = contentType;
      this.body = body;
      this.token = token;
      this.repeatable = repeatable;
    }
  }

  /** What came back. */
  static final class Incoming {
    private final int status;
    private final byte[] body;

    Incoming(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    /** HTTP status. */
    int status() {
      return status;
    }

    /** Body, unpacked. */
    byte[] body() {
      return body;
    }
  }

  /**
   * Sends and waits for the answer; repeats when the line breaks and the request bears it.
   *
   * @throws Problem SERVER_UNREACHABLE, SERVER_NOT_TRUSTED
   */
  Incoming send(Outgoing outgoing) {
    for (int attempt = 0; ; attempt++) {
      try {
        Incoming incoming = attempt(outgoing);
        reached.accept(true);
        return incoming;
      } catch (IOException e) {
        if (isOfAnother(e)) {
          LOG.warn("The server's certificate is not of the enrolled authority", e);
          reached.accept(false);
          throw new Problem(ProblemCode.SERVER_NOT_TRUSTED, Map.of(), e);
        }
        if (!outgoing.repeatable || attempt == PAUSES_MILLIS.length) {
          reached.accept(false);
          throw new Problem(ProblemCode.SERVER_UNREACHABLE, Map.of(), e);
        }
        pause(PAUSES_MILLIS[attempt], e);
      }
    }
  }

  /** A handshake also breaks when the line does; only a wrong certificate means distrust. */
  private static boolean isOfAnother(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException
          || cause instanceof CertPathValidatorException
          || cause instanceof SSLPeerUnverifiedException) {
        return true;
      }
    }
    return false;
  }

  /** Whether the server answers at all, asked once without repeating. */
  boolean answers(String path) {
    try {
      attempt(new Outgoing("GET", path, "", new byte[0], "", false));
      reached.accept(true);
      return true;
    } catch (IOException e) {
      reached.accept(false);
      return false;
    }
  }

  private Incoming attempt(Outgoing outgoing) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(server.resolve(outgoing.path))
            .timeout(ANSWER_LIMIT)
            .header("Accept-Encoding", "gzip");
    if (!outgoing.token.isEmpty()) {
      request.header("Authorization", "Bearer " + outgoing.token);
    }
    if (outgoing.body.length > 0) {
      request.header("Content-Type", outgoing.contentType);
      request.method(outgoing.method, HttpRequest.BodyPublishers.ofByteArray(outgoing.body));
    } else {
      request.method(outgoing.method, HttpRequest.BodyPublishers.noBody());
    }
    try {
      HttpResponse<byte[]> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      boolean packed = response.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
      return new Incoming(
          response.statusCode(), packed ? unpack(response.body()) : response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static byte[] unpack(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] body = in.readNBytes(LARGEST_ANSWER);
      if (body.length == LARGEST_ANSWER) {
        throw new IOException("answer too large");
      }
      return body;
    }
  }

  private void pause(long millis, IOException cause) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reached.accept(false);
      throw new Problem(ProblemCode.SERVER_UNREACHABLE, Map.of(), cause);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    executor.shutdown();
  }
}
