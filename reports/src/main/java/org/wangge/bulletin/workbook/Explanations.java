package org.wangge.bulletin.workbook;

import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Wording;

/** The last sheet: what the figures were made from, how they are counted, what is computed. */
final class Explanations {

  /**
   * The rule of the formulas in one column.
   *
   * @param sheet the sheet on which it stands
   * @param column its label
   * @param rule the rule in words
   */
  record Rule(String sheet, String column, String rule) {}

  private static final int[] WIDTHS = {30, 20, 60};
  private static final int CHARACTER = 256;
  private static final float TITLE_HEIGHT = 30;
  private static final float LINE_HEIGHT = 16;
  private static final int LINE_CHARACTERS = (WIDTHS[1] + WIDTHS[2]) / 2 - 2;

  private final XSSFSheet sheet;
  private final Styles styles;
  private final BulletinPaper paper;
  private int next;

  Explanations(XSSFWorkbook book, Styles styles, BulletinPaper paper, SheetNames names) {
    this.sheet = book.createSheet(names.next(Wording.of("book.explanations")));
    this.styles = styles;
    this.paper = paper;
  }

  void write(List<Rule> rules) {
    for (int i = 0; i < WIDTHS.length; i++) {
      sheet.setColumnWidth(i, WIDTHS[i] * CHARACTER);
    }
    XSSFRow title = sheet.createRow(next);
    title.setHeightInPoints(TITLE_HEIGHT);
    cell(title, 0, paper.title().replace("\n", ""), styles.title());
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WIDTHS.length - 1));
    next++;
    head(Wording.of("book.item"), Wording.of("book.content"), Wording.of("book.content"));
    if (paper.preview()) {
      item(Wording.of("preview"), Wording.of("preview"));
    }
    item(Wording.of("book.issuer"), paper.issuer());
    item(Wording.of("book.number"), paper.number());
    item(Wording.of("book.cutoff"), Wording.cutOff(paper.fingerprint().dataCutOff()));
    item(Wording.of("book.parameters"), paper.fingerprint().parameterVersion());
    item(Wording.of("book.data"), paper.fingerprint().dataVersion());
    for (int i = 0; i < paper.explanations().size(); i++) {
      item(Wording.of("book.explanation", Integer.toString(i + 1)), paper.explanations().get(i));
    }
    if (!rules.isEmpty()) {
      next++;
      head(
          Wording.of("book.formulas"), Wording.of("book.formula"), Wording.of("book.formula.rule"));
      for (Rule rule : rules) {
        XSSFRow row = sheet.createRow(next);
        cell(row, 0, rule.sheet(), styles.cell(ColumnKind.TEXT));
        cell(row, 1, rule.column(), styles.cell(ColumnKind.TEXT));
        cell(row, 2, rule.rule(), styles.cell(ColumnKind.TEXT));
        next++;
      }
    }
    PrintSetup setup = sheet.getPrintSetup();
    setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
    sheet.setFitToPage(true);
    setup.setFitWidth((short) 1);
    setup.setFitHeight((short) 0);
  }

  private void head(String first, String second, String third) {
    XSSFRow row = sheet.createRow(next);
    cell(row, 0, first, styles.head());
    cell(row, 1, second, styles.head());
    cell(row, 2, third, styles.head());
    if (second.equals(third)) {
      sheet.addMergedRegion(new CellRangeAddress(next, next, 1, 2));
    }
    next++;
  }

  private void item(String name, String content) {
    XSSFRow row = sheet.createRow(next);
    int lines = -Math.floorDiv(-content.length(), LINE_CHARACTERS);
    row.setHeightInPoints(LINE_HEIGHT * Math.max(1, lines));
    cell(row, 0, name, styles.cell(ColumnKind.TEXT));
    cell(row, 1, content, styles.cell(ColumnKind.TEXT));
    cell(row, 2, "", styles.cell(ColumnKind.TEXT));
    sheet.addMergedRegion(new CellRangeAddress(next, next, 1, 2));
    next++;
  }

  private static void cell(XSSFRow row, int column, String words, XSSFCellStyle style) {
    XSSFCell cell = row.createCell(column);
    cell.setCellValue(words);
    cell.setCellStyle(style);
  }
}
