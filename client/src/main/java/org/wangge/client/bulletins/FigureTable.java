package org.wangge.client.bulletins;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.wire.Table;

/** A table of the bulletin; figures stand as the paper has them, the total last. */
final class FigureTable extends VBox {
  private final TableView<List<String>> view = new TableView<>();

  /**
   * A table.
   *
   * @param theme text size, columns are measured in it
   */
  FigureTable(Table table, Theme theme) {
    getStyleClass().add("figure-table");
    view.setAccessibleText(table.number() + " " + table.title());
    view.setId("table-" + table.key());
    view.getSelectionModel().setCellSelectionEnabled(true);
    view.getColumns().setAll(columns(table));
    view.setItems(FXCollections.observableArrayList(table.rows()));
    theme.measure(this, em -> measure(table, em));
    view.setRowFactory(rows -> new Line(table.rows().size()));
    VBox.setVgrow(view, Priority.ALWAYS);
    getChildren().add(view);
    if (!table.notes().isEmpty()) {
      getChildren().add(notes(table.notes()));
    }
  }

  private void measure(Table table, double em) {
    double[] widths = TableWidths.of(table);
    List<TableColumn<List<String>, ?>> leaves = view.getVisibleLeafColumns();
    for (int index = 0; index < widths.length; index++) {
      leaves.get(index).setMinWidth(widths[index] * em);
      leaves.get(index).setPrefWidth(widths[index] * em);
    }
  }

  /** Notes never take the room of the figures. */
  private static ScrollPane notes(List<String> notes) {
    Label words = new Label(String.join("\n", notes));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll(Styles.MUTED, "small");
    ScrollPane scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(words.getText());
    scroll.getStyleClass().add("figure-notes");
    return scroll;
  }

  void takeFocus() {
    if (view.getSelectionModel().isEmpty() && !view.getItems().isEmpty()) {
      view.getSelectionModel().select(0, view.getColumns().getFirst());
    }
    view.requestFocus();
  }

  private static List<TableColumn<List<String>, ?>> columns(Table table) {
    List<TableColumn<List<String>, ?>> columns = new ArrayList<>();
    TableColumn<List<String>, String> group = null;
    String groupName = "";
    for (int index = 0; index < table.columns().size(); index++) {
      TableColumn<List<String>, String> column = column(table, index);
      String name = index < table.groups().size() ? table.groups().get(index) : "";
      if (name.isEmpty()) {
        columns.add(column);
        group = null;
      } else {
        if (group == null || !groupName.equals(name)) {
          group = new TableColumn<>(name);
          group.setSortable(false);
          group.setReorderable(false);
          columns.add(group);
          groupName = name;
        }
        group.getColumns().add(column);
      }
    }
    return columns;
  }

  private static TableColumn<List<String>, String> column(Table table, int index) {
    TableColumn<List<String>, String> column = new TableColumn<>();
    String words = table.columns().get(index);
    Label heading = new Label(broken(words));
    heading.getStyleClass().add("figure-heading");
    column.setGraphic(heading);
    column.setSortable(false);
    column.setReorderable(false);
    boolean names = isNames(table, index);
    column.setCellValueFactory(
        row ->
            new ReadOnlyStringWrapper(
                index < row.getValue().size() ? row.getValue().get(index) : ""));
    column.setCellFactory(
        view -> {
          TableCell<List<String>, String> cell =
              new TableCell<>() {
                @Override
                protected void updateItem(String value, boolean empty) {
                  super.updateItem(value, empty);
                  setText(empty ? null : value);
                  setAccessibleText(empty || value == null ? "" : words + " " + value);
                }
              };
          if (!names) {
            cell.getStyleClass().add(Styles.FIGURES);
          }
          return cell;
        });
    return column;
  }

  /** A column with words in every row names something; all others hold figures. */
  private static boolean isNames(Table table, int index) {
    return table.rows().stream()
        .map(row -> index < row.size() ? row.get(index) : "")
        .filter(value -> value != null && !value.isEmpty())
        .anyMatch(value -> value.codePointAt(0) > 0x3000 && !value.equals("—"));
  }

  /** A heading too long for its column, in two lines of about the same length. */
  private static String broken(String words) {
    if (TableWidths.heading(words) >= words.length()) {
      return words;
    }
    int cut = (int) TableWidths.heading(words);
    int bracket = words.indexOf('（');
    int at = bracket > 0 && bracket <= cut ? bracket : cut;
    return words.substring(0, at) + "\n" + words.substring(at);
  }

  /** A row; the total is strong. */
  private static final class Line extends TableRow<List<String>> {
    private final int count;

    Line(int count) {
      this.count = count;
    }

    @Override
    protected void updateItem(List<String> row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("total");
      if (!empty && getIndex() == count - 1) {
        getStyleClass().add("total");
      }
    }
  }
}
