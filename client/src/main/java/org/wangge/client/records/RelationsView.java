package org.wangge.client.records;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.client.records.RelationsModel.Group;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Styles;
import org.wangge.record.Record;
import org.wangge.record.Status;

/** Cards with what belongs to a record or mentions it; each row opens its record. */
final class RelationsView extends StackPane {
  private static final Messages TEXT = Messages.of(RelationsView.class);

  private final RelationsModel model;
  private final RecordLinks links;
  private final Navigator navigator;
  private final Supplier<UUID> id;
  private final VBox cards = new VBox(12);
  private final MenuButton add = new MenuButton(TEXT.get("related.add"), Icon.ADD.node());

  RelationsView(RelationsModel model, RecordLinks links, Navigator navigator, Supplier<UUID> id) {
    this.model = model;
    this.links = links;
    this.navigator = navigator;
    this.id = id;
    setId("relations");
    getStyleClass().add("page-middle");
    add.setId("add-related");
    fillMenu();
    HBox head = new HBox(add);
    head.setAlignment(Pos.CENTER_LEFT);
    boolean nothingToAdd = add.getItems().isEmpty();
    head.setVisible(!nothingToAdd);
    head.setManaged(!nothingToAdd);
    VBox content = new VBox(12, head, cards);
    content.getStyleClass().add("relations");
    ScrollPane scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    getChildren().add(scroll);
    model.groups().subscribe(now -> show());
    model.busy().subscribe(now -> show());
    model.refusal().subscribe(now -> show());
  }

  /** Puts the keyboard where work goes on. */
  void takeFocus() {
    if (!add.getItems().isEmpty()) {
      add.requestFocus();
    }
  }

  private void fillMenu() {
    String module = "";
    for (Catalogue.Link link : model.additions()) {
      if (!module.isEmpty() && !module.equals(link.type().module())) {
        add.getItems().add(new SeparatorMenuItem());
      }
      module = link.type().module();
      MenuItem item = new MenuItem(link.type().label());
      item.setId("add-" + link.type().key());
      item.setOnAction(
          event -> navigator.open(RecordLinks.of(link.type(), link.field(), id.get())));
      add.getItems().add(item);
    }
  }

  private void show() {
    cards.getChildren().clear();
    if (model.refusal().get() != null) {
      cards.getChildren().add(quiet(model.refusal().get().wording()));
    } else if (model.busy().get()) {
      cards.getChildren().add(quiet(TEXT.get("busy")));
    } else if (model.groups().get().isEmpty()) {
      cards.getChildren().add(quiet(TEXT.get("related.none")));
    } else {
      model.groups().get().forEach(group -> cards.getChildren().add(card(group)));
    }
  }

  private static Label quiet(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().add(Styles.MUTED);
    return label;
  }

  private Node card(Group group) {
    Label heading =
        new Label(
            TEXT.get(
                "related.heading",
                Map.of(
                    "module", model.moduleOf(group.type()),
                    "type", group.type().label(),
                    "count", group.records().size() + (group.more() ? "+" : ""))));
    heading.getStyleClass().add(Styles.HEADING);
    VBox card = new VBox(8, heading, rows(group));
    if (group.more()) {
      Button all = new Button(TEXT.get("related.all", "type", group.type().label()));
      all.getStyleClass().add(Styles.LINK);
      all.setOnAction(event -> navigator.open(RecordLinks.list(group.type())));
      card.getChildren().add(all);
    }
    card.getStyleClass().add(Styles.CARD);
    card.setId("related-" + group.type().key() + "-" + group.field().name());
    return card;
  }

  private Node rows(Group group) {
    GridPane grid = new GridPane();
    grid.setHgap(16);
    grid.setVgap(4);
    List<Field> columns = group.columns();
    for (int i = 0; i <= columns.size(); i++) {
      ColumnConstraints wide = new ColumnConstraints();
      wide.setPercentWidth(100.0 / (columns.size() + 1));
      wide.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().add(wide);
    }
    for (int i = 0; i < columns.size(); i++) {
      Label label = new Label(columns.get(i).label());
      label.getStyleClass().addAll(Styles.MUTED, "small");
      grid.add(label, i, 0);
    }
    int line = 1;
    for (Record record : group.records()) {
      for (int i = 0; i < columns.size(); i++) {
        grid.add(cell(model.words(record, columns.get(i))), i, line);
      }
      grid.add(open(group, record), columns.size(), line);
      line++;
    }
    return grid;
  }

  private static Label cell(String words) {
    Label label = new Label(words);
    label.setMaxWidth(Double.MAX_VALUE);
    if (!words.isEmpty()) {
      label.setTooltip(new Tooltip(words));
    }
    return label;
  }

  private Node open(Group group, Record record) {
    Button open = new Button(TEXT.get("related.open"));
    open.getStyleClass().add(Styles.LINK);
    open.setMinWidth(Region.USE_PREF_SIZE);
    open.setAccessibleText(TEXT.get("related.open") + " " + group.type().label());
    open.setOnAction(event -> navigator.open(links.record(group.type(), record.id())));
    if (record.status() != Status.CANCELLED) {
      return open;
    }
    Label gone = new Label(TEXT.get("state.cancelled"));
    gone.getStyleClass().addAll(Styles.STATE, Styles.DANGER);
    gone.setMinWidth(Region.USE_PREF_SIZE);
    HBox both = new HBox(8, open, gone);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }
}
