package org.wangge.client.events;

import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Section;
import org.wangge.client.ui.Styles;
import org.wangge.client.workplace.Display;
import org.wangge.record.Record;

/** What is known of an event, section by section; empty fields are left out. */
final class FactsView extends VBox {
  /** What the head of the page tells already. */
  private static final Set<String> IN_HEAD = Set.of("event_no", "event_name", "current_state");

  private final RecordType type;
  private final Display display;

  FactsView(RecordType type, Display display) {
    this.type = type;
    this.display = display;
    getStyleClass().add("facts");
  }

  void show(Record record) {
    getChildren().clear();
    for (Section section : type.sections()) {
      GridPane grid = new GridPane();
      grid.getStyleClass().add("facts-grid");
      ColumnConstraints labels = new ColumnConstraints();
      labels.setHgrow(Priority.NEVER);
      ColumnConstraints values = new ColumnConstraints();
      values.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().addAll(labels, values);
      int row = 0;
      for (Field field : section.fields()) {
        if (IN_HEAD.contains(field.name())) {
          continue;
        }
        String value =
            display.of(
                field, record.values().get(field.name()), record.masked().contains(field.name()));
        if (!value.isEmpty()) {
          row = field(grid, row, field, value);
        }
      }
      if (row > 0) {
        Label heading = new Label(section.label());
        heading.getStyleClass().add(Styles.HEADING);
        getChildren().addAll(heading, grid);
      }
    }
  }

  private static int field(GridPane grid, int row, Field field, String value) {
    Label label = new Label(field.label());
    label.getStyleClass().addAll(Styles.MUTED, "fact-label");
    label.setWrapText(true);
    Label words = new Label(value);
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.setLabelFor(words);
    if (field.multiline()) {
      // A long text takes the whole width: beside its label it would be a ribbon.
      grid.add(label, 0, row, 2, 1);
      grid.add(words, 0, row + 1, 2, 1);
      return row + 2;
    }
    GridPane.setValignment(label, VPos.TOP);
    GridPane.setValignment(words, VPos.TOP);
    grid.addRow(row, label, words);
    return row + 1;
  }
}
