package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.SheetReader;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;

class ListWorkbookTest {
  private static final Stamp STAMP =
      new Stamp("李操作&员", LocalDateTime.of(2026, 11, 2, 8, 30), "月度核对");

  private static Record record(String type, Map<String, Object> values, Set<String> masked) {
    return new Record(
        new UUID(1, 2),
        type,
        1,
        "330282104206",
        Status.ACTIVE,
        false,
        Values.of(values),
        masked,
        "a",
        LocalDateTime.MIN,
        "a",
        LocalDateTime.MIN);
  }

  private static byte[] write(RecordType type, List<Field> fields, Record... records)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ListWorkbook list =
        new ListWorkbook(out, type.label(), fields, Samples.context(), STAMP)) {
      for (Record record : records) {
        list.add(record);
      }
    }
    return out.toByteArray();
  }

  private static List<Field> fields(RecordType type, String... names) {
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(type.byName().get(name));
    }
    return fields;
  }

  @Test
  void noCellCanBecomeAFormulaAndNumbersOfDocumentsStayText() throws IOException {
    RecordType type = Samples.catalogue().type("registered_resident");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "=HYPERLINK(\"http://x\",\"王明\")");
    values.put("id_number", "339999198607132512");
    values.put("remark", "@SUM(A1)");
    values.put("former_name", "+cmd|' /C calc'!A0");
    values.put("workplace", "-2+3\u0001\u0000");
    byte[] bytes =
        write(
            type,
            fields(type, "name", "id_number", "remark", "former_name", "workplace"),
            record("registered_resident", values, Set.of()));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      for (int column = 0; column <= 5; column++) {
        var cell = sheet.getRow(1).getCell(column);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
      }
      assertThat(sheet.getRow(1).getCell(2).getStringCellValue()).isEqualTo("339999198607132512");
      assertThat(sheet.getRow(1).getCell(5).getStringCellValue()).isEqualTo("-2+3");
      assertThat(sheet.getFooter().getLeft()).contains("李操作&&员").contains("2026-11-02 08:30");
      assertThat(sheet.getFooter().getCenter()).contains("月度核对");
    }
  }

  @Test
  void aMaskedValueStandsAsItsMask() throws IOException {
    RecordType type = Samples.catalogue().type("registered_resident");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("id_number", "339999********2512");
    values.put("birth_date", "***");
    byte[] bytes =
        write(
            type,
            fields(type, "id_number", "birth_date"),
            record("registered_resident", values, Set.of("id_number", "birth_date")));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(1).getStringCellValue())
          .isEqualTo("339999********2512");
      assertThat(workbook.getSheetAt(0).getRow(1).getCell(2).getStringCellValue()).isEqualTo("***");
    }
  }

  @Test
  void aListReadsBackAsTheSameValues() throws IOException {
    RecordType type = Samples.catalogue().type("floating_person");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("name", "尉迟垟");
    values.put("id_number", "33999919600129274X");
    values.put("sex", "2");
    values.put("birth_date", LocalDate.of(1960, 1, 29));
    values.put("phone", "0574-63744365");
    values.put("inflow_reason", "01");
    values.put("inflow_date", LocalDate.of(2026, 3, 1));
    values.put("register_date", LocalDate.of(2026, 3, 2));
    values.put("expected_leave", LocalDate.of(9999, 12, 31));
    values.put("grid", "330282104206003");
    values.put("children_with", 2L);
    values.put("is_family_move", true);
    byte[] bytes =
        write(
            type,
            fields(type, values.keySet().toArray(String[]::new)),
            record("floating_person", values, Set.of()));
    SheetTable table =
        SheetTable.find(
                new SheetReader(Limits.standard()).read("导出.xlsx", bytes).getFirst(),
                "导出.xlsx",
                Samples.catalogue(),
                Optional.empty())
            .orElseThrow();
    SheetRow row = Book.rows(table).getFirst();
    assertThat(row.findings()).isEmpty();
    assertThat(row.village()).isEqualTo("330282104206");
    assertThat(row.values().asMap()).containsExactlyInAnyOrderEntriesOf(values);
  }

  @Test
  void decimalsAndMomentsReadBackAsTheSameValues() throws IOException {
    RecordType type = Samples.catalogue().type("house");
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("address", "叶家村12号");
    values.put("owner_name", "王明");
    values.put("floor_area", new BigDecimal("120.50"));
    values.put("floor_no", -1L);
    values.put("hazard", List.of("02", "04"));
    byte[] bytes =
        write(
            type,
            fields(type, values.keySet().toArray(String[]::new)),
            record("house", values, Set.of()));
    SheetTable table =
        SheetTable.find(
                new SheetReader(Limits.standard()).read("实有房屋.xlsx", bytes).getFirst(),
                "实有房屋.xlsx",
                Samples.catalogue(),
                Optional.empty())
            .orElseThrow();
    assertThat(Book.rows(table).getFirst().values().asMap())
        .containsExactlyInAnyOrderEntriesOf(values);
  }
}
