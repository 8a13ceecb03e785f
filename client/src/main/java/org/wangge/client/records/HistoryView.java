package org.wangge.client.records;

import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WordCell;
import org.wangge.record.Change;

/** Who changed what, when, from what to what. */
final class HistoryView extends StackPane {
  private static final Messages TEXT = Messages.of(HistoryView.class);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  /** Widths of the columns in em. */
  private static final double[] WIDTHS = {10.6, 7, 6, 9, 12, 12, 8, 8};

  private final TableView<Change> table = new TableView<>();

  HistoryView(RecordModel model, Theme theme) {
    table.setId("history");
    table.setAccessibleText(TEXT.get("tab.history"));
    table.setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
    table.getColumns().add(column("history.at", change -> MINUTE.format(change.at())));
    table.getColumns().add(column("history.by", Change::by));
    table
        .getColumns()
        .add(
            column(
                "history.action",
                change ->
                    TEXT.has("history.action." + change.action())
                        ? TEXT.get("history.action." + change.action())
                        : change.action()));
    table.getColumns().add(column("history.field", Change::label));
    table.getColumns().add(column("history.from", Change::from));
    table.getColumns().add(column("history.to", Change::to));
    table.getColumns().add(column("history.reason", Change::reason));
    table.getColumns().add(column("history.workstation", Change::workstation));
    table.setPlaceholder(new Label(TEXT.get("history.none")));
    theme.measure(this, this::measure);
    model.history().subscribe(changes -> table.getItems().setAll(changes));
    getStyleClass().add("page-middle");
    getChildren().add(table);
  }

  private void measure(double em) {
    for (int index = 0; index < WIDTHS.length; index++) {
      table.getColumns().get(index).setPrefWidth(WIDTHS[index] * em);
      table.getColumns().get(index).setMinWidth(Math.min(WIDTHS[index], 7) * em);
    }
  }

  /** Puts the keyboard on the table. */
  void takeFocus() {
    table.requestFocus();
  }

  private static TableColumn<Change, String> column(String key, Function<Change, String> text) {
    TableColumn<Change, String> column = new TableColumn<>(TEXT.get(key));
    column.setSortable(false);
    column.setCellFactory(view -> new WordCell<>());
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    return column;
  }
}
