package org.wangge.client.shell;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.client.connection.LineState;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;

/** The window of a signed-in account. */
public final class ShellView extends BorderPane {
  private static final Messages TEXT = Messages.of(ShellView.class);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  /** Width of a window, in em, below which the navigation keeps to its icons. */
  private static final double SMALL = 64;

  private final ShellModel model;
  private final StatusModel status;
  private final Theme theme;
  private final Dialogs dialogs;
  private final Finder finder;
  private final NavigationView navigation;
  private final StackPane pageArea = new StackPane();
  private final HBox keyHints = new HBox();
  private final List<KeyAct> everywhere;

  /**
   * What the user menu does beside the look of the window.
   *
   * @param changePassword asks for a new password
   * @param lock asks for the password before going on
   * @param signOut ends the session
   * @param openOutbox shows drafts and waiting saves
   */
  public record Acts(
      Runnable changePassword, Runnable lock, Runnable signOut, Runnable openOutbox) {}

  /**
   * Builds the window.
   *
   * @param area name of the account's area
   * @param person name of the person
   */
  public ShellView(
      ShellModel model,
      StatusModel status,
      String area,
      String person,
      Theme theme,
      Dialogs dialogs,
      Background background,
      Acts acts) {
    this.model = model;
    this.status = status;
    this.theme = theme;
    this.dialogs = dialogs;
    this.finder = new Finder(model, dialogs, background);
    this.navigation = new NavigationView(model);
    everywhere =
        List.of(
            KeyAct.of("F1", TEXT.get("keys.help"), this::showHelp),
            KeyAct.of("Ctrl+K", TEXT.get("help.find"), finder::open),
            KeyAct.of("Ctrl+Tab", TEXT.get("help.next-tab"), () -> model.selectBeside(1)),
            KeyAct.of(
                "Ctrl+Shift+Tab", TEXT.get("help.previous-tab"), () -> model.selectBeside(-1)),
            KeyAct.of("Ctrl+W", TEXT.get("help.close-tab"), this::closeFront),
            KeyAct.of("F6", TEXT.get("help.region"), this::changeRegion),
            KeyAct.of("Ctrl+L", TEXT.get("help.large"), this::changeTextSize));
    setTop(titleRow(area, person, acts));
    setLeft(navigation);
    BorderPane middle = new BorderPane(pageArea);
    middle.setTop(new TabRow(model, finder::open));
    pageArea.getStyleClass().add("page-area");
    setCenter(middle);
    setBottom(statusLine(acts));
    model.selected().addListener((selected, before, page) -> showPage(page));
    model
        .refusal()
        .addListener(
            (refusal, before, problem) -> {
              if (problem != null) {
                dialogs.refuse(problem);
                model.refusal().set(null);
              }
            });
    // A filter, since a focused text field would keep Ctrl+K and its like for itself.
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode().isFunctionKey() || event.isShortcutDown()) {
            onKey(event);
          }
        });
    // Plain keys belong to the field or list first.
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!event.isConsumed()) {
            onKey(event);
          }
        });
    showPage(model.selected().get());
    // On a small screen the page needs the room; the navigation can still be opened by hand.
    sceneProperty()
        .flatMap(Scene::widthProperty)
        .map(width -> width.doubleValue() < SMALL * theme.textSize().get().pixels())
        .orElse(false)
        .subscribe(navigation::setNarrow);
  }

  private Node titleRow(String area, String person, Acts acts) {
    Label product =
        new Label(
            TEXT.get(
                "title", Map.of("product", Messages.of(Theme.class).get("product"), "area", area)));
    product.getStyleClass().add("product");
    product.setMinWidth(Region.USE_PREF_SIZE);
    Button find = new Button();
    Label findWords = new Label(TEXT.get("find.button"));
    Label findKey = new Label("Ctrl+K");
    findKey.getStyleClass().add("key");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox findContent = new HBox(8, Icon.SEARCH.node(), findWords, gap, findKey);
    findContent.setAlignment(Pos.CENTER_LEFT);
    findContent.prefWidthProperty().bind(find.widthProperty().subtract(24));
    find.setGraphic(findContent);
    find.setAccessibleText(TEXT.get("find.button"));
    find.getStyleClass().add("finder");
    find.setOnAction(event -> finder.open());
    Region left = new Region();
    Region right = new Region();
    HBox.setHgrow(left, Priority.ALWAYS);
    HBox.setHgrow(right, Priority.ALWAYS);
    Label line = new Label();
    line.getStyleClass().add("connection");
    line.setMinWidth(Region.USE_PREF_SIZE);
    status.line().subscribe(state -> showLine(line, state));
    MenuButton user = userMenu(person, acts);
    HBox row = new HBox(product, left, find, right, line, user);
    row.getStyleClass().add("title-row");
    return row;
  }

  private static void showLine(Label label, LineState state) {
    label.getStyleClass().remove("away");
    if (state.connected()) {
      label.setText(TEXT.get("line.connected"));
      label.setGraphic(Icon.CONNECTED.node());
      label.setTooltip(null);
    } else {
      label.setText(TEXT.get("line.away", "since", CLOCK.format(state.since())));
      label.setGraphic(Icon.OFFLINE.node());
      label.getStyleClass().add("away");
      label.setTooltip(new Tooltip(TEXT.get("line.away.hint")));
    }
  }

  private MenuButton userMenu(String person, Acts acts) {
    MenuItem size = new MenuItem();
    size.setOnAction(event -> changeTextSize());
    theme
        .textSize()
        .subscribe(
            now ->
                size.setText(
                    TEXT.get(
                        now == Theme.TextSize.NORMAL
                            ? "user.text-size"
                            : "user.text-size.normal")));
    javafx.scene.control.CheckMenuItem contrast =
        new javafx.scene.control.CheckMenuItem(TEXT.get("user.contrast"));
    contrast.selectedProperty().bindBidirectional(theme.highContrast());
    MenuItem password = new MenuItem(TEXT.get("user.password"));
    password.setOnAction(event -> acts.changePassword().run());
    MenuItem lock = new MenuItem(TEXT.get("user.lock"));
    lock.setOnAction(event -> acts.lock().run());
    MenuItem signOut = new MenuItem(TEXT.get("user.sign-out"));
    signOut.setOnAction(event -> acts.signOut().run());
    MenuButton user =
        new MenuButton(person, Icon.ACCOUNT.node(), size, contrast, password, lock, signOut);
    user.setId("user-menu");
    user.setAccessibleText(person);
    user.setMinWidth(Region.USE_PREF_SIZE);
    return user;
  }

  private Node statusLine(Acts acts) {
    Button drafts = new Button();
    drafts.setId("status-drafts");
    drafts.getStyleClass().add(Styles.FLAT);
    drafts.setOnAction(event -> acts.openOutbox().run());
    status.drafts().subscribe(count -> drafts.setText(TEXT.get("status.drafts", "count", count)));
    Button waiting = new Button();
    waiting.getStyleClass().add(Styles.FLAT);
    waiting.setOnAction(event -> acts.openOutbox().run());
    status
        .waiting()
        .subscribe(
            count -> {
              waiting.setText(TEXT.get("status.outbox", "count", count));
              waiting.setGraphic(count.intValue() > 0 ? Icon.OUTBOX.node() : null);
              waiting.getStyleClass().remove(Styles.WARNING);
              if (count.intValue() > 0) {
                waiting.getStyleClass().add(Styles.WARNING);
              }
            });
    Label saved = new Label();
    status.lastSave().subscribe(time -> saved.setText(savedText(time)));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    keyHints.setSpacing(12);
    keyHints.setAlignment(Pos.CENTER_RIGHT);
    HBox line = new HBox(drafts, waiting, saved, gap, keyHints);
    line.getStyleClass().add("status-line");
    return line;
  }

  private static String savedText(LocalTime time) {
    return time == null
        ? TEXT.get("status.saved.none")
        : TEXT.get("status.saved", "time", CLOCK.format(time));
  }

  private void showPage(Page page) {
    if (page == null) {
      pageArea.getChildren().setAll(emptyState());
      showKeys(List.of());
      return;
    }
    pageArea.getChildren().setAll(page.view());
    showKeys(page.keys());
    page.shown();
  }

  private Node emptyState() {
    Label title = new Label(TEXT.get("empty.title"));
    title.getStyleClass().add(Styles.TITLE);
    Label sentence = new Label(TEXT.get("empty.sentence"));
    sentence.getStyleClass().add(Styles.MUTED);
    VBox empty = new VBox(Icon.HOME.node(), title, sentence);
    empty.getStyleClass().add("empty-state");
    return empty;
  }

  private void showKeys(List<KeyAct> keys) {
    keyHints.getChildren().clear();
    List<KeyAct> told = new ArrayList<>();
    told.add(everywhere.getFirst());
    keys.stream().filter(act -> !act.label().isEmpty()).forEach(told::add);
    for (KeyAct act : told) {
      Label key = new Label(act.keyText());
      key.getStyleClass().add("key-cap");
      Label words = new Label(act.label());
      HBox hint = new HBox(4, key, words);
      hint.setAlignment(Pos.CENTER);
      keyHints.getChildren().add(hint);
    }
  }

  private void onKey(KeyEvent event) {
    Page page = model.selected().get();
    List<KeyAct> acts = new ArrayList<>(everywhere);
    if (page != null) {
      acts.addAll(page.keys());
    }
    for (KeyAct act : acts) {
      if (act.keys().match(event)) {
        event.consume();
        act.act().run();
        return;
      }
    }
  }

  private void closeFront() {
    if (model.selected().get() != null) {
      model.askToClose(model.selected().get());
    }
  }

  private void changeRegion() {
    Node focused = getScene().getFocusOwner();
    boolean inNavigation = false;
    for (Node node = focused; node != null; node = node.getParent()) {
      inNavigation |= node == navigation;
    }
    if (inNavigation && model.selected().get() != null) {
      model.selected().get().shown();
    } else {
      navigation.takeFocus();
    }
  }

  private void changeTextSize() {
    theme
        .textSize()
        .set(
            theme.textSize().get() == Theme.TextSize.NORMAL
                ? Theme.TextSize.LARGE
                : Theme.TextSize.NORMAL);
  }

  private void showHelp() {
    if (dialogs.isOpen()) {
      return;
    }
    GridPane keys = new GridPane(24, 8);
    int row = 0;
    Page page = model.selected().get();
    if (page != null) {
      row = helpPart(keys, row, TEXT.get("help.here"), page.keys());
    }
    helpPart(keys, row, TEXT.get("help.everywhere"), everywhere);
    dialogs.show(new Dialogs.Panel(TEXT.get("help.title"), keys, null, false, List.of(), true));
  }

  private static int helpPart(GridPane keys, int first, String title, List<KeyAct> acts) {
    int row = first;
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.HEADING);
    keys.add(heading, 0, row++, 2, 1);
    for (KeyAct act : acts) {
      if (!act.label().isEmpty()) {
        Label key = new Label(act.keyText());
        key.getStyleClass().add("key-cap");
        keys.add(key, 0, row);
        keys.add(new Label(act.label()), 1, row++);
      }
    }
    return row;
  }
}
