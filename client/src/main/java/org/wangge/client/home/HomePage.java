package org.wangge.client.home;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Draft;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.work.EnterFires;
import org.wangge.client.work.StillPage;
import org.wangge.client.work.Tone;

/** Figures of the month, events that wait, what was left unfinished, what can be registered. */
final class HomePage extends StillPage {
  private static final Messages TEXT = Messages.of(HomePage.class);

  private final HomeModel model;
  private final Background background;
  private final Consumer<Destination> open;
  private final BorderPane view = new BorderPane();
  private final ListView<DueEvent> events = new ListView<>();
  private final HBox figures = new HBox();
  private final HBox urgency = new HBox();
  private final VBox drafts = new VBox();

  HomePage(HomeModel model, Background background, Dialogs dialogs, Consumer<Destination> open) {
    super(HomeFeature.PAGE, TEXT.get("title"));
    this.model = model;
    this.background = background;
    this.open = open;
    build();
    model.events().addListener((ListChangeListener<DueEvent>) change -> showUrgency());
    model.more().subscribe(now -> showUrgency());
    model.figures().addListener((ListChangeListener<MonthFigure>) change -> showFigures());
    model.month().subscribe(now -> showFigures());
    model.draftCount().subscribe(now -> showDrafts());
    model.waitingCount().subscribe(now -> showDrafts());
    model.busy().subscribe(now -> showUrgency());
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
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    figures.getStyleClass().add("figures-row");
    figures.managedProperty().bind(figures.visibleProperty());
    HBox body = new HBox(12);
    VBox side = new VBox(12, drafts);
    drafts.getStyleClass().addAll(Styles.CARD, "home-card");
    if (model.hasEvents()) {
      Node waiting = waiting();
      HBox.setHgrow(waiting, Priority.ALWAYS);
      body.getChildren().add(waiting);
    }
    if (!model.registered().isEmpty()) {
      side.getChildren().add(register());
    }
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("home-side");
    body.getChildren().add(scroll);
    VBox page = new VBox(loading, figures, body);
    VBox.setVgrow(body, Priority.ALWAYS);
    page.getStyleClass().addAll("page", "home-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  // ---- 本月数字 ----

  private void showFigures() {
    figures.getChildren().clear();
    boolean there = model.month().get() != null && !model.figures().isEmpty();
    figures.setVisible(there);
    if (!there) {
      return;
    }
    Map<String, Object> month =
        Map.of(
            "year", model.month().get().getYear(),
            "month", model.month().get().getMonthValue());
    for (MonthFigure figure : model.figures()) {
      Label label = new Label(TEXT.get("figure.of", "month", month.get("month")) + figure.label());
      label.getStyleClass().add(Styles.MUTED);
      Label value = new Label(figure.value());
      value.getStyleClass().add("big-figure");
      Label before = new Label(figure.before());
      before.getStyleClass().addAll(Styles.MUTED, "small");
      HBox digits = new HBox(8, value, before);
      digits.setAlignment(Pos.BASELINE_LEFT);
      Button card = new Button();
      card.setGraphic(new VBox(label, digits));
      card.setAccessibleText(
          TEXT.get("month", month) + figure.label() + figure.value() + " " + figure.before());
      card.getStyleClass().add("figure-card");
      card.setMaxWidth(Double.MAX_VALUE);
      card.setOnAction(
          event -> open.accept(Destination.of("bulletins", model.month().get().toString())));
      HBox.setHgrow(card, Priority.ALWAYS);
      figures.getChildren().add(card);
    }
  }

  // ---- 待办事件 ----

  private Node waiting() {
    Label heading = new Label(TEXT.get("events"));
    heading.getStyleClass().add(Styles.HEADING);
    heading.setMinWidth(Region.USE_PREF_SIZE);
    urgency.setSpacing(8);
    urgency.setAlignment(Pos.CENTER_LEFT);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button all = new Button(TEXT.get("events.all"));
    all.setId("all-events");
    all.getStyleClass().add(Styles.LINK);
    all.setMinWidth(Region.USE_PREF_SIZE);
    all.setOnAction(event -> open.accept(Destination.of("records", HomeModel.EVENT)));
    HBox head = new HBox(12, heading, urgency, gap, all);
    head.setAlignment(Pos.CENTER_LEFT);
    events.setId("due-events");
    events.setAccessibleText(TEXT.get("events"));
    events.getStyleClass().add("due-events");
    events.setItems(model.events());
    events.setCellFactory(list -> new EventCell());
    events.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            openChosen();
            event.consume();
          }
        });
    events.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            openChosen();
          }
        });
    VBox.setVgrow(events, Priority.ALWAYS);
    VBox card = new VBox(8, head, events);
    card.getStyleClass().addAll(Styles.CARD, "home-card");
    return card;
  }

  private void openChosen() {
    DueEvent chosen = events.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      open.accept(Destination.of("events", chosen.id().toString()));
    }
  }

  private void showUrgency() {
    urgency.getChildren().clear();
    for (Tone tone : List.of(Tone.LATE, Tone.SOON)) {
      long count = model.count(tone);
      if (count > 0) {
        Label state =
            new Label(
                TEXT.get("tone." + tone.name().toLowerCase(java.util.Locale.ROOT), "count", count),
                tone.icon().node());
        state.getStyleClass().addAll(Styles.STATE, tone.style());
        state.setMinWidth(Region.USE_PREF_SIZE);
        urgency.getChildren().add(state);
      }
    }
    Label count =
        new Label(
            TEXT.get(
                model.more().get() ? "events.more" : "events.count",
                "count",
                model.events().size()));
    count.getStyleClass().add(Styles.MUTED);
    count.setMinWidth(Region.USE_PREF_SIZE);
    urgency.getChildren().add(count);
    urgency.setVisible(!model.events().isEmpty());
    VBox none = new VBox();
    none.getStyleClass().add("empty-state");
    Label words = new Label(TEXT.get(model.busy().get() ? "busy" : "events.none"));
    words.getStyleClass().add(Styles.MUTED);
    none.getChildren().addAll(Icon.CHECK.node(), words);
    events.setPlaceholder(none);
    if (events.getSelectionModel().isEmpty() && !model.events().isEmpty()) {
      events.getSelectionModel().selectFirst();
    }
  }

  /** An event: what is left, what it is, how it stands. */
  private final class EventCell extends ListCell<DueEvent> {
    private final Label left = new Label();
    private final Label title = new Label();
    private final Label detail = new Label();
    private final HBox row = new HBox(12, left, title, detail);

    EventCell() {
      left.setMinWidth(Region.USE_PREF_SIZE);
      title.setMinWidth(0);
      HBox.setHgrow(title, Priority.ALWAYS);
      title.setMaxWidth(Double.MAX_VALUE);
      detail.setMinWidth(Region.USE_PREF_SIZE);
      detail.getStyleClass().add(Styles.MUTED);
      row.setAlignment(Pos.CENTER_LEFT);
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      // The row never grows beyond the list, so the name is what gets shorter.
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(DueEvent event, boolean empty) {
      super.updateItem(event, empty);
      if (empty || event == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      left.setText(event.left().isEmpty() ? TEXT.get("events.no-limit") : event.left());
      left.setGraphic(event.tone().icon().node());
      left.getStyleClass()
          .setAll(
              "label",
              Styles.STATE,
              "due-left",
              event.left().isEmpty() ? "plain" : event.tone().style());
      title.setText(event.title());
      String state = model.stateName(event.state());
      detail.setText(event.unit().isEmpty() ? state : state + " · " + event.unit());
      setGraphic(row);
      setAccessibleText(left.getText() + " " + event.title() + " " + detail.getText());
    }
  }

  // ---- 草稿与退回 ----

  private void showDrafts() {
    Label heading = new Label(TEXT.get("drafts"));
    heading.getStyleClass().add(Styles.HEADING);
    drafts.getChildren().setAll(heading);
    int count = model.draftCount().get();
    int waiting = model.waitingCount().get();
    if (count == 0 && waiting == 0) {
      Label none = new Label(TEXT.get("drafts.none"), Icon.CHECK.node());
      none.getStyleClass().addAll(Styles.MUTED, "sentence");
      none.setWrapText(true);
      drafts.getChildren().add(none);
      return;
    }
    for (Draft draft : model.newestDrafts()) {
      Button line =
          new Button(
              TEXT.get(
                  "draft",
                  Map.of(
                      "type", model.typeLabel(draft.type()),
                      "title", draft.title())),
              (draft.reason().isEmpty() ? Icon.EDIT : Icon.ALERT).node());
      line.getStyleClass().add("home-line");
      if (!draft.reason().isEmpty()) {
        line.getStyleClass().add(Styles.WARNING);
      }
      line.setMaxWidth(Double.MAX_VALUE);
      line.setOnAction(
          event ->
              open.accept(
                  draft.version() == 0
                      ? Destination.of("records", draft.type(), "draft", draft.id().toString())
                      : Destination.of("records", draft.type(), draft.id().toString())));
      drafts.getChildren().add(line);
    }
    Button all =
        new Button(
            TEXT.get("drafts.all", Map.of("drafts", count, "waiting", waiting)),
            Icon.OUTBOX.node());
    all.setId("all-drafts");
    all.getStyleClass().add("home-line");
    all.setMaxWidth(Double.MAX_VALUE);
    all.setOnAction(event -> open.accept(Destination.of("outbox")));
    drafts.getChildren().add(all);
  }

  // ---- 登记 ----

  private Node register() {
    Label heading = new Label(TEXT.get("register"));
    heading.getStyleClass().add(Styles.HEADING);
    VBox card = new VBox(heading);
    card.getStyleClass().addAll(Styles.CARD, "home-card");
    for (RecordType type : model.registered()) {
      Button line = new Button(type.label(), Icon.ADD.node());
      line.setId("register-" + type.key());
      line.setAccessibleText(TEXT.get("register.type", "type", type.label()));
      line.getStyleClass().add("home-line");
      line.setMaxWidth(Double.MAX_VALUE);
      line.setOnAction(event -> open.accept(Destination.of("records", type.key(), "new")));
      card.getChildren().add(line);
    }
    return card;
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public List<KeyAct> keys() {
    return List.of(KeyAct.of("F5", TEXT.get("key.reload"), model::load));
  }

  @Override
  public void shown() {
    model.load();
    showDrafts();
    if (model.hasEvents()) {
      background.onWindow(events::requestFocus);
    }
  }
}
