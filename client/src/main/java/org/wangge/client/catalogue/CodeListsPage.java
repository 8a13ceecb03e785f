package org.wangge.client.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
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
import org.wangge.catalogue.CodeList;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WordCell;
import org.wangge.client.work.EnterFires;
import org.wangge.wire.CodeListRow;

/** The code lists at the left, the values of the chosen one at the right, a value below them. */
final class CodeListsPage implements Page {
  private static final Messages TEXT = Messages.of(CodeListsPage.class);

  private final CodeListsModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final BorderPane view = new BorderPane();
  private final TableView<CodeListRow> lists = new TableView<>();
  private final TableView<CodeList.Value> values = new TableView<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("lists.title"));
  private final Label heading = new Label();
  private final Label state = new Label();
  private final Label usedBy = new Label();
  private final Button verified =
      Parts.act("act.verified", "", () -> model().confirmList(row -> saved(row)));
  private final Button addValue = Parts.act("act.value", "F2", () -> model().startValue());
  private final VBox form = new VBox(8);
  private final Theme theme;
  private Node first;

  CodeListsPage(CodeListsModel model, Dialogs dialogs, Background background, Theme theme) {
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.theme = theme;
    build();
    model.list().subscribe(now -> showList());
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

  private CodeListsModel model() {
    return model;
  }

  private void build() {
    Label pageTitle = new Label(TEXT.get("lists.title"));
    pageTitle.getStyleClass().add(Styles.TITLE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button addList = Parts.act("act.list", "", () -> ifNothingLost(model::startList));
    HBox head = new HBox(8, pageTitle, gap, addList);
    head.getStyleClass().add("page-head");
    HBox middle = new HBox(12, left(), right());
    HBox.setHgrow(middle.getChildren().get(1), Priority.ALWAYS);
    VBox page = new VBox(head, Parts.loading(model.busy()), middle);
    VBox.setVgrow(middle, Priority.ALWAYS);
    page.getStyleClass().add("page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private Node left() {
    TextField words = Parts.text("words", model.words());
    words.setPromptText(TEXT.get("words.prompt"));
    CheckBox unverified = new CheckBox(TEXT.get("unverified.only"));
    unverified.setId("unverified-only");
    unverified.selectedProperty().bindBidirectional(model.unverifiedOnly());
    lists.setId("code-lists");
    lists.setAccessibleText(TEXT.get("lists.title"));
    lists.setItems(model.lists());
    lists.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    lists.setPlaceholder(new Label(TEXT.get("lists.none")));
    lists.getColumns().add(column("list.label", 9, CodeListRow::label));
    lists
        .getColumns()
        .add(
            column(
                "list.state",
                5,
                row -> TEXT.get(row.verified() ? "list.verified" : "list.unverified")));
    lists
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (selection, before, now) -> {
              boolean other =
                  now != null
                      && (model.list().get() == null
                          || !model.list().get().key().equals(now.key()));
              if (other) {
                ifNothingLost(() -> model.open(now));
              }
            });
    VBox left = new VBox(8, words, unverified, lists);
    VBox.setVgrow(lists, Priority.ALWAYS);
    theme.measure(
        left,
        em -> {
          left.setPrefWidth(20 * em);
          left.setMinWidth(16 * em);
        });
    return left;
  }

  private Node right() {
    heading.getStyleClass().add(Styles.HEADING);
    heading.setMinWidth(0);
    state.getStyleClass().add(Styles.STATE);
    state.setMinWidth(Region.USE_PREF_SIZE);
    usedBy.getStyleClass().addAll(Styles.MUTED, "small");
    usedBy.setWrapText(true);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(8, heading, state, gap, verified, addValue);
    head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    values.setId("code-values");
    values.setAccessibleText(TEXT.get("values.table"));
    values.setItems(model.values());
    values.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    values.setPlaceholder(new Label(TEXT.get("values.none")));
    values.getColumns().add(column("code", 4, CodeList.Value::code));
    values.getColumns().add(column("label", 10, CodeList.Value::label));
    values.getColumns().add(column("parent", 4, CodeList.Value::parent));
    values.getColumns().add(column("provinceCode", 6, CodeList.Value::provinceCode));
    values
        .getColumns()
        .add(
            column(
                "value.state",
                6,
                value -> TEXT.get(model.inForce(value) ? "value.in-force" : "value.ended")));
    values.getColumns().add(column("synonyms", 10, value -> String.join("、", value.synonyms())));
    values.setRowFactory(
        table -> {
          TableRow<CodeList.Value> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  ifNothingLost(() -> model.edit(row.getItem()));
                }
              });
          return row;
        });
    values.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          CodeList.Value value = values.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && value != null) {
            ifNothingLost(() -> model.edit(value));
            event.consume();
          }
        });
    form.getStyleClass().add(Styles.CARD);
    VBox right = new VBox(8, head, usedBy, values, form);
    VBox.setVgrow(values, Priority.ALWAYS);
    return right;
  }

  private <T> TableColumn<T, String> column(String key, double width, Function<T, String> value) {
    TableColumn<T, String> column = new TableColumn<>(TEXT.get(key));
    column.setReorderable(false);
    double wanted = Math.max(width, column.getText().length() + 2);
    theme.measure(view, em -> column.setMinWidth(wanted * em));
    column.setCellFactory(cells -> new WordCell<>());
    column.setCellValueFactory(
        row -> new ReadOnlyStringWrapper(Objects.toString(value.apply(row.getValue()), "")));
    return column;
  }

  private void showList() {
    CodeListRow row = model.list().get();
    heading.setText(row == null ? TEXT.get("list.choose") : row.label());
    for (Node node : List.of(state, verified, addValue)) {
      node.setVisible(row != null);
      node.setManaged(row != null);
    }
    usedBy.setText(
        row == null || row.usedBy().isEmpty()
            ? ""
            : TEXT.get("list.used-by", "types", String.join("、", row.usedBy())));
    if (row != null) {
      state.setText(TEXT.get(row.verified() ? "list.verified" : "list.unverified"));
      state.getStyleClass().removeAll(Styles.SUCCESS, Styles.WARNING);
      state.getStyleClass().add(row.verified() ? Styles.SUCCESS : Styles.WARNING);
      verified.setVisible(!row.verified());
      verified.setManaged(!row.verified());
    }
  }

  private void showForm() {
    boolean editing = model.editing().get();
    form.setVisible(editing);
    form.setManaged(editing);
    form.getChildren().clear();
    if (!editing) {
      return;
    }
    TextField code = Parts.text("code", model.code());
    code.setDisable(model.edited().get() != null);
    TextField label = Parts.text("label", model.label());
    HBox top = new HBox(12);
    if (model.newList().get()) {
      TextField listLabel = Parts.text("list.label", model.listLabel());
      top.getChildren().add(Parts.field("list.label", listLabel));
      first = listLabel;
    } else {
      first = label;
    }
    top.getChildren()
        .addAll(
            Parts.field("code", code),
            Parts.field("label", label),
            Parts.field("synonyms", Parts.text("synonyms", model.synonyms())));
    HBox below =
        new HBox(
            12,
            Parts.field("parent", Parts.text("parent", model.parent())),
            Parts.field("from", Parts.date("from", model.from())),
            Parts.field("to", Parts.date("to", model.to())),
            Parts.field("provinceCode", Parts.text("provinceCode", model.provinceCode())));
    for (HBox row : List.of(top, below)) {
      row.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    }
    Button save = Parts.act("act.save", "Ctrl+S", this::save);
    save.getStyleClass().add(Styles.PRIMARY);
    HBox acts = new HBox(8, save, Parts.act("act.back", "Esc", this::giveUp));
    form.getChildren().addAll(top, below, Parts.sentence(model.sentence()), acts);
    background.onWindow(() -> first.requestFocus());
  }

  private void save() {
    model.save(this::saved);
  }

  private void saved(CodeListRow row) {
    dialogs.say(TEXT.get("list.saved", "label", row.label()));
    lists.getSelectionModel().select(row);
  }

  private void giveUp() {
    ifNothingLost(
        () -> {
          model.giveUp();
          values.requestFocus();
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

  @Override
  public Destination destination() {
    return CatalogueFeature.LISTS;
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
        KeyAct.of(
            "F2",
            TEXT.get("act.value"),
            () -> {
              if (model.list().get() != null) {
                ifNothingLost(model::startValue);
              }
            }),
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
    if (model.lists().isEmpty()) {
      model.load();
    }
    background.onWindow(() -> (model.editing().get() ? first : lists).requestFocus());
  }

  @Override
  public void leave(Runnable close) {
    ifNothingLost(close);
  }
}
