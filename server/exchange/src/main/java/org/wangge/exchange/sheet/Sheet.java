package org.wangge.exchange.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The grid of one sheet. Rows are kept packed (about as many bytes as the file has characters), so
 * that a sheet of 100,000 rows fits beside a working server; a row is unpacked when asked for.
 */
public final class Sheet {
  private final String name;
  private final boolean hidden;
  private final int[] numbers;
  private final byte[][] packed;
  private final int columns;
  private final List<MergedArea> merged;
  private final Map<Integer, List<MergedArea>> mergedByColumn = new HashMap<>();
  private final Set<Integer> hiddenRows;
  private final Set<Integer> hiddenColumns;
  private final Map<Integer, Double> widths;

  Sheet(
      String name,
      boolean hidden,
      int[] numbers,
      byte[][] packed,
      int columns,
      List<MergedArea> merged,
      Set<Integer> hiddenRows,
      Set<Integer> hiddenColumns,
      Map<Integer, Double> widths) {
    this.name = name;
    this.hidden = hidden;
    this.numbers = numbers;
    this.packed = packed;
    this.columns = columns;
    this.merged = List.copyOf(merged);
    this.hiddenRows = Set.copyOf(hiddenRows);
    this.hiddenColumns = Set.copyOf(hiddenColumns);
    this.widths = Map.copyOf(widths);
    for (MergedArea area : merged) {
      for (int column = area.firstColumn();
          column <= Math.min(area.lastColumn(), columns);
          column++) {
        mergedByColumn.computeIfAbsent(column, c -> new ArrayList<>()).add(area);
      }
    }
    for (List<MergedArea> areas : mergedByColumn.values()) {
      areas.sort((a, b) -> Integer.compare(a.firstRow(), b.firstRow()));
    }
  }

  /** Name of the sheet; of a text file, its file name. */
  public String name() {
    return name;
  }

  /** Whether the sender hid the whole sheet. */
  public boolean hidden() {
    return hidden;
  }

  /** Rows that hold something. */
  public int size() {
    return numbers.length;
  }

  /** Number of the last row that holds something; 0 when none does. */
  public int lastRow() {
    return numbers.length == 0 ? 0 : numbers[numbers.length - 1];
  }

  /** Last column that holds something in any row; 0 when none does. */
  public int columns() {
    return columns;
  }

  /** The index-th row that holds something, from 0. */
  public Row row(int index) {
    return unpack(numbers[index], packed[index]);
  }

  /** The row of this number, empty where nothing stands in it. */
  public Row rowAt(int number) {
    int index = Arrays.binarySearch(numbers, number);
    return index < 0 ? new Row(number, new Cell[0]) : row(index);
  }

  /** Index of the first row with at least this number. */
  public int indexFrom(int number) {
    int index = Arrays.binarySearch(numbers, number);
    return index < 0 ? -index - 1 : index;
  }

  /** The cell as it stands; blank inside a merged area except at its top left. */
  public Cell cell(int row, int column) {
    return rowAt(row).cell(column);
  }

  /** The cell as a reader sees it: inside a merged area, what stands at its top left. */
  public Cell seen(Row row, int column) {
    Cell own = row.cell(column);
    if (!own.isBlank()) {
      return own;
    }
    MergedArea area = mergedAt(row.number(), column);
    if (area == null || (area.firstRow() == row.number() && area.firstColumn() == column)) {
      return own;
    }
    return cell(area.firstRow(), area.firstColumn()).at(row.number(), column);
  }

  /** All merged areas. */
  public List<MergedArea> merged() {
    return merged;
  }

  /** The merged area that covers a cell, or null. */
  public MergedArea mergedAt(int row, int column) {
    List<MergedArea> areas = mergedByColumn.get(column);
    if (areas == null) {
      return null;
    }
    int low = 0;
    int high = areas.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      MergedArea area = areas.get(middle);
      if (area.firstRow() > row) {
        high = middle - 1;
      } else if (area.lastRow() < row) {
        low = middle + 1;
      } else {
        return area;
      }
    }
    return null;
  }

  /** Whether the sender hid this row. */
  public boolean rowHidden(int row) {
    return hiddenRows.contains(row);
  }

  /** Whether the sender hid this column. */
  public boolean columnHidden(int column) {
    return hiddenColumns.contains(column);
  }

  /** Rows that hold something and are hidden. */
  public long hiddenRowsWithContent() {
    return Arrays.stream(numbers).filter(hiddenRows::contains).count();
  }

  /** Width of a column in characters; 0 where the sender left it alone. */
  public double width(int column) {
    return widths.getOrDefault(column, 0.0);
  }

  private static Row unpack(int number, byte[] bytes) {
    Cell[] cells = new Cell[16];
    int count = 0;
    int at = 0;
    while (at < bytes.length) {
      int column = ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
      int tag = bytes[at + 2];
      at += 3;
      Cell.Kind kind = SheetBuilder.kind(tag);
      double value = 0;
      if (kind == Cell.Kind.NUMBER || kind == Cell.Kind.DATE) {
        long bits = 0;
        for (int i = 0; i < 8; i++) {
          bits = (bits << 8) | (bytes[at + i] & 0xff);
        }
        value = Double.longBitsToDouble(bits);
        at += 8;
      }
      String text;
      if ((tag & SheetBuilder.WITH_TEXT) != 0) {
        int length =
            ((bytes[at] & 0xff) << 16) | ((bytes[at + 1] & 0xff) << 8) | (bytes[at + 2] & 0xff);
        text = new String(bytes, at + 3, length, StandardCharsets.UTF_8);
        at += 3 + length;
      } else {
        text = kind == Cell.Kind.DATE ? Serial.shown(value) : Serial.number(value);
      }
      if (count == cells.length) {
        cells = Arrays.copyOf(cells, count * 2);
      }
      cells[count++] =
          new Cell(number, column, kind, text, value, (tag & SheetBuilder.FORMULA) != 0);
    }
    return new Row(number, Arrays.copyOf(cells, count));
  }

  /** One row of a sheet: the cells that hold something, from left to right. */
  public static final class Row {
    private final int number;
    private final Cell[] cells;

    Row(int number, Cell[] cells) {
      this.number = number;
      this.cells = cells;
    }

    /** Row number from 1. */
    public int number() {
      return number;
    }

    /** Cells that hold something, from left to right. */
    public List<Cell> cells() {
      return List.of(cells);
    }

    /** The cell in a column, blank where nothing stands. */
    public Cell cell(int column) {
      int low = 0;
      int high = cells.length - 1;
      while (low <= high) {
        int middle = (low + high) >>> 1;
        int found = cells[middle].column();
        if (found < column) {
          low = middle + 1;
        } else if (found > column) {
          high = middle - 1;
        } else {
          return cells[middle];
        }
      }
      return Cell.blank(number, column);
    }
  }
}
