package org.wangge.client.visits;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
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
import org.wangge.client.ui.WordArea;
import org.wangge.client.ui.WordCell;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.Picker;
import org.wangge.client.work.Tone;
import org.wangge.wire.VisitDue;

/** The list of visits that are due; the one that was just made is typed beside it. */
final class VisitsPage implements Page {
  private static final Messages TEXT = Messages.of(VisitsPage.class);

  private final VisitsModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final Theme theme;
  private final Consumer<VisitsModel.EventStart> startEvent;
  private final BorderPane view = new BorderPane();
  private final TableView<VisitDue> table = new TableView<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("title"));
  private final VBox form = new VBox();
  private final ScrollPane side = new ScrollPane(form);
  private Node first;

  /**
   * The list.
   *
   * @param theme text size, columns are measured in it
   * @param startEvent opens the form of an event
   */
  VisitsPage(
      VisitsModel model,
      Dialogs dialogs,
      Background background,
      Theme theme,
      Consumer<VisitsModel.EventStart> startEvent) {
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.theme = theme;
    this.startEvent = startEvent;
    build();
    model.opened().subscribe(row -> showForm(row));
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
    Label rate = new Label();
    rate.setId("visit-rate");
    rate.getStyleClass().add(Styles.MUTED);
    rate.textProperty().bind(model.rate());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Picker place = picker("place", model.places(), model.place());
    Picker state = picker("state", model.states(), model.state());
    place.setMaxWidth(Region.USE_PREF_SIZE);
    state.setMaxWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(12, heading, rate, gap, place, state);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("page-head");
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    buildTable();
    Label more = new Label();
    more.setId("visit-more");
    more.getStyleClass().add(Styles.MUTED);
    model
        .total()
        .subscribe(
            count -> {
              boolean cut = count.intValue() > model.rows().size();
              more.setText(
                  cut
                      ? TEXT.get("more", Map.of("shown", model.rows().size(), "total", count))
                      : TEXT.get("total", "total", count));
            });
    side.setFitToWidth(true);
    side.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    side.getStyleClass().add("account-side");
    side.setFocusTraversable(false);
    form.getStyleClass().addAll(Styles.CARD, "account-form");
    HBox middle = new HBox(12, table, side);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox page = new VBox(head, loading, middle, more);
    VBox.setVgrow(middle, Priority.ALWAYS);
    page.getStyleClass().addAll("page", "visits-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private void buildTable() {
    table.setId("visits");
    table.setAccessibleText(TEXT.get("title"));
    table.setItems(model.rows());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label none = new Label(TEXT.get("none"));
    none.setWrapText(true);
    table.setPlaceholder(none);
    table.getColumns().add(column("name", VisitDue::name));
    table.getColumns().add(column("kind", model::kindOf));
    table.getColumns().add(column("grid", model::placeOf));
    table
        .getColumns()
        .add(
            column(
                "last",
                row -> row.lastVisit() == null ? TEXT.get("never") : row.lastVisit().toString()));
    table.getColumns().add(column("due", row -> row.due().toString()));
    table.getColumns().add(states());
    double[] widths = {5, 7, 5.5, 6.5, 6.5, 8};
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
          VisitDue row = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && row != null) {
            open(row);
            event.consume();
          }
        });
  }

  private TableRow<VisitDue> row() {
    TableRow<VisitDue> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !row.isEmpty()) {
            open(row.getItem());
          }
        });
    return row;
  }

  private static TableColumn<VisitDue, String> column(
      String key, Function<VisitDue, String> value) {
    TableColumn<VisitDue, String> column = new TableColumn<>(TEXT.get(key));
    column.setId("visit-column-" + key);
    column.setCellFactory(rows -> new WordCell<>());
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private TableColumn<VisitDue, VisitDue> states() {
    TableColumn<VisitDue, VisitDue> column = new TableColumn<>(TEXT.get("state"));
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        rows ->
            new TableCell<>() {
              @Override
              protected void updateItem(VisitDue row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                  setGraphic(null);
                  return;
                }
                Tone tone =
                    switch (row.state()) {
                      case "overdue" -> Tone.LATE;
                      case "soon" -> Tone.SOON;
                      default -> Tone.CALM;
                    };
                Label state = new Label(model.stateOf(row), tone.icon().node());
                state.getStyleClass().addAll(Styles.STATE, tone.style());
                state.setMinWidth(Region.USE_PREF_SIZE);
                setGraphic(state);
              }
            });
    return column;
  }

  private void showForm(VisitDue row) {
    side.setVisible(row != null);
    side.setManaged(row != null);
    form.getChildren().clear();
    if (row == null) {
      return;
    }
    Label heading = new Label(TEXT.get("form", "name", row.name()));
    heading.getStyleClass().add(Styles.HEADING);
    heading.setWrapText(true);
    WordArea situation = area("situation", model.situation());
    CheckBox met = box("met", model.met());
    CheckBox asEvent = box("as-event", model.asEvent());
    asEvent.setVisible(model.mayMakeEvent());
    asEvent.setManaged(model.mayMakeEvent());
    Label missing = new Label("", Icon.ERROR.node());
    missing.setId("visit-sentence");
    missing.setWrapText(true);
    missing.getStyleClass().addAll("field-sentence", "danger");
    missing.textProperty().bind(model.sentence());
    missing.visibleProperty().bind(model.sentence().isNotEmpty());
    missing.managedProperty().bind(model.sentence().isNotEmpty());
    Button save = new Button(TEXT.get("act.save"));
    save.setId("save-visit");
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
            field("situation", situation),
            field("difficulty", area("difficulty", model.difficulty())),
            met,
            field("day", day()),
            field("way", picker("way", model.ways(), model.way())),
            field("visitor", picker("visitor", model.visitors(), model.visitor())),
            asEvent,
            missing,
            acts);
    first = situation;
  }

  private DatePicker day() {
    DatePicker day = new DatePicker();
    day.setId("visit-day");
    day.setAccessibleText(TEXT.get("day"));
    day.getEditor().setAccessibleText(TEXT.get("day"));
    day.setMaxWidth(Double.MAX_VALUE);
    day.valueProperty().bindBidirectional(model.day());
    return day;
  }

  private static Picker picker(String key, Map<String, String> names, StringProperty chosen) {
    Picker picker = new Picker(names, chosen, TEXT.get(key));
    picker.setId("visit-" + key);
    return picker;
  }

  private static CheckBox box(String key, javafx.beans.property.BooleanProperty value) {
    CheckBox box = new CheckBox(TEXT.get(key));
    box.setId("visit-" + key);
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private static WordArea area(String key, StringProperty value) {
    WordArea area = new WordArea();
    area.setId("visit-" + key);
    area.setAccessibleText(TEXT.get(key));
    area.setPrefRowCount(3);
    area.textProperty().bindBidirectional(value);
    return area;
  }

  private static Label key(String words) {
    Label key = new Label(words);
    key.getStyleClass().add("key");
    return key;
  }

  private static Node field(String key, Node editor) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(editor);
    return new VBox(2, label, editor);
  }

  private void open(VisitDue row) {
    ifNothingLost(
        () -> {
          model.open(row);
          if (model.opened().get() != null) {
            background.onWindow(() -> first.requestFocus());
          }
        });
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
        next -> {
          dialogs.say(TEXT.get("saved"));
          next.ifPresentOrElse(startEvent, table::requestFocus);
        });
  }

  @Override
  public Destination destination() {
    return VisitsFeature.PAGE;
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
        KeyAct.of("F5", TEXT.get("key.reload"), model::load),
        KeyAct.of("Ctrl+S", TEXT.get("act.save"), this::save),
        KeyAct.of(
            "Esc",
            "",
            () -> {
              if (model.opened().get() != null) {
                giveUp();
              }
            }));
  }

  @Override
  public void shown() {
    if (model.opened().get() == null) {
      model.load();
    }
    background.onWindow(() -> (model.opened().get() != null ? first : table).requestFocus());
  }

  @Override
  public void leave(Runnable close) {
    ifNothingLost(close);
  }
}
