package org.wangge.client.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.WholeText;
import org.wangge.client.workplace.Display;
import org.wangge.record.Record;

/** The table from kind to column; complete by test. */
final class Columns {
  private static final int MOST = 9;
  private static final String WANTED = "wanted-width";
  private static final String GROWS = "grows";

  /**
   * How values of a kind stand in a column.
   *
   * @param em width in the text's own unit, before the label has its say
   * @param figures whether digits line up at the right
   * @param grows whether it takes what is left over
   */
  private record Shape(double em, boolean figures, boolean grows) {}

  private static final Map<Kind, Shape> SHAPES = new EnumMap<>(Kind.class);

  static {
    SHAPES.put(Kind.TEXT, new Shape(8, false, true));
    SHAPES.put(Kind.INTEGER, new Shape(5, true, false));
    SHAPES.put(Kind.DECIMAL, new Shape(7, true, false));
    SHAPES.put(Kind.DATE, new Shape(7.5, false, false));
    SHAPES.put(Kind.DATETIME, new Shape(10.5, false, false));
    SHAPES.put(Kind.CODE, new Shape(6, false, false));
    SHAPES.put(Kind.CODES, new Shape(8, false, true));
    SHAPES.put(Kind.YES_NO, new Shape(3.5, false, false));
    SHAPES.put(Kind.ID_NUMBER, new Shape(12.5, false, false));
    SHAPES.put(Kind.CREDIT_CODE, new Shape(12, false, false));
    SHAPES.put(Kind.PHONE, new Shape(8, false, false));
    SHAPES.put(Kind.REFERENCE, new Shape(8, false, false));
    SHAPES.put(Kind.GRID, new Shape(7, false, false));
    SHAPES.put(Kind.PLACE, new Shape(9, false, false));
    SHAPES.put(Kind.GEO, new Shape(9, false, false));
    SHAPES.put(Kind.PHOTO, new Shape(4, false, false));
    SHAPES.put(Kind.FILE, new Shape(6, false, false));
  }

  private Columns() {}

  /** Whether a kind has its column; for the test of completeness. */
  static boolean has(Kind kind) {
    return SHAPES.containsKey(kind);
  }

  /** Columns of a type's list; those beyond the ninth start hidden. */
  static List<TableColumn<Record, Record>> of(RecordType type, Display display) {
    List<Field> fields = new ArrayList<>(type.fields().stream().filter(Field::inList).toList());
    // What names a record stands first, wherever it stands on the form.
    fields.sort(Comparator.comparing(field -> !type.title().getFirst().equals(field.name())));
    return fields.stream()
        .map(
            field -> {
              TableColumn<Record, Record> column = of(field, display);
              column.setVisible(fields.indexOf(field) < MOST);
              return column;
            })
        .toList();
  }

  private static TableColumn<Record, Record> of(Field field, Display display) {
    Shape shape = SHAPES.get(field.kind());
    TableColumn<Record, Record> column = new TableColumn<>(field.label());
    column.setId("column-" + field.name());
    // A column that can be sorted keeps room for its arrow.
    double heading = field.label().length() + (field.sorted() ? 3.2 : 2);
    column.getProperties().put(WANTED, Math.max(width(field, shape), heading));
    column.getProperties().put(GROWS, shape.grows());
    column.setSortable(field.sorted());
    column.setUserData(field);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(
        view -> {
          TableCell<Record, Record> cell = new ValueCell(field, display);
          if (shape.figures()) {
            cell.getStyleClass().add(Styles.FIGURES);
          }
          return cell;
        });
    return column;
  }

  /** Gives every column its width, and what a table has left over to those that can use it. */
  static void stretch(TableView<Record> table, double em) {
    double taken = 0;
    int growing = 0;
    for (TableColumn<Record, ?> column : table.getVisibleLeafColumns()) {
      taken += wanted(column, em);
      growing += grows(column) ? 1 : 0;
    }
    double left = Math.max(0, table.getWidth() - 2 * em - taken);
    for (TableColumn<Record, ?> column : table.getVisibleLeafColumns()) {
      if (column.isResizable()) {
        column.setMinWidth(3 * em);
        column.setPrefWidth(wanted(column, em) + (grows(column) ? Math.floor(left / growing) : 0));
      }
    }
  }

  private static double wanted(TableColumn<Record, ?> column, double em) {
    return column.getProperties().get(WANTED) instanceof Double width
        ? width * em
        : column.getMaxWidth();
  }

  private static boolean grows(TableColumn<Record, ?> column) {
    return (boolean) column.getProperties().getOrDefault(GROWS, false);
  }

  private static double width(Field field, Shape shape) {
    return switch (field.kind()) {
      // A number of few characters stands whole; a name is short, an address long.
      case TEXT ->
          field.length() <= 24
              ? 1.6 + 0.6 * field.length()
              : field.length() <= 50 ? 6 : field.length() <= 100 ? 11 : 13;
      case CODE -> field.length() <= 1 ? 4 : shape.em();
      default -> shape.em();
    };
  }

  /** A value in words. */
  private static final class ValueCell extends TableCell<Record, Record> {
    private final Field field;
    private final Display display;

    ValueCell(Field field, Display display) {
      this.field = field;
      this.display = display;
      WholeText.onHover(this);
    }

    @Override
    protected void updateItem(Record record, boolean empty) {
      super.updateItem(record, empty);
      setText(
          empty || record == null
              ? null
              : display.of(
                  field,
                  record.values().get(field.name()),
                  record.masked().contains(field.name())));
    }
  }
}
