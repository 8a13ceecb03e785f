package org.wangge.client.catalogue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
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
import org.wangge.client.work.Picker;
import org.wangge.wire.OwnTypeDraft;

/** The town's record types; the one that is described stands in their place, field by field. */
final class OwnTypesPage implements Page {
  private static final Messages TEXT = Messages.of(OwnTypesPage.class);

  private final OwnTypesModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final BorderPane view = new BorderPane();
  private final TableView<OwnTypeDraft> table = new TableView<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("types.title"));
  private final VBox rows = new VBox(8);
  private final VBox form = new VBox(12);
  private final ScrollPane scroll = new ScrollPane(form);
  private final Theme theme;
  private TextField first;

  OwnTypesPage(OwnTypesModel model, Dialogs dialogs, Background background, Theme theme) {
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.theme = theme;
    build();
    model.editing().subscribe(now -> showForm());
    model
        .fields()
        .addListener(
            (ListChangeListener<FieldRow>)
                change -> {
                  boolean moved = false;
                  while (change.next()) {
                    moved |= change.wasAdded() || change.wasRemoved();
                  }
                  if (moved) {
                    showRows();
                  }
                });
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
    Label heading = new Label(TEXT.get("types.title"));
    heading.getStyleClass().add(Styles.TITLE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button add = Parts.act("act.type", "F2", () -> ifNothingLost(model::startNew));
    add.getStyleClass().add(Styles.PRIMARY);
    HBox head = new HBox(8, heading, gap, add);
    head.getStyleClass().add("page-head");
    Label hint = new Label(TEXT.get("types.hint"));
    hint.setWrapText(true);
    hint.getStyleClass().add(Styles.MUTED);
    table.setId("own-types");
    table.setAccessibleText(TEXT.get("types.title"));
    table.setItems(model.types());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setPlaceholder(new Label(TEXT.get("types.none")));
    table.getColumns().add(column("type.label", OwnTypeDraft::label));
    table.getColumns().add(column("module", type -> model.moduleName(type.module())));
    table
        .getColumns()
        .add(
            column(
                "type.fields",
                type ->
                    String.valueOf(
                        type.fields().stream().filter(field -> !field.hidden()).count())));
    table
        .getColumns()
        .add(
            column(
                "type.state", type -> TEXT.get(type.listed() ? "type.listed" : "type.unlisted")));
    table.setRowFactory(
        view -> {
          TableRow<OwnTypeDraft> row = new TableRow<>();
          row.setOnMouseClicked(
              event -> {
                if (event.getClickCount() == 2 && !row.isEmpty()) {
                  model.edit(row.getItem());
                }
              });
          return row;
        });
    table.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          OwnTypeDraft type = table.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && type != null) {
            model.edit(type);
            event.consume();
          }
        });
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox page = new VBox(head, Parts.loading(model.busy()), hint, table, scroll);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getStyleClass().add("page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private TableColumn<OwnTypeDraft, String> column(
      String key, Function<OwnTypeDraft, String> value) {
    TableColumn<OwnTypeDraft, String> column = new TableColumn<>(TEXT.get(key));
    column.setReorderable(false);
    theme.measure(view, em -> column.setMinWidth(8 * em));
    column.setCellFactory(cells -> new WordCell<>());
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    return column;
  }

  private void showForm() {
    boolean editing = model.editing().get();
    for (Node node : List.of(scroll)) {
      node.setVisible(editing);
      node.setManaged(editing);
    }
    table.setVisible(!editing);
    table.setManaged(!editing);
    form.getChildren().clear();
    if (!editing) {
      return;
    }
    first = Parts.text("type.label", model.label());
    Picker module = new Picker(model.modules(), model.module(), TEXT.get("module"));
    module.setId("catalogue-module");
    TextField moduleLabel = Parts.text("module.label", model.moduleLabel());
    VBox newModule = Parts.field("module.label", moduleLabel);
    model
        .module()
        .subscribe(
            key -> {
              boolean isNew = OwnTypesModel.NEW_MODULE.equals(key);
              newModule.setVisible(isNew);
              newModule.setManaged(isNew);
            });
    CheckBox listed = new CheckBox(TEXT.get("type.listed.check"));
    listed.selectedProperty().bindBidirectional(model.listed());
    HBox top =
        new HBox(12, Parts.field("type.label", first), Parts.field("module", module), newModule);
    top.getChildren().forEach(node -> HBox.setHgrow(node, Priority.ALWAYS));
    Label always = new Label(TEXT.get("fields.always"));
    always.setWrapText(true);
    always.getStyleClass().addAll(Styles.MUTED, "small");
    Button addField = Parts.act("act.field", "F4", this::addField);
    Button save = Parts.act("act.save", "Ctrl+S", this::save);
    save.getStyleClass().add(Styles.PRIMARY);
    HBox acts = new HBox(8, save, Parts.act("act.back", "Esc", this::giveUp));
    form.getChildren()
        .setAll(top, listed, rows, addField, always, Parts.sentence(model.sentence()), acts);
    showRows();
    background.onWindow(() -> first.requestFocus());
  }

  private void showRows() {
    rows.getChildren().setAll(model.fields().stream().map(this::row).toList());
  }

  private Node row(FieldRow row) {
    TextField label = Parts.text("field.label", row.label);
    TextField section = Parts.text("field.section", row.section);
    Picker kind = new Picker(OwnTypesModel.kinds(), row.kind, TEXT.get("field.kind"));
    kind.setDisable(row.isKept());
    TextField length = Parts.text("field.length", row.length);
    length.setPrefColumnCount(4);
    length.setDisable(row.isKept());
    VBox measure = Parts.field("field.length", length);
    VBox choice = new VBox();
    Picker sensitivity =
        new Picker(OwnTypesModel.sensitivities(), row.sensitivity, TEXT.get("field.sensitivity"));
    row.kind.subscribe(
        now -> {
          measure.setVisible(row.isMeasured());
          measure.setManaged(row.isMeasured());
          boolean chosen = row.isCoded() || "reference".equals(now);
          choice.setVisible(chosen);
          choice.setManaged(chosen);
          if (chosen) {
            Picker picker = new Picker(model.choices(row), row.codes, TEXT.get("field.codes"));
            picker.setDisable(row.isKept());
            choice.getChildren().setAll(Parts.field("field.codes", picker));
          }
        });
    HBox top =
        new HBox(
            12,
            Parts.field("field.label", label),
            Parts.field("field.kind", kind),
            measure,
            choice,
            Parts.field("field.section", section),
            Parts.field("field.sensitivity", sensitivity));
    HBox.setHgrow(top.getChildren().getFirst(), Priority.ALWAYS);
    FlowPane flags = new FlowPane(16, 6);
    flags.getChildren().add(check("field.required", row.required));
    flags.getChildren().add(check("field.in-list", row.inList));
    flags.getChildren().add(check("field.filter", row.filter));
    flags.getChildren().add(check("field.searched", row.searched));
    if (row.isKept()) {
      flags.getChildren().add(check("field.hidden", row.hidden));
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button up = Parts.act("act.up", "", () -> model.move(row, -1));
    Button down = Parts.act("act.down", "", () -> model.move(row, 1));
    Button remove = Parts.act("act.remove", "", () -> model.remove(row));
    remove.setDisable(row.isKept());
    for (Button button : List.of(up, down, remove)) {
      button.getStyleClass().add(Styles.FLAT);
      button.setId(null);
    }
    HBox below = new HBox(8, flags, gap, up, down, remove);
    below.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(flags, Priority.ALWAYS);
    VBox card = new VBox(8, top, below);
    card.getStyleClass().add(Styles.CARD);
    return card;
  }

  private static CheckBox check(String key, javafx.beans.property.BooleanProperty value) {
    CheckBox box = new CheckBox(TEXT.get(key));
    box.selectedProperty().bindBidirectional(value);
    return box;
  }

  private void addField() {
    if (!model.editing().get()) {
      return;
    }
    model.addField();
    background.onWindow(
        () -> {
          Node card = rows.getChildren().getLast();
          if (card.lookup(".text-field") instanceof TextField label) {
            label.requestFocus();
          }
        });
  }

  private void save() {
    model.save(kept -> dialogs.say(TEXT.get("type.saved", Map.of("label", kept.label()))));
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

  @Override
  public Destination destination() {
    return CatalogueFeature.TYPES;
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
        KeyAct.of("F2", TEXT.get("act.type"), () -> ifNothingLost(model::startNew)),
        KeyAct.of("F4", TEXT.get("act.field"), this::addField),
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
    if (model.types().isEmpty()) {
      model.load();
    }
    background.onWindow(() -> (model.editing().get() ? first : table).requestFocus());
  }

  @Override
  public void leave(Runnable close) {
    ifNothingLost(close);
  }
}
