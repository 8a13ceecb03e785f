package org.wangge.client.connection;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wangge.catalogue.Catalogue;
import org.wangge.client.settings.Settings;
import org.wangge.client.ui.Background;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.StaleVersion;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.CatalogueDocument;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.ProblemDocument;
import org.wangge.wire.Session;
import org.wangge.wire.SignIn;
import org.wangge.wire.WireCodec;

/**
 * The workstation's connection to its town's server. Calls wait for the answer, so they belong
 * beside the window, see {@link Background}; a refusal comes as a {@link Problem}.
 */
public final class Connection implements Entrance, AutoCloseable {
  private static final String JSON = "application/json";

  private final Settings settings;
  private final Background background;
  private final Clock clock;
  private final ReadOnlyObjectWrapper<LineState> line;
  private volatile Transport transport;
  private volatile String token = "";
  private volatile WireCodec codec = WireCodec.withoutRecords();
  private volatile Runnable sessionEnded = () -> {};

  /**
   * A connection to the server named in the settings.
   *
   * @param clock town time
   */
  public Connection(Settings settings, Background background, Clock clock) {
    this.settings = settings;
    this.background = background;
    this.clock = clock;
    line = new ReadOnlyObjectWrapper<>(new LineState(true, now()));
    if (server().isPresent()) {
      connect();
    }
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Whether the server answers; changes on the window's thread. */
  public ReadOnlyObjectProperty<LineState> line() {
    return line.getReadOnlyProperty();
  }

  /** The codec of the session's catalogue. */
  public WireCodec codec() {
    return codec;
  }

  /** Calls back on the window's thread when the server says that the session has ended. */
  public void onSessionEnded(Runnable act) {
    sessionEnded = act;
  }

  private synchronized void connect() {
    if (transport != null) {
      transport.close();
    }
    transport =
        new Transport(server().orElseThrow(), Trust.of(settings.authorityFile()), this::reached);
  }

  private void reached(boolean answered) {
    background.onWindow(
        () -> {
          if (line.get().connected() != answered) {
            line.set(new LineState(answered, now()));
          }
        });
  }

  /** Asks whether the server answers again. */
  public boolean answers() {
    Transport now = transport;
    return now != null && now.answers(Paths.HEALTH);
  }

  @Override
  public Optional<URI> server() {
    return Files.exists(settings.authorityFile())
        ? settings.get(Settings.SERVER).map(URI::create)
        : Optional.empty();
  }

  @Override
  public void enrol(URI server, String code) {
    Trust.enrol(server, code, settings.authorityFile());
    settings.set(Settings.SERVER, server.toString());
    connect();
  }

  @Override
  public void enrol(URI server, Path certificate) {
    Trust.enrol(certificate, settings.authorityFile());
    settings.set(Settings.SERVER, server.toString());
    connect();
  }

  @Override
  public Session signIn(String account, String password) {
    Session session =
        read(
            send(
                "POST",
                Paths.SESSION,
                new SignIn(account, password, settings.workstation()),
                false),
            Session.class);
    token = session.token();
    return session;
  }

  @Override
  public void changePassword(String current, String next) {
    send("POST", Paths.PASSWORD, new PasswordChange(current, next), false);
  }

  @Override
  public void signOut() {
    try {
      send("DELETE", Paths.SESSION, null, false);
    } catch (Problem e) {
      // The session ends by itself on the server; here it ends now.
    }
    token = "";
  }

  /** Fetches the catalogue of the session and speaks by it from now on. */
  public Catalogue fetchCatalogue() {
    Catalogue catalogue = get(Paths.CATALOGUE, CatalogueDocument.class).catalogue();
    codec = new WireCodec(catalogue);
    return catalogue;
  }

  /** Gets one wire record. */
  public <T> T get(String path, Class<T> type) {
    return read(send("GET", path, null, true), type);
  }

  /** Gets a list of wire records. */
  public <T> List<T> getList(String path, Class<T> type) {
    return codec.readList(send("GET", path, null, true), type);
  }

  /** Gets a page of wire records. */
  public <T> org.wangge.record.Page<T> getPage(String path, Class<T> type) {
    return codec.readPage(send("GET", path, null, true), type);
  }

  /** Gets the bytes of a file. */
  public byte[] getFile(String path) {
    return send("GET", path, null, true);
  }

  /** Posts a wire record; the server answers the same however often it comes. */
  public <T> T post(String path, Object body, Class<T> type) {
    return read(send("POST", path, body, true), type);
  }

  /** Posts a wire record that is answered with a page. */
  public <T> org.wangge.record.Page<T> postForPage(String path, Object body, Class<T> type) {
    return codec.readPage(send("POST", path, body, true), type);
  }

  /** Posts a wire record that is answered with the bytes of a file. */
  public byte[] postForFile(String path, Object body) {
    return send("POST", path, body, true);
  }

  /** Puts a wire record; the server answers the same however often it comes. */
  public <T> T put(String path, Object body, Class<T> type) {
    return read(send("PUT", path, body, true), type);
  }

  /** Deletes; the server answers the same however often it comes. */
  public void delete(String path) {
    send("DELETE", path, null, true);
  }

  /** Sends the bytes of a file. */
  public <T> T upload(String path, byte[] file, Class<T> type) {
    return read(exchange("POST", path, "application/octet-stream", file, true), type);
  }

  /** A path with its parameters filled in, in order. */
  public static String path(String pattern, Object... parameters) {
    String path = pattern;
    for (Object parameter : parameters) {
      path = path.replaceFirst("\\{[a-z]+}", encode(parameter.toString()));
    }
    return path;
  }

  /** A path with a query of names and values in turn. */
  public static String query(String path, String... namesAndValues) {
    StringBuilder query = new StringBuilder(path);
    for (int index = 0; index < namesAndValues.length; index += 2) {
      query
          .append(index == 0 ? '?' : '&')
          .append(encode(namesAndValues[index]))
          .append('=')
          .append(encode(namesAndValues[index + 1]));
    }
    return query.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private <T> T read(byte[] body, Class<T> type) {
    return codec.read(body, type);
  }

  private byte[] send(String method, String path, Object body, boolean repeatable) {
    return exchange(method, path, JSON, body == null ? new byte[0] : codec.write(body), repeatable);
  }

  private byte[] exchange(
      String method, String path, String contentType, byte[] body, boolean repeatable) {
    Transport now = transport;
    if (now == null) {
      throw new Problem(ProblemCode.SERVER_UNREACHABLE);
    }
    String with = token;
    Transport.Incoming incoming =
        now.send(new Transport.Outgoing(method, path, contentType, body, with, repeatable));
    if (incoming.status() >= 200 && incoming.status() < 300) {
      return incoming.body();
    }
    Problem problem = problemOf(incoming);
    if (problem.code() == ProblemCode.NOT_SIGNED_IN && !with.isEmpty() && with.equals(token)) {
      token = "";
      background.onWindow(sessionEnded);
    }
    throw problem;
  }

  private Problem problemOf(Transport.Incoming incoming) {
    ProblemDocument document;
    try {
      document = codec.read(incoming.body(), ProblemDocument.class);
    } catch (Problem e) {
      return new Problem(ProblemCode.INTERNAL, Map.of("number", incoming.status()), e);
    }
    ProblemCode code = ProblemCode.of(document.title()).orElse(ProblemCode.INTERNAL);
    if (code == ProblemCode.INVALID_RECORD) {
      return new InvalidRecord(document.findings());
    }
    if (code == ProblemCode.STALE_VERSION && document.current() != null) {
      return new StaleVersion(document.current());
    }
    return new Problem(code, document.arguments());
  }

  /** A new request id. */
  public static UUID requestId() {
    return UUID.randomUUID();
  }

  @Override
  public void close() {
    if (transport != null) {
      transport.close();
    }
  }
}
