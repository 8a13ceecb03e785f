package org.wangge.client;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Connection;
import org.wangge.client.connection.SealedDrafts;
import org.wangge.client.connection.SealedFolder;
import org.wangge.client.connection.SealedOutbox;
import org.wangge.client.connection.ServerRecords;
import org.wangge.client.events.EventsFeature;
import org.wangge.client.form.FormContext;
import org.wangge.client.outbox.OutboxFeature;
import org.wangge.client.records.RecordModel;
import org.wangge.client.records.RecordsFeature;
import org.wangge.client.records.Revealing;
import org.wangge.client.records.ServerReferences;
import org.wangge.client.settings.Settings;
import org.wangge.client.shell.ShellModel;
import org.wangge.client.shell.ShellView;
import org.wangge.client.shell.StatusModel;
import org.wangge.client.signin.PasswordPanel;
import org.wangge.client.signin.SignInModel;
import org.wangge.client.signin.SignInView;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.TaskBackground;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WindowDialogs;
import org.wangge.client.work.FileDoor;
import org.wangge.client.workplace.AreaTree;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.KnownTitles;
import org.wangge.client.workplace.Workplace;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.wire.Area;
import org.wangge.wire.Paths;
import org.wangge.wire.Saved;
import org.wangge.wire.Session;

/** One window from its opening to its closing: sign-in, work, lock, sign-out. */
public final class Workstation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Workstation.class);
  private static final Messages TEXT = Messages.of(Workstation.class);
  private static final ZoneId TOWN = ZoneId.of("Asia/Shanghai");
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofMinutes(15);
  private static final Duration IDLE_LOOK = Duration.ofSeconds(20);
  private static final String GRID = "grid";
  private static final int GRID_DIGITS = 15;
  private static final double WIDTH = 1366;
  private static final double HEIGHT = 768;

  private final Stage stage;
  private final Clock clock;
  private final Settings settings;
  private final Theme theme = new Theme();
  private final TaskBackground background = new TaskBackground();
  private final Connection connection;
  private final StackPane root = new StackPane();
  private final StackPane content = new StackPane();
  private final WindowDialogs dialogs;
  private final FileDoor files;
  private Runnable exit = () -> {};
  private Desk desk;
  private long touched = System.nanoTime();
  private boolean locked;

  /** What belongs to one signed-in account. */
  private record Desk(
      Session session,
      AreaTree areas,
      SealedFolder folder,
      SealedDrafts drafts,
      SealedOutbox outbox,
      ShellModel shell,
      ShellView view) {}

  /**
   * A window that is not yet shown; on the window's thread.
   *
   * @param files the person's own files
   */
  public Workstation(Stage stage, Options options, FileDoor files) {
    this(stage, options, files, Clock.system(TOWN));
  }

  /**
   * A window that is not yet shown; on the window's thread.
   *
   * @param files the person's own files
   * @param clock town time
   */
  public Workstation(Stage stage, Options options, FileDoor files, Clock clock) {
    this.stage = stage;
    this.clock = clock;
    this.files = files;
    this.settings = new Settings(options.settings());
    this.connection = new Connection(settings, background, clock);
    this.dialogs = new WindowDialogs(root, background);
    options
        .server()
        .ifPresent(
            server ->
                options.authority().ifPresent(authority -> connection.enrol(server, authority)));
    readLook();
    root.getChildren().addFirst(content);
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    theme.dress(scene);
    scene.addEventFilter(InputEvent.ANY, event -> touched = System.nanoTime());
    stage.setScene(scene);
    stage.setTitle(Messages.of(Theme.class).get("product"));
    stage.setMinWidth(880);
    stage.setMinHeight(480);
    stage.setOnCloseRequest(
        event -> {
          event.consume();
          askToExit();
        });
    connection.onSessionEnded(this::lock);
    connection
        .line()
        .addListener(
            (line, before, now) -> {
              if (now.connected()) {
                sendWaiting();
              }
            });
    background.every(HEARTBEAT, this::beat);
    background.every(IDLE_LOOK, this::lockWhenIdle);
  }

  private void readLook() {
    theme
        .textSize()
        .set(
            settings
                .get(Settings.TEXT_SIZE)
                .map(size -> Theme.TextSize.valueOf(size.toUpperCase(Locale.ROOT)))
                .orElse(Theme.TextSize.NORMAL));
    theme.highContrast().set(settings.get(Settings.HIGH_CONTRAST).orElse("").equals("true"));
    theme
        .textSize()
        .addListener(
            (size, before, now) ->
                settings.set(Settings.TEXT_SIZE, now.name().toLowerCase(Locale.ROOT)));
    theme
        .highContrast()
        .addListener(
            (contrast, before, now) -> settings.set(Settings.HIGH_CONTRAST, now ? "true" : ""));
  }

  /** Calls back when the window is to go. */
  public void onExit(Runnable act) {
    exit = act;
  }

  /** The look of the window. */
  public Theme theme() {
    return theme;
  }

  /** Shows the window with the sign-in. */
  public void show() {
    showSignIn("");
    stage.show();
  }

  private void showSignIn(String account) {
    SignInView view =
        new SignInView(new SignInModel(connection, settings, background, account, this::signedIn));
    content.getChildren().setAll(view);
    locked = !account.isEmpty();
  }

  /** Goes back to where the same account was, or lays out a new desk. */
  private void signedIn(SignInModel.Opened opened) {
    if (desk != null && desk.session().account().equals(opened.session().account())) {
      locked = false;
      content.getChildren().setAll(desk.view());
      if (desk.shell().selected().get() != null) {
        desk.shell().selected().get().shown();
      }
      sendWaiting();
      return;
    }
    background.run(
        () -> fetch(opened),
        fetched -> {
          desk = layOut(fetched);
          locked = false;
          content.getChildren().setAll(desk.view());
          desk.shell().restoreTabs();
          sendWaiting();
        },
        problem -> {
          dialogs.refuse(problem);
          showSignIn("");
        });
  }

  /** What is fetched after the sign-in. */
  private record Fetched(
      Session session, Catalogue catalogue, AreaTree areas, SealedFolder folder) {}

  private Fetched fetch(SignInModel.Opened opened) {
    Session session = opened.session();
    Catalogue catalogue = connection.fetchCatalogue();
    AreaTree areas = new AreaTree(connection.getList(Paths.AREAS, Area.class));
    catalogue.find(GRID).ifPresent(type -> fetchGrids(type, areas));
    // The folder's name tells no account.
    String name =
        java.util
            .UUID
            .nameUUIDFromBytes(
                (settings.get(Settings.SERVER).orElse("") + session.account())
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .toString();
    SealedFolder folder =
        SealedFolder.open(settings.folder().resolve("work").resolve(name), opened.password());
    return new Fetched(session, catalogue, areas, folder);
  }

  /** Grids are records of their villages, not places of the tree. */
  private void fetchGrids(RecordType type, AreaTree areas) {
    ServerRecords calls = new ServerRecords(connection, record -> {});
    Query query = new Query("", List.of(), "", true, Optional.empty(), 200, false);
    Page<Record> page = calls.query(type, query);
    page.rows().forEach(grid -> takeGrid(grid, areas));
    while (page.next().isPresent()) {
      page = calls.query(type, query.from(page.next().get()));
      page.rows().forEach(grid -> takeGrid(grid, areas));
    }
  }

  private static void takeGrid(Record grid, AreaTree areas) {
    String code = grid.values().text("grid_code");
    String name = grid.values().text("grid_name");
    if (code != null && name != null && code.length() == GRID_DIGITS) {
      areas.add(new Area(code, name, AreaTree.GRID, grid.area()));
    }
  }

  private Desk layOut(Fetched fetched) {
    Session session = fetched.session();
    Workplace workplace = new Workplace(session, fetched.catalogue(), fetched.areas());
    KnownTitles titles = new KnownTitles();
    ServerRecords calls = new ServerRecords(connection, titles::learn);
    ServerReferences references = new ServerReferences(calls, background, titles);
    Display display = new Display(fetched.catalogue(), fetched.areas(), titles::of);
    references.setDisplay(display);
    SealedDrafts drafts =
        new SealedDrafts(fetched.folder(), fetched.catalogue(), connection.codec(), background);
    List<RecordsFeature> toTell = new ArrayList<>();
    SealedOutbox outbox =
        new SealedOutbox(
            fetched.folder(),
            fetched.catalogue(),
            connection.codec(),
            calls,
            drafts,
            background,
            saved -> toTell.forEach(feature -> feature.saved(saved)));
    StatusModel status = StatusModel.of(connection.line(), drafts.count(), outbox.count());
    RecordModel.Tools tools =
        new RecordModel.Tools(
            workplace,
            calls,
            drafts,
            outbox,
            background,
            new FormContext(fetched.catalogue(), fetched.areas(), references, clock),
            display,
            new Revealing(),
            saved -> told(saved, toTell, status));
    RecordsFeature records =
        new RecordsFeature(tools, dialogs, theme, Map.of(EventsFeature.TYPE, EventsFeature.KEY));
    toTell.add(records);
    OutboxFeature waiting =
        new OutboxFeature(
            fetched.catalogue(), fetched.folder(), drafts, outbox, background, dialogs, theme);
    WorkPages pages =
        new WorkPages(
            new WorkPages.Parts(
                workplace,
                connection,
                display,
                drafts,
                outbox,
                background,
                dialogs,
                files,
                theme,
                saved -> told(saved, toTell, status),
                () -> LocalDateTime.now(clock)));
    List<Feature> features = new ArrayList<>(List.of(records, waiting));
    features.addAll(pages.features());
    ShellModel shell = new ShellModel(features, settings, session.account(), background);
    records.setNavigator(shell);
    waiting.setNavigator(shell);
    pages.setNavigator(shell);
    ShellView view =
        new ShellView(
            shell,
            status,
            session.areaName(),
            session.person(),
            theme,
            dialogs,
            background,
            new ShellView.Acts(
                this::askNewPassword,
                this::lock,
                this::askToSignOut,
                () -> shell.open(OutboxFeature.PAGE)));
    return new Desk(session, fetched.areas(), fetched.folder(), drafts, outbox, shell, view);
  }

  private void told(Saved saved, List<RecordsFeature> toTell, StatusModel status) {
    if (saved.record().type().equals(GRID) && desk != null) {
      takeGrid(saved.record(), desk.areas());
    }
    status.lastSave().set(java.time.LocalTime.now(clock));
    toTell.forEach(feature -> feature.saved(saved));
  }

  private void beat() {
    if (!connection.line().get().connected()) {
      background.run(connection::answers, answers -> {}, problem -> {});
    }
  }

  private void sendWaiting() {
    if (desk != null && !locked && desk.outbox().count().get() > 0) {
      SealedOutbox outbox = desk.outbox();
      background.run(
          () -> {
            outbox.send();
            return true;
          },
          done -> {},
          dialogs::refuse);
    }
  }

  private void lockWhenIdle() {
    if (desk != null && !locked && System.nanoTime() - touched > IDLE.toNanos()) {
      lock();
    }
  }

  /** Covers the desk until the password is given again; what is typed stays where it is. */
  private void lock() {
    if (desk != null && !locked) {
      showSignIn(desk.session().account());
    }
  }

  private void askNewPassword() {
    new PasswordPanel(
            dialogs,
            background,
            connection,
            next -> {
              desk.folder().relock(next);
              dialogs.say(TEXT.get("password.changed"));
            })
        .show();
  }

  private void askToSignOut() {
    if (desk.shell().hasUnsaved()) {
      dialogs.confirm(
          new Dialogs.Question(
              TEXT.get("leave.title"),
              TEXT.get("leave.sentence"),
              TEXT.get("leave.sign-out"),
              false),
          this::signOut);
    } else {
      signOut();
    }
  }

  private void signOut() {
    Desk left = desk;
    desk = null;
    List.copyOf(left.shell().pages()).forEach(org.wangge.client.ui.Page::closed);
    background.run(
        () -> {
          connection.signOut();
          return true;
        },
        done -> {},
        problem -> LOG.info("Sign-out was not heard by the server", problem));
    showSignIn("");
  }

  private void askToExit() {
    if (desk != null && !locked && desk.shell().hasUnsaved()) {
      dialogs.confirm(
          new Dialogs.Question(
              TEXT.get("leave.title"), TEXT.get("leave.sentence"), TEXT.get("leave.exit"), false),
          exit);
    } else {
      exit.run();
    }
  }

  @Override
  public void close() {
    connection.close();
    background.close();
  }
}
