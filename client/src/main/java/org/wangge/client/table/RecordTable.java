package org.wangge.client.table;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.wangge.catalogue.Field;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.workplace.Display;
import org.wangge.record.Record;

/**
 * The records of a list as a table with rows of one height. Arrows move, Enter opens, Space marks,
 * Page Down at the end asks for more.
 */
public final class RecordTable extends StackPane {
  private static final Messages TEXT = Messages.of(RecordTable.class);

  private final TableView<Record> table = new TableView<>();
  private final ListModel model;
  private double em;
  private final Consumer<Record> open;

  /**
   * A table over a list.
   *
   * @param theme text size, columns are measured in it
   * @param open opens a record
   */
  public RecordTable(ListModel model, Display display, Theme theme, Consumer<Record> open) {
    this.model = model;
    this.open = open;
    table.setId("records");
    table.setAccessibleText(TEXT.get("table", "label", model.type().label()));
    table.setItems(model.rows());
    table.setTableMenuButtonVisible(true);
    table.getColumns().add(marks());
    table.getColumns().addAll(Columns.of(model.type(), display));
    table.setRowFactory(view -> row());
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((selection, before, now) -> model.focused().set(now));
    table.setSortPolicy(
        view -> {
          sort();
          return true;
        });
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    model
        .selected()
        .addListener(
            (javafx.collections.SetChangeListener<java.util.UUID>) change -> table.refresh());
    // The first row is at hand as soon as a list has come, so that Enter opens it.
    model
        .rows()
        .addListener(
            (javafx.collections.ListChangeListener<Record>)
                change -> {
                  if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
                    table.getSelectionModel().selectFirst();
                  }
                });
    theme.measure(this, now -> measure(now));
    table.widthProperty().addListener((width, before, now) -> Columns.stretch(table, em));
    getChildren().add(table);
  }

  /** What stands in the middle of an empty list. */
  public void setPlaceholder(Node node) {
    table.setPlaceholder(node);
  }

  /** Puts the keyboard on the table. */
  public void takeFocus() {
    if (table.getSelectionModel().isEmpty() && !model.rows().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
    table.requestFocus();
  }

  private void measure(double now) {
    em = now;
    TableColumn<Record, ?> marks = table.getColumns().getFirst();
    marks.setMinWidth(0);
    marks.setMaxWidth(2.4 * em);
    marks.setMinWidth(2.4 * em);
    table.setFixedCellSize(Math.rint(2.4 * em));
    Columns.stretch(table, em);
  }

  private TableColumn<Record, Record> marks() {
    TableColumn<Record, Record> column = new TableColumn<>("");
    column.setId("column-mark");
    column.setResizable(false);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(view -> new MarkCell());
    return column;
  }

  private TableRow<Record> row() {
    TableRow<Record> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2 && !row.isEmpty()) {
            open.accept(row.getItem());
          }
        });
    return row;
  }

  private void sort() {
    if (table.getSortOrder().isEmpty()) {
      model.sort("", true);
    } else {
      TableColumn<Record, ?> column = table.getSortOrder().getFirst();
      model.sort(
          ((Field) column.getUserData()).name(),
          column.getSortType() == TableColumn.SortType.DESCENDING);
    }
  }

  private void onKey(KeyEvent event) {
    Record record = model.focused().get();
    boolean plain = !event.isControlDown() && !event.isAltDown() && !event.isShiftDown();
    if (!plain || record == null) {
      return;
    }
    boolean atEnd = table.getSelectionModel().getSelectedIndex() == model.rows().size() - 1;
    if (event.getCode() == KeyCode.ENTER) {
      open.accept(record);
    } else if (event.getCode() == KeyCode.SPACE) {
      model.toggleFocused();
    } else if (event.getCode() == KeyCode.PAGE_DOWN && atEnd && model.hasMore().get()) {
      model.more();
    } else {
      return;
    }
    event.consume();
  }

  /** The mark of a selected record. */
  private final class MarkCell extends TableCell<Record, Record> {
    @Override
    protected void updateItem(Record record, boolean empty) {
      super.updateItem(record, empty);
      boolean marked = !empty && record != null && model.selected().contains(record.id());
      if (marked) {
        Region icon = Icon.CHECK.node();
        icon.getStyleClass().add(Styles.PRIMARY);
        setGraphic(icon);
      } else {
        setGraphic(null);
      }
      setAccessibleText(marked ? TEXT.get("marked") : "");
    }
  }
}
