package org.wangge.bulletin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A finished table of a bulletin.
 *
 * @param key name of the table, unique in its paper, e.g. {@code login}
 * @param number the printed number, e.g. {@code 表1}
 * @param title the printed title, without the number
 * @param columns the columns, left to right; at least one
 * @param rows the rows, top to bottom, without the total
 * @param total the last row (合计), or null for a table that has none
 * @param notes counting rules printed under the table; may be empty
 */
public record BulletinTable(
    String key,
    String number,
    String title,
    List<Column> columns,
    List<Row> rows,
    Row total,
    List<String> notes) {

  /** Checks keys, row lengths, cell types and that every ratio names two count columns. */
  public BulletinTable {
    key = Checks.line(key, "table key");
    number = Checks.line(number, "table number");
    title = Checks.line(title, "table title");
    columns = List.copyOf(columns);
    notes = Checks.lines(notes, "note");
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("table without columns: " + key);
    }
    checkColumns(key, columns);
    List<Row> checked = new ArrayList<>(rows.size());
    for (Row row : rows) {
      checked.add(checkedRow(key, columns, row));
    }
    rows = List.copyOf(checked);
    total = total == null ? null : checkedRow(key, columns, total);
  }

  private static void checkColumns(String key, List<Column> columns) {
    Map<String, Column> byKey = new HashMap<>();
    for (Column column : columns) {
      if (byKey.put(column.key(), column) != null) {
        throw new IllegalArgumentException("column twice in " + key + ": " + column.key());
      }
    }
    for (Column column : columns) {
      column
          .ratio()
          .ifPresent(
              ratio -> {
                checkCount(key, byKey.get(ratio.numeratorKey()), ratio.numeratorKey());
                checkCount(key, byKey.get(ratio.denominatorKey()), ratio.denominatorKey());
              });
    }
  }

  private static void checkCount(String key, Column column, String columnKey) {
    if (column == null || column.kind() != ColumnKind.COUNT) {
      throw new IllegalArgumentException("no count column in " + key + ": " + columnKey);
    }
  }

  private static Row checkedRow(String key, List<Column> columns, Row row) {
    Objects.requireNonNull(row, "row");
    if (row.cells().size() != columns.size()) {
      throw new IllegalArgumentException(
          "table " + key + " has " + columns.size() + " columns, a row has " + row.cells().size());
    }
    List<Object> cells = new ArrayList<>(columns.size());
    for (int i = 0; i < columns.size(); i++) {
      cells.add(columns.get(i).checked(row.cells().get(i)));
    }
    return new Row(cells);
  }

  /**
   * Returns the position of a column.
   *
   * @throws IllegalArgumentException if the table has no such column
   */
  public int indexOf(String columnKey) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).key().equals(columnKey)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no column in " + key + ": " + columnKey);
  }

  /**
   * Returns a cell as it is printed: as {@link Column#printed} does, but a place that several rows
   * share says so.
   *
   * @param row a row of this table, or its total
   * @param column position of the column
   */
  public String printed(Row row, int column) {
    Object cell = row.cells().get(column);
    String printed = columns.get(column).printed(cell);
    return isShared(column, cell) ? Wording.of("rank.tied", printed) : printed;
  }

  /** Whether the cell is a place in a ranking that more than one row has. */
  public boolean isShared(int column, Object cell) {
    return columns.get(column).kind() == ColumnKind.RANK
        && cell != null
        && rows.stream().filter(row -> cell.equals(row.cells().get(column))).count() > 1;
  }

  /** The number of lines of the table head: one more than the deepest column group. */
  public int headLevels() {
    return 1 + columns.stream().mapToInt(column -> column.groups().size()).max().orElse(0);
  }

  /** The head, merged: neighbours under equal groups share a cell, a free label is full height. */
  public List<HeadCell> head() {
    int lowest = headLevels() - 1;
    List<HeadCell> cells = new ArrayList<>();
    for (int level = 0; level < lowest; level++) {
      int first = 0;
      while (first < columns.size()) {
        int last = lastUnder(first, level);
        List<String> groups = columns.get(first).groups();
        if (level < groups.size()) {
          cells.add(new HeadCell(groups.get(level), level, level, first, last));
        }
        first = last + 1;
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      cells.add(new HeadCell(column.label(), column.groups().size(), lowest, i, i));
    }
    return cells;
  }

  /** The last column that shares the head cell of a column on a level. */
  private int lastUnder(int first, int level) {
    List<String> groups = columns.get(first).groups();
    int last = first;
    while (level < groups.size()
        && last + 1 < columns.size()
        && sharesGroup(groups, last + 1, level)) {
      last++;
    }
    return last;
  }

  private boolean sharesGroup(List<String> groups, int column, int level) {
    List<String> others = columns.get(column).groups();
    return others.size() > level
        && others.subList(0, level + 1).equals(groups.subList(0, level + 1));
  }

  /**
   * The column that holds the label of the total, which stands over the columns before it: the
   * first with a value, if it is a text; else the first column.
   */
  public int totalLabel() {
    for (int i = 0; total != null && i < columns.size(); i++) {
      if (total.cells().get(i) != null) {
        return columns.get(i).kind() == ColumnKind.TEXT ? i : 0;
      }
    }
    return 0;
  }
}
