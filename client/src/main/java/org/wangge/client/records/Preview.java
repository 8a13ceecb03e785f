package org.wangge.client.records;

import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Section;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.workplace.Display;
import org.wangge.record.Record;

/** A record beside its list, to be read without leaving it; empty fields are left out. */
final class Preview extends ScrollPane {
  private static final Messages TEXT = Messages.of(Preview.class);

  private final RecordType type;
  private final Display display;
  private final VBox content = new VBox(8);

  Preview(RecordType type, Display display) {
    this.type = type;
    this.display = display;
    getStyleClass().add("preview");
    content.getStyleClass().add("side-panel");
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    setAccessibleText(TEXT.get("preview"));
  }

  void show(Record record) {
    content.getChildren().clear();
    if (record == null) {
      Label none = new Label(TEXT.get("preview.none"));
      none.getStyleClass().add(Styles.MUTED);
      content.getChildren().add(none);
      return;
    }
    for (Section section : type.sections()) {
      GridPane grid = new GridPane(10, 4);
      ColumnConstraints labels = new ColumnConstraints();
      labels.setMinWidth(USE_PREF_SIZE);
      ColumnConstraints values = new ColumnConstraints();
      values.setHgrow(Priority.ALWAYS);
      grid.getColumnConstraints().addAll(labels, values);
      int row = 0;
      for (Field field : section.fields()) {
        Object value = record.values().get(field.name());
        if (value != null) {
          Label label = new Label(field.label());
          label.getStyleClass().add(Styles.MUTED);
          label.setWrapText(true);
          label.setMaxWidth(100);
          Label words = new Label(display.of(field, value, record.masked().contains(field.name())));
          words.setWrapText(true);
          GridPane.setValignment(label, VPos.TOP);
          grid.addRow(row++, label, words);
        }
      }
      if (row > 0) {
        Label heading = new Label(section.label());
        heading.getStyleClass().add(Styles.HEADING);
        content.getChildren().addAll(heading, grid);
      }
    }
  }
}
