package org.wangge.client.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WordCell;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.Picker;
import org.wangge.wire.AccountRow;

/** The list of accounts; the one that is made or changed stands beside it. */
final class AccountsPage implements Page {
  private static final Messages TEXT = Messages.of(AccountsPage.class);

  private final AccountsModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final BorderPane view = new BorderPane();
  private final TableView<AccountRow> table = new TableView<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("title"));
  private final VBox form = new VBox();
  private final ScrollPane side = new ScrollPane(form);
  private final Theme theme;
  private Node first;

  /**
   * The list.
   *
   * @param theme text size, columns are measured in it
   */
  AccountsPage(AccountsModel model, Dialogs dialogs, Background background, Theme theme) {
    this.theme = theme;
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    build();
    model.editing().subscribe(now -> showForm());
    model.edited().subscribe(now -> showForm());
    model
        .refusal()
        .addListener(
            (property, before, problem) -> {
              if (problem != null) {
                dialogs.refuse(problem);
                model.refusal().set(null);
              }
            });
  }

  private void build() {
    Label heading = new Label(TEXT.get("title"));
    heading.getStyleClass().add(Styles.TITLE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button add = new Button(TEXT.get("act.new"));
    add.setId("new-account");
    add.setGraphic(key("F2"));
    add.setContentDisplay(ContentDisplay.RIGHT);
    add.getStyleClass().add(Styles.PRIMARY);
    add.setOnAction(event -> startNew());
    HBox head = new HBox(heading, gap, add);
    head.getStyleClass().add("page-head");
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    table.setId("accounts");
    table.setAccessibleText(TEXT.get("title"));
    table.setItems(model.rows());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(TEXT.get("none")));
    table.getColumns().add(column("name", AccountRow::name));
    table.getColumns().add(column("person", AccountRow::person));
    table.getColumns().add(column("post", row -> model.postLabel(row.post())));
    table.getColumns().add(column("area", row -> model.areaName(row.area())));
    table.getColumns().add(states());
    double[] widths = {6, 4.5, 6, 6, 8.5};
    theme.measure(
        table,
        em -> {
          for (int index = 0; index < widths.length; index++) {
            table.getColumns().get(index).setMinWidth(widths[index] * em);
          }
        });
    table.setRowFactory(rows -> row());
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          AccountRow row = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            model.edit(row);
            event.consume();
          }
        });
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().add("account-side");
    side.setFocusTraversable(false);
    form.getStyleClass().addAll(Styles.CARD, "account-form");
    HBox middle = new HBox(12, table, side);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox page = new VBox(head, loading, middle);
    VBox.setVgrow(middle, Priority.ALWAYS);
    page.getStyleClass().addAll("page", "accounts-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private TableRow<AccountRow> row() {
    TableRow<AccountRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !row.isEmpty()) {
            model.edit(row.getItem());
          }
        });
    return row;
  }

  private static TableColumn<AccountRow, String> column(
      String key, Function<AccountRow, String> value) {
    TableColumn<AccountRow, String> column = new TableColumn<>(TEXT.get(key));
    column.setId("account-column-" + key);
    column.setCellFactory(view -> new WordCell<>());
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private TableColumn<AccountRow, AccountRow> states() {
    TableColumn<AccountRow, AccountRow> column = new TableColumn<>(TEXT.get("state"));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        rows ->
            new TableCell<>() {
              @Override
              protected void updateItem(AccountRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                  setGraphic(null);
                  return;
                }
                boolean locked = model.isLocked(row);
                Icon icon = !row.enabled() ? Icon.CANCEL : locked ? Icon.LOCK : Icon.CHECK;
                Label state = new Label(model.stateOf(row), icon.node());
                state
                    .getStyleClass()
                    .addAll(
                        Styles.STATE,
                        !row.enabled() ? "plain" : locked ? Styles.WARNING : Styles.SUCCESS);
                state.setMinWidth(Region.USE_PREF_SIZE);
                setGraphic(state);
              }
            });
    return column;
  }

  private static Label key(String words) {
    Label key = new Label(words);
    key.getStyleClass().add("key");
    return key;
  }

  private void showForm() {
    boolean editing = model.editing().get();
    side.setVisible(editing);
    side.setManaged(editing);
    form.getChildren().clear();
    if (!editing) {
      return;
    }
    boolean isNew = model.edited().get() == null;
    Label heading =
        new Label(
            isNew
                ? TEXT.get("form.new")
                : TEXT.get("form.change", "name", model.edited().get().name()));
    heading.getStyleClass().add(Styles.HEADING);
    TextField name = text("name", model.name());
    name.setPromptText(TEXT.get("name.prompt"));
    TextField person = text("person", model.person());
    Picker post = new Picker(model.posts(), model.post(), TEXT.get("post"));
    post.setId("account-post");
    Picker area = new Picker(model.areas(), model.area(), TEXT.get("area"));
    area.setId("account-area");
    CheckBox enabled = new CheckBox(TEXT.get("enabled"));
    enabled.setId("account-enabled");
    enabled.selectedProperty().bindBidirectional(model.enabled());
    VBox grants = new VBox(4);
    AccountsModel.grants().forEach((key, label) -> grants.getChildren().add(grant(key, label)));
    TextField password = text("password", model.password());
    password.getStyleClass().add("first-password");
    if (!isNew) {
      password.setPromptText(TEXT.get("password.keep"));
    }
    Button another = new Button(TEXT.get("password.new"), Icon.KEY.node());
    another.setId("new-password");
    another.setMinWidth(Region.USE_PREF_SIZE);
    another.setOnAction(event -> model.newPassword());
    HBox passwordRow = new HBox(8, password, another);
    HBox.setHgrow(password, Priority.ALWAYS);
    Label hint = new Label(TEXT.get("password.hint"));
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    hint.getStyleClass().addAll(Styles.MUTED, "small");
    Label missing = new Label("", Icon.ERROR.node());
    missing.setId("account-sentence");
    missing.getStyleClass().addAll("field-sentence", "danger");
    missing.textProperty().bind(model.sentence());
    missing.visibleProperty().bind(model.sentence().isNotEmpty());
    missing.managedProperty().bind(model.sentence().isNotEmpty());
    Button save = new Button(TEXT.get("act.save"));
    save.setId("save-account");
    save.setGraphic(key("Ctrl+S"));
    save.setContentDisplay(ContentDisplay.RIGHT);
    save.getStyleClass().add(Styles.PRIMARY);
    save.setOnAction(event -> save());
    Button back = new Button(TEXT.get("act.back"));
    back.setOnAction(event -> giveUp());
    HBox acts = new HBox(8, save, back);
    acts.setAlignment(Pos.CENTER_LEFT);
    form.getChildren()
        .addAll(
            heading,
            field("name", name),
            field("person", person),
            field("post", post),
            field("area", area),
            enabled,
            field("granted", grants),
            field("password", passwordRow),
            hint,
            missing,
            acts);
    first = isNew ? name : person;
    background.onWindow(() -> first.requestFocus());
  }

  private CheckBox grant(String key, String label) {
    CheckBox box = new CheckBox(label);
    box.setId("account-grant-" + key);
    box.setSelected(model.granted().contains(key));
    box.selectedProperty()
        .subscribe(
            chosen -> {
              if (chosen) {
                model.granted().add(key);
              } else {
                model.granted().remove(key);
              }
            });
    return box;
  }

  private TextField text(String key, javafx.beans.property.StringProperty value) {
    TextField field = new TextField();
    field.setId("account-" + key + "-field");
    field.setAccessibleText(TEXT.get(key));
    field.textProperty().bindBidirectional(value);
    // Enter goes on, as in every form.
    field.setOnAction(event -> field.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT));
    return field;
  }

  private static Node field(String key, Node editor) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(editor);
    return new VBox(2, label, editor);
  }

  private void startNew() {
    ifNothingLost(model::startNew);
  }

  private void giveUp() {
    ifNothingLost(
        () -> {
          model.giveUp();
          table.requestFocus();
        });
  }

  private void ifNothingLost(Runnable act) {
    if (!model.unsaved().get()) {
      act.run();
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            TEXT.get("leave.title"), TEXT.get("leave.sentence"), TEXT.get("leave.act"), true),
        act);
  }

  private void save() {
    model.save(
        saved -> {
          if (saved.password().isEmpty()) {
            dialogs.say(TEXT.get("saved", "name", saved.row().name()));
          } else {
            tellPassword(saved);
          }
        });
  }

  /** The first password is shown once, to be written down or read out. */
  private void tellPassword(AccountsModel.Saving saved) {
    Label sentence =
        new Label(
            TEXT.get(
                "password.told",
                Map.of("person", saved.row().person(), "name", saved.row().name())));
    sentence.setWrapText(true);
    TextField password = new TextField(saved.password());
    password.setId("told-password");
    password.setEditable(false);
    password.setAccessibleText(TEXT.get("password"));
    password.getStyleClass().add("first-password");
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("password.title"),
            new VBox(12, sentence, password),
            null,
            false,
            List.of(new Dialogs.Act(TEXT.get("password.done"), Styles.PRIMARY, opened -> true)),
            false));
  }

  @Override
  public Destination destination() {
    return AccountsFeature.PAGE;
  }

  @Override
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty unsaved() {
    return model.unsaved();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    return List.of(
        KeyAct.of("F2", TEXT.get("act.new"), this::startNew),
        KeyAct.of("F5", TEXT.get("key.reload"), model::load),
        KeyAct.of("Ctrl+S", TEXT.get("act.save"), this::save),
        KeyAct.of(
            "Esc",
            "",
            () -> {
              if (model.editing().get()) {
                giveUp();
              }
            }));
  }

  @Override
  public void shown() {
    if (model.rows().isEmpty()) {
      model.load();
    }
    background.onWindow(() -> (model.editing().get() ? first : table).requestFocus());
  }

  @Override
  public void leave(Runnable close) {
    ifNothingLost(close);
  }
}
