package org.wangge.client.records;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.form.FormContext;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.workplace.Display;

/** Both versions of a record side by side, with a choice per field. */
final class ConflictPanel {
  private static final Messages TEXT = Messages.of(ConflictPanel.class);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");

  private final Conflict conflict;
  private final Display display;
  private final FormContext context;
  private final Dialogs dialogs;
  private final Consumer<Conflict> settle;
  private final GridPane grid = new GridPane();
  private final List<ToggleButton[]> rows = new ArrayList<>();

  ConflictPanel(
      Conflict conflict,
      Display display,
      FormContext context,
      Dialogs dialogs,
      Consumer<Conflict> settle) {
    this.conflict = conflict;
    this.display = display;
    this.context = context;
    this.dialogs = dialogs;
    this.settle = settle;
  }

  void show() {
    grid.setHgap(12);
    grid.setVgap(6);
    grid.getColumnConstraints().addAll(column(9, false), column(17, true), column(17, true));
    grid.add(heading(TEXT.get("conflict.field")), 0, 0);
    grid.add(heading(TEXT.get("conflict.mine")), 1, 0);
    grid.add(
        heading(
            TEXT.get(
                "conflict.theirs",
                Map.of(
                    "by", conflict.theirs().updatedBy(),
                    "at", MINUTE.format(conflict.theirs().updatedAt())))),
        2,
        0);
    int row = 1;
    for (Conflict.Choice choice : conflict.choices()) {
      add(choice, row++);
    }
    grid.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    Label sentence = new Label(TEXT.get("conflict.sentence", "by", conflict.theirs().updatedBy()));
    sentence.setWrapText(true);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(420);
    VBox content = new VBox(12, sentence, scroll);
    Node first = rows.isEmpty() ? null : chosen(rows.getFirst());
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("conflict.title"),
            content,
            first,
            true,
            List.of(
                new Dialogs.Act(
                    TEXT.get("conflict.act"),
                    Styles.PRIMARY,
                    opened -> {
                      opened.close();
                      settle.accept(conflict);
                      return false;
                    })),
            true));
  }

  private static ColumnConstraints column(double em, boolean grows) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPrefWidth(em * 15);
    column.setHgrow(grows ? Priority.ALWAYS : Priority.NEVER);
    return column;
  }

  private static Label heading(String words) {
    Label label = new Label(words);
    label.getStyleClass().add(Styles.HEADING);
    label.setWrapText(true);
    return label;
  }

  private void add(Conflict.Choice choice, int row) {
    Label label = new Label(choice.field().label());
    label.setWrapText(true);
    if (choice.bothChanged()) {
      label.setGraphic(Icon.ALERT.node());
      label.getStyleClass().add(Styles.WARNING);
      label.setAccessibleHelp(TEXT.get("conflict.both"));
    }
    ToggleGroup group = new ToggleGroup();
    ToggleButton mine = button(choice, choice.mine(), false, group, "mine");
    ToggleButton theirs = button(choice, choice.theirs(), choice.theirsMasked(), group, "theirs");
    (choice.takeMine() ? mine : theirs).setSelected(true);
    mark(mine, theirs);
    group
        .selectedToggleProperty()
        .addListener(
            (toggle, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              } else {
                choice.choose(now.equals(mine));
                mark(mine, theirs);
              }
            });
    grid.add(label, 0, row);
    grid.add(mine, 1, row);
    grid.add(theirs, 2, row);
    rows.add(new ToggleButton[] {mine, theirs});
  }

  private ToggleButton button(
      Conflict.Choice choice, Object value, boolean masked, ToggleGroup group, String side) {
    String words = display.of(choice.field(), value, masked);
    ToggleButton button = new ToggleButton(words.isEmpty() ? TEXT.get("conflict.empty") : words);
    button.setToggleGroup(group);
    button.setWrapText(true);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinHeight(Region.USE_PREF_SIZE);
    button.getStyleClass().add("choice-card");
    button.setId("conflict-" + side + "-" + choice.field().name());
    if (value instanceof UUID id) {
      context
          .references()
          .title(
              context.catalogue().type(choice.field().reference()),
              id,
              title -> describe(button, choice, side, title));
    }
    describe(button, choice, side, button.getText());
    return button;
  }

  private static void describe(
      ToggleButton button, Conflict.Choice choice, String side, String words) {
    button.setText(words);
    button.setAccessibleText(
        TEXT.get(
            "conflict." + side + ".value",
            Map.of("label", choice.field().label(), "value", words)));
  }

  /** The chosen one carries a tick, so that colour is not all that tells. */
  private static void mark(ToggleButton mine, ToggleButton theirs) {
    for (ToggleButton button : List.of(mine, theirs)) {
      Region icon = Icon.CHECK.node();
      icon.setOpacity(button.isSelected() ? 1 : 0);
      button.setGraphic(icon);
    }
  }

  private static ToggleButton chosen(ToggleButton[] row) {
    return row[0].isSelected() ? row[0] : row[1];
  }

  /** Left and right choose, up and down go from field to field. */
  private void move(KeyEvent event) {
    Node focused = grid.getScene().getFocusOwner();
    for (int index = 0; index < rows.size(); index++) {
      ToggleButton[] row = rows.get(index);
      if (!row[0].equals(focused) && !row[1].equals(focused)) {
        continue;
      }
      if (event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT) {
        ToggleButton wanted = row[event.getCode() == KeyCode.LEFT ? 0 : 1];
        wanted.setSelected(true);
        wanted.requestFocus();
        event.consume();
      } else if (event.getCode() == KeyCode.DOWN && index + 1 < rows.size()) {
        chosen(rows.get(index + 1)).requestFocus();
        event.consume();
      } else if (event.getCode() == KeyCode.UP && index > 0) {
        chosen(rows.get(index - 1)).requestFocus();
        event.consume();
      }
      return;
    }
  }
}
