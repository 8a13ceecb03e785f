package org.wangge.client.events;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
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
import org.wangge.client.ui.WholeText;
import org.wangge.client.work.EnterFires;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.Workplace;
import org.wangge.wire.EventCase;

/** An event on one page: facts at the left, the time line, clocks and acts at the right. */
final class EventPage implements Page {
  private static final Messages TEXT = Messages.of(EventPage.class);

  private final EventModel model;
  private final Dialogs dialogs;
  private final Consumer<Destination> open;
  private final boolean mayEdit;
  private final FactsView facts;
  private final TimeLine line = new TimeLine();
  private final ClockView clocks = new ClockView();
  private final ActsView acts;
  private final Label state = new Label();
  private final Label place = new Label();
  private final BorderPane view = new BorderPane();
  private final Workplace workplace;
  private boolean askFocus = true;

  EventPage(
      EventModel model,
      Workplace workplace,
      Display display,
      Background background,
      Dialogs dialogs,
      Consumer<Destination> open) {
    this.model = model;
    this.workplace = workplace;
    this.dialogs = dialogs;
    this.open = open;
    var type = workplace.catalogue().type(EventsFeature.TYPE);
    mayEdit = workplace.mayWrite(type);
    facts = new FactsView(type, display);
    acts = new ActsView(model, background);
    build();
    model.event().addListener((property, before, now) -> show(now));
    model
        .refusal()
        .addListener(
            (property, before, problem) -> {
              if (problem != null) {
                dialogs.refuse(problem);
                model.refusal().set(null);
              }
            });
    model.onDone(
        sentence -> {
          dialogs.say(sentence);
          acts.takeFocus();
        });
  }

  private void build() {
    Label title = new Label();
    title.textProperty().bind(model.title());
    title.getStyleClass().add(Styles.TITLE);
    title.setMinWidth(0);
    WholeText.onHover(title);
    state.setId("event-state");
    state.getStyleClass().addAll(Styles.STATE, "info");
    state.setMinWidth(Region.USE_PREF_SIZE);
    state.setVisible(false);
    place.getStyleClass().add(Styles.MUTED);
    place.setMinWidth(0);
    WholeText.onHover(place);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, state, place, gap);
    head.getStyleClass().add("page-head");
    if (mayEdit) {
      Button edit = new Button(TEXT.get("facts.edit"), Icon.EDIT.node());
      edit.setId("edit-event");
      edit.setMinWidth(Region.USE_PREF_SIZE);
      edit.setOnAction(event -> edit());
      head.getChildren().add(edit);
    }
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.visibleProperty().bind(model.busy());
    HBox columns =
        new HBox(
            column("event-facts", TEXT.get("facts"), facts),
            column("event-line", TEXT.get("line"), line),
            side());
    columns.getStyleClass().add("event-columns");
    HBox.setHgrow(columns.getChildren().get(1), Priority.ALWAYS);
    VBox page = new VBox(head, loading, columns);
    VBox.setVgrow(columns, Priority.ALWAYS);
    page.getStyleClass().addAll("page", "event-page");
    view.setCenter(page);
    EnterFires.in(view);
  }

  private Node side() {
    VBox side = new VBox(12, clocks, acts);
    // What an act asks for must not lie below the edge of a small screen.
    model
        .asking()
        .addListener(
            (property, before, asked) ->
                side.getChildren()
                    .setAll(asked == null ? List.of(clocks, acts) : List.of(acts, clocks)));
    ScrollPane scroll = new ScrollPane(side);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("event-side");
    scroll.setFocusTraversable(false);
    return scroll;
  }

  private static Node column(String style, String title, Node content) {
    Label heading = new Label(title);
    heading.getStyleClass().add(Styles.HEADING);
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(title);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox column = new VBox(8, heading, scroll);
    column.setAlignment(Pos.TOP_LEFT);
    column.getStyleClass().addAll(Styles.CARD, style);
    return column;
  }

  private void show(EventCase now) {
    state.setText(now.stateLabel());
    state.setVisible(true);
    String number = now.record().values().text("event_no");
    String area = workplace.areas().nameOf(now.record().area());
    place.setText(number == null ? area : area + " · " + number);
    facts.show(now.record());
    line.show(model.steps(), model.now());
    clocks.show(model.clocks(), model.now());
    if (askFocus) {
      askFocus = false;
      acts.takeFocus();
    }
  }

  private void edit() {
    if (mayEdit) {
      open.accept(Destination.of("records", EventsFeature.TYPE, model.id().toString()));
    }
  }

  @Override
  public Destination destination() {
    return Destination.of(EventsFeature.KEY, model.id().toString());
  }

  @Override
  public ReadOnlyStringProperty title() {
    return model.title();
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
        KeyAct.of("F2", TEXT.get("key.acts"), acts::takeFocus),
        KeyAct.of("F5", TEXT.get("key.reload"), model::load),
        KeyAct.of("Ctrl+E", mayEdit ? TEXT.get("key.edit") : "", this::edit),
        KeyAct.of("Ctrl+Enter", TEXT.get("key.send"), model::send));
  }

  @Override
  public void shown() {
    // The event may have gone on at another workstation meanwhile.
    askFocus = model.asking().get() == null;
    model.load();
    if (!askFocus) {
      acts.takeFocus();
    }
  }

  @Override
  public void leave(Runnable close) {
    if (!model.unsaved().get()) {
      close.run();
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            TEXT.get("leave.title"), TEXT.get("leave.sentence"), TEXT.get("leave.act"), true),
        close);
  }
}
