package org.wangge.client.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
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
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobBar;
import org.wangge.client.work.Picker;
import org.wangge.client.work.StillPage;
import org.wangge.wire.ImportReport;

/** The import, one step at a time. */
final class ImportPage extends StillPage {
  private static final Messages TEXT = Messages.of(ImportPage.class);
  private static final List<String> ENDINGS = List.of(".xlsx", ".xls", ".csv", ".txt");

  private final ImportModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final FileDoor files;
  private final Theme theme;
  private final Consumer<Destination> open;
  private final BorderPane view = new BorderPane();
  private final StepRow steps = new StepRow();
  private final VBox middle = new VBox();
  private Node first;

  ImportPage(
      ImportModel model,
      Dialogs dialogs,
      Background background,
      FileDoor files,
      Theme theme,
      Consumer<Destination> open) {
    super(ExchangeFeature.IMPORT, TEXT.get("import.title"));
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.files = files;
    this.theme = theme;
    this.open = open;
    build();
    model.step().subscribe(now -> show());
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
    Label title = new Label(TEXT.get("import.title"));
    title.getStyleClass().add(Styles.TITLE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, steps);
    head.getStyleClass().add("page-head");
    JobBar rehearsing = new JobBar(model.job(), TEXT.get("rehearsing"));
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    middle.disableProperty().bind(model.job().running());
    VBox.setVgrow(middle, Priority.ALWAYS);
    VBox page = new VBox(head, rehearsing, loading, middle);
    page.getStyleClass().addAll("page", "import-page");
    view.setCenter(page);
    EnterFires.in(view);
    // A file may also be dropped on the page.
    view.setOnDragOver(
        event -> {
          if (model.step().get() == ImportModel.Step.CHOOSE && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
          }
          event.consume();
        });
    view.setOnDragDropped(
        event -> {
          if (event.getDragboard().hasFiles()) {
            model.file().set(event.getDragboard().getFiles().getFirst().toPath());
            event.setDropCompleted(true);
          }
          event.consume();
        });
  }

  private void show() {
    ImportModel.Step step = model.step().get();
    steps.show(step);
    middle.getChildren().clear();
    first = null;
    switch (step) {
      case CHOOSE -> choose();
      case REHEARSE -> rows(false);
      case COMMIT -> rows(false);
      case RESULT -> rows(true);
    }
    background.onWindow(this::takeFocus);
  }

  private void takeFocus() {
    if (first != null) {
      first.requestFocus();
    }
  }

  // ---- 选文件 ----

  private void choose() {
    Label title = new Label(TEXT.get("choose.title"));
    title.getStyleClass().add(Styles.HEADING);
    Label sentence = new Label(TEXT.get("choose.sentence"));
    sentence.getStyleClass().add(Styles.MUTED);
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    Label name = new Label();
    name.setId("chosen-file");
    name.setMinWidth(0);
    model.file().subscribe(file -> showFile(name, file));
    Button choose = new Button(TEXT.get("choose.act"), Icon.OPEN.node());
    choose.setId("choose-file");
    choose.setMinWidth(Region.USE_PREF_SIZE);
    choose.setOnAction(event -> chooseFile());
    HBox file = new HBox(12, choose, name);
    file.setAlignment(Pos.CENTER_LEFT);
    Picker type = new Picker(model.types(), model.type(), TEXT.get("type"));
    type.setId("import-type");
    Picker village = new Picker(model.villages(), model.village(), TEXT.get("village"));
    village.setId("import-village");
    village.setDisable(model.villages().size() == 1);
    Button template = new Button(TEXT.get("template.act"), Icon.DOWNLOAD.node());
    template.getStyleClass().add(Styles.LINK);
    template.setMinWidth(Region.USE_PREF_SIZE);
    template.setOnAction(event -> saveTemplate());
    GridPane grid = new GridPane();
    grid.getStyleClass().add("wizard-grid");
    ColumnConstraints labels = new ColumnConstraints();
    labels.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(labels, values);
    grid.addRow(0, label("choose.file", choose), file);
    grid.addRow(1, label("type", type), type);
    grid.addRow(2, label("village", village), village);
    grid.addRow(3, label("template", template), template);
    Button start = new Button(TEXT.get("rehearse.act"));
    start.setId("rehearse");
    start.getStyleClass().add(Styles.PRIMARY);
    start.disableProperty().bind(model.file().isNull());
    start.setOnAction(event -> model.rehearse());
    HBox acts = new HBox(8, start);
    VBox card = new VBox(title, sentence, grid, acts);
    card.getStyleClass().addAll(Styles.CARD, "wizard");
    card.setMaxHeight(Region.USE_PREF_SIZE);
    middle.setAlignment(Pos.TOP_CENTER);
    middle.getChildren().add(card);
    first = model.file().get() == null ? choose : start;
    model
        .file()
        .addListener(
            (property, before, now) -> {
              if (now != null && start.getScene() != null) {
                start.requestFocus();
              }
            });
  }

  private static Label label(String key, Node of) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.LABEL);
    label.setLabelFor(of);
    return label;
  }

  private static void showFile(Label label, Path file) {
    label.setText(file == null ? TEXT.get("choose.none") : file.getFileName().toString());
    label.getStyleClass().remove(Styles.MUTED);
    if (file == null) {
      label.getStyleClass().add(Styles.MUTED);
    }
  }

  private void chooseFile() {
    files
        .chooseToRead(TEXT.get("choose.title"), TEXT.get("choose.kind"), ENDINGS)
        .ifPresent(model.file()::set);
  }

  private void saveTemplate() {
    String type = model.type().get();
    if (type.isEmpty()) {
      dialogs.say(TEXT.get("template.choose"));
      return;
    }
    files
        .chooseToWrite(
            TEXT.get("template.title"), TEXT.get("template.name", "type", model.types().get(type)))
        .ifPresent(target -> model.saveTemplate(type, target, this::saved));
  }

  // ---- 预演, 提交, 结果 ----

  private void rows(boolean done) {
    middle.setAlignment(Pos.TOP_LEFT);
    ImportReport report = model.report().get();
    Label what =
        new Label(
            TEXT.get(
                "report",
                Map.of(
                    "file", report.file(),
                    "sheet", report.sheet(),
                    "type", model.typeLabel())));
    what.getStyleClass().add(Styles.MUTED);
    if (done) {
      Label title =
          new Label(
              TEXT.get("result.title", "count", report.created() + report.changed()),
              Icon.CHECK.node());
      title.setId("import-result");
      title.getStyleClass().addAll(Styles.TITLE, Styles.SUCCESS);
      Label sentence =
          new Label(
              TEXT.get(
                  "result.sentence",
                  Map.of(
                      "created", report.created(),
                      "changed", report.changed(),
                      "same", report.same(),
                      "refused", report.refused() + report.asked())));
      sentence.setWrapText(true);
      middle.getChildren().addAll(title, sentence);
    }
    middle.getChildren().addAll(what, chips(done));
    if (!report.notes().isEmpty()) {
      middle.getChildren().add(notes(report.notes()));
    }
    RowsView rows = new RowsView(model, theme);
    VBox.setVgrow(rows, Priority.ALWAYS);
    middle.getChildren().addAll(rows, done ? afterActs(report) : commitActs());
  }

  private Node chips(boolean done) {
    FlowPane chips = new FlowPane(8, 8);
    chips.getStyleClass().add("outcomes");
    List<Button> all = new ArrayList<>();
    List<String> outcomes = new ArrayList<>(ImportModel.OUTCOMES);
    outcomes.add("");
    for (String outcome : outcomes) {
      int count = model.count(outcome);
      if (count == 0 && outcome.equals("ask")) {
        continue;
      }
      OutcomeStyle style = OutcomeStyle.of(outcome);
      String key = "done." + outcome;
      String name = TEXT.get(done && TEXT.has(key) ? key : "outcome." + outcome);
      Label digits = new Label(String.valueOf(count));
      digits.getStyleClass().add("outcome-count");
      Button chip = new Button(name, digits);
      chip.setId("outcome-" + (outcome.isEmpty() ? "all" : outcome));
      chip.setAccessibleText(TEXT.get("chip", Map.of("name", name, "count", count)));
      chip.getStyleClass().addAll("outcome", style.style());
      chip.setUserData(outcome);
      chip.setOnAction(event -> model.show(outcome));
      all.add(chip);
    }
    chips.getChildren().setAll(all);
    model
        .outcome()
        .subscribe(
            now ->
                all.forEach(
                    chip ->
                        chip.pseudoClassStateChanged(
                            Styles.CHOSEN, chip.getUserData().equals(now))));
    return chips;
  }

  private static Node notes(List<String> notes) {
    Label list = new Label(String.join(" ", notes), Icon.INFO.node());
    list.setWrapText(true);
    list.setMinHeight(Region.USE_PREF_SIZE);
    list.getStyleClass().addAll("notes", "sentence");
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(TEXT.get("notes"));
    scroll.getStyleClass().add("notes-scroll");
    scroll.setMinHeight(Region.USE_PREF_SIZE);
    return scroll;
  }

  private Node commitActs() {
    Button good = new Button(TEXT.get("commit.good"));
    good.setId("commit-good");
    good.setDisable(!model.hasGood());
    good.setOnAction(event -> askCommit());
    Button all = new Button(TEXT.get("commit.all"));
    all.setId("commit-all");
    all.setDisable(!model.hasGood() || !model.allGood());
    all.setOnAction(event -> model.commit(true));
    Button usual = model.allGood() ? all : good;
    usual.getStyleClass().add(Styles.PRIMARY);
    HBox acts = new HBox(8, good, all);
    addRefused(acts);
    Label told = new Label(model.hasGood() ? goodCount() : TEXT.get("commit.none"));
    told.getStyleClass().add(Styles.MUTED);
    told.setMinWidth(0);
    addAgain(acts, told);
    first = usual.isDisabled() ? acts.getChildren().getLast() : usual;
    return acts;
  }

  private String goodCount() {
    return TEXT.get(
        "commit.good.count",
        Map.of(
            "count", model.count("create") + model.count("change"),
            "bad", model.count("refuse") + model.count("ask")));
  }

  private void askCommit() {
    if (model.allGood()) {
      model.commit(false);
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            TEXT.get("commit.title", "count", model.count("create") + model.count("change")),
            TEXT.get("commit.sentence", "bad", model.count("refuse") + model.count("ask")),
            TEXT.get("commit.act"),
            false),
        () -> model.commit(false));
  }

  private Node afterActs(ImportReport report) {
    Button list = new Button(TEXT.get("result.list", "type", model.typeLabel()));
    list.setId("open-list");
    list.getStyleClass().add(Styles.PRIMARY);
    list.setOnAction(event -> open.accept(Destination.of("records", report.type())));
    HBox acts = new HBox(8, list);
    addRefused(acts);
    addAgain(acts, new Label());
    first = list;
    return acts;
  }

  private void addRefused(HBox acts) {
    acts.getStyleClass().add("wizard-acts");
    acts.setAlignment(Pos.CENTER_LEFT);
    if (model.count("refuse") + model.count("ask") > 0) {
      Button refused = new Button(TEXT.get("refused.act"), Icon.DOWNLOAD.node());
      refused.setId("save-refused");
      refused.setMinWidth(Region.USE_PREF_SIZE);
      refused.setOnAction(
          event ->
              files
                  .chooseToWrite(TEXT.get("refused.title"), model.refusedName())
                  .ifPresent(target -> model.saveRefused(target, this::saved)));
      acts.getChildren().add(refused);
    }
  }

  private void addAgain(HBox acts, Label told) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button again = new Button(TEXT.get("again"));
    again.setId("another-file");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.setOnAction(event -> model.restart());
    acts.getChildren().forEach(node -> ((Region) node).setMinWidth(Region.USE_PREF_SIZE));
    acts.getChildren().addAll(told, gap, again);
  }

  private void saved(Path file) {
    dialogs.say(
        TEXT.get("saved", "name", file.getFileName()),
        TEXT.get("saved.open"),
        () -> files.show(file));
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    return List.of(
        KeyAct.of(
            "Ctrl+O",
            TEXT.get("choose.act"),
            () -> {
              if (model.step().get() == ImportModel.Step.CHOOSE) {
                chooseFile();
              }
            }),
        KeyAct.of("F2", TEXT.get("key.back"), model::restart));
  }

  @Override
  public void shown() {
    background.onWindow(this::takeFocus);
  }

  @Override
  public void closed() {
    model.job().close();
  }
}
