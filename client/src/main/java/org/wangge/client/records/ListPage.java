package org.wangge.client.records;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.SearchBy;
import org.wangge.client.table.FilterBar;
import org.wangge.client.table.FilterChoices;
import org.wangge.client.table.ListModel;
import org.wangge.client.table.RecordTable;
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
import org.wangge.record.Record;

/** The list of a type: filter bar, table, preview beside it. */
final class ListPage implements Page {
  private static final Messages TEXT = Messages.of(ListPage.class);
  private static final int SEARCH_WORDS = 3;
  private static final Duration PATIENCE = Duration.ofMillis(300);

  private final ListModel model;
  private final RecordModel.Tools tools;
  private final Navigator navigator;
  private final RecordLinks links;
  private final FilterBar filters;
  private final RecordTable table;
  private final Preview preview;
  private final BorderPane view = new BorderPane();
  private final ReadOnlyStringWrapper title;
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper(false);
  private final Runnable forget;
  private Background.Work waiting = () -> {};
  private boolean shownBefore;

  /**
   * A list.
   *
   * @param forget called when the page was closed
   */
  ListPage(
      ListModel model,
      RecordModel.Tools tools,
      Navigator navigator,
      Dialogs dialogs,
      RecordLinks links,
      Theme theme,
      Runnable forget) {
    this.model = model;
    this.tools = tools;
    this.navigator = navigator;
    this.links = links;
    this.forget = forget;
    RecordType type = model.type();
    title = new ReadOnlyStringWrapper(type.label());
    table = new RecordTable(model, tools.display(), theme, this::open);
    filters =
        new FilterBar(
            model,
            new FilterChoices(type, tools.workplace(), tools.display()),
            dialogs,
            tools.background(),
            searchHint(type),
            table::takeFocus);
    preview = new Preview(type, tools.display());
    preview.setVisible(false);
    preview.setManaged(false);
    model.focused().subscribe(record -> preview.show(record));
    build();
  }

  private void build() {
    Label heading = new Label(model.type().label());
    heading.getStyleClass().add(Styles.TITLE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(heading, gap);
    head.getStyleClass().add("page-head");
    if (mayWrite()) {
      Button add = new Button(TEXT.get("act.new", "type", model.type().label()));
      Label key = new Label("F2");
      key.getStyleClass().add("key");
      add.setGraphic(key);
      add.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      add.getStyleClass().add(Styles.PRIMARY);
      add.setId("new-record");
      add.setOnAction(event -> addNew());
      head.getChildren().add(add);
    }
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    loading.setVisible(false);
    model
        .loading()
        .addListener(
            (property, before, now) -> {
              waiting.cancel();
              if (now) {
                waiting = tools.background().later(PATIENCE, () -> loading.setVisible(true));
              } else {
                loading.setVisible(false);
              }
            });
    VBox top = new VBox(8, head, filters, loading);
    HBox middle = new HBox(12, table, preview);
    HBox.setHgrow(table, Priority.ALWAYS);
    VBox page = new VBox(top, middle, footer());
    VBox.setVgrow(middle, Priority.ALWAYS);
    page.getStyleClass().add("page");
    view.setCenter(page);
    model.refusal().subscribe(problem -> placeholder());
    model.loading().subscribe(now -> placeholder());
  }

  private Node footer() {
    Label range = new Label();
    range.setId("range");
    range.textProperty().bind(model.range());
    range.getStyleClass().add(Styles.MUTED);
    Button more = new Button(TEXT.get("act.more"));
    Label key = new Label("PgDn");
    key.getStyleClass().add("key");
    more.setGraphic(key);
    more.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
    more.visibleProperty().bind(model.hasMore());
    more.setOnAction(event -> model.more());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label marked = new Label();
    marked.getStyleClass().addAll(Styles.STATE);
    model
        .selected()
        .addListener(
            (javafx.collections.SetChangeListener<java.util.UUID>) change -> showMarked(marked));
    showMarked(marked);
    HBox footer = new HBox(12, range, more, gap, marked);
    footer.setAlignment(Pos.CENTER_LEFT);
    return footer;
  }

  private void showMarked(Label marked) {
    int count = model.selected().size();
    marked.setText(TEXT.get("marked", "count", count));
    marked.setVisible(count > 0);
  }

  /** An empty list says what belongs here, or why nothing came. */
  private void placeholder() {
    VBox box = new VBox();
    box.getStyleClass().add("empty-state");
    if (model.loading().get()) {
      Label words = new Label(TEXT.get("busy"));
      words.getStyleClass().add(Styles.MUTED);
      box.getChildren().add(words);
    } else if (model.refusal().get() != null) {
      Label words = new Label(model.refusal().get().wording(), Icon.ERROR.node());
      words.getStyleClass().add(Styles.DANGER);
      words.setWrapText(true);
      Button again = new Button(TEXT.get("act.again"));
      again.setOnAction(event -> model.reload());
      box.getChildren().addAll(words, again);
    } else {
      boolean narrowed = model.isNarrowed();
      Label words =
          new Label(TEXT.get(narrowed ? "empty.narrowed" : "empty", "type", model.type().label()));
      words.getStyleClass().add(Styles.MUTED);
      box.getChildren().addAll(Icon.INBOX.node(), words);
      if (narrowed) {
        Button clear = new Button(TEXT.get("act.clear"));
        clear.setOnAction(event -> model.clear());
        box.getChildren().add(clear);
      } else if (mayWrite()) {
        Button add = new Button(TEXT.get("act.new", "type", model.type().label()));
        add.setOnAction(event -> addNew());
        box.getChildren().add(add);
      }
    }
    table.setPlaceholder(box);
  }

  /** Words for the search box from the fields that take part in it, names first. */
  static String searchHint(RecordType type) {
    List<String> parts = new ArrayList<>();
    for (Field field : type.fields()) {
      if (field.search() == SearchBy.NAME) {
        parts.addFirst(TEXT.get("search.initials", "label", field.label()));
      } else if (field.search() != SearchBy.NONE) {
        parts.add(field.label());
      }
    }
    return parts.stream()
        .distinct()
        .limit(SEARCH_WORDS)
        .collect(Collectors.joining(TEXT.get("search.separator")));
  }

  private boolean mayWrite() {
    return tools.workplace().mayWrite(model.type());
  }

  private void open(Record record) {
    navigator.open(links.record(model.type(), record.id()));
  }

  private void addNew() {
    if (mayWrite()) {
      navigator.open(RecordLinks.empty(model.type()));
    }
  }

  private void togglePreview() {
    boolean wanted = !preview.isVisible();
    preview.setVisible(wanted);
    preview.setManaged(wanted);
  }

  @Override
  public Destination destination() {
    return RecordLinks.list(model.type());
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
    List<KeyAct> keys = new ArrayList<>();
    if (mayWrite()) {
      keys.add(KeyAct.of("F2", TEXT.get("key.new"), this::addNew));
    }
    keys.add(KeyAct.of("F3", TEXT.get("key.search"), filters::takeFocus));
    keys.add(KeyAct.of("F4", TEXT.get("key.preview"), this::togglePreview));
    keys.add(KeyAct.of("F5", TEXT.get("key.reload"), model::reload));
    return keys;
  }

  @Override
  public void shown() {
    if (!shownBefore) {
      shownBefore = true;
      model.reload();
      tools.background().onWindow(filters::takeFocus);
    } else {
      tools.background().onWindow(table::takeFocus);
    }
  }

  @Override
  public void leave(Runnable close) {
    close.run();
  }

  @Override
  public void closed() {
    forget.run();
  }
}
