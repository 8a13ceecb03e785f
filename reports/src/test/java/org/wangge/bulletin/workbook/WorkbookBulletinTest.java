package org.wangge.bulletin.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.SamplePaper;

/** Reads the workbook with a library that did not write it, and computes its formulas anew. */
class WorkbookBulletinTest {

  private static final int TITLE_ROWS = 2;

  @Test
  void everyFigureOfEveryTableIsRead() throws IOException {
    BulletinPaper paper = SamplePaper.document();
    try (ReadableWorkbook book = read(paper)) {
      List<Sheet> sheets = book.getSheets().toList();
      for (int t = 0; t < paper.tables().size(); t++) {
        BulletinTable table = paper.tables().get(t);
        List<org.dhatim.fastexcel.reader.Row> rows = sheets.get(t).read();
        int first = TITLE_ROWS + table.headLevels();
        for (int r = 0; r < table.rows().size(); r++) {
          assertSame(table, table.rows().get(r), rows.get(first + r), 0);
        }
        if (table.total() != null) {
          assertSame(table, table.total(), rows.get(first + table.rows().size()), 1);
        }
      }
    }
  }

  @Test
  void titleHeadAndNotesStandAroundTheTable() throws IOException {
    try (ReadableWorkbook book = read(SamplePaper.document())) {
      Sheet sheet = book.getSheets().toList().get(1);
      List<org.dhatim.fastexcel.reader.Row> rows = sheet.read();

      assertThat(sheet.getName()).isEqualTo("表3 村（社区）事件上报与处理情况统计表");
      assertThat(rows.get(0).getCellText(0)).isEqualTo("村（社区）事件上报与处理情况统计表");
      assertThat(rows.get(1).getCellText(0)).isEqualTo("表3");
      assertThat(rows.get(2).getCellText(1)).isEqualTo("村（社区）");
      assertThat(rows.get(2).getCellText(7)).isEqualTo("办理情况");
      assertThat(rows.get(3).getCellText(11)).isEqualTo("办结率");
      assertThat(rows.get(21).getCellText(0)).startsWith("注：1. 本月新增");
    }
  }

  @Test
  void computingAllFormulasAnewChangesNothing() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(stream(SamplePaper.document()))) {
      List<String> before = formulaValues(book);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(formulaValues(book)).isEqualTo(before).hasSizeGreaterThan(60);
    }
  }

  @Test
  void aTotalFollowsWhenAFigureIsChanged() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(stream(SamplePaper.document()))) {
      XSSFSheet sheet = book.getSheetAt(0);
      double days = sheet.getRow(19).getCell(4).getNumericCellValue();
      sheet.getRow(3).getCell(4).setCellValue(9);
      book.getCreationHelper().createFormulaEvaluator().evaluateAll();

      assertThat(sheet.getRow(3).getCell(5).getNumericCellValue()).isEqualTo(0.5);
      assertThat(sheet.getRow(19).getCell(4).getNumericCellValue()).isEqualTo(days - 9);
    }
  }

  @Test
  void aTotalThatIsNoSumAndARateThatIsNoQuotientStayTheFrozenFigures() throws IOException {
    BulletinTable table =
        new BulletinTable(
            "people",
            "表9",
            "走访",
            List.of(
                Column.of("village", "村", ColumnKind.TEXT),
                Column.of("due", "应访人数", ColumnKind.COUNT),
                Column.of("seen", "已访人数", ColumnKind.COUNT),
                Column.rate("rate", "走访率", "seen", "due")),
            List.of(
                Row.of("甲村", 7, 5, new BigDecimal("71.43")),
                Row.of("乙村", 3, 2, new BigDecimal("70.00"))),
            Row.of("合计", 9, 7, new BigDecimal("77.78")),
            List.of());
    try (XSSFWorkbook book =
        new XSSFWorkbook(stream(SamplePaper.with(List.of(), List.of(table))))) {
      XSSFSheet sheet = book.getSheetAt(0);

      assertThat(sheet.getRow(3).getCell(3).getCellFormula()).isNotEmpty();
      assertPlain(sheet.getRow(4).getCell(3), 0.7);
      assertPlain(sheet.getRow(5).getCell(1), 9);
      assertThat(sheet.getRow(5).getCell(2).getCellFormula()).isEqualTo("SUM(C4:C5)");
      assertThat(sheet.getRow(5).getCell(3).getNumericCellValue()).isEqualTo(0.7778);
    }
  }

  @Test
  void formulasAgreeWithTheFrozenRateForEveryPossibleQuotient() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int due = 1; due <= 80; due++) {
      for (int done = 0; done <= due; done += 1 + due / 20) {
        rows.add(Row.of("村" + due, due, done, SamplePaper.percent(done, due)));
      }
    }
    for (int due : new int[] {160, 320, 800, 1600}) {
      rows.add(Row.of("村" + due, due, 1, SamplePaper.percent(1, due)));
    }
    BulletinTable table =
        new BulletinTable(
            "rates",
            "表9",
            "率",
            List.of(
                Column.of("village", "村", ColumnKind.TEXT),
                Column.of("due", "应办结数", ColumnKind.COUNT),
                Column.of("done", "办结数", ColumnKind.COUNT),
                Column.rate("rate", "办结率", "done", "due")),
            rows,
            null,
            List.of());
    try (ReadableWorkbook book = read(SamplePaper.with(List.of(), List.of(table)))) {
      List<org.dhatim.fastexcel.reader.Row> read = book.getFirstSheet().read();
      for (int i = 0; i < rows.size(); i++) {
        assertSame(table, table.rows().get(i), read.get(3 + i), 0);
      }
    }
  }

  @Test
  void dataThatLooksLikeAFormulaStaysText() throws IOException {
    String evil = "=HYPERLINK(\"http://x\",\"点\")";
    BulletinTable table =
        new BulletinTable(
            "evil",
            "=1+1",
            "+cmd|' /C calc'!A0",
            List.of(Column.of("name", evil, ColumnKind.TEXT)),
            List.of(Row.of(evil), Row.of("@SUM(1)"), Row.of("-2+3")),
            null,
            List.of(evil));
    BulletinPaper paper = SamplePaper.with(List.of(new Block.Paragraph("正文")), List.of(table));
    try (XSSFWorkbook book = new XSSFWorkbook(stream(paper))) {
      book.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell ->
                              assertThat(cell.getCellType())
                                  .isNotEqualTo(org.apache.poi.ss.usermodel.CellType.FORMULA))));
      XSSFCell cell = book.getSheetAt(0).getRow(3).getCell(0);
      assertThat(cell.getStringCellValue()).isEqualTo(evil);
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void sheetNamesAreLawfulAndUnique() throws IOException {
    List<Column> columns = List.of(Column.of("name", "名称", ColumnKind.TEXT));
    String title = "[全镇]村/社区:事件?*上报与处理情况以及信息录入与账户登录情况的统计总表";
    List<BulletinTable> tables = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tables.add(new BulletinTable("t" + i, "表1", title, columns, List.of(), null, List.of()));
    }
    try (ReadableWorkbook book = read(SamplePaper.with(List.of(), tables))) {
      List<String> names = book.getSheets().map(Sheet::getName).toList();

      assertThat(names).hasSize(4).doesNotHaveDuplicates();
      assertThat(names).allMatch(name -> name.length() <= 31 && !name.matches(".*[\\[\\]/:?*].*"));
    }
  }

  @Test
  void aWideSheetIsSetUpForPrintOnOnePageWidthWithARepeatedHead() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(stream(SamplePaper.document()))) {
      XSSFSheet sheet = book.getSheetAt(1);

      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getFitToPage()).isTrue();
      CellRangeAddress repeated = sheet.getRepeatingRows();
      assertThat(repeated.getFirstRow()).isEqualTo(2);
      assertThat(repeated.getLastRow()).isEqualTo(3);
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
      assertThat(sheet.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
      assertThat(sheet.getMergedRegions())
          .extracting(CellRangeAddress::formatAsString)
          .contains("A1:U1", "B3:B4", "E3:G3", "H3:N3");
    }
  }

  @Test
  void theExplanationsNameCutOffVersionsAndFormulas() throws IOException {
    try (ReadableWorkbook book = read(SamplePaper.document())) {
      assertThat(texts(book.findSheet("说明").orElseThrow()))
          .contains("数据截止时间|2026年10月31日23:59")
          .contains("参数版本|2026-01")
          .contains("数据版本|1")
          .contains("表3 村（社区）事件上报与处理情况统计表|办结率|办结数 ÷ 应办结数 × 100%");
    }
  }

  @Test
  void aPreviewSaysSoOnEverySheet() throws IOException {
    try (ReadableWorkbook book = read(SamplePaper.preview())) {
      for (Sheet sheet : book.getSheets().toList()) {
        assertThat(texts(sheet)).contains("预览");
      }
    }
  }

  @Test
  void aFullDiskIsReportedAsSuch() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatThrownBy(() -> new WorkbookBulletin().write(SamplePaper.serial(), full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no space left");
  }

  private static boolean shared(BulletinTable table, Column column, Long place) {
    int at = table.columns().indexOf(column);
    return Collections.frequency(
            table.rows().stream().map(row -> row.cells().get(at)).toList(), place)
        > 1;
  }

  private static void assertSame(
      BulletinTable table, Row frozen, org.dhatim.fastexcel.reader.Row read, int first) {
    for (int i = first; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      Object value = frozen.cells().get(i);
      Cell cell = read.getCell(i);
      String where = table.key() + "/" + column.key() + "/" + read.getRowNum();
      switch (value) {
        case null -> assertThat(cell.getRawValue()).as(where).isEqualTo("—");
        case Long number when column.key().equals("rank") && shared(table, column, number) ->
            assertThat(cell.getText()).as(where).isEqualTo("并列第" + number);
        case Long number ->
            assertThat(new BigDecimal(cell.getRawValue()).longValueExact())
                .as(where)
                .isEqualTo(number);
        case BigDecimal number -> {
          BigDecimal shown = new BigDecimal(cell.getRawValue());
          BigDecimal percent = column.kind() == ColumnKind.RATE ? shown.movePointRight(2) : shown;
          assertThat(percent).as(where).isEqualByComparingTo(number);
        }
        case LocalDate day -> assertThat(cell.asDate().toLocalDate()).as(where).isEqualTo(day);
        default -> {
          assertThat(cell.getType()).as(where).isEqualTo(CellType.STRING);
          assertThat(cell.getText()).as(where).isEqualTo(value);
        }
      }
    }
  }

  private static void assertPlain(XSSFCell cell, double value) {
    assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.NUMERIC);
    assertThat(cell.getNumericCellValue()).isEqualTo(value);
  }

  private static List<String> formulaValues(XSSFWorkbook book) {
    List<String> values = new ArrayList<>();
    book.forEach(
        sheet ->
            sheet.forEach(
                row ->
                    row.forEach(
                        cell -> {
                          if (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA) {
                            values.add(((XSSFCell) cell).getRawValue());
                          }
                        })));
    return values;
  }

  private static String texts(Sheet sheet) throws IOException {
    StringBuilder text = new StringBuilder();
    for (org.dhatim.fastexcel.reader.Row row : sheet.read()) {
      row.forEach(cell -> text.append(cell == null ? "" : cell.getText()).append('|'));
    }
    return text.toString();
  }

  private static ReadableWorkbook read(BulletinPaper paper) throws IOException {
    return new ReadableWorkbook(stream(paper));
  }

  private static ByteArrayInputStream stream(BulletinPaper paper) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new WorkbookBulletin().write(paper, bytes);
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
