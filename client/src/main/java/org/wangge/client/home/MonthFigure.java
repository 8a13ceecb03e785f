package org.wangge.client.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wangge.client.ui.Messages;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.Table;

/**
 * A figure of the last bulletin for the account's own place.
 *
 * @param label what it is
 * @param value the figure as the bulletin has it
 * @param before a word about the month before; empty when the bulletin has none
 */
record MonthFigure(String label, String value, String before) {
  private static final Messages TEXT = Messages.of(MonthFigure.class);

  /** Which figure stands in which column, by the headings of the bulletin. */
  private enum Source {
    ENTERED("entries", "column.entered", "column.entered-before"),
    REPORTED("events", "column.reported", "column.reported-before"),
    ON_TIME("events", "column.on-time-rate", ""),
    RANK("events", "column.rank", "");

    private final String table;
    private final String column;
    private final String before;

    Source(String table, String column, String before) {
      this.table = table;
      this.column = column;
      this.before = before;
    }
  }

  /** The figures of the row of this place, or of the total for a whole town. */
  static List<MonthFigure> of(BulletinDocument bulletin, String place) {
    List<MonthFigure> figures = new ArrayList<>();
    for (Source source : Source.values()) {
      for (Table table : bulletin.tables()) {
        if (table.key().equals(source.table) && !table.rows().isEmpty()) {
          figure(table, source, place).ifPresent(figures::add);
        }
      }
    }
    return figures;
  }

  private static Optional<MonthFigure> figure(Table table, Source source, String place) {
    List<String> row =
        table.rows().stream()
            .filter(one -> one.contains(place))
            .findFirst()
            .orElse(table.rows().getLast());
    String value = cell(table, row, source.column);
    if (value.isEmpty() || value.equals("—")) {
      return Optional.empty();
    }
    String key = source.column.substring("column.".length());
    String before = source.before.isEmpty() ? "" : cell(table, row, source.before);
    return Optional.of(
        new MonthFigure(
            TEXT.get("figure." + key),
            TEXT.get(isShared(source, value) ? "value.rank-tied" : "value." + key, "value", value),
            before.isEmpty() ? "" : TEXT.get("figure.before", "value", before)));
  }

  /** A place that several villages share already reads 并列第3. */
  private static boolean isShared(Source source, String value) {
    return source == Source.RANK && !value.chars().allMatch(Character::isDigit);
  }

  private static String cell(Table table, List<String> row, String column) {
    int index = table.columns().indexOf(TEXT.get(column));
    return index < 0 || index >= row.size() || row.get(index) == null ? "" : row.get(index);
  }
}
