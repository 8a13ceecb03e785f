package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.SheetReader;
import org.wangge.validation.Finding;

class RefusedWorkbookTest {
  private static SheetTable table(String name, byte[] bytes) {
    return SheetTable.find(
            new SheetReader(Limits.standard()).read(name, bytes).getFirst(),
            name,
            Samples.catalogue(),
            Optional.empty())
        .orElseThrow();
  }

  private static Map<Integer, List<Finding>> refused(SheetTable table) {
    RowJudge judge = new RowJudge(Samples.catalogue(), table.type(), Samples.DAY);
    FileDuplicates duplicates = new FileDuplicates(table.type());
    Map<Integer, List<Finding>> refused = new TreeMap<>();
    table.read(
        Samples.context(),
        Optional.empty(),
        row -> {
          RowJudge.Judged judged = judge.judge(row, Optional.empty());
          List<Finding> findings = new ArrayList<>(judged.findings());
          if (!judged.refused()) {
            findings.addAll(duplicates.check(row.row(), row.village(), judged.values()));
          }
          if (findings.stream().anyMatch(Finding::forbids)) {
            refused.put(row.row(), findings);
          }
        });
    return refused;
  }

  private static byte[] write(SheetTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new RefusedWorkbook(table, refused(table)).write(out);
    return out.toByteArray();
  }

  /** Texts by row of the written workbook, read by a reader that did not write it. */
  private static List<List<String>> texts(byte[] bytes) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      return rows.map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList())
          .collect(Collectors.toList());
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Samples.class,
      names = {"HOUSEHOLD_BOOK", "FLOATING", "ORGANISATIONS"})
  void eachRefusedRowStandsInTheSendersLayoutWithTheReasonBesideTheWrongCell(Samples sample)
      throws IOException {
    SheetTable table = table(sample.fileName, sample.bytes());
    Map<Integer, List<Finding>> refused = refused(table);
    List<List<String>> rows = texts(write(table));
    Map<String, List<String>> byOriginalRow = new HashMap<>();
    rows.forEach(row -> byOriginalRow.put(row.isEmpty() ? "" : row.getLast(), row));
    assertThat(refused).isNotEmpty();
    refused.forEach(
        (number, findings) -> {
          List<String> row = byOriginalRow.get(String.valueOf(number));
          assertThat(row).as("row " + number).isNotNull();
          for (Finding finding : findings) {
            int column = table.columnOf(finding.field());
            String wrong = table.sheet().cell(number, column).text();
            int reason = row.indexOf(finding.wording());
            assertThat(reason).as(finding.wording()).isPositive();
            if (!wrong.isEmpty() && !finding.code().endsWith("damaged")) {
              assertThat(row.get(reason - 1)).isEqualTo(wrong);
            }
          }
        });
    long records = rows.stream().filter(row -> row.getLast().matches("\\d+")).count();
    assertThat(records).as("refused rows only").isEqualTo(refused.size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Samples.class,
      names = {"HOUSEHOLD_BOOK", "FLOATING", "ORGANISATIONS"})
  void sentInAgainUnmendedTheSameRowsAreRefusedForTheSameReasons(Samples sample)
      throws IOException {
    SheetTable table = table(sample.fileName, sample.bytes());
    SheetTable again = table(RefusedWorkbook.fileName(sample.fileName), write(table));
    assertThat(again.type()).isEqualTo(table.type());
    assertThat(again.village(Samples.places())).isEqualTo(table.village(Samples.places()));
    assertThat(codes(refused(again))).isEqualTo(codesWithoutDoubles(refused(table)));
  }

  private static List<String> codes(Map<Integer, List<Finding>> refused) {
    return refused.values().stream()
        .flatMap(List::stream)
        .filter(Finding::forbids)
        .map(Finding::code)
        .toList();
  }

  /** A row that repeats another is no double any more where it stands alone. */
  private static List<String> codesWithoutDoubles(Map<Integer, List<Finding>> refused) {
    return codes(refused).stream()
        .filter(code -> !code.equals("duplicate-in-file") && !code.equals("same-id-other-name"))
        .toList();
  }

  @Test
  void mendedInTheWorkbookTheRowsAreAccepted() throws IOException {
    Samples sample = Samples.HOUSEHOLD_BOOK;
    JsonNode truth = new ObjectMapper().readTree(Samples.resource("truth.json"));
    Map<String, String> ids = new HashMap<>();
    truth
        .get(sample.fileName)
        .get("rows")
        .forEach(row -> ids.put(row.get("row").asText(), row.get("id").asText()));
    byte[] mended;
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(write(table(sample.fileName, sample.bytes()))))) {
      int idColumn = -1;
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          if (cell.toString().equals("公民身份号码")) {
            idColumn = cell.getColumnIndex();
          }
        }
        XSSFCell last = (XSSFCell) row.getCell(row.getLastCellNum() - 1);
        String number = last == null ? "" : last.toString().replace(".0", "");
        if (idColumn >= 0 && ids.containsKey(number)) {
          Cell id = row.getCell(idColumn, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
          id.setCellValue(ids.get(number));
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      mended = out.toByteArray();
    }
    SheetTable again = table(RefusedWorkbook.fileName(sample.fileName), mended);
    assertThat(refused(again)).isEmpty();
    List<SheetRow> rows = Book.rows(again);
    assertThat(rows).hasSize(49);
    assertThat(rows).allMatch(row -> "330282104202".equals(row.village()));
    assertThat(rows).allMatch(row -> row.values().get("grid") != null);
    assertThat(rows).allMatch(row -> row.values().get("household_no") != null);
  }

  @Test
  void theWorkbookOpensWithoutRepairs() throws IOException {
    SheetTable table = table(Samples.HOUSEHOLD_BOOK.fileName, Samples.HOUSEHOLD_BOOK.bytes());
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(write(table)))) {
      var areas = workbook.getSheetAt(0).getMergedRegions();
      for (int i = 0; i < areas.size(); i++) {
        for (int j = i + 1; j < areas.size(); j++) {
          assertThat(areas.get(i).intersects(areas.get(j)))
              .as(areas.get(i) + " and " + areas.get(j))
              .isFalse();
        }
      }
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("花名册");
    }
  }

  @Test
  void theFileKeepsItsNameAndSaysWhatItIs() {
    assertThat(RefusedWorkbook.fileName("出租房屋台账.csv")).isEqualTo("出租房屋台账（退回）.xlsx");
    assertThat(RefusedWorkbook.fileName("出租房屋台账（退回）.xlsx")).isEqualTo("出租房屋台账（退回）.xlsx");
    assertThat(RefusedWorkbook.fileName("../a:b?.xls")).doesNotContain("/", ":", "?");
  }
}
