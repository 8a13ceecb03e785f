package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.exchange.DemoSpreadsheets.Line;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.SheetReader;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

class DemoSpreadsheetsTest {
  private static final String VILLAGE = "330282104206";
  @TempDir Path folder;
  private DemoSpreadsheets sheets;

  @BeforeEach
  void begin() {
    sheets = new DemoSpreadsheets(folder, Samples.context(), Samples.DAY, 7);
  }

  private static String number(int person) {
    String body =
        "339999"
            + LocalDate.of(1960, 1, 1).plusDays(person * 11L).toString().replace("-", "")
            + "%03d".formatted(person % 1000);
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static Map<String, Object> person(int number) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", number % 2 == 0 ? "王明" : "欧阳垟");
    values.put("id_number", number(number));
    values.put("phone", "1390000%04d".formatted(number));
    return values;
  }

  /** Rows read back from a file, by document number, and the faults of the others. */
  private record Read(SheetTable table, Map<Object, Values> sound, Set<String> faults, int rows) {}

  private static Read read(Path file, String key) throws IOException {
    SheetTable table =
        SheetTable.find(
                new SheetReader(Limits.standard())
                    .read(file.getFileName().toString(), Files.readAllBytes(file))
                    .getFirst(),
                file.getFileName().toString(),
                Samples.catalogue(),
                Optional.empty())
            .orElseThrow();
    RowJudge judge = new RowJudge(Samples.catalogue(), table.type(), Samples.DAY);
    FileDuplicates duplicates = new FileDuplicates(table.type());
    Map<Object, Values> sound = new HashMap<>();
    Set<String> faults = new TreeSet<>();
    int[] rows = {0};
    table.read(
        Samples.context(),
        Optional.empty(),
        row -> {
          rows[0]++;
          RowJudge.Judged judged = judge.judge(row, Optional.empty());
          List<Finding> findings = new ArrayList<>(judged.findings());
          if (!judged.refused()) {
            findings.addAll(duplicates.check(row.row(), row.village(), judged.values()));
          }
          findings.stream().filter(Finding::forbids).map(Finding::code).forEach(faults::add);
          if (findings.stream().noneMatch(Finding::forbids)) {
            sound.put(judged.own().get(key), judged.own());
          }
        });
    return new Read(table, sound, faults, rows[0]);
  }

  private static void assertSame(List<Line> written, Read read, String key) {
    Map<Object, Values> byKey = new HashMap<>();
    written.forEach(line -> byKey.put(line.values().get(key), line.values()));
    read.sound()
        .forEach(
            (number, values) ->
                byKey
                    .get(number)
                    .asMap()
                    .forEach(
                        (field, value) -> {
                          if (read.table().columnOf(field) > 0) {
                            assertThat(values.get(field)).as(field).isEqualTo(value);
                          }
                        }));
  }

  @Test
  void aHouseholdBookReadsBackTrueButForItsSpoiltNumbers() throws IOException {
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      Map<String, Object> values = person(i);
      values.put("household_no", String.valueOf(339900000 + i / 3));
      values.put("head_name", "王明");
      values.put("residence_address", "叶家村%d号".formatted(i / 3));
      values.put("relation_to_head", i % 3 == 0 ? "02" : "20");
      values.put("birth_date", LocalDate.of(1960, 1, 1).plusDays(i * 11L));
      values.put("grid", VILLAGE + "00" + (1 + i / 300));
      rows.add(new Line(VILLAGE, Values.of(values)));
    }
    Path file = sheets.householdBook(VILLAGE, rows);
    assertThat(file.getFileName()).hasToString("叶家村户籍人口花名册.xlsx");
    Read read = read(file, "id_number");
    assertThat(read.table().type().key()).isEqualTo("registered_resident");
    assertThat(read.rows()).isEqualTo(600);
    assertThat(read.sound().size()).isBetween(570, 599);
    assertThat(read.faults()).isSubsetOf("id-damaged", "id-check-digit", "required");
    assertSame(rows, read, "id_number");
  }

  @Test
  void theListOfPeopleFromElsewhereReadsBackTrueButForItsSpoiltRows() throws IOException {
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      Map<String, Object> values = person(i);
      values.put("inflow_reason", "01");
      values.put("inflow_date", LocalDate.of(2024, 1, 1).plusDays(i));
      values.put("register_date", LocalDate.of(2024, 1, 3).plusDays(i));
      values.put("from_place", "341200");
      values.put("grid", VILLAGE + "002");
      rows.add(new Line(VILLAGE, Values.of(values)));
    }
    Read read = read(sheets.floatingPeople(YearMonth.of(2026, 10), rows), "id_number");
    assertThat(read.table().type().key()).isEqualTo("floating_person");
    assertThat(read.sound().size()).isBetween(460, 499);
    assertThat(read.faults())
        .isSubsetOf(
            "id-damaged",
            "id-check-digit",
            "required",
            "duplicate-in-file",
            "register-after-inflow");
    assertSame(rows, read, "id_number");
  }

  @Test
  void rentedHousesEnterprisesAndEventsReadBackTrue() throws IOException {
    Line rental =
        new Line(
            VILLAGE,
            Values.of(
                Map.of(
                    "address",
                    "叶家村1号",
                    "owner_name",
                    "尉迟垟",
                    "owner_phone",
                    "13900000001",
                    "rooms",
                    3L,
                    "tenant_count",
                    2L,
                    "rent_use",
                    "02",
                    "hazard",
                    List.of("02", "04"),
                    "duty_letter",
                    true,
                    "monthly_rent",
                    new BigDecimal("800.00"))));
    Read rentals = read(sheets.rentals(List.of(rental)), "address");
    assertThat(rentals.faults()).isEmpty();
    assertSame(List.of(rental), rentals, "address");
    Line enterprise =
        new Line(
            VILLAGE,
            Values.of(
                Map.of(
                    "name", "慈北泰源电器厂",
                    "uscc", "91350100M000100Y43",
                    "address", "叶家村2号",
                    "legal_name", "王明",
                    "phone", "0574-63740000",
                    "employee_count", 120L,
                    "register_date", LocalDate.of(2015, 3, 4),
                    "grid", VILLAGE + "001")));
    Read enterprises = read(sheets.enterprises(List.of(enterprise)), "uscc");
    assertThat(enterprises.faults()).isEmpty();
    assertSame(List.of(enterprise), enterprises, "uscc");
    Line event =
        new Line(
            VILLAGE,
            Values.of(
                Map.of(
                    "event_no", "ZQ2026100001",
                    "event_name", "路灯不亮",
                    "category", "0500",
                    "level", "04",
                    "report_time", LocalDateTime.of(2026, 10, 3, 8, 30),
                    "accepted_time", LocalDateTime.of(2026, 10, 3, 9, 5),
                    "limit_time", LocalDateTime.of(2026, 10, 10, 23, 59),
                    "current_unit", "叶家村",
                    "grid", VILLAGE + "001")));
    Read events = read(sheets.events(YearMonth.of(2026, 10), List.of(event)), "event_no");
    assertThat(events.faults()).isEmpty();
    assertSame(List.of(event), events, "event_no");
  }

  @Test
  void theSameSeedWritesTheSameCells() throws IOException {
    List<Line> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(new Line(VILLAGE, Values.of(person(i))));
    }
    String first = cells(sheets.floatingPeople(YearMonth.of(2026, 10), rows));
    DemoSpreadsheets again = new DemoSpreadsheets(folder, Samples.context(), Samples.DAY, 7);
    assertThat(cells(again.floatingPeople(YearMonth.of(2026, 10), rows))).isEqualTo(first);
  }

  private static String cells(Path file) throws IOException {
    StringBuilder cells = new StringBuilder();
    var sheet =
        new SheetReader(Limits.standard()).read("x.xls", Files.readAllBytes(file)).getFirst();
    for (int i = 0; i < sheet.size(); i++) {
      sheet.row(i).cells().forEach(cell -> cells.append(cell));
    }
    return cells.toString();
  }
}
