package org.wangge.exchange.sheet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Collects the cells of one sheet, row after row, within the limits. Rows may arrive out of order
 * (some writers do); cells of a row may too.
 */
final class SheetBuilder {
  static final int WITH_TEXT = 0x40;
  static final int FORMULA = 0x20;

  private final String name;
  private final boolean hidden;
  private final Limits limits;
  private final List<Cell> row = new ArrayList<>();
  private int rowNumber;
  private int[] numbers = new int[256];
  private byte[][] packed = new byte[256][];
  private int count;
  private boolean ordered = true;
  private int columns;
  private long bytes;
  private final List<MergedArea> merged = new ArrayList<>();
  private final Set<Integer> hiddenRows = new HashSet<>();
  private final Set<Integer> hiddenColumns = new HashSet<>();
  private final Map<Integer, Double> widths = new HashMap<>();

  SheetBuilder(String name, boolean hidden, Limits limits) {
    this.name = name;
    this.hidden = hidden;
    this.limits = limits;
  }

  void text(int atRow, int column, String value, boolean formula) {
    if (value.isBlank()) {
      return;
    }
    if (value.length() > limits.cellCharacters()) {
      throw tooLarge("cell");
    }
    add(new Cell(atRow, column, Cell.Kind.TEXT, value, 0, formula));
  }

  /** A number; {@code shown} is given where it is not the plain form, else null. */
  void number(int atRow, int column, double value, String shown, boolean formula) {
    add(new Cell(atRow, column, Cell.Kind.NUMBER, shown == null ? "" : shown, value, formula));
  }

  void date(int atRow, int column, double serial, boolean formula) {
    add(new Cell(atRow, column, Cell.Kind.DATE, "", serial, formula));
  }

  void truth(int atRow, int column, boolean value, boolean formula) {
    add(new Cell(atRow, column, Cell.Kind.BOOLEAN, value ? "TRUE" : "FALSE", 0, formula));
  }

  void error(int atRow, int column, String value, boolean formula) {
    add(new Cell(atRow, column, Cell.Kind.ERROR, value.isEmpty() ? "#N/A" : value, 0, formula));
  }

  void merge(MergedArea area) {
    if (area.width() < 1 || area.height() < 1 || merged.size() >= limits.rows() * 8) {
      return;
    }
    merged.add(area);
  }

  void hideRow(int number) {
    if (hiddenRows.size() < limits.rows()) {
      hiddenRows.add(number);
    }
  }

  void hideColumns(int first, int last) {
    for (int column = first; column <= Math.min(last, limits.columns()); column++) {
      hiddenColumns.add(column);
    }
  }

  void width(int first, int last, double characters) {
    for (int column = first; column <= Math.min(last, limits.columns()); column++) {
      widths.put(column, characters);
    }
  }

  private void add(Cell cell) {
    if (cell.row() < 1 || cell.column() < 1) {
      throw new Problem(ProblemCode.UNREADABLE_FILE);
    }
    if (cell.column() > limits.columns()) {
      throw tooLarge("columns");
    }
    if (cell.row() != rowNumber) {
      finishRow();
      rowNumber = cell.row();
    }
    row.add(cell);
  }

  private void finishRow() {
    if (row.isEmpty()) {
      return;
    }
    for (int i = 1; i < row.size(); i++) {
      if (row.get(i).column() <= row.get(i - 1).column()) {
        row.sort((a, b) -> Integer.compare(a.column(), b.column()));
        break;
      }
    }
    if (count == limits.rows()) {
      throw tooLarge("rows");
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
      packed = Arrays.copyOf(packed, count * 2);
    }
    if (count > 0 && rowNumber <= numbers[count - 1]) {
      ordered = false;
    }
    byte[] line = pack();
    bytes += line.length + 24;
    if (bytes > limits.sheetBytes()) {
      throw tooLarge("rows");
    }
    numbers[count] = rowNumber;
    packed[count++] = line;
    columns = Math.max(columns, row.getLast().column());
    row.clear();
  }

  private byte[] pack() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(row.size() * 16);
    for (Cell cell : row) {
      boolean withText = !cell.text().isEmpty();
      out.write(cell.column() >> 8);
      out.write(cell.column());
      out.write(tag(cell.kind()) | (withText ? WITH_TEXT : 0) | (cell.formula() ? FORMULA : 0));
      if (cell.kind() == Cell.Kind.NUMBER || cell.kind() == Cell.Kind.DATE) {
        long bits = Double.doubleToLongBits(cell.number());
        for (int shift = 56; shift >= 0; shift -= 8) {
          out.write((int) (bits >> shift));
        }
      }
      if (withText) {
        byte[] text = cell.text().getBytes(StandardCharsets.UTF_8);
        out.write(text.length >> 16);
        out.write(text.length >> 8);
        out.write(text.length);
        out.writeBytes(text);
      }
    }
    return out.toByteArray();
  }

  private static int tag(Cell.Kind kind) {
    return switch (kind) {
      case BLANK -> 0;
      case TEXT -> 1;
      case NUMBER -> 2;
      case DATE -> 3;
      case BOOLEAN -> 4;
      case ERROR -> 5;
    };
  }

  static Cell.Kind kind(int tag) {
    return switch (tag & 0x0f) {
      case 1 -> Cell.Kind.TEXT;
      case 2 -> Cell.Kind.NUMBER;
      case 3 -> Cell.Kind.DATE;
      case 4 -> Cell.Kind.BOOLEAN;
      case 5 -> Cell.Kind.ERROR;
      default -> Cell.Kind.BLANK;
    };
  }

  Sheet build() {
    finishRow();
    long mergedColumns = 0;
    for (MergedArea area : merged) {
      mergedColumns += Math.max(0, Math.min(area.lastColumn(), columns) - area.firstColumn() + 1);
    }
    if (mergedColumns > limits.rows() * 20L) {
      throw tooLarge("file");
    }
    int[] rowNumbers = Arrays.copyOf(numbers, count);
    byte[][] rows = Arrays.copyOf(packed, count);
    if (!ordered) {
      Integer[] order = new Integer[count];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Integer.compare(numbers[a], numbers[b]));
      for (int i = 0; i < count; i++) {
        rowNumbers[i] = numbers[order[i]];
        rows[i] = packed[order[i]];
        if (i > 0 && rowNumbers[i] == rowNumbers[i - 1]) {
          throw new Problem(ProblemCode.UNREADABLE_FILE);
        }
      }
    }
    return new Sheet(
        name, hidden, rowNumbers, rows, columns, merged, hiddenRows, hiddenColumns, widths);
  }

  static Problem tooLarge(String what) {
    return new Problem(ProblemCode.TOO_LARGE, Map.of("what", what));
  }
}
