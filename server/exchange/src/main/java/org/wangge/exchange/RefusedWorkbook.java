package org.wangge.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;
import org.wangge.exchange.sheet.MergedArea;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.validation.Finding;

/**
 * The refused rows in the sender's own layout: same titles, headings and columns, a column with the
 * reason right of each column in which something is wrong, the wrong cells red. Mended there, the
 * workbook can be sent in again as it is.
 */
public final class RefusedWorkbook {
  private static final String TEXT = "@";
  private static final String WRONG = "FFC7CE";
  private static final String REASON = "FDF2F3";
  private static final String HEAD = "E8EEF7";
  private static final double REASON_WIDTH = 36;

  private final SheetTable table;
  private final Map<Integer, List<Finding>> findings;
  private final Map<Integer, Integer> newColumns = new HashMap<>();
  private final Map<Integer, Integer> reasonColumns = new TreeMap<>();
  private final int lastColumn;

  /**
   * Prepares the workbook.
   *
   * @param table the sender's table
   * @param findings what is wrong, by row number; only these rows are written
   */
  public RefusedWorkbook(SheetTable table, Map<Integer, List<Finding>> findings) {
    this.table = table;
    this.findings = Map.copyOf(findings);
    TreeSet<Integer> wrong = new TreeSet<>();
    for (List<Finding> ofRow : findings.values()) {
      ofRow.forEach(finding -> wrong.add(table.columnOf(finding.field())));
    }
    int next = 1;
    for (int column = 1; column <= table.sheet().columns(); column++) {
      newColumns.put(column, next++);
      if (wrong.contains(column)) {
        reasonColumns.put(column, next++);
      }
    }
    if (wrong.contains(0)) {
      reasonColumns.put(0, next++);
    }
    lastColumn = next;
  }

  /** A name for the file, from the name it was sent with. */
  public static String fileName(String sentAs) {
    int dot = sentAs.lastIndexOf('.');
    String base = dot > 0 ? sentAs.substring(0, dot) : sentAs;
    String marked = MessageFormat.format(Words.text("refused.name"), base);
    return SafeNames.file(
        base.endsWith(marked.substring(base.length(), marked.length() - 5))
            ? base + ".xlsx"
            : marked);
  }

  /**
   * Writes it.
   *
   * @param out where it goes; left open
   */
  public void write(OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Wangge", null);
    Worksheet sheet = workbook.newWorksheet(SafeNames.sheet(table.sheet().name()));
    int next = head(sheet);
    List<Sheet.Row> sections = new ArrayList<>();
    int[] row = {next};
    table.walk(
        line -> {
          if (line.kind() == RowKind.SECTION) {
            sections.add(line.row());
          } else if (line.kind() == RowKind.DATA && findings.containsKey(line.row().number())) {
            for (Sheet.Row section : sections) {
              copy(sheet, section, row[0]++);
            }
            sections.clear();
            data(sheet, line, row[0]++);
          }
        });
    workbook.finish();
  }

  /** Titles and headings; answers the next free row, from 0. */
  private int head(Worksheet sheet) {
    Sheet from = table.sheet();
    for (int column = 1; column <= from.columns(); column++) {
      double width = from.width(column);
      Field field = fieldAt(column);
      boolean number =
          field != null && field.length() >= 18 && field.kind() != org.wangge.catalogue.Kind.TEXT;
      sheet.width(newColumns.get(column) - 1, Math.clamp(Math.max(width, number ? 22 : 9), 5, 60));
      sheet.style(newColumns.get(column) - 1).format(TEXT).set();
    }
    int next = 0;
    Map<Integer, Integer> newRows = new HashMap<>();
    for (int index = 0; index < from.size(); index++) {
      Sheet.Row line = from.row(index);
      if (line.number() > table.lastHeaderRow()) {
        break;
      }
      newRows.put(line.number(), next);
      copy(sheet, line, next);
      if (line.number() >= table.firstHeaderRow()) {
        for (Cell cell : line.cells()) {
          sheet
              .style(next, newColumns.get(cell.column()) - 1)
              .bold()
              .fillColor(HEAD)
              .wrapText(true)
              .set();
        }
      }
      next++;
    }
    List<MergedArea> merged = new ArrayList<>();
    for (MergedArea area : from.merged()) {
      Integer first = newRows.get(area.firstRow());
      Integer last = newRows.get(area.lastRow());
      if (first != null && last != null && area.firstColumn() <= from.columns()) {
        int right = newColumns.get(Math.min(area.lastColumn(), from.columns()));
        int left = newColumns.get(area.firstColumn());
        sheet.range(first, left - 1, last, right - 1).merge();
        merged.add(new MergedArea(first, left, last, right));
      }
    }
    int leaf = newRows.getOrDefault(table.lastHeaderRow(), Math.max(0, next - 1));
    int top = newRows.getOrDefault(table.firstHeaderRow(), leaf);
    reasonColumns.forEach(
        (column, reason) -> {
          heading(sheet, reason, top, leaf, merged, reasonHeading(column), WRONG);
          sheet.width(reason - 1, REASON_WIDTH);
        });
    heading(sheet, lastColumn, top, leaf, merged, Words.text("refused.row"), HEAD);
    sheet.comment(top, 0, Words.text("refused.hint"));
    sheet.freezePane(0, next);
    return next;
  }

  /** A heading of ours, below any merged heading of the sender that reaches over its column. */
  private static void heading(
      Worksheet sheet,
      int column,
      int top,
      int leaf,
      List<MergedArea> merged,
      String text,
      String colour) {
    int first = leaf;
    while (first > top && !covered(merged, first - 1, column)) {
      first--;
    }
    sheet.value(first, column - 1, XmlText.clean(text));
    sheet.style(first, column - 1).bold().fillColor(colour).wrapText(true).set();
    if (first < leaf) {
      sheet.range(first, column - 1, leaf, column - 1).merge();
    }
  }

  private static boolean covered(List<MergedArea> merged, int row, int column) {
    return merged.stream().anyMatch(area -> area.covers(row, column));
  }

  private Field fieldAt(int column) {
    Column match = table.columns().columns().get(column - 1);
    return match.role() == Column.Role.FIELD ? match.field() : null;
  }

  private String reasonHeading(int column) {
    return column == 0
        ? Words.text("refused.reason")
        : MessageFormat.format(
            Words.text("refused.reason.of"),
            table.columns().columns().get(column - 1).heading().leaf());
  }

  private void copy(Worksheet sheet, Sheet.Row line, int row) {
    for (Cell cell : line.cells()) {
      put(sheet, row, newColumns.get(cell.column()) - 1, cell);
    }
  }

  private void data(Worksheet sheet, SheetTable.Line line, int row) {
    for (int column = 1; column <= table.sheet().columns(); column++) {
      Cell cell = line.cell(column);
      if (!cell.isBlank()) {
        put(sheet, row, newColumns.get(column) - 1, cell);
      }
    }
    Map<Integer, List<Finding>> byColumn =
        findings.get(line.row().number()).stream()
            .collect(
                Collectors.groupingBy(
                    finding -> table.columnOf(finding.field()), TreeMap::new, Collectors.toList()));
    byColumn.forEach(
        (column, reasons) -> {
          int at = reasonColumns.get(column) - 1;
          String text =
              reasons.stream().map(Finding::wording).distinct().collect(Collectors.joining("；"));
          sheet.value(row, at, XmlText.clean(text));
          sheet
              .style(row, at)
              .format(TEXT)
              .fontColor("9C0006")
              .fillColor(REASON)
              .wrapText(true)
              .set();
          if (column > 0 && reasons.stream().anyMatch(Finding::forbids)) {
            int wrong = newColumns.get(column) - 1;
            sheet.style(row, wrong).format(TEXT).fillColor(WRONG).set();
          }
        });
    sheet.value(row, lastColumn - 1, line.row().number());
  }

  /**
   * As text, so that what is typed over it stays text; a damaged number keeps showing its damage.
   */
  private static void put(Worksheet sheet, int row, int column, Cell cell) {
    String text = cell.text();
    if (cell.kind() == Cell.Kind.NUMBER && DocumentNumberCodec.isDamaged(cell)) {
      text =
          String.format("%.14E", cell.number()).replaceFirst("0+E", "E").replaceFirst("\\.E", "E");
    }
    sheet.value(row, column, XmlText.clean(text));
    sheet.style(row, column).format(TEXT).set();
  }
}
