package org.wangge.server.http;

import io.helidon.common.socket.SocketOptions;
import io.helidon.common.tls.Tls;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.http.encoding.ContentEncodingContext;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.accounts.Sessions;
import org.wangge.server.accounts.SignedIn;
import org.wangge.server.settings.Settings;
import org.wangge.wire.WireCodec;

/** Listens for requests over TLS 1.3 and takes them through the gate to their route and back. */
public final class HttpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
  private static final int WORTH_PACKING = 1024;
  private static final String JSON = "application/json";
  private static final String PROBLEM = "application/problem+json";

  private final Supplier<Routes> routes;
  private final Gate gate;
  private final Supplier<WireCodec> codec;
  private final int port;
  private final long mostBytes;
  private final long mostFileBytes;
  private final WebServer server;

  /**
   * Sets the server up; it listens from {@link #start}.
   *
   * @param settings address, port and limits
   * @param tls the server's identity
   * @param routes table of routes as it stands; asked for at each request
   * @param sessions open sessions
   * @param codec JSON of the interface as it stands
   * @param controlSecret secret of the command line
   */
  public HttpServer(
      Settings settings,
      SSLContext tls,
      Supplier<Routes> routes,
      Sessions sessions,
      Supplier<WireCodec> codec,
      String controlSecret) {
    this.routes = routes;
    this.codec = codec;
    this.gate =
        new Gate(
            sessions,
            new RateLimit(
                settings.get(Settings.RATE), settings.get(Settings.BURST), System::nanoTime),
            controlSecret);
    this.port = settings.get(Settings.PORT);
    this.mostBytes = settings.get(Settings.REQUEST_KILOBYTES) * 1024L;
    this.mostFileBytes = settings.get(Settings.UPLOAD_MEGABYTES) * 1024L * 1024L;
    DirectHandlers.Builder direct = DirectHandlers.builder();
    for (EventType type : EventType.values()) {
      direct.addHandler(type, this::outsideRoutes);
    }
    this.server =
        WebServer.builder()
            .address(addressOf(settings.get(Settings.ADDRESS)))
            .port(port)
            .tls(Tls.builder().sslContext(tls).enabledProtocols(List.of("TLSv1.3")).build())
            .routing(HttpRouting.builder().any(this::handle))
            .directHandlers(direct.build())
            .contentEncoding(
                ContentEncodingContext.builder()
                    .contentEncodingsDiscoverServices(false)
                    .addContentEncoding(new PackedBodies())
                    .build())
            // Packed bodies may unpack to more; that is counted while reading.
            .maxPayloadSize(Math.max(mostBytes, mostFileBytes))
            .connectionOptions(
                SocketOptions.builder()
                    .tcpNoDelay(true)
                    .readTimeout(Duration.ofSeconds(60))
                    .build())
            .maxTcpConnections(4096)
            .backlog(1024)
            .idleConnectionTimeout(Duration.ofMinutes(10))
            .shutdownGracePeriod(Duration.ofSeconds(5))
            // The program stops its parts in order itself.
            .shutdownHook(false)
            .build();
  }

  /** Starts to listen. */
  public void start() {
    server.start();
    if (!server.isRunning()) {
      throw new Problem(ProblemCode.PORT_IN_USE, Map.of("port", port));
    }
  }

  /** The port it listens at. */
  public int port() {
    return server.port();
  }

  /** Lets requests under way finish for a few seconds and stops listening. */
  @Override
  public void close() {
    server.stop();
  }

  private void handle(ServerRequest request, ServerResponse response) {
    String requestId = RequestId.next();
    long began = System.nanoTime();
    String method = request.prologue().method().text();
    String route = "-";
    MDC.put("request", requestId);
    response.header(HeaderNames.create("X-Request-Id"), requestId);
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.header(HeaderNames.create("X-Content-Type-Options"), "nosniff");
    try {
      String path = request.path().rawPath();
      Optional<Routes.Match> match = routes.get().find(method, path);
      if (match.isEmpty()) {
        List<String> methods = routes.get().methods(path);
        if (!methods.isEmpty()) {
          response.header(HeaderNames.ALLOW, String.join(", ", methods));
        }
        sendProblem(
            request,
            response,
            new Problem(ProblemCode.NOT_FOUND),
            methods.isEmpty() ? 404 : 405,
            requestId);
        return;
      }
      route = match.get().route().path();
      answer(request, response, match.get(), requestId);
    } catch (Problem problem) {
      if (ProblemTable.status(problem.code()) >= 500) {
        LOG.warn("{} {} refused", method, route, problem);
      }
      fail(request, response, problem, requestId);
    } catch (UncheckedIOException | IOException e) {
      // Either the caller has gone or a disk failed; both are told in the log.
      LOG.warn("{} {} broke off", method, route, e);
      fail(request, response, ProblemTable.internal(e, requestId), requestId);
    } catch (RuntimeException | Error e) {
      if (response.isSent()) {
        throw e;
      }
      LOG.error("{} {} failed", method, route, e);
      fail(request, response, ProblemTable.internal(e, requestId), requestId);
    } finally {
      LOG.info(
          "{} {} {} {} ms",
          method,
          route,
          response.status().code(),
          (System.nanoTime() - began) / 1_000_000);
      MDC.clear();
    }
  }

  private void answer(
      ServerRequest request, ServerResponse response, Routes.Match match, String requestId)
      throws IOException {
    Route route = match.route();
    InetAddress peer = ((InetSocketAddress) request.remotePeer().address()).getAddress();
    Optional<SignedIn> session =
        gate.enter(
            route,
            match.parameters(),
            request.headers().first(HeaderNames.AUTHORIZATION).orElse(""),
            peer.getHostAddress(),
            isThisMachine(peer));
    Exchange exchange =
        new Exchange(
            requestId,
            peer.getHostAddress(),
            session,
            match.parameters(),
            Routes.query(request.prologue().query().rawValue()),
            body(request, route));
    send(request, response, route.handler().answer(exchange));
  }

  private Object body(ServerRequest request, Route route) throws IOException {
    if (route.request() == Void.class) {
      return null;
    }
    long most = route.takesFile() ? mostFileBytes : mostBytes;
    if (request.headers().contentLength().orElse(0) > most) {
      throw new Problem(ProblemCode.TOO_LARGE);
    }
    if (!request.content().hasEntity()) {
      throw Exchange.malformed("body");
    }
    InputStream raw = new LimitedStream(request.content().inputStream(), most);
    String encoding = request.headers().first(HeaderNames.CONTENT_ENCODING).orElse("identity");
    InputStream plain =
        switch (encoding) {
          case "identity" -> raw;
          case "gzip" -> new LimitedStream(unpacked(raw), most);
          default -> throw Exchange.malformed("Content-Encoding");
        };
    if (route.takesFile()) {
      return plain;
    }
    String mediaType =
        request.headers().contentType().map(type -> type.mediaType().text()).orElse("");
    if (!mediaType.equals(JSON)) {
      throw Exchange.malformed("Content-Type");
    }
    try {
      return codec.get().read(plain.readAllBytes(), route.request());
    } catch (ZipException | EOFException e) {
      throw Exchange.malformed("Content-Encoding");
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    try {
      return new GZIPInputStream(raw, 8192);
    } catch (ZipException | EOFException e) {
      throw Exchange.malformed("Content-Encoding");
    }
  }

  private void send(ServerRequest request, ServerResponse response, Answer answer)
      throws IOException {
    switch (answer) {
      case Answer.None() -> response.status(Status.NO_CONTENT_204).send();
      case Answer.Json(int status, Object value) -> {
        response.status(status);
        response.header(HeaderNames.CONTENT_TYPE, JSON);
        sendBytes(request, response, codec.get().write(value));
      }
      case Answer.File(String mediaType, String name, long length, Answer.Content content) -> {
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        if (!name.isEmpty()) {
          response.header(
              HeaderNames.CONTENT_DISPOSITION,
              "attachment; filename*=UTF-8''"
                  + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        if (length >= 0) {
          response.contentLength(length);
        }
        try (OutputStream stream = new LateStream(response::outputStream)) {
          content.writeTo(stream);
        }
      }
    }
  }

  private void sendBytes(ServerRequest request, ServerResponse response, byte[] bytes)
      throws IOException {
    if (bytes.length >= WORTH_PACKING && acceptsGzip(request)) {
      ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
      try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 8192)) {
        gzip.write(bytes);
      }
      response.header(HeaderNames.CONTENT_ENCODING, "gzip");
      response.header(HeaderNames.VARY, "Accept-Encoding");
      response.send(packed.toByteArray());
    } else {
      response.send(bytes);
    }
  }

  private static boolean acceptsGzip(ServerRequest request) {
    return request
        .headers()
        .first(HeaderNames.ACCEPT_ENCODING)
        .map(value -> value.matches("(?i)(.*[,\\s])?gzip\\s*(,.*|;\\s*q=(1|0\\.[0-9]*[1-9]).*)?"))
        .orElse(false);
  }

  private void fail(
      ServerRequest request, ServerResponse response, Problem problem, String requestId) {
    if (response.isSent() || response.bytesWritten() > 0) {
      // The head is out already: cutting the line is the only way to tell.
      throw new UncheckedIOException(new IOException("answer broke off"));
    }
    sendProblem(request, response, problem, ProblemTable.status(problem.code()), requestId);
  }

  private void sendProblem(
      ServerRequest request,
      ServerResponse response,
      Problem problem,
      int status,
      String requestId) {
    response.status(status);
    response.headers().remove(HeaderNames.CONTENT_DISPOSITION);
    response.headers().remove(HeaderNames.CONTENT_LENGTH);
    response.header(HeaderNames.CONTENT_TYPE, PROBLEM);
    if (status == 401) {
      response.header(HeaderNames.WWW_AUTHENTICATE, "Bearer");
    }
    try {
      sendBytes(
          request, response, codec.get().write(ProblemTable.document(problem, status, requestId)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Requests that are no readable HTTP, or larger than any route allows. */
  private DirectHandler.TransportResponse outsideRoutes(
      DirectHandler.TransportRequest request,
      EventType type,
      Status status,
      io.helidon.http.ServerResponseHeaders headers,
      String message) {
    String requestId = RequestId.next();
    ProblemCode code =
        status.code() == 413
            ? ProblemCode.TOO_LARGE
            : status.code() >= 500
                ? ProblemCode.INTERNAL
                : status.code() == 404 ? ProblemCode.NOT_FOUND : ProblemCode.MALFORMED;
    LOG.info("{} outside the routes {} {}", type, status.code(), requestId);
    Problem problem =
        code == ProblemCode.INTERNAL
            ? new Problem(code, Map.of("number", requestId))
            : new Problem(code);
    return DirectHandler.TransportResponse.builder()
        .status(status)
        .headers(headers)
        .header(HeaderNames.CONTENT_TYPE, PROBLEM)
        .header(HeaderNames.create("X-Request-Id"), requestId)
        .keepAlive(false)
        .entity(codec.get().write(ProblemTable.document(problem, status.code(), requestId)))
        .build();
  }

  private static boolean isThisMachine(InetAddress address) {
    if (address.isLoopbackAddress()) {
      return true;
    }
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException e) {
      return false;
    }
  }

  private static InetAddress addressOf(String name) {
    try {
      return InetAddress.getByName(name);
    } catch (UnknownHostException e) {
      throw new Problem(
          ProblemCode.BAD_SETTING,
          Map.of(
              "file",
              "",
              "line",
              0,
              "key",
              Settings.ADDRESS.key(),
              "expected",
              Settings.ADDRESS.expected()),
          e);
    }
  }
}
