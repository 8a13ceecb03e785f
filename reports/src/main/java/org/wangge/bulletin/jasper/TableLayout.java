package org.wangge.bulletin.jasper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.HeadCell;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.Wording;

/**
 * How a table is set: upright or lying, the size of its text, the widths of its columns, the height
 * of its rows and the lines of its head. A table that can stand upright does; then the largest text
 * is taken with which it ends on one page, else the largest that fits the width.
 */
final class TableLayout {

  /** Height of the caption above the head. */
  static final int CAPTION_HEIGHT = 22;

  /** Size and line height of the notes. */
  static final double NOTE_SIZE = 9;

  static final int NOTE_LINE = 13;

  /** Room between the table and its first note. */
  static final int NOTE_GAP = 4;

  /** Room between the title of an attachment and the caption. */
  static final int TITLE_GAP = 4;

  /** Room between the text of a cell and its left and right rule. */
  static final int PADDING = 2;

  /** 5号 down to 6号; smaller text cannot be read on paper. */
  private static final double[] SIZES = {10.5, 10, 9.5, 9, 8.5, 8, 7.5};

  /** Upright pages take text down to this size; below it the sheet is turned. */
  private static final double SMALLEST_UPRIGHT = 9;

  /** A table is not set smaller than this only to end on one page. */
  private static final double SMALLEST_TO_FIT = 8;

  private static final int HEAD_PADDING = 2;
  private static final double ROOMY = 6;
  private static final double TIGHT = 2;
  private static final int SHORT_LABEL = 4;
  private static final int RATE_LABEL = 3;
  private static final double WIDEST_TEXT = 0.3;
  private static final double LINE_SPACING = 1.25;

  private final Faces faces;
  private final BulletinTable table;
  private final Sheet sheet;
  private final double size;
  private final double rowPadding;
  private final int[] widths;

  private TableLayout(
      Faces faces,
      BulletinTable table,
      Sheet sheet,
      double size,
      double rowPadding,
      double[] natural) {
    this.faces = faces;
    this.table = table;
    this.sheet = sheet;
    this.size = size;
    this.rowPadding = rowPadding;
    this.widths = spread(natural, sheet.width);
  }

  /** Chooses the setting of a table. */
  static TableLayout of(Faces faces, BulletinTable table) {
    List<TableLayout> upright = fitting(faces, table, Sheet.UPRIGHT, SMALLEST_UPRIGHT);
    if (!upright.isEmpty()) {
      return best(upright);
    }
    List<TableLayout> lying = fitting(faces, table, Sheet.LYING, 0);
    if (!lying.isEmpty()) {
      return best(lying);
    }
    double size = SIZES[SIZES.length - 1];
    double[] natural = natural(faces, table, size, Sheet.LYING.width);
    return new TableLayout(faces, table, Sheet.LYING, size, TIGHT, natural);
  }

  /** All settings on a sheet that fit its width, best looking first. */
  private static List<TableLayout> fitting(
      Faces faces, BulletinTable table, Sheet sheet, double smallest) {
    List<TableLayout> layouts = new ArrayList<>();
    for (double size : SIZES) {
      double[] natural = natural(faces, table, size, sheet.width);
      if (size >= smallest && Arrays.stream(natural).sum() <= sheet.width) {
        layouts.add(new TableLayout(faces, table, sheet, size, ROOMY, natural));
        layouts.add(new TableLayout(faces, table, sheet, size, TIGHT, natural));
      }
    }
    return layouts;
  }

  private static TableLayout best(List<TableLayout> layouts) {
    return layouts.stream()
        .filter(layout -> layout.size >= SMALLEST_TO_FIT)
        .filter(layout -> layout.pageHeight() <= layout.sheet.height)
        .findFirst()
        .orElse(layouts.getFirst());
  }

  /** Height of the whole table on a page of its own. */
  private int pageHeight() {
    int height = 3 * Sheet.LINE + TITLE_GAP + CAPTION_HEIGHT + headHeight();
    for (Row row : table.rows()) {
      int lines = 1;
      for (int i = 0; i < widths.length; i++) {
        lines = Math.max(lines, cellLines(i, row, Face.SONG).size());
      }
      height += (int) Math.ceil(lines * size * LINE_SPACING + rowPadding);
    }
    height += table.total() == null ? 0 : rowHeight();
    List<String> notes = noteLines();
    return height + (notes.isEmpty() ? 0 : NOTE_GAP + notes.size() * NOTE_LINE);
  }

  private static double[] natural(Faces faces, BulletinTable table, double size, int room) {
    List<Column> columns = table.columns();
    double[] widths = new double[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      Column column = columns.get(i);
      double cells = faces.width(Column.ABSENT, Face.SONG, size);
      for (Row row : table.rows()) {
        cells = Math.max(cells, cell(faces, table, row, i, size, Face.SONG));
      }
      if (table.total() != null) {
        cells = Math.max(cells, cell(faces, table, table.total(), i, size, Face.HEI));
      }
      if (column.kind() == ColumnKind.TEXT) {
        cells = Math.min(cells, WIDEST_TEXT * room);
      }
      int label = column.label().codePointCount(0, column.label().length());
      // A short label breaks in two lines, a longer one in about three.
      int labelWidth = label <= SHORT_LABEL ? (label + 1) / 2 : (label + 2) / 3;
      if (column.kind() == ColumnKind.RATE) {
        labelWidth = Math.max(labelWidth, Math.min(label, RATE_LABEL));
      }
      widths[i] = Math.max(cells + 2 * PADDING, labelWidth * size + 2 * HEAD_PADDING);
    }
    return widths;
  }

  private static double cell(
      Faces faces, BulletinTable table, Row row, int i, double size, Face face) {
    return faces.width(table.printed(row, i), face, size);
  }

  /** Whole-point widths that fill the room: spare room is shared, lack is taken from the widest. */
  private static int[] spread(double[] natural, int room) {
    double sum = Arrays.stream(natural).sum();
    double spare = room - sum;
    int[] widths = new int[natural.length];
    double right = 0;
    int left = 0;
    for (int i = 0; i < natural.length; i++) {
      right += spare >= 0 ? natural[i] + spare / natural.length : natural[i] * room / sum;
      int edge = i == natural.length - 1 ? room : (int) Math.round(right);
      widths[i] = edge - left;
      left = edge;
    }
    return widths;
  }

  Sheet sheet() {
    return sheet;
  }

  /** Size of the text in points. */
  double size() {
    return size;
  }

  /** Width of a column in points. */
  int width(int column) {
    return widths[column];
  }

  /** Left edge of a column in points. */
  int left(int column) {
    return Arrays.stream(widths, 0, column).sum();
  }

  /** Least height of a row of one line. */
  int rowHeight() {
    return (int) Math.ceil(size * LINE_SPACING + rowPadding);
  }

  /** A cell of the head as it is placed: its lines and its box, from the top left of the head. */
  record PlacedCell(List<String> lines, int left, int top, int width, int height) {}

  /** The cells of the head. */
  List<PlacedCell> head() {
    int[] tops = levelTops();
    List<PlacedCell> cells = new ArrayList<>();
    for (HeadCell cell : table.head()) {
      int top = tops[cell.firstLevel()];
      int height = tops[cell.lastLevel() + 1] - top;
      int left = left(cell.firstColumn());
      int width = widthOf(cell.firstColumn(), cell.lastColumn());
      cells.add(new PlacedCell(lines(cell), left, top, width, height));
    }
    return cells;
  }

  /** Height of the whole head. */
  int headHeight() {
    int[] tops = levelTops();
    return tops[tops.length - 1];
  }

  private int[] levelTops() {
    int levels = table.headLevels();
    int[] lines = new int[levels];
    Arrays.fill(lines, 1);
    for (HeadCell cell : table.head()) {
      int above = Arrays.stream(lines, cell.firstLevel(), cell.lastLevel()).sum();
      int lowest = cell.lastLevel();
      lines[lowest] = Math.max(lines[lowest], lines(cell).size() - above);
    }
    int[] tops = new int[levels + 1];
    for (int level = 0; level < levels; level++) {
      tops[level + 1] =
          tops[level] + (int) Math.ceil(lines[level] * size * LINE_SPACING + HEAD_PADDING);
    }
    return tops;
  }

  private List<String> lines(HeadCell cell) {
    return cell.lastLevel() == table.headLevels() - 1
        ? label(cell.firstColumn())
        : broken(cell.text(), widthOf(cell.firstColumn(), cell.lastColumn()));
  }

  private int widthOf(int first, int last) {
    return Arrays.stream(widths, first, last + 1).sum();
  }

  private List<String> label(int i) {
    Column column = table.columns().get(i);
    String sign = Wording.of("rate.sign");
    if (column.kind() != ColumnKind.RATE || column.label().contains("%")) {
      return broken(column.label(), widths[i]);
    }
    List<String> whole = broken(column.label() + sign, widths[i]);
    if (whole.size() == 1) {
      return whole;
    }
    List<String> lines = new ArrayList<>(broken(column.label(), widths[i]));
    lines.add(sign);
    return lines;
  }

  /** The lines of a cell, broken here so that the engine never has to. */
  List<String> cellLines(int column, Row row, Face face) {
    String text = table.printed(row, column);
    return new LineBreaker(faces).lines(text, face, size, widths[column] - 2.0 * PADDING);
  }

  /** The notes under the table, broken into lines. */
  List<String> noteLines() {
    List<String> lines = new ArrayList<>();
    LineBreaker breaker = new LineBreaker(faces);
    for (int i = 0; i < table.notes().size(); i++) {
      String number = table.notes().size() > 1 ? i + 1 + ". " : "";
      String lead = i == 0 ? Wording.of("notes.lead") : Flow.INDENT;
      String note = lead + number + table.notes().get(i);
      lines.addAll(breaker.lines(note, Face.FANG, NOTE_SIZE, sheet.width, Flow.INDENT));
    }
    return lines;
  }

  private List<String> broken(String label, int width) {
    return new LineBreaker(faces).balanced(label, Face.HEI, size, width - 2);
  }
}
