package org.wangge.client.outbox;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Draft;
import org.wangge.client.connection.SealedDrafts;
import org.wangge.client.connection.SealedFolder;
import org.wangge.client.connection.SealedOutbox;
import org.wangge.client.connection.Waiting;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WordCell;

/** Drafts and waiting saves, each with what it is, since when, and why. */
final class OutboxPage implements Page {
  private static final Messages TEXT = Messages.of(OutboxPage.class);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final Catalogue catalogue;
  private final SealedFolder folder;
  private final SealedDrafts drafts;
  private final SealedOutbox outbox;
  private final Background background;
  private final Dialogs dialogs;
  private final Navigator navigator;
  private final Theme theme;
  private final TableView<Row> table = new TableView<>();
  private final HBox locked = new HBox(12);
  private final VBox view = new VBox();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("title"));
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);

  /** A line: a draft, or a waiting save. */
  private record Row(
      String state, String type, String title, LocalDateTime at, String reason, Draft draft) {}

  OutboxPage(
      Catalogue catalogue,
      SealedFolder folder,
      SealedDrafts drafts,
      SealedOutbox outbox,
      Background background,
      Dialogs dialogs,
      Navigator navigator,
      Theme theme) {
    this.catalogue = catalogue;
    this.folder = folder;
    this.drafts = drafts;
    this.outbox = outbox;
    this.background = background;
    this.dialogs = dialogs;
    this.navigator = navigator;
    this.theme = theme;
    build();
    drafts.count().addListener((count, before, now) -> refresh());
    outbox.count().addListener((count, before, now) -> refresh());
    refresh();
  }

  private void build() {
    view.getStyleClass().add("page");
    Label heading = new Label(TEXT.get("title"));
    heading.getStyleClass().add(Styles.TITLE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button send = new Button(TEXT.get("act.send"), Icon.SYNC.node());
    send.disableProperty().bind(outbox.count().isEqualTo(0));
    send.setOnAction(event -> send());
    HBox head = new HBox(heading, gap, send);
    head.getStyleClass().add("page-head");
    Label sentence = new Label(TEXT.get("sentence"));
    sentence.getStyleClass().add(Styles.MUTED);
    sentence.setWrapText(true);
    locked.getStyleClass().addAll("banner", Styles.WARNING);
    locked.setAlignment(Pos.CENTER_LEFT);
    table.setId("outbox");
    table.setAccessibleText(TEXT.get("title"));
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.getColumns().add(column("state", Row::state));
    table.getColumns().add(column("type", Row::type));
    table.getColumns().add(column("what", Row::title));
    table.getColumns().add(column("at", row -> MINUTE.format(row.at())));
    table.getColumns().add(column("reason", Row::reason));
    theme.measure(table, this::measure);
    VBox empty = new VBox(Icon.CHECK.node(), new Label(TEXT.get("empty")));
    empty.getStyleClass().add("empty-state");
    table.setPlaceholder(empty);
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
          } else if (event.getCode() == KeyCode.DELETE) {
            drop();
          } else {
            return;
          }
          event.consume();
        });
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open();
          }
        });
    Button open = new Button(TEXT.get("act.open"));
    open.setOnAction(event -> open());
    Button drop = new Button(TEXT.get("act.drop"));
    drop.setOnAction(event -> drop());
    for (Button button : List.of(open, drop)) {
      button
          .disableProperty()
          .bind(
              table
                  .getSelectionModel()
                  .selectedItemProperty()
                  .map(row -> row.draft() == null)
                  .orElse(true));
    }
    VBox.setVgrow(table, Priority.ALWAYS);
    view.getChildren().addAll(head, sentence, locked, table, new HBox(8, open, drop));
  }

  private void measure(double em) {
    double[] widths = {6.5, 8, 14, 10.6, 22};
    for (int index = 0; index < widths.length; index++) {
      table.getColumns().get(index).setPrefWidth(widths[index] * em);
    }
  }

  private static TableColumn<Row, String> column(String key, Function<Row, String> text) {
    TableColumn<Row, String> column = new TableColumn<>(TEXT.get("column." + key));
    column.setCellFactory(view -> new WordCell<>());
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }

  private void refresh() {
    List<Row> rows = new ArrayList<>();
    for (Waiting item : outbox.all()) {
      rows.add(
          new Row(
              TEXT.get("state.waiting"),
              catalogue.type(item.type()).label(),
              item.title(),
              item.at(),
              TEXT.get("reason.waiting"),
              null));
    }
    for (Draft draft : drafts.all()) {
      boolean returned = !draft.reason().isEmpty();
      rows.add(
          new Row(
              TEXT.get(returned ? "state.returned" : "state.draft"),
              catalogue.type(draft.type()).label(),
              draft.title(),
              draft.at(),
              draft.reason(),
              draft));
    }
    table.getItems().setAll(rows);
    table.getSelectionModel().selectFirst();
    showLocked();
  }

  private void showLocked() {
    background.run(
        folder::locked,
        count -> {
          locked.getChildren().clear();
          locked.setVisible(count > 0);
          locked.setManaged(count > 0);
          if (count > 0) {
            Label words = new Label(TEXT.get("locked", "count", count), Icon.LOCK.node());
            words.setWrapText(true);
            Button recover = new Button(TEXT.get("act.recover"));
            recover.setOnAction(event -> askOldPassword());
            locked.getChildren().addAll(words, recover);
          }
        },
        dialogs::refuse);
  }

  private void askOldPassword() {
    dialogs.askText(
        new Dialogs.TextQuestion(
            TEXT.get("recover.title"),
            TEXT.get("recover.sentence"),
            TEXT.get("recover.label"),
            TEXT.get("act.recover"),
            1,
            true),
        old ->
            background.run(
                () -> {
                  int count = folder.recover(old);
                  drafts.reload();
                  outbox.reload();
                  return count;
                },
                count -> {
                  dialogs.say(TEXT.get(count > 0 ? "recovered" : "recovered.none", "count", count));
                  refresh();
                },
                dialogs::refuse));
  }

  private void send() {
    background.run(
        () -> {
          outbox.send();
          return true;
        },
        done -> refresh(),
        dialogs::refuse);
  }

  private void open() {
    Row row = table.getSelectionModel().getSelectedItem();
    if (row == null || row.draft() == null) {
      return;
    }
    Draft draft = row.draft();
    RecordType type = catalogue.type(draft.type());
    navigator.open(
        draft.version() == 0
            ? Destination.of("records", type.key(), "draft", draft.id().toString())
            : Destination.of("records", type.key(), draft.id().toString()));
  }

  private void drop() {
    Row row = table.getSelectionModel().getSelectedItem();
    if (row != null && row.draft() != null) {
      dialogs.confirm(
          new Dialogs.Question(
              TEXT.get("drop.title", "title", row.title()),
              TEXT.get("drop.sentence"),
              TEXT.get("act.drop"),
              true),
          () -> drafts.drop(row.draft().id()));
    }
  }

  @Override
  public Destination destination() {
    return OutboxFeature.PAGE;
  }

  @Override
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    return List.of(KeyAct.of("F5", TEXT.get("key.reload"), this::refresh));
  }

  @Override
  public void shown() {
    refresh();
    background.onWindow(table::requestFocus);
  }

  @Override
  public void leave(Runnable close) {
    close.run();
  }
}
