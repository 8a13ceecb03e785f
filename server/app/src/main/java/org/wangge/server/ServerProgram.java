package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.bulletin.jasper.PdfBulletin;
import org.wangge.bulletin.workbook.WorkbookBulletin;
import org.wangge.catalogue.Catalogue;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.accounts.Accounts;
import org.wangge.server.accounts.Sessions;
import org.wangge.server.areas.Areas;
import org.wangge.server.audit.AuditTrail;
import org.wangge.server.bulletins.Bulletins;
import org.wangge.server.catalogue.OwnCatalogue;
import org.wangge.server.certificates.Certificates;
import org.wangge.server.certificates.Certificates.Identity;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.events.EventClocks;
import org.wangge.server.events.EventRegistration;
import org.wangge.server.events.Events;
import org.wangge.server.exports.Exports;
import org.wangge.server.http.AccountRoutes;
import org.wangge.server.http.BulletinRoutes;
import org.wangge.server.http.CatalogueRoutes;
import org.wangge.server.http.ControlRoutes;
import org.wangge.server.http.EventRoutes;
import org.wangge.server.http.ExportRoutes;
import org.wangge.server.http.HttpServer;
import org.wangge.server.http.ImportRoutes;
import org.wangge.server.http.Interface;
import org.wangge.server.http.JobRoutes;
import org.wangge.server.http.OwnCatalogueRoutes;
import org.wangge.server.http.RecordRoutes;
import org.wangge.server.http.Routes;
import org.wangge.server.http.SessionRoutes;
import org.wangge.server.http.VisitRoutes;
import org.wangge.server.imports.Imports;
import org.wangge.server.jobs.Jobs;
import org.wangge.server.records.Records;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.DataLock;
import org.wangge.server.settings.DatabaseMode;
import org.wangge.server.settings.PrivateFiles;
import org.wangge.server.settings.Settings;
import org.wangge.server.store.AccountStore;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.BulletinStore;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.CatalogueStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.ExportStore;
import org.wangge.server.store.HouseholdHead;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.JobStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.StoreCheck;
import org.wangge.server.store.VisitStore;
import org.wangge.server.visits.Visits;
import org.wangge.wire.EnrolmentCode;
import org.wangge.wire.WireCodec;

/**
 * The parts of the server put together. Opening takes the data folder and the database; serving
 * starts HTTPS on top. Closing stops everything in the opposite order.
 */
public final class ServerProgram implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerProgram.class);
  private static final int REQUESTS_KEPT_DAYS = 30;

  private final DataFolder data;
  private final Settings settings;
  private final Clock clock;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private final Database database;
  private final Store store;
  private final Areas areas;
  private final AuditTrail audit;
  private final Sessions sessions;
  private final Accounts accounts;
  private final AuditStore auditStore;
  private final AreaStore areaStore;
  private final PdfBulletin pdf = new PdfBulletin();
  private final WorkbookBulletin workbook = new WorkbookBulletin();
  private final OwnCatalogue own;
  private final Jobs jobs;

  private ControlRoutes.Runner runner;
  private volatile Generation current;
  private HttpServer http;

  /**
   * Everything that works with one catalogue. When a town changes its catalogue, the next one takes
   * over; work that has begun ends with the one it began with.
   */
  private record Generation(
      Catalogue catalogue,
      WireCodec codec,
      Records records,
      Events events,
      Bulletins bulletins,
      Imports imports,
      Exports exports,
      Visits visits,
      Optional<Routes> routes) {}

  private ServerProgram(DataFolder data, Settings settings, Clock clock, boolean founding) {
    this.data = data;
    this.settings = settings;
    this.clock = clock;
    try {
      open.push(DataLock.take(data));
      DatabaseSettings databaseSettings = databaseSettings(data, settings, clock);
      this.database =
          founding ? Database.create(databaseSettings) : Database.open(databaseSettings);
      open.push(database);
      this.store = new Store(database, clock);
      this.areaStore = new AreaStore(store);
      this.auditStore = new AuditStore(store);
      AccountStore accountStore = new AccountStore(store);
      this.areas = new Areas(areaStore);
      this.audit = new AuditTrail(auditStore);
      this.sessions = new Sessions(store, accountStore, settings);
      this.accounts = new Accounts(store, accountStore, areaStore, auditStore, sessions, settings);
      this.own = new OwnCatalogue(store, new CatalogueStore(), auditStore, this::renew);
      JobStore jobStore = new JobStore(store);
      this.jobs = new Jobs(settings.get(Settings.JOBS), new JobLedger(jobStore), clock);
      open.push(jobs);
      if (!founding) {
        jobStore.failRunning(Messages.of("job.cut-off"));
      }
      EventClocks.fillCalendar(store, new CalendarStore());
      this.current = generation();
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /** Puts together what works with the catalogue as it stands. */
  private Generation generation() {
    Catalogue catalogue = own.catalogue();
    WireCodec codec = new WireCodec(catalogue);
    CalendarStore calendars = new CalendarStore();
    EventStore eventStore = new EventStore();
    EventClocks clocks = new EventClocks(calendars, eventStore);
    RecordStore recordStore =
        new RecordStore(
            store,
            catalogue,
            Map.of(
                "event",
                new EventRegistration(eventStore, clocks),
                "resident",
                new HouseholdHead()));
    ImportStore importStore = new ImportStore(store, catalogue);
    Generation made =
        new Generation(
            catalogue,
            codec,
            new Records(recordStore, catalogue, codec),
            new Events(store, recordStore, eventStore, new RequestStore(), clocks),
            new Bulletins(
                store,
                catalogue,
                new BulletinFigures(catalogue),
                new BulletinStore(),
                calendars,
                pdf,
                workbook),
            new Imports(store, recordStore, importStore, areaStore, auditStore, catalogue),
            new Exports(
                store,
                recordStore,
                new ExportStore(catalogue),
                importStore,
                areaStore,
                auditStore,
                catalogue),
            new Visits(store, new VisitStore(catalogue), auditStore, catalogue),
            Optional.empty());
    return runner == null ? made : withRoutes(made);
  }

  private Generation withRoutes(Generation made) {
    return new Generation(
        made.catalogue(),
        made.codec(),
        made.records(),
        made.events(),
        made.bulletins(),
        made.imports(),
        made.exports(),
        made.visits(),
        Optional.of(routes(made, runner)));
  }

  private void renew() {
    current = generation();
    LOG.info("catalogue taken up, types: {}", current.catalogue().types().size());
  }

  /** The clock of a town in China. */
  public static Clock townClock() {
    return Clock.system(ZoneId.of("Asia/Shanghai"));
  }

  /**
   * Opens the server of a data folder, without HTTPS.
   *
   * @throws Problem NOT_INITIALISED, BAD_SETTING, DATA_IN_USE, DATABASE_TOO_NEW,
   *     DATABASE_UNAVAILABLE
   */
  public static ServerProgram open(DataFolder data, Clock clock) {
    return open(data, data.settings(), clock);
  }

  /** The same with settings that differ from the file, as for a port given on the command line. */
  public static ServerProgram open(DataFolder data, Settings settings, Clock clock) {
    return new ServerProgram(data, settings, clock, false);
  }

  /** Makes the database of a new data folder and opens it. */
  static ServerProgram found(DataFolder data, Settings settings, Clock clock) {
    return new ServerProgram(data, settings, clock, true);
  }

  /**
   * Starts HTTPS and the regular work, and writes down the port for command lines.
   *
   * @param runner executes command lines that reach the running server
   */
  public void serve(ControlRoutes.Runner runner) {
    Identity identity = identity();
    this.runner = runner;
    current = withRoutes(current);
    HttpServer server =
        new HttpServer(
            settings,
            Certificates.serverContext(identity),
            () -> current.routes().orElseThrow(),
            sessions,
            () -> current.codec(),
            PrivateFiles.secret(data.controlSecret()));
    server.start();
    http = server;
    open.push(server);
    writePort();
    open.push(() -> Files.deleteIfExists(data.portFile()));
    ScheduledExecutorService regular =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("regular").daemon().factory());
    ScheduledFuture<?> tidying =
        regular.scheduleWithFixedDelay(this::tidy, 1, 60, TimeUnit.MINUTES);
    open.push(
        () -> {
          tidying.cancel(false);
          regular.close();
        });
    LOG.info("serving at port {}", server.port());
  }

  /** The table of routes of this server. */
  public Routes routes(ControlRoutes.Runner commands) {
    return routes(current, commands);
  }

  private Routes routes(Generation made, ControlRoutes.Runner commands) {
    return Interface.of(
        List.of(
            SessionRoutes.of(accounts, areas, made.catalogue()),
            CatalogueRoutes.of(made.catalogue(), made.codec(), areas),
            OwnCatalogueRoutes.of(own),
            RecordRoutes.of(made.records()),
            EventRoutes.of(made.events()),
            VisitRoutes.of(made.visits()),
            BulletinRoutes.of(made.bulletins(), jobs),
            ImportRoutes.of(made.imports(), jobs),
            ExportRoutes.of(made.exports()),
            JobRoutes.of(jobs),
            AccountRoutes.of(accounts, audit),
            ControlRoutes.of(commands)),
        version(),
        clock,
        made.codec());
  }

  /** Version of the program. */
  static String version() {
    return Optional.ofNullable(ServerProgram.class.getPackage().getImplementationVersion())
        .orElse("1.0.0");
  }

  /** The data folder. */
  public DataFolder data() {
    return data;
  }

  /** Settings in force. */
  public Settings settings() {
    return settings;
  }

  /** Accounts. */
  public Accounts accounts() {
    return accounts;
  }

  /** Places. */
  public Areas areas() {
    return areas;
  }

  /** The audit trail. */
  public AuditTrail audit() {
    return audit;
  }

  /** Records. */
  public Records records() {
    return current.records();
  }

  /** Bulletins. */
  public Bulletins bulletins() {
    return current.bulletins();
  }

  /** Spreadsheets taken in. */
  public Imports imports() {
    return current.imports();
  }

  /** Lists written out. */
  public Exports exports() {
    return current.exports();
  }

  /** Looks through the records for what must never be. */
  StoreCheck check() {
    return new StoreCheck(store, current.catalogue());
  }

  /** The database. */
  Database database() {
    return database;
  }

  /** Record types. */
  public Catalogue catalogue() {
    return current.catalogue();
  }

  /** The clock of the town. */
  public Clock clock() {
    return clock;
  }

  /** The certificate that workstations trust. */
  public X509Certificate authority() {
    return identity().authority();
  }

  /** The short code with which workstations are enrolled. */
  public String enrolmentCode() {
    return EnrolmentCode.of(authority());
  }

  /** Port of the running server. */
  public int port() {
    return http.port();
  }

  /** Address of the running server, as this machine reaches it. */
  public String address() {
    return "https://" + reachableHost() + ":" + port() + "/";
  }

  /** The caller of the server's own command line: everything, everywhere. */
  public static Caller commandLine(String request) {
    return new Caller(
        new Account(new UUID(0, 0), "server", "server", Post.SERVER, ""), "server", request);
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.error("not closed cleanly", e);
      }
    }
  }

  private Identity identity() {
    return new Certificates(data, clock).identity(settings.get(Settings.NAMES));
  }

  private static DatabaseSettings databaseSettings(
      DataFolder data, Settings settings, Clock clock) {
    boolean remote = settings.get(Settings.DATABASE_MODE) == DatabaseMode.DERBY_NETWORK;
    if (remote) {
      return new DatabaseSettings(
          data.root(),
          true,
          settings.get(Settings.DATABASE_HOST),
          settings.get(Settings.DATABASE_PORT),
          settings.get(Settings.DATABASE_NAME),
          Optional.of(data.resolve(settings.get(Settings.DATABASE_TRUST))),
          Optional.empty(),
          "",
          settings.get(Settings.DATABASE_OPERATIONS));
    }
    String address = settings.get(Settings.SQL_ADDRESS);
    Certificates certificates = new Certificates(data, clock);
    if (settings.get(Settings.SQL_ON)) {
      requireFree(address, settings.get(Settings.SQL_PORT));
    }
    boolean tls = settings.get(Settings.SQL_ON) && !isLoopback(address);
    if (tls) {
      certificates.identity(settings.get(Settings.NAMES));
    }
    return new DatabaseSettings(
        data.root(),
        false,
        address,
        settings.get(Settings.SQL_ON) ? settings.get(Settings.SQL_PORT) : 0,
        "",
        Optional.empty(),
        tls ? Optional.of(certificates.serverStore()) : Optional.empty(),
        tls ? certificates.storePassword() : "",
        settings.get(Settings.DATABASE_OPERATIONS));
  }

  /** The engine would only tell after a long wait, and not which port it is. */
  private static void requireFree(String address, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new Problem(ProblemCode.PORT_IN_USE, Map.of("port", port), e);
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new Problem(
          ProblemCode.BAD_SETTING,
          Map.of(
              "file",
              "",
              "line",
              "",
              "key",
              Settings.SQL_ADDRESS.key(),
              "expected",
              Settings.SQL_ADDRESS.expected()),
          e);
    }
  }

  private void writePort() {
    Path file = data.portFile();
    try {
      PrivateFiles.write(file, (reachableHost() + ":" + port()).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String reachableHost() {
    String address = settings.get(Settings.ADDRESS);
    return address.equals("0.0.0.0") || address.equals("::") ? "127.0.0.1" : address;
  }

  private void tidy() {
    try {
      sessions.sweep();
      RequestStore requests = new RequestStore();
      store.write(tx -> requests.forget(tx, tx.now().minusDays(REQUESTS_KEPT_DAYS)));
    } catch (RuntimeException e) {
      LOG.error("regular work failed", e);
    }
  }
}
