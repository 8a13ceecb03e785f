package org.wangge.bulletin.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.HeadCell;
import org.wangge.bulletin.Ratio;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.Wording;

/**
 * One table on its sheet: title, caption, merged head, rows, total, notes.
 *
 * <p>A total is a sum and a rate a quotient of its neighbours wherever that gives the frozen figure
 * exactly; where it does not (a total of different persons, say), the frozen figure stands alone.
 */
final class TableSheet {

  private static final int TITLE_ROW = 0;
  private static final int CAPTION_ROW = 1;
  private static final int HEAD_ROW = 2;
  private static final int UPRIGHT_CHARACTERS = 92;
  private static final int CHARACTER = 256;
  private static final int NARROWEST = 6;
  private static final int WIDEST = 40;
  private static final float LINE_HEIGHT = 15;
  private static final float TITLE_HEIGHT = 30;
  private static final int RATE_DIGITS = Column.DECIMALS + 2;
  private static final int RATE_CHARACTERS = 8;

  private final XSSFSheet sheet;
  private final Styles styles;
  private final BulletinPaper paper;
  private final BulletinTable table;
  private final FormulaEvaluator evaluator;
  private final int firstRow;

  TableSheet(
      XSSFWorkbook book, Styles styles, BulletinPaper paper, BulletinTable table, String name) {
    this.sheet = book.createSheet(name);
    this.styles = styles;
    this.paper = paper;
    this.table = table;
    this.evaluator = book.getCreationHelper().createFormulaEvaluator();
    this.firstRow = HEAD_ROW + table.headLevels();
  }

  /** Writes the sheet and returns the rules of its formulas. */
  List<Explanations.Rule> write() {
    int[] widths = widths();
    for (int i = 0; i < widths.length; i++) {
      sheet.setColumnWidth(i, widths[i] * CHARACTER);
    }
    writeTitle();
    writeHead(widths);
    int next = firstRow;
    for (Row row : table.rows()) {
      writeRow(next, row, false);
      next++;
    }
    if (table.total() != null) {
      writeRow(next, table.total(), true);
      next++;
    }
    List<Explanations.Rule> rules = new ArrayList<>();
    writeSums(rules);
    writeRatios(rules);
    writeNotes(next, widths);
    setUpPage(widths);
    return rules;
  }

  private int last() {
    return table.columns().size() - 1;
  }

  private void writeTitle() {
    XSSFRow title = sheet.createRow(TITLE_ROW);
    title.setHeightInPoints(TITLE_HEIGHT);
    text(title, 0, table.title(), styles.title());
    merge(TITLE_ROW, TITLE_ROW, 0, last());
    XSSFRow caption = sheet.createRow(CAPTION_ROW);
    int half = Math.max(0, last() / 2);
    String left = paper.preview() ? table.number() + "　" + Wording.of("preview") : table.number();
    text(caption, 0, left, styles.caption());
    merge(CAPTION_ROW, CAPTION_ROW, 0, half);
    if (half < last()) {
      String period = Wording.of("book.period", Wording.month(paper.month()));
      text(caption, half + 1, period, styles.captionRight());
      merge(CAPTION_ROW, CAPTION_ROW, half + 1, last());
    }
  }

  private void writeHead(int[] widths) {
    for (int level = 0; level < table.headLevels(); level++) {
      XSSFRow row = sheet.createRow(HEAD_ROW + level);
      for (int i = 0; i <= last(); i++) {
        row.createCell(i).setCellStyle(styles.head());
      }
    }
    int lines = 1;
    for (HeadCell cell : table.head()) {
      int top = HEAD_ROW + cell.firstLevel();
      int bottom = HEAD_ROW + cell.lastLevel();
      sheet.getRow(top).getCell(cell.firstColumn()).setCellValue(cell.text());
      merge(top, bottom, cell.firstColumn(), cell.lastColumn());
      if (cell.firstColumn() == cell.lastColumn()) {
        int needed = -Math.floorDiv(-characters(cell.text()), widths[cell.firstColumn()] - 1);
        lines = Math.max(lines, needed - (cell.lastLevel() - cell.firstLevel()));
      }
    }
    sheet.getRow(firstRow - 1).setHeightInPoints((lines + 0.5f) * LINE_HEIGHT);
  }

  private void writeRow(int number, Row values, boolean total) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i <= last(); i++) {
      Column column = table.columns().get(i);
      XSSFCell cell = row.createCell(i);
      cell.setCellStyle(total ? styles.total(column.kind()) : styles.cell(column.kind()));
      boolean besideLabel = total && i < table.totalLabel();
      if (!besideLabel) {
        Object value = values.cells().get(i);
        setValue(cell, column, table.isShared(i, value) ? table.printed(values, i) : value);
      }
    }
  }

  private static void setValue(XSSFCell cell, Column column, Object value) {
    switch (value) {
      case null -> cell.setCellValue(Column.ABSENT);
      case Long number -> cell.setCellValue(number);
      case BigDecimal number -> cell.setCellValue(stored(column, number).doubleValue());
      case LocalDate day -> cell.setCellValue(day);
      default -> cell.setCellValue(value.toString());
    }
  }

  /** A percentage is kept as its hundredth, as spreadsheet programs do. */
  private static BigDecimal stored(Column column, BigDecimal number) {
    return column.kind() == ColumnKind.RATE ? number.movePointLeft(2) : number;
  }

  private void writeSums(List<Explanations.Rule> rules) {
    if (table.total() == null || table.rows().isEmpty()) {
      return;
    }
    boolean any = false;
    for (int i = 0; i <= last(); i++) {
      if (table.columns().get(i).kind() == ColumnKind.COUNT && isSum(i)) {
        int end = firstRow + table.rows().size();
        String formula = "SUM(" + address(firstRow, i) + ":" + address(end - 1, i) + ")";
        setFormula(sheet.getRow(end).getCell(i), formula);
        any = true;
      }
    }
    if (any) {
      rules.add(rule(Wording.of("book.total"), Wording.of("book.total.rule")));
    }
  }

  private boolean isSum(int column) {
    if (!(table.total().cells().get(column) instanceof Long total)) {
      return false;
    }
    long sum = 0;
    for (Row row : table.rows()) {
      sum += row.cells().get(column) instanceof Long count ? count : 0;
    }
    return sum == total;
  }

  private void writeRatios(List<Explanations.Rule> rules) {
    for (int i = 0; i <= last(); i++) {
      Column column = table.columns().get(i);
      if (column.ratio().isEmpty()) {
        continue;
      }
      Ratio ratio = column.ratio().get();
      int numerator = table.indexOf(ratio.numeratorKey());
      int denominator = table.indexOf(ratio.denominatorKey());
      boolean any = false;
      for (int r = 0; r < table.rows().size(); r++) {
        any |= writeRatio(firstRow + r, table.rows().get(r), i, numerator, denominator);
      }
      if (table.total() != null) {
        int row = firstRow + table.rows().size();
        any |= writeRatio(row, table.total(), i, numerator, denominator);
      }
      if (any) {
        String key = column.kind() == ColumnKind.RATE ? "book.ratio.percent" : "book.ratio";
        String rule =
            Wording.of(
                key,
                table.columns().get(numerator).label(),
                table.columns().get(denominator).label());
        rules.add(rule(column.label(), rule));
      }
    }
  }

  private boolean writeRatio(int row, Row values, int i, int numerator, int denominator) {
    Column column = table.columns().get(i);
    Optional<BigDecimal> quotient =
        quotient(column, values.cells().get(numerator), values.cells().get(denominator));
    // Both have two decimals, so equal values are equal objects.
    Optional<BigDecimal> frozen = Optional.ofNullable((BigDecimal) values.cells().get(i));
    if (!quotient.equals(frozen)) {
      return false;
    }
    int digits = column.kind() == ColumnKind.RATE ? RATE_DIGITS : Column.DECIMALS;
    // A quotient that cannot be formed prints like any missing figure.
    String formula =
        "IFERROR(ROUND(%s/%s,%d),\"%s\")"
            .formatted(address(row, numerator), address(row, denominator), digits, Column.ABSENT);
    XSSFCell cell = sheet.getRow(row).getCell(i);
    setFormula(cell, formula);
    if (!agrees(evaluator.evaluate(cell), column, frozen)) {
      // Binary rounding of an exact half: the frozen figure is the right one.
      cell.removeFormula();
      setValue(cell, column, values.cells().get(i));
      return false;
    }
    return true;
  }

  private static Optional<BigDecimal> quotient(
      Column column, Object numerator, Object denominator) {
    if (!(numerator instanceof Long part && denominator instanceof Long whole) || whole == 0) {
      return Optional.empty();
    }
    long scaled = column.kind() == ColumnKind.RATE ? Math.multiplyExact(part, 100L) : part;
    return Optional.of(
        BigDecimal.valueOf(scaled)
            .divide(BigDecimal.valueOf(whole), Column.DECIMALS, RoundingMode.HALF_UP));
  }

  private static boolean agrees(CellValue value, Column column, Optional<BigDecimal> frozen) {
    return frozen.isPresent()
        ? value.getCellType() == CellType.NUMERIC
            && value.getNumberValue() == stored(column, frozen.get()).doubleValue()
        : value.getCellType() == CellType.STRING && Column.ABSENT.equals(value.getStringValue());
  }

  /** Sets a formula together with its value, so that readers that do not compute see it too. */
  private void setFormula(XSSFCell cell, String formula) {
    cell.setCellFormula(formula);
    evaluator.evaluateFormulaCell(cell);
  }

  private Explanations.Rule rule(String column, String rule) {
    return new Explanations.Rule(sheet.getSheetName(), column, rule);
  }

  private void writeNotes(int first, int[] widths) {
    int width = 0;
    for (int w : widths) {
      width += w;
    }
    int row = first;
    for (int i = 0; i < table.notes().size(); i++) {
      String number = table.notes().size() > 1 ? i + 1 + ". " : "";
      String note = (i == 0 ? Wording.of("notes.lead") : "　　") + number + table.notes().get(i);
      XSSFRow line = sheet.createRow(row);
      line.setHeightInPoints(LINE_HEIGHT * -Math.floorDiv(-characters(note), width));
      text(line, 0, note, styles.note());
      merge(row, row, 0, last());
      row++;
    }
  }

  private void setUpPage(int[] widths) {
    int name = nameColumn();
    sheet.createFreezePane(name + 1, firstRow);
    sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, firstRow - 1, -1, -1));
    sheet.setFitToPage(true);
    sheet.setHorizontallyCenter(true);
    int width = 0;
    for (int w : widths) {
      width += w;
    }
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    setup.setLandscape(width > UPRIGHT_CHARACTERS);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
    Footer footer = sheet.getFooter();
    footer.setCenter(Wording.of("book.page"));
  }

  /** The column that names the row; it stays in sight with everything left of it. */
  private int nameColumn() {
    for (int i = 0; i < Math.min(3, last()); i++) {
      if (table.columns().get(i).kind() == ColumnKind.TEXT) {
        return i;
      }
    }
    return -1;
  }

  private int[] widths() {
    int[] widths = new int[table.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      Column column = table.columns().get(i);
      // A label may take two lines.
      int width = (characters(column.label()) + 1) / 2 + 2;
      if (column.kind() == ColumnKind.RATE) {
        width = Math.max(width, RATE_CHARACTERS);
      }
      for (Row row : table.rows()) {
        width = Math.max(width, characters(table.printed(row, i)) + 2);
      }
      if (table.total() != null) {
        width = Math.max(width, characters(table.printed(table.total(), i)) + 2);
      }
      widths[i] = Math.clamp(width, NARROWEST, WIDEST);
    }
    return widths;
  }

  /** The width of a text in digits; a Chinese character is two wide. */
  private static int characters(String text) {
    return text.codePoints().map(c -> c < 0x2E80 ? 1 : 2).sum();
  }

  private static String address(int row, int column) {
    return new CellReference(row, column).formatAsString();
  }

  private static void text(XSSFRow row, int column, String words, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(words);
    cell.setCellStyle(style);
  }

  private void merge(int top, int bottom, int left, int right) {
    if (top != bottom || left != right) {
      sheet.addMergedRegion(new CellRangeAddress(top, bottom, left, right));
    }
  }
}
