package org.wangge.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

class SheetReaderTest {
  private final SheetReader reader = new SheetReader(Limits.standard());

  private Sheet first(byte[] bytes) {
    return reader.read("台账.xlsx", bytes).getFirst();
  }

  private static void refused(
      ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void cellsOfEveryKindAreReadAsTheyAreShown() throws IOException {
    Sheet sheet =
        first(
            Files.workbook(
                "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' t='inlineStr'><is><t"
                    + " xml:space='preserve'> 李四 </t></is></c><c r='C2'><v>12.5</v></c><c r='D2'"
                    + " s='1'><v>46326</v></c><c r='E2' s='2'><v>46326.5</v></c><c r='F2'"
                    + " s='3'><v>42</v></c><c r='G2' t='b'><v>1</v></c><c r='H2'"
                    + " t='e'><v>#REF!</v></c><c r='I2' t='str'><f>A2&amp;B2</f><v>张三李四</v></c><c"
                    + " r='J2' s='4'><v>46296</v></c></row><row><c"
                    + " t='inlineStr'><is><t>甲</t></is></c><c><v>1</v></c></row>"));
    assertThat(sheet.name()).isEqualTo("台账");
    Sheet.Row row = sheet.rowAt(2);
    assertThat(row.cell(1).text()).isEqualTo("张三");
    assertThat(row.cell(2).text()).isEqualTo(" 李四 ");
    assertThat(row.cell(3).text()).isEqualTo("12.5");
    assertThat(row.cell(4).kind()).isEqualTo(Cell.Kind.DATE);
    assertThat(row.cell(4).text()).isEqualTo("2026-10-31");
    assertThat(row.cell(5).moment()).isEqualTo(LocalDateTime.of(2026, 10, 31, 12, 0));
    assertThat(row.cell(6).text()).isEqualTo("000042");
    assertThat(row.cell(7).kind()).isEqualTo(Cell.Kind.BOOLEAN);
    assertThat(row.cell(8).kind()).isEqualTo(Cell.Kind.ERROR);
    assertThat(row.cell(9).text()).isEqualTo("张三李四");
    assertThat(row.cell(9).formula()).isTrue();
    assertThat(row.cell(10).kind()).isEqualTo(Cell.Kind.DATE);
    assertThat(sheet.cell(3, 1).text())
        .as("rows and cells without references count on")
        .isEqualTo("甲");
    assertThat(sheet.cell(3, 2).text()).isEqualTo("1");
  }

  @Test
  void aNumberOfEighteenDigitsShowsWhatTheProgramLeftOfIt() throws IOException {
    Sheet sheet =
        first(Files.workbook("<row r='1'><c r='A1'><v>3.39999199403105e+17</v></c></row>"));
    assertThat(sheet.cell(1, 1).kind()).isEqualTo(Cell.Kind.NUMBER);
    assertThat(sheet.cell(1, 1).text()).isEqualTo("339999199403105000");
  }

  @Test
  void datesOfTheOtherCalendarAreFourYearsLater() throws IOException {
    Map<String, String> parts = Files.parts("<row r='1'><c r='A1' s='1'><v>44864</v></c></row>");
    parts.computeIfPresent(
        "xl/workbook.xml", (k, v) -> v.replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
    assertThat(first(Files.zip(parts)).cell(1, 1).text()).isEqualTo("2026-10-31");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void mergedAreasHiddenRowsAndWidthsSurviveInBothFormats(boolean old) throws IOException {
    byte[] bytes;
    try (Workbook workbook =
        old ? new HSSFWorkbook() : new org.apache.poi.xssf.usermodel.XSSFWorkbook()) {
      var sheet = workbook.createSheet("花名册");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      var row = sheet.createRow(4);
      row.createCell(1).setCellValue("339941187");
      row.createCell(2).setCellValue(46326.25);
      row.getCell(2).setCellStyle(date);
      row.createCell(3).setCellFormula("\"合\"&\"计\"");
      row.createCell(4).setCellFormula("1+1");
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      sheet.createRow(5).createCell(2).setCellValue(true);
      sheet.getRow(5).setZeroHeight(true);
      sheet.setColumnHidden(3, true);
      sheet.setColumnWidth(1, 20 * 256);
      sheet.addMergedRegion(new CellRangeAddress(4, 6, 1, 1));
      workbook.createSheet("藏");
      workbook.setSheetHidden(1, true);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      bytes = out.toByteArray();
    }
    List<Sheet> sheets = reader.read("任意名字.dat", bytes);
    assertThat(sheets).extracting(Sheet::name).containsExactly("花名册", "藏");
    assertThat(sheets.get(1).hidden()).isTrue();
    Sheet sheet = sheets.getFirst();
    assertThat(sheet.merged()).containsExactly(new MergedArea(5, 2, 7, 2));
    assertThat(sheet.seen(sheet.rowAt(6), 2).text()).isEqualTo("339941187");
    assertThat(sheet.cell(6, 2).isBlank()).isTrue();
    assertThat(sheet.cell(5, 3).text()).isEqualTo("2026-10-31 06:00:00");
    assertThat(sheet.cell(5, 4).text()).isEqualTo("合计");
    assertThat(sheet.cell(5, 5).text()).isEqualTo("2");
    assertThat(sheet.rowHidden(6)).isTrue();
    assertThat(sheet.columnHidden(4)).isTrue();
    assertThat(sheet.width(2)).isBetween(19.0, 21.0);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,','", "UTF-8,'\t'", "UTF-8,';'", "GB18030,','", "GBK,'\t'", "UTF-16LE,'\t'"})
  void delimitedTextIsReadInEveryUsualEncoding(String charset, String separator) {
    String text =
        "村,房主,隐患\r\n".replace(",", separator)
            + "五姓点村,王垟,\"电线私拉".replace(",", separator)
            + separator
            + " 无\"\"灭火器\"\"\"\r\n\r\n"
            + "叶家村,=\"00123\",".replace(",", separator);
    byte[] bytes = text.getBytes(Charset.forName(charset));
    if (charset.equals("UTF-16LE")) {
      byte[] marked = new byte[bytes.length + 2];
      marked[0] = (byte) 0xff;
      marked[1] = (byte) 0xfe;
      System.arraycopy(bytes, 0, marked, 2, bytes.length);
      bytes = marked;
    }
    Sheet sheet = reader.read("出租房.csv", bytes).getFirst();
    assertThat(sheet.name()).isEqualTo("出租房");
    assertThat(sheet.cell(1, 3).text()).isEqualTo("隐患");
    assertThat(sheet.cell(2, 3).text()).isEqualTo("电线私拉" + separator + " 无\"灭火器\"");
    assertThat(sheet.cell(4, 2).text()).isEqualTo("00123");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstHeading() {
    byte[] bytes = "\ufeff村,房主\n五姓点村,王三\n".getBytes(StandardCharsets.UTF_8);
    assertThat(first(bytes).cell(1, 1).text()).isEqualTo("村");
  }

  @Test
  void aQuotedFieldMayHoldLineBreaks() {
    Sheet sheet = first("名称,简述\n甲,\"第一行\n第二行\"\n乙,丙\n".getBytes(StandardCharsets.UTF_8));
    assertThat(sheet.cell(2, 2).text()).isEqualTo("第一行\n第二行");
    assertThat(sheet.cell(3, 2).text()).isEqualTo("丙");
  }

  @Test
  void theContentTellsWhatAFileIsNotItsName() throws IOException {
    byte[] workbook = Files.workbook("<row r='1'><c r='A1'><v>1</v></c></row>");
    assertThat(reader.read("名单.csv", workbook).getFirst().cell(1, 1).text()).isEqualTo("1");
    byte[] text = "村,房主\n五姓点村,王三\n".getBytes(Charset.forName("GB18030"));
    assertThat(reader.read("名单.xls", text).getFirst().cell(2, 2).text()).isEqualTo("王三");
  }

  @Test
  void anEmptyFileOrWorkbookIsSaidToBeEmpty() throws IOException {
    refused(ProblemCode.EMPTY_FILE, () -> first(new byte[0]));
    byte[] workbook = Files.workbook("<row r='1'><c r='A1' s='1'/></row>");
    refused(ProblemCode.EMPTY_FILE, () -> first(workbook));
    refused(ProblemCode.EMPTY_FILE, () -> first("\r\n , ,\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aWorkbookWithAPasswordIsSaidToBeEncrypted(boolean old) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (old) {
      Biff8EncryptionKey.setCurrentUserPassword("secret");
      try (HSSFWorkbook workbook = new HSSFWorkbook()) {
        workbook.createSheet().createRow(0).createCell(0).setCellValue("甲");
        workbook.write(out);
      } finally {
        Biff8EncryptionKey.setCurrentUserPassword(null);
      }
    } else {
      try (POIFSFileSystem files = new POIFSFileSystem()) {
        Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
        encryptor.confirmPassword("secret");
        try (OutputStream stream = encryptor.getDataStream(files)) {
          stream.write(Files.workbook("<row r='1'><c r='A1'><v>1</v></c></row>"));
        }
        files.writeFilesystem(out);
      }
    }
    refused(ProblemCode.ENCRYPTED_FILE, () -> first(out.toByteArray()));
  }

  @Test
  void whatIsNoSpreadsheetIsSaidToBeUnreadable() throws IOException {
    byte[] noise = new byte[5000];
    new Random(7).nextBytes(noise);
    refused(ProblemCode.UNREADABLE_FILE, () -> first(noise));
    refused(
        ProblemCode.UNREADABLE_FILE, () -> first("%PDF-1.7\0\0".getBytes(StandardCharsets.UTF_8)));
    byte[] letter =
        Files.zip(Map.of("word/document.xml", "<w/>", "_rels/.rels", "<Relationships/>"));
    refused(ProblemCode.UNREADABLE_FILE, () -> first(letter));
    byte[] whole = Files.workbook("<row r='1'><c r='A1'><v>1</v></c></row>");
    refused(ProblemCode.UNREADABLE_FILE, () -> first(Arrays.copyOf(whole, whole.length / 2)));
    byte[] broken = Files.workbook("<row r='1'><c r='A1'><v>1</c></row>");
    refused(ProblemCode.UNREADABLE_FILE, () -> first(broken));
    byte[] dangling = Files.workbook("<row r='1'><c r='A1' t='s'><v>99</v></c></row>");
    refused(ProblemCode.UNREADABLE_FILE, () -> first(dangling));
  }

  @Test
  void entitiesAreNeverFollowed() throws IOException {
    Map<String, String> parts =
        Files.parts("<row r='1'><c r='A1' t='inlineStr'><is><t>&x;</t></is></c></row>");
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (k, v) -> "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + v);
    byte[] external = Files.zip(parts);
    refused(ProblemCode.UNREADABLE_FILE, () -> first(external));
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml", (k, v) -> v.replace("SYSTEM 'file:///etc/passwd'", "'wide'"));
    byte[] internal = Files.zip(parts);
    refused(ProblemCode.UNREADABLE_FILE, () -> first(internal));
  }

  @Test
  void aZipBombEndsAtTheLimit() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : Files.parts("").entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        if (part.getKey().endsWith("sheet1.xml")) {
          zip.write(
              ("<worksheet xmlns='" + Files.MAIN + "'><sheetData>")
                  .getBytes(StandardCharsets.UTF_8));
          byte[] spaces = new byte[1 << 20];
          Arrays.fill(spaces, (byte) ' ');
          for (int i = 0; i < 300; i++) {
            zip.write(spaces);
          }
        } else {
          zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(bytes.size()).isLessThan(1 << 20);
    refused(ProblemCode.TOO_LARGE, () -> first(bytes.toByteArray()));
  }

  @Test
  void moreRowsColumnsOrCharactersThanAllowedAreRefused() throws IOException {
    Limits small = new Limits(1 << 20, 1 << 20, 100, 20, 5, 3, 4, 10, 1 << 20);
    SheetReader narrow = new SheetReader(small);
    byte[] rows = "a,b\nc,d\ne,f\ng,h\n".getBytes(StandardCharsets.UTF_8);
    refused(ProblemCode.TOO_LARGE, () -> narrow.read("x", rows));
    byte[] columns = "a,b,c,d,e\n".getBytes(StandardCharsets.UTF_8);
    refused(ProblemCode.TOO_LARGE, () -> narrow.read("x", columns));
    byte[] cell = "12345678901,b\n".getBytes(StandardCharsets.UTF_8);
    refused(ProblemCode.TOO_LARGE, () -> narrow.read("x", cell));
    refused(ProblemCode.TOO_LARGE, () -> narrow.read("x", new byte[(1 << 20) + 1]));
  }

  @Test
  void emptyStyledRowsDownToTheEndCostNothing() throws IOException {
    StringBuilder rows = new StringBuilder("<row r='1'><c r='A1'><v>1</v></c></row>");
    for (int i = 2; i < 50_000; i++) {
      rows.append("<row r='").append(i).append("'><c r='A").append(i).append("' s='1'/></row>");
    }
    Sheet sheet = first(Files.workbook(rows.toString()));
    assertThat(sheet.size()).isEqualTo(1);
  }

  @Test
  void countlessMergedAreasAcrossAllColumnsAreRefused() throws IOException {
    Map<String, String> parts = Files.parts("<row r='1'><c r='SF1'><v>1</v></c></row>");
    parts.computeIfPresent(
        "xl/worksheets/sheet1.xml",
        (name, xml) ->
            xml.replace(
                "</worksheet>", "<mergeCell ref='A1:SF9'/>".repeat(20_000) + "</worksheet>"));
    byte[] merged = Files.zip(parts);
    refused(ProblemCode.TOO_LARGE, () -> first(merged));
  }

  @Test
  void twoPartsOfOneNameAreRefused() throws IOException {
    Map<String, String> parts = Files.parts("<row r='1'><c r='A1'><v>1</v></c></row>");
    parts.put("XL/worksheets/SHEET1.xml", "<worksheet/>");
    byte[] doubled = Files.zip(parts);
    refused(ProblemCode.UNREADABLE_FILE, () -> first(doubled));
  }
}
