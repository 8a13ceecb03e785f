package org.wangge.client.bulletins;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobBar;
import org.wangge.client.work.StillPage;
import org.wangge.client.work.TimeWords;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Table;

/** Months at the left, text and tables in the middle, checks beside the text, acts in the head. */
final class BulletinsPage extends StillPage {
  private static final Messages TEXT = Messages.of(BulletinsPage.class);

  private final BulletinsModel model;
  private final Dialogs dialogs;
  private final Background background;
  private final FileDoor files;
  private final Theme theme;
  private final BorderPane view = new BorderPane();
  private final ListView<BulletinState> months = new ListView<>();
  private final Label heading = new Label();
  private final Label state = new Label();
  private final Label made = new Label();
  private final Button make = new Button(TEXT.get("act.make"));
  private final Button pdf = new Button(TEXT.get("act.pdf"), Icon.PDF.node());
  private final Button workbook = new Button(TEXT.get("act.workbook"), Icon.WORKBOOK.node());
  private final HBox switches = new HBox();
  private final StackPane middle = new StackPane();
  private boolean choosing;

  BulletinsPage(
      BulletinsModel model, Dialogs dialogs, Background background, FileDoor files, Theme theme) {
    super(BulletinsFeature.PAGE, TEXT.get("title"));
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
    this.files = files;
    this.theme = theme;
    build();
    model.chosen().subscribe(now -> showChosen());
    model.document().subscribe(now -> showDocument());
    model.busy().subscribe(now -> showDocument());
    model.job().running().subscribe(now -> showActs());
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
    heading.getStyleClass().add(Styles.TITLE);
    heading.setMinWidth(Region.USE_PREF_SIZE);
    state.setId("bulletin-state");
    state.setMinWidth(Region.USE_PREF_SIZE);
    made.getStyleClass().addAll(Styles.MUTED, "small");
    made.setMinWidth(0);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    make.setId("make-bulletin");
    make.setGraphic(key("F8"));
    make.setContentDisplay(ContentDisplay.RIGHT);
    make.setOnAction(event -> make());
    pdf.setId("open-pdf");
    pdf.setOnAction(event -> save("pdf", true));
    workbook.setId("save-workbook");
    workbook.setOnAction(event -> save("xlsx", false));
    for (Button button : List.of(make, pdf, workbook)) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    HBox head = new HBox(heading, state, made, gap, make, pdf, workbook);
    head.getStyleClass().add("page-head");
    JobBar job = new JobBar(model.job(), TEXT.get("making"));
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    switches.getStyleClass().add("switches");
    VBox centre = new VBox(switches, middle);
    VBox.setVgrow(middle, Priority.ALWAYS);
    centre.getStyleClass().add("bulletin-centre");
    months.setId("months");
    months.setItems(model.months());
    months.setAccessibleText(TEXT.get("months"));
    months.getStyleClass().add("months");
    months.setCellFactory(list -> new MonthCell());
    months
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (selected, before, now) -> {
              if (!choosing && now != null) {
                model.choose(now);
              }
            });
    HBox body = new HBox(12, months, centre);
    HBox.setHgrow(centre, Priority.ALWAYS);
    VBox page = new VBox(head, job, loading, body);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getStyleClass().addAll("page", "bulletin-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private static Label key(String words) {
    Label key = new Label(words);
    key.getStyleClass().add("key");
    return key;
  }

  private void showChosen() {
    BulletinState chosen = model.chosen().get();
    state.setVisible(chosen != null);
    if (chosen == null) {
      return;
    }
    choosing = true;
    months.getSelectionModel().select(chosen);
    choosing = false;
    heading.setText(TEXT.get("heading", "month", BulletinsModel.name(chosen.month())));
    dress(state, chosen);
    String told =
        chosen.made() == null
            ? ""
            : TEXT.get(
                "made.at",
                java.util.Map.of(
                    "number", chosen.number(), "time", TimeWords.exact(chosen.made())));
    made.setText(told);
    made.setTooltip(told.isEmpty() ? null : new Tooltip(told));
    showActs();
  }

  private static void dress(Label label, BulletinState state) {
    label.setText(BulletinsModel.stateName(state));
    label.getStyleClass().setAll("label", Styles.STATE);
    switch (state.state()) {
      case BulletinsModel.FROZEN -> {
        label.setGraphic(Icon.CHECK.node());
        label.getStyleClass().add(Styles.SUCCESS);
      }
      case BulletinsModel.NONE -> {
        label.setGraphic(null);
        label.getStyleClass().add("plain");
      }
      default -> {
        label.setGraphic(Icon.EDIT.node());
        label.getStyleClass().add(Styles.WARNING);
      }
    }
  }

  private void showActs() {
    BulletinState chosen = model.chosen().get();
    boolean there = chosen != null && !chosen.state().equals(BulletinsModel.NONE);
    boolean makes = model.mayMake();
    make.setVisible(makes);
    make.setManaged(makes);
    make.setDisable(chosen == null || model.job().running().get());
    make.setText(
        TEXT.get(model.isPreview() ? "act.preview" : there ? "act.make.again" : "act.make"));
    make.getStyleClass().remove(Styles.PRIMARY);
    pdf.getStyleClass().remove(Styles.PRIMARY);
    (there ? pdf : make).getStyleClass().add(Styles.PRIMARY);
    pdf.setDisable(!there);
    workbook.setDisable(!there);
  }

  private void showDocument() {
    BulletinDocument document = model.document().get();
    switches.getChildren().clear();
    if (document == null) {
      middle.getChildren().setAll(empty());
      return;
    }
    ToggleGroup group = new ToggleGroup();
    List<ToggleButton> all = new ArrayList<>();
    all.add(toggle(TEXT.get("text"), "switch-text", () -> text(document)));
    for (Table table : document.tables()) {
      all.add(
          toggle(
              table.number() + " " + shortTitle(table.title()),
              "switch-" + table.key(),
              () -> new FigureTable(table, theme)));
    }
    all.forEach(button -> button.setToggleGroup(group));
    group
        .selectedToggleProperty()
        .addListener(
            (selected, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    switches.getChildren().setAll(all);
    // The figures are what one comes for.
    (all.size() > 1 ? all.get(1) : all.getFirst()).setSelected(true);
  }

  /** The name of a table without what every table's name ends with. */
  private static String shortTitle(String title) {
    return title.replace(TEXT.get("table.prefix"), "").replace(TEXT.get("table.suffix"), "");
  }

  private ToggleButton toggle(
      String words, String id, java.util.function.Supplier<? extends Node> content) {
    ToggleButton button = new ToggleButton(words);
    button.setId(id);
    button.setAccessibleText(words);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.getStyleClass().add("page-switch");
    button
        .selectedProperty()
        .addListener(
            (selected, before, now) -> {
              if (now) {
                middle.getChildren().setAll(content.get());
              }
            });
    return button;
  }

  private Node text(BulletinDocument document) {
    Label title = new Label(document.title());
    title.getStyleClass().addAll(Styles.TITLE, "paper-title");
    title.setWrapText(true);
    title.setMaxWidth(Double.MAX_VALUE);
    title.setMinHeight(Region.USE_PREF_SIZE);
    VBox paper = new VBox(title);
    paper.getStyleClass().add("paper");
    for (String paragraph : document.paragraphs()) {
      Label words = new Label(paragraph);
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      if (paragraph.length() < 24 && paragraph.matches("[一二三四五六七八九十]、.*")) {
        words.getStyleClass().add(Styles.HEADING);
      }
      paper.getChildren().add(words);
    }
    ScrollPane scroll = new ScrollPane(paper);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(document.title());
    HBox.setHgrow(scroll, Priority.ALWAYS);
    HBox both = new HBox(12, scroll, checks(document));
    both.setFillHeight(true);
    return both;
  }

  private static Node checks(BulletinDocument document) {
    Label heading = new Label(TEXT.get("checks"));
    heading.getStyleClass().add(Styles.HEADING);
    VBox list = new VBox(heading);
    list.getStyleClass().addAll("side-panel", "checks");
    for (String check : document.checks()) {
      Label words = new Label(check);
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      HBox.setHgrow(words, Priority.ALWAYS);
      HBox line = new HBox(6, Icon.CHECK.node(), words);
      line.getStyleClass().add(Styles.SUCCESS);
      list.getChildren().add(line);
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("checks-scroll");
    return scroll;
  }

  private Node empty() {
    VBox box = new VBox();
    box.getStyleClass().add("empty-state");
    if (model.busy().get() || model.chosen().get() == null) {
      Label words = new Label(TEXT.get("busy"));
      words.getStyleClass().add(Styles.MUTED);
      box.getChildren().add(words);
      return box;
    }
    Label words =
        new Label(
            TEXT.get(
                model.isPreview() ? "empty.preview" : model.mayMake() ? "empty.make" : "empty.wait",
                "month",
                BulletinsModel.name(model.chosen().get().month())));
    words.getStyleClass().add(Styles.MUTED);
    words.setWrapText(true);
    box.getChildren().addAll(Icon.BULLETIN.node(), words);
    return box;
  }

  private void make() {
    if (model.mayMake()) {
      model.make(dialogs::say);
    }
  }

  private void save(String format, boolean show) {
    if (model.document().get() == null) {
      return;
    }
    files
        .chooseToWrite(TEXT.get("save.title"), model.fileName(format))
        .ifPresent(
            target ->
                model.save(
                    format,
                    target,
                    file -> {
                      if (show) {
                        files.show(file);
                      }
                      dialogs.say(
                          TEXT.get("saved", "name", file.getFileName()),
                          TEXT.get("saved.open"),
                          () -> files.show(file));
                    }));
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    List<KeyAct> keys = new ArrayList<>();
    keys.add(KeyAct.of("F5", TEXT.get("key.reload"), model::load));
    keys.add(KeyAct.of("F6", TEXT.get("key.switch"), this::switchOn));
    if (model.mayMake()) {
      keys.add(KeyAct.of("F8", TEXT.get("act.make"), this::make));
    }
    keys.add(KeyAct.of("Ctrl+P", TEXT.get("act.pdf"), () -> save("pdf", true)));
    keys.add(KeyAct.of("Ctrl+E", TEXT.get("act.workbook"), () -> save("xlsx", false)));
    return keys;
  }

  private void switchOn() {
    List<ToggleButton> all = switches.getChildren().stream().map(ToggleButton.class::cast).toList();
    for (int index = 0; index < all.size(); index++) {
      if (all.get(index).isSelected()) {
        all.get((index + 1) % all.size()).setSelected(true);
        if (middle.getChildren().getFirst() instanceof FigureTable table) {
          table.takeFocus();
        }
        return;
      }
    }
  }

  @Override
  public void shown() {
    if (model.months().isEmpty()) {
      model.load();
    }
    background.onWindow(months::requestFocus);
  }

  @Override
  public void closed() {
    model.job().close();
  }

  /** A month with its state. */
  private static final class MonthCell extends ListCell<BulletinState> {
    private final Label name = new Label();
    private final Label state = new Label();
    private final HBox row = new HBox(6);

    MonthCell() {
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      name.setMinWidth(Region.USE_PREF_SIZE);
      state.setMinWidth(Region.USE_PREF_SIZE);
      row.setAlignment(Pos.CENTER_LEFT);
      row.getChildren().addAll(name, gap, state);
      // As wide as the list and no wider.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(BulletinState month, boolean empty) {
      super.updateItem(month, empty);
      if (empty || month == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      name.setText(BulletinsModel.name(month.month()));
      dress(state, month);
      state.setGraphic(null);
      setGraphic(row);
      setAccessibleText(name.getText() + " " + state.getText());
    }
  }
}
