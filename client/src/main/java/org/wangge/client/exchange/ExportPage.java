package org.wangge.client.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Field;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.Picker;
import org.wangge.client.work.StillPage;

/** The export: what, which columns, why. */
final class ExportPage extends StillPage {
  private static final Messages TEXT = Messages.of(ExportPage.class);

  private final ExportModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final FileDoor files;
  private final BorderPane view = new BorderPane();
  private final FlowPane columns = new FlowPane();
  private final Label chosen = new Label();
  private final CheckBox clear = new CheckBox(TEXT.get("export.clear"));
  private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
  private final TextField reason = new TextField();
  private Picker types;

  ExportPage(ExportModel model, Dialogs dialogs, Background background, FileDoor files) {
    super(ExchangeFeature.EXPORT, TEXT.get("export.title"));
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.files = files;
    build();
    model.type().subscribe(type -> showColumns());
    model.fields().addListener((SetChangeListener<String>) change -> showChosen());
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
    Label title = new Label(TEXT.get("export.title"));
    title.getStyleClass().add(Styles.TITLE);
    Label sentence = new Label(TEXT.get("export.sentence"), Icon.SHIELD.node());
    sentence.setWrapText(true);
    sentence.getStyleClass().addAll(Styles.MUTED, "sentence");
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    Map<String, String> names = new LinkedHashMap<>();
    model.types().forEach(type -> names.put(type.key(), type.label()));
    StringProperty key =
        new SimpleStringProperty(model.type().get() == null ? "" : model.type().get().key());
    key.addListener(
        (property, before, now) ->
            model.types().stream()
                .filter(type -> type.key().equals(now))
                .findFirst()
                .ifPresent(model.type()::set));
    types = new Picker(names, key, TEXT.get("export.type"));
    types.setId("export-type");
    types.setMaxWidth(Region.USE_PREF_SIZE);
    Button all = new Button(TEXT.get("export.all"));
    all.setOnAction(event -> model.chooseAll());
    Button listed = new Button(TEXT.get("export.listed"));
    listed.setId("export-listed");
    listed.setOnAction(event -> model.chooseListed());
    chosen.getStyleClass().add(Styles.MUTED);
    HBox choices = new HBox(8, all, listed, chosen);
    choices.setAlignment(Pos.CENTER_LEFT);
    columns.getStyleClass().add("export-columns");
    ScrollPane scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(TEXT.get("export.columns"));
    VBox columnBox = new VBox(8, choices, scroll);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    clear.setId("export-clear");
    clear.selectedProperty().bindBidirectional(model.clear());
    Label hint = new Label(TEXT.get("export.clear.hint"));
    hint.getStyleClass().addAll(Styles.MUTED, "small");
    hint.visibleProperty().bind(clear.visibleProperty());
    HBox clearRow = new HBox(8, clear, hint);
    clearRow.setAlignment(Pos.CENTER_LEFT);
    clearRow.managedProperty().bind(clear.visibleProperty());
    reason.setId("export-reason");
    reason.setPromptText(TEXT.get("export.reason.prompt"));
    reason.setAccessibleText(TEXT.get("export.reason"));
    reason.textProperty().bindBidirectional(model.reason());
    reason.setOnAction(event -> export());
    Label missing = new Label("", Icon.ERROR.node());
    missing.setId("export-sentence");
    missing.getStyleClass().addAll("field-sentence", "danger");
    missing.textProperty().bind(model.sentence());
    missing.visibleProperty().bind(model.sentence().isNotEmpty());
    missing.managedProperty().bind(missing.visibleProperty());
    model
        .sentence()
        .subscribe(
            now ->
                reason.pseudoClassStateChanged(
                    Styles.FAULT, !now.isEmpty() && !model.fields().isEmpty()));
    VBox reasonBox = new VBox(2, reason, missing);
    GridPane grid = new GridPane();
    grid.getStyleClass().add("wizard-grid");
    grid.getColumnConstraints().setAll(labels(), values());
    grid.addRow(0, label("export.type", types), types);
    grid.addRow(1, label("export.columns", scroll), columnBox);
    grid.add(clearRow, 1, 2);
    grid.addRow(3, label("export.reason", reason), reasonBox);
    GridPane.setVgrow(columnBox, Priority.ALWAYS);
    Button export = new Button(TEXT.get("export.act"));
    export.setId("export");
    Label keyLabel = new Label("Ctrl+Enter");
    keyLabel.getStyleClass().add("key");
    export.setGraphic(keyLabel);
    export.setContentDisplay(ContentDisplay.RIGHT);
    export.getStyleClass().add(Styles.PRIMARY);
    export.disableProperty().bind(model.busy());
    export.setOnAction(event -> export());
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("exporting"));
    loading.visibleProperty().bind(model.busy());
    VBox card = new VBox(sentence, grid, new HBox(export));
    card.getStyleClass().addAll(Styles.CARD, "wizard");
    VBox.setVgrow(grid, Priority.ALWAYS);
    HBox head = new HBox(title);
    head.getStyleClass().add("page-head");
    VBox page = new VBox(head, loading, card);
    VBox.setVgrow(card, Priority.ALWAYS);
    page.setAlignment(Pos.TOP_CENTER);
    page.getStyleClass().addAll("page", "export-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private static javafx.scene.layout.ColumnConstraints labels() {
    var labels = new javafx.scene.layout.ColumnConstraints();
    labels.setMinWidth(Region.USE_PREF_SIZE);
    return labels;
  }

  private static javafx.scene.layout.ColumnConstraints values() {
    var values = new javafx.scene.layout.ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    return values;
  }

  private static Label label(String key, Node of) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.LABEL);
    label.setLabelFor(of);
    GridPane.setValignment(label, javafx.geometry.VPos.TOP);
    return label;
  }

  private void showColumns() {
    columns.getChildren().clear();
    boxes.clear();
    for (Field field : model.columns()) {
      CheckBox box =
          new CheckBox(
              model.masked(field)
                  ? TEXT.get("export.masked", "label", field.label())
                  : field.label());
      box.setId("export-" + field.name());
      box.getStyleClass().add("export-column");
      box.setSelected(model.fields().contains(field.name()));
      box.setOnAction(event -> model.choose(field.name(), box.isSelected()));
      boxes.put(field.name(), box);
      columns.getChildren().add(box);
    }
    clear.setVisible(model.mayAskClear());
    clear.setSelected(false);
    showChosen();
  }

  private void showChosen() {
    boxes.forEach((name, box) -> box.setSelected(model.fields().contains(name)));
    chosen.setText(TEXT.get("export.chosen", "count", model.fields().size()));
  }

  private void export() {
    if (!model.isComplete()) {
      if (!model.fields().isEmpty()) {
        reason.requestFocus();
      }
      return;
    }
    files
        .chooseToWrite(TEXT.get("export.title.save"), model.fileName())
        .ifPresent(
            target ->
                model.export(
                    target,
                    file ->
                        dialogs.say(
                            TEXT.get("saved", "name", file.getFileName()),
                            TEXT.get("saved.open"),
                            () -> files.show(file))));
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    return List.of(KeyAct.of("Ctrl+Enter", TEXT.get("export.act"), this::export));
  }

  @Override
  public void shown() {
    background.onWindow(types::requestFocus);
  }
}
