package org.wangge.client.records;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.client.connection.Draft;
import org.wangge.client.form.FieldModel;
import org.wangge.client.form.FormView;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.KeyAct;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WholeText;
import org.wangge.problem.Problem;
import org.wangge.record.Record;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Match;

/** The page of one record: form, what may be the same, history, acts. */
final class RecordPage implements Page {
  /** Below this width two fields do not stand beside one another. */
  private static final double NARROW = 600;

  private static final Messages TEXT = Messages.of(RecordPage.class);
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final RecordModel model;
  private final RecordModel.Tools tools;
  private final Navigator navigator;
  private final Dialogs dialogs;
  private final RecordLinks links;
  private final FormView formView;
  private final SidePanel side;
  private final HistoryView history;
  private final RelationsModel relations;
  private final RelationsView related;
  private final BorderPane view = new BorderPane();
  private final StackPane middle = new StackPane();
  private final VBox banners = new VBox(8);
  private final HBox states = new HBox(8);
  private final HBox acts = new HBox(8);
  private final Label heading = new Label();
  private final Label facts = new Label();
  private final ToggleButton formTab = new ToggleButton(TEXT.get("tab.form"));
  private final ToggleButton relatedTab = new ToggleButton(TEXT.get("tab.related"));
  private final ToggleButton historyTab = new ToggleButton(TEXT.get("tab.history"));
  private final HBox bar = new HBox();
  private final Button saveNew = new Button();
  private final Button save = new Button();
  private final Button abandon = new Button();
  private boolean thenNew;
  private boolean arrived;

  RecordPage(
      RecordModel model,
      RecordModel.Tools tools,
      Navigator navigator,
      Dialogs dialogs,
      RecordLinks links,
      Theme theme) {
    this.model = model;
    this.tools = tools;
    this.navigator = navigator;
    this.dialogs = dialogs;
    this.links = links;
    this.formView = new FormView(model.form(), tools.display(), this::reveal);
    this.side =
        new SidePanel(
            model, tools.display(), match -> openMatch(match), match -> model.goOnWith(match));
    this.history = new HistoryView(model, theme);
    this.relations = new RelationsModel(model.type(), tools);
    this.related = new RelationsView(relations, links, navigator, model::id);
    formView
        .oneColumn()
        .bind(
            theme
                .textSize()
                .isEqualTo(Theme.TextSize.LARGE)
                .or(
                    formView
                        .widthProperty()
                        .lessThan(NARROW)
                        .and(view.widthProperty().greaterThan(0))));
    formView.setAfterLast(() -> (saveNew.isVisible() ? saveNew : save).requestFocus());
    build();
    model.record().subscribe(now -> showRecord());
    model.title().addListener((title, before, now) -> showHeading());
    model.form().readOnly().addListener((readOnly, before, now) -> showActs());
    model.offeredDraft().subscribe(now -> showBanners());
    model.doubts().subscribe(now -> showBanners());
    model
        .refusal()
        .addListener(
            (refusal, before, problem) -> {
              if (problem != null) {
                refused(problem);
                model.refusal().set(null);
              }
            });
    model
        .conflict()
        .addListener(
            (property, before, conflict) -> {
              if (conflict != null) {
                new ConflictPanel(
                        conflict, tools.display(), tools.context(), dialogs, model::settle)
                    .show();
              }
            });
    model.onSaved(this::saved);
  }

  private void build() {
    heading.getStyleClass().add(Styles.TITLE);
    heading.setMinWidth(0);
    WholeText.onHover(heading);
    WholeText.onHover(facts);
    states.setAlignment(Pos.CENTER_LEFT);
    facts.getStyleClass().addAll(Styles.MUTED, "small");
    ToggleGroup tabs = new ToggleGroup();
    formTab.setToggleGroup(tabs);
    relatedTab.setToggleGroup(tabs);
    relatedTab.setId("tab-related");
    relatedTab.setVisible(relations.any());
    relatedTab.setManaged(relations.any());
    historyTab.setToggleGroup(tabs);
    formTab.getStyleClass().addAll("left-pill", "page-switch");
    relatedTab.getStyleClass().addAll("center-pill", "page-switch");
    historyTab.getStyleClass().addAll("right-pill", "page-switch");
    formTab.setSelected(true);
    // One of the two is always chosen.
    tabs.selectedToggleProperty()
        .addListener(
            (toggle, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              } else {
                showMiddle();
              }
            });
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    acts.setAlignment(Pos.CENTER_RIGHT);
    HBox head = new HBox(heading, states, gap, new HBox(formTab, relatedTab, historyTab), acts);
    head.getStyleClass().add("page-head");
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.visibleProperty().bind(model.busy());
    loading.setAccessibleText(TEXT.get("busy"));
    VBox top = new VBox(4, head, facts, loading, banners);
    top.getStyleClass().add("page-top");
    view.setTop(top);
    view.setCenter(middle);
    view.setBottom(bar());
    showMiddle();
  }

  private Node bar() {
    saveNew.setText(TEXT.get("act.save-new"));
    saveNew.setGraphic(key("Ctrl+Enter"));
    saveNew.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    saveNew.setId("save-new");
    saveNew.setOnAction(event -> save(true));
    save.setText(TEXT.get("act.save"));
    save.setGraphic(key("Ctrl+S"));
    save.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    save.setId("save");
    save.setOnAction(event -> save(false));
    abandon.setText(TEXT.get("act.abandon"));
    abandon.setGraphic(key("Esc"));
    abandon.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    abandon.setOnAction(event -> abandon());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label draft = new Label();
    draft.getStyleClass().addAll(Styles.MUTED, "small");
    model.draftKept().subscribe(at -> draft.setText(draftText(at)));
    bar.getStyleClass().add("form-bar");
    bar.getChildren().addAll(saveNew, save, abandon, gap, draft);
    return bar;
  }

  private static String draftText(LocalDateTime at) {
    return at == null ? "" : TEXT.get("draft.kept", "time", SECOND.format(at));
  }

  private static Label key(String key) {
    Label label = new Label(key);
    label.getStyleClass().add("key");
    return label;
  }

  private void showMiddle() {
    if (historyTab.isSelected()) {
      model.loadHistory();
      middle.getChildren().setAll(history);
      history.takeFocus();
    } else if (relatedTab.isSelected()) {
      relations.load(model.id());
      middle.getChildren().setAll(related);
      related.takeFocus();
    } else {
      ScrollPane beside = new ScrollPane(side);
      beside.setFitToWidth(true);
      beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      beside.setFocusTraversable(false);
      beside.getStyleClass().add("side-scroll");
      HBox both = new HBox(12, formView, beside);
      HBox.setHgrow(formView, Priority.ALWAYS);
      both.getStyleClass().add("page-middle");
      middle.getChildren().setAll(both);
    }
    bar.setVisible(formTab.isSelected());
    bar.setManaged(formTab.isSelected());
  }

  private void showRecord() {
    Record now = model.record().get();
    historyTab.setDisable(now == null);
    relatedTab.setDisable(now == null);
    states.getChildren().clear();
    if (model.isCancelled()) {
      states.getChildren().add(state(TEXT.get("state.cancelled"), Icon.CANCEL, Styles.DANGER));
    }
    if (now != null && now.incomplete()) {
      states.getChildren().add(state(TEXT.get("state.incomplete"), Icon.ALERT, Styles.WARNING));
    }
    facts.setText(now == null ? "" : facts(now));
    facts.setManaged(now != null);
    if (historyTab.isSelected()) {
      model.loadHistory();
    }
    showHeading();
    showActs();
    boolean first = !arrived && now != null && view.getScene() != null;
    arrived = now != null;
    if (first) {
      tools.background().onWindow(formView::takeFocus);
    }
  }

  private String facts(Record now) {
    return TEXT.get(
        "facts",
        Map.of(
            "area", tools.workplace().areas().nameOf(now.area()),
            "registeredBy", now.registeredBy(),
            "registeredAt", MINUTE.format(now.registeredAt()),
            "updatedBy", now.updatedBy(),
            "updatedAt", MINUTE.format(now.updatedAt()),
            "version", now.version()));
  }

  private static Label state(String words, Icon icon, String colour) {
    Label state = new Label(words, icon.node());
    state.getStyleClass().addAll(Styles.STATE, colour);
    state.setMinWidth(Region.USE_PREF_SIZE);
    return state;
  }

  private void showHeading() {
    heading.setText(
        model.isNew()
            ? TEXT.get("heading.new", "type", model.type().label())
            : model.title().get());
  }

  private void showActs() {
    acts.getChildren().clear();
    boolean readOnly = model.form().readOnly().get();
    if (model.mayCancel()) {
      Button act = new Button();
      act.setId("cancel-record");
      if (model.isCancelled()) {
        act.setText(TEXT.get("act.restore"));
        act.setGraphic(Icon.RESTORE.node());
        act.setOnAction(event -> restore());
      } else {
        act.setText(TEXT.get("act.cancel"));
        act.setGraphic(Icon.CANCEL.node());
        act.setOnAction(event -> cancel());
      }
      acts.getChildren().add(act);
    }
    for (Button button : List.of(saveNew, save)) {
      button.setVisible(!readOnly);
      button.setManaged(!readOnly);
    }
    // A new record is usually followed by another, an old one is not.
    boolean usuallyNext = model.isNew();
    (usuallyNext ? saveNew : save).getStyleClass().remove(Styles.PRIMARY);
    (usuallyNext ? save : saveNew).getStyleClass().remove(Styles.PRIMARY);
    (usuallyNext ? saveNew : save).getStyleClass().add(Styles.PRIMARY);
  }

  private void showBanners() {
    banners.getChildren().clear();
    Draft draft = model.offeredDraft().get();
    if (draft != null) {
      banners.getChildren().add(draftBanner(draft));
    }
    List<Finding> doubts = model.doubts().get();
    if (!doubts.isEmpty()) {
      banners.getChildren().add(doubtBanner(doubts));
    }
    banners.setManaged(!banners.getChildren().isEmpty());
  }

  private Node draftBanner(Draft draft) {
    String words =
        draft.reason().isEmpty()
            ? TEXT.get(
                "draft.offer", Map.of("title", draft.title(), "time", MINUTE.format(draft.at())))
            : TEXT.get("draft.returned", "reason", draft.reason());
    Button take = new Button(TEXT.get("draft.take"));
    take.setId("take-draft");
    take.setOnAction(
        event -> {
          model.takeDraft();
          formView.takeFocus();
        });
    Button drop = new Button(TEXT.get("draft.drop"));
    drop.setOnAction(event -> model.discardDraft());
    return banner(words, Icon.HISTORY, "", take, drop);
  }

  private Node doubtBanner(List<Finding> doubts) {
    Button confirm = new Button(TEXT.get("act.confirm"));
    confirm.setId("confirm-doubts");
    confirm.setOnAction(event -> model.saveConfirmed());
    Button back = new Button(TEXT.get("act.look"));
    back.setOnAction(event -> formView.takeFocus());
    Node banner =
        banner(
            TEXT.get("doubts", "count", doubts.size()), Icon.ALERT, Styles.WARNING, confirm, back);
    tools.background().onWindow(confirm::requestFocus);
    return banner;
  }

  private static Node banner(String words, Icon icon, String colour, Button... buttons) {
    Label label = new Label(words, icon.node());
    label.setWrapText(true);
    HBox.setHgrow(label, Priority.ALWAYS);
    label.setMaxWidth(Double.MAX_VALUE);
    HBox banner = new HBox(8, label);
    banner.getChildren().addAll(buttons);
    for (Button button : buttons) {
      button.setMinWidth(Region.USE_PREF_SIZE);
    }
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getStyleClass().add("banner");
    if (!colour.isEmpty()) {
      banner.getStyleClass().add(colour);
    }
    return banner;
  }

  private void refused(Problem problem) {
    if (problem instanceof InvalidRecord invalid) {
      // The sentences stand under their fields; one without a field is told.
      invalid.findings().stream()
          .filter(finding -> model.form().field(finding.field()).isEmpty())
          .findFirst()
          .ifPresent(finding -> dialogs.refuse(new Problem(problem.code(), Map.of("count", 1))));
      formView.takeFocus();
    } else {
      dialogs.refuse(problem);
    }
  }

  private void save(boolean andNew) {
    if (historyTab.isSelected() || model.form().readOnly().get()) {
      return;
    }
    formView.commit();
    thenNew = andNew;
    model.save();
  }

  private void saved(RecordModel.Outcome outcome) {
    dialogs.say(
        TEXT.get(
            outcome == RecordModel.Outcome.SAVED ? "saved" : "waiting",
            "title",
            model.title().get()));
    if (thenNew) {
      model.next();
      formView.setVvalue(0);
      formView.takeFocus();
    } else if (outcome == RecordModel.Outcome.WAITING) {
      navigator.close(this);
    } else if (model.record().get().version() == 1) {
      goOn();
    }
    thenNew = false;
  }

  /** A type with a page of its own goes on there once it is registered. */
  private void goOn() {
    Destination next = links.record(model.type(), model.id());
    if (!next.equals(destination())) {
      navigator.open(next);
      navigator.close(this);
    }
  }

  private void abandon() {
    if (!model.unsaved().get()) {
      navigator.close(this);
      return;
    }
    dialogs.confirm(
        new Dialogs.Question(
            TEXT.get("abandon.title"), TEXT.get("abandon.sentence"), TEXT.get("abandon.act"), true),
        () -> {
          model.revert();
          formView.takeFocus();
        });
  }

  private void reveal(FieldModel field) {
    if (!model.mayReveal()) {
      dialogs.refuse(new Problem(org.wangge.problem.ProblemCode.FORBIDDEN));
      return;
    }
    model
        .reasonGiven()
        .ifPresentOrElse(
            reason -> model.reveal(field, reason),
            () ->
                dialogs.askText(
                    new Dialogs.TextQuestion(
                        TEXT.get("reveal.title", "label", field.field().label()),
                        TEXT.get("reveal.sentence"),
                        TEXT.get("reveal.label"),
                        TEXT.get("reveal.act"),
                        4,
                        false),
                    reason -> model.reveal(field, reason)));
  }

  private void cancel() {
    CancelPanel panel =
        new CancelPanel(
            tools.workplace().catalogue().codeList("cancel_reason"), tools.context().today());
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("cancel.title", "title", model.title().get()),
            panel,
            panel.first(),
            false,
            List.of(
                new Dialogs.Act(
                    TEXT.get("act.cancel"),
                    Styles.DANGER,
                    opened -> {
                      if (!panel.isComplete()) {
                        return false;
                      }
                      model.cancel(
                          panel.date(),
                          panel.reason(),
                          panel.note(),
                          () ->
                              dialogs.say(
                                  TEXT.get("cancelled", "title", model.title().get()),
                                  TEXT.get("act.undo"),
                                  () ->
                                      model.restore(
                                          TEXT.get("undo.reason"),
                                          () -> dialogs.say(TEXT.get("restored")))));
                      return true;
                    })),
            true));
  }

  private void restore() {
    dialogs.askText(
        new Dialogs.TextQuestion(
            TEXT.get("restore.title", "title", model.title().get()),
            TEXT.get("restore.sentence"),
            TEXT.get("restore.label"),
            TEXT.get("act.restore"),
            2,
            false),
        reason -> model.restore(reason, () -> dialogs.say(TEXT.get("restored"))));
  }

  private void openMatch(Match match) {
    tools
        .workplace()
        .catalogue()
        .find(match.type())
        .ifPresent(type -> navigator.open(links.record(type, match.id())));
  }

  @Override
  public Destination destination() {
    return model.isNew()
        ? RecordLinks.empty(model.type())
        : Destination.of(RecordsFeature.KEY, model.type().key(), model.id().toString());
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
    List<KeyAct> keys = new ArrayList<>();
    keys.add(
        KeyAct.of(
            "F2", TEXT.get("key.new"), () -> navigator.open(RecordLinks.empty(model.type()))));
    keys.add(
        KeyAct.of(
            "F3", TEXT.get("key.list"), () -> navigator.open(RecordLinks.list(model.type()))));
    keys.add(KeyAct.of("F7", TEXT.get("key.history"), this::switchTab));
    keys.add(KeyAct.of("Ctrl+S", TEXT.get("act.save"), () -> save(false)));
    keys.add(KeyAct.of("Ctrl+Enter", TEXT.get("act.save-new"), () -> save(true)));
    keys.add(KeyAct.of("Esc", "", this::abandon));
    return keys;
  }

  private void switchTab() {
    if (!model.isNew()) {
      (formTab.isSelected() ? historyTab : formTab).setSelected(true);
      if (formTab.isSelected()) {
        formView.takeFocus();
      }
    }
  }

  @Override
  public void shown() {
    tools.background().onWindow(formView::takeFocus);
  }

  @Override
  public void leave(Runnable close) {
    formView.commit();
    if (!model.unsaved().get()) {
      close.run();
      return;
    }
    Label sentence = new Label(TEXT.get("leave.sentence"));
    sentence.setWrapText(true);
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("leave.title", "title", model.title().get()),
            sentence,
            null,
            false,
            List.of(
                new Dialogs.Act(
                    TEXT.get("abandon.act"),
                    "",
                    opened -> {
                      opened.close();
                      model.revert();
                      close.run();
                      return false;
                    }),
                new Dialogs.Act(
                    TEXT.get("leave.keep"),
                    Styles.PRIMARY,
                    opened -> {
                      opened.close();
                      model.keepNow();
                      close.run();
                      return false;
                    })),
            true));
  }

  @Override
  public void closed() {
    model.close();
  }
}
