package org.wangge.client.records;

import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.wangge.client.ui.Messages;
import org.wangge.record.Change;

/** Who changed what, when, from what to what. */
final class HistoryView extends StackPane {
  private static final Messages TEXT = Messages.of(HistoryView.class);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private final TableView<Change> table = new TableView<>();

  HistoryView(RecordModel model) {
    table.setId("history");
    table.setAccessibleText(TEXT.get("tab.history"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().add(column("history.at", 150, change -> MINUTE.format(change.at())));
    table.getColumns().add(column("history.by", 110, Change::by));
    table
        .getColumns()
        .add(
            column(
                "history.action",
                100,
                change ->
                    TEXT.has("history.action." + change.action())
                        ? TEXT.get("history.action." + change.action())
                        : change.action()));
    table.getColumns().add(column("history.field", 140, Change::label));
    table.getColumns().add(column("history.from", 190, Change::from));
    table.getColumns().add(column("history.to", 190, Change::to));
    table.getColumns().add(column("history.reason", 120, Change::reason));
    table.getColumns().add(column("history.workstation", 120, Change::workstation));
    table.setPlaceholder(new Label(TEXT.get("history.none")));
    model.history().subscribe(changes -> table.getItems().setAll(changes));
    getStyleClass().add("page-middle");
    getChildren().add(table);
  }

  /** Puts the keyboard on the table. */
  void takeFocus() {
    table.requestFocus();
  }

  private static TableColumn<Change, String> column(
      String key, double width, Function<Change, String> text) {
    TableColumn<Change, String> column = new TableColumn<>(TEXT.get(key));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }
}
