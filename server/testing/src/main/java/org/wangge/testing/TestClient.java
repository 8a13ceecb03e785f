package org.wangge.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.record.Page;
import org.wangge.server.certificates.Certificates;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;
import org.wangge.wire.ProblemDocument;
import org.wangge.wire.Session;
import org.wangge.wire.SignIn;
import org.wangge.wire.WireCodec;

/** A thin caller of the interface that trusts one authority. Not for use by several threads. */
public final class TestClient {
  private static final WireCodec CODEC = new WireCodec(CatalogueFiles.shipped());

  private final String address;
  private final HttpClient http;
  private String token = "";

  /** A caller of this host and port. */
  public TestClient(String address, X509Certificate authority) {
    this.address = address;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .sslContext(Certificates.clientContext(authority))
            .build();
  }

  /**
   * An answer.
   *
   * @param status HTTP status
   * @param headers headers by lower-case name
   * @param body unpacked body
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Reply(int status, Map<String, List<String>> headers, byte[] body) {
    /** Whether it is a success. */
    public boolean isOk() {
      return status / 100 == 2;
    }

    /** The first header of this name, or empty. */
    public Optional<String> header(String name) {
      return Optional.ofNullable(headers.get(name)).map(List::getFirst);
    }

    /** The body as text. */
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a wire record. */
    public <T> T as(Class<T> type) {
      if (!isOk()) {
        throw new AssertionError("refused: " + status + " " + text());
      }
      return CODEC.read(body, type);
    }

    /** The body as a list of wire records. */
    public <T> List<T> asList(Class<T> type) {
      if (!isOk()) {
        throw new AssertionError("refused: " + status + " " + text());
      }
      return CODEC.readList(body, type);
    }

    /** The body as a page of wire records. */
    public <T> Page<T> asPage(Class<T> type) {
      if (!isOk()) {
        throw new AssertionError("refused: " + status + " " + text());
      }
      return CODEC.readPage(body, type);
    }

    /** The body as a refusal. */
    public ProblemDocument problem() {
      if (isOk()) {
        throw new AssertionError("not refused: " + status + " " + text());
      }
      return CODEC.read(body, ProblemDocument.class);
    }

    /** Code of the refusal; empty when it is none. */
    public String code() {
      return isOk() ? "" : problem().title();
    }
  }

  /** Signs in and keeps the token for later calls. */
  public Session signIn(String account, String password) {
    Session session =
        post(Paths.SESSION, new SignIn(account, password, "test-pc")).as(Session.class);
    token = session.token();
    return session;
  }

  /** Uses this token from now on; empty = nobody. */
  public TestClient withToken(String newToken) {
    token = newToken;
    return this;
  }

  /** The token in use. */
  public String token() {
    return token;
  }

  /** GET. */
  public Reply get(String path) {
    return send(request("GET", path, BodyPublishers.noBody()).build());
  }

  /** DELETE. */
  public Reply delete(String path) {
    return send(request("DELETE", path, BodyPublishers.noBody()).build());
  }

  /** POST of a wire record. */
  public Reply post(String path, Object body) {
    return json("POST", path, CODEC.write(body));
  }

  /** PUT of a wire record. */
  public Reply put(String path, Object body) {
    return json("PUT", path, CODEC.write(body));
  }

  /** Any method with a raw JSON body. */
  public Reply json(String method, String path, byte[] body) {
    return send(
        request(method, path, BodyPublishers.ofByteArray(body))
            .header("Content-Type", "application/json")
            .build());
  }

  /** Any method with a raw JSON body. */
  public Reply json(String method, String path, String body) {
    return json(method, path, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Any method with a body and further headers, given as names and values in turn. */
  public Reply raw(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request = request(method, path, BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request.build());
  }

  /** Asks for a job until it has ended. */
  public Job await(Job job) {
    Job present = job;
    long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
    while (present.state().equals("running")) {
      if (System.nanoTime() > end) {
        throw new AssertionError("job did not end: " + present);
      }
      pause();
      present = get(path(Paths.JOB, job.id())).as(Job.class);
    }
    return present;
  }

  /** A path with its parameters filled in, in order. */
  public static String path(String template, Object... values) {
    String path = template;
    for (Object value : values) {
      path = path.replaceFirst("\\{[^}]*}", value.toString());
    }
    return path;
  }

  /** The path of a record. */
  public static String record(String type, UUID id) {
    return path(Paths.RECORD, type, id);
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("https://" + address + path))
            .timeout(Duration.ofMinutes(3))
            .header("Accept-Encoding", "gzip")
            .method(method, body);
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  private Reply send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      byte[] body = response.body();
      if (response.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
          body = plain.readAllBytes();
        }
      }
      return new Reply(response.statusCode(), response.headers().map(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
