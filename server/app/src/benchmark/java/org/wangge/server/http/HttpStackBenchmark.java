package org.wangge.server.http;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.helidon.common.tls.Tls;
import io.helidon.webserver.WebServer;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Compares the HTTP stacks the server could stand on, under what a town does to it: TLS 1.3,
 * connections that stay open, a record's worth of JSON in and out.
 *
 * <p>The raw lower bound is a loop over a TLS socket that answers without understanding the
 * request. The stacks take turns, so that a disturbance of the machine meets all of them; the
 * figures are the median and the spread of the turns. Arguments: seconds for one turn (default 4),
 * number of turns (default 5).
 */
public final class HttpStackBenchmark {
  private static final byte[] REQUEST_BODY = json(1_000);
  private static final byte[] RESPONSE_BODY = json(4_000);
  private static final String PATH = "/api/v1/records/person";
  // Held, or the level would be lost with the logger.
  private static final Logger HELIDON = Logger.getLogger("io.helidon");

  private HttpStackBenchmark() {}

  /** One way to serve; started on a free port of the loopback address. */
  private interface Stack extends AutoCloseable {
    int port();

    @Override
    void close() throws IOException;
  }

  @FunctionalInterface
  private interface Starter {
    Stack start(SSLContext context, long workMillis) throws Exception;
  }

  private record Candidate(String name, Starter starter) {}

  private record Turn(double perSecond, double medianMillis, double p99Millis, long failures) {}

  public static void main(String[] args) throws Exception {
    // Set before the JDK's server is loaded: without them it waits for delayed acknowledgements
    // and closes every kept connection beyond the two hundredth.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4000");
    HELIDON.setLevel(Level.WARNING);
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    SSLContext context = selfSigned();
    List<Candidate> candidates =
        List.of(
            new Candidate("raw TLS socket", RawStack::new),
            new Candidate("Helidon SE", HelidonStack::new),
            new Candidate("JDK HttpsServer", JdkStack::new));
    System.out.printf(
        "JDK %s, %d processors, %d turns of %d s%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), turns, seconds);
    System.out.println(
        "| clients | work | stack | requests/s, median (range) | median ms | p99 ms | failed |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int clients : new int[] {40, 1_000}) {
      for (long work : new long[] {0, 5}) {
        compare(candidates, context, clients, work, Duration.ofSeconds(seconds), turns);
      }
    }
  }

  private static void compare(
      List<Candidate> candidates,
      SSLContext context,
      int clients,
      long workMillis,
      Duration length,
      int turns)
      throws Exception {
    List<List<Turn>> results = new ArrayList<>();
    candidates.forEach(candidate -> results.add(new ArrayList<>()));
    for (int turn = -1; turn < turns; turn++) {
      for (int i = 0; i < candidates.size(); i++) {
        try (Stack stack = candidates.get(i).starter().start(context, workMillis)) {
          Turn result = load(context, stack.port(), clients, length);
          if (turn >= 0) {
            results.get(i).add(result);
          }
        }
      }
    }
    for (int i = 0; i < candidates.size(); i++) {
      double[] rates = results.get(i).stream().mapToDouble(Turn::perSecond).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %s | %,.0f (%,.0f–%,.0f) | %.2f | %.1f | %d |%n",
          clients,
          workMillis == 0 ? "none" : workMillis + " ms",
          candidates.get(i).name(),
          median(rates),
          rates[0],
          rates[rates.length - 1],
          median(results.get(i).stream().mapToDouble(Turn::medianMillis).sorted().toArray()),
          median(results.get(i).stream().mapToDouble(Turn::p99Millis).sorted().toArray()),
          results.get(i).stream().mapToLong(Turn::failures).sum());
    }
  }

  /** Drives the server over one kept connection per client; the handshakes are not counted. */
  private static Turn load(SSLContext context, int port, int clients, Duration length)
      throws Exception {
    byte[] request =
        ("POST "
                + PATH
                + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: "
                + REQUEST_BODY.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    CountDownLatch connected = new CountDownLatch(clients);
    CompletableFuture<Long> go = new CompletableFuture<>();
    List<Future<long[]>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < clients; i++) {
        all.add(threads.submit(() -> drive(context, port, request, connected, go)));
      }
      connected.await();
      go.complete(System.nanoTime() + length.toNanos());
    }
    long failures = 0;
    List<long[]> good = new ArrayList<>();
    for (Future<long[]> one : all) {
      if (one.state() == Future.State.SUCCESS) {
        good.add(one.resultNow());
      } else {
        failures++;
      }
    }
    long[] nanos = good.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    if (nanos.length == 0) {
      return new Turn(0, Double.NaN, Double.NaN, failures);
    }
    return new Turn(
        nanos.length / (length.toNanos() / 1e9),
        nanos[nanos.length / 2] / 1e6,
        nanos[(int) (nanos.length * 0.99)] / 1e6,
        failures);
  }

  private static long[] drive(
      SSLContext context,
      int port,
      byte[] request,
      CountDownLatch connected,
      CompletableFuture<Long> end)
      throws IOException {
    boolean counted = false;
    try (SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress().getHostAddress(), port)) {
      socket.setTcpNoDelay(true);
      socket.startHandshake();
      InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
      OutputStream out = socket.getOutputStream();
      byte[] message = Arrays.copyOf(request, request.length + REQUEST_BODY.length);
      System.arraycopy(REQUEST_BODY, 0, message, request.length, REQUEST_BODY.length);
      connected.countDown();
      counted = true;
      long deadline = end.join();
      long[] nanos = new long[1_024];
      int count = 0;
      for (long start = System.nanoTime(); start < deadline; ) {
        out.write(message);
        out.flush();
        skipMessage(in);
        long now = System.nanoTime();
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = now - start;
        start = now;
      }
      return Arrays.copyOf(nanos, count);
    } finally {
      if (!counted) {
        connected.countDown();
      }
    }
  }

  /** Reads one message with a content length, head and body, and forgets it. */
  private static void skipMessage(InputStream in) throws IOException {
    int length = -1;
    while (true) {
      String line = line(in);
      if (line.isEmpty()) {
        break;
      }
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    if (length < 0) {
      throw new IOException("a message without a content length");
    }
    in.skipNBytes(length);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static void work(long millis) {
    if (millis > 0) {
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static final class RawStack implements Stack {
    private final SSLServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    RawStack(SSLContext context, long workMillis) throws IOException {
      server =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 4_000, InetAddress.getLoopbackAddress());
      var accepting = threads.submit(() -> accept(workMillis));
      assert accepting != null;
    }

    private Void accept(long workMillis) throws IOException {
      while (true) {
        SSLSocket socket = (SSLSocket) server.accept();
        var answering = threads.submit(() -> answer(socket, workMillis));
        assert answering != null;
      }
    }

    private static Void answer(SSLSocket socket, long workMillis) throws IOException {
      byte[] head =
          ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                  + RESPONSE_BODY.length
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      byte[] message = Arrays.copyOf(head, head.length + RESPONSE_BODY.length);
      System.arraycopy(RESPONSE_BODY, 0, message, head.length, RESPONSE_BODY.length);
      try (socket) {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
        OutputStream out = socket.getOutputStream();
        while (true) {
          skipMessage(in);
          work(workMillis);
          out.write(message);
          out.flush();
        }
      }
    }

    @Override
    public int port() {
      return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
      server.close();
      threads.shutdownNow();
    }
  }

  private static final class HelidonStack implements Stack {
    private final WebServer server;

    HelidonStack(SSLContext context, long workMillis) {
      server =
          WebServer.builder()
              .host("127.0.0.1")
              .port(0)
              .backlog(4_000)
              .tls(Tls.builder().sslContext(context).build())
              .routing(
                  routing ->
                      routing.post(
                          PATH,
                          (request, response) -> {
                            byte[] body = request.content().as(byte[].class);
                            work(body.length == 0 ? 0 : workMillis);
                            response.header("Content-Type", "application/json");
                            response.send(RESPONSE_BODY);
                          }))
              .build()
              .start();
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public void close() {
      server.stop();
    }
  }

  private static final class JdkStack implements Stack {
    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    JdkStack(SSLContext context, long workMillis) throws IOException {
      server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_000);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      server.setExecutor(threads);
      server.createContext(
          PATH,
          exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            work(body.length == 0 ? 0 : workMillis);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, RESPONSE_BODY.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(RESPONSE_BODY);
            }
          });
      server.start();
    }

    @Override
    public int port() {
      return server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static SSLContext selfSigned() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair keys = generator.generateKeyPair();
    X500Name name = new X500Name("CN=localhost");
    Instant now = Instant.now();
    X509Certificate certificate =
        new JcaX509CertificateConverter()
            .getCertificate(
                new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(Duration.ofDays(1))),
                        name,
                        keys.getPublic())
                    .build(
                        new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] password = "benchmark".toCharArray();
    store.setKeyEntry("server", keys.getPrivate(), password, new X509Certificate[] {certificate});
    store.setCertificateEntry("trusted", certificate);
    KeyManagerFactory keyManagers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keyManagers.init(store, password);
    TrustManagerFactory trustManagers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trustManagers.init(store);
    SSLContext context = SSLContext.getInstance("TLSv1.3");
    context.init(
        keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), new SecureRandom());
    return context;
  }

  private static byte[] json(int length) {
    StringBuilder text = new StringBuilder("{\"name\":\"测试\",\"remark\":\"");
    while (text.toString().getBytes(StandardCharsets.UTF_8).length < length - 2) {
      text.append('x');
    }
    return text.append("\"}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }
}
