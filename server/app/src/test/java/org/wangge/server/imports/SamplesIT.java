package org.wangge.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.validation.Finding;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;

/**
 * The five sample files, taken in unedited: what stands in the database afterwards, read by plain
 * JDBC, against what the files truly say.
 */
class SamplesIT {
  /**
   * A sample.
   *
   * @param query what a row became, by import and row
   * @param columns columns of the query by names of the truth
   */
  record Sample(String resource, String name, String query, Map<String, String> columns) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "household-book.xlsx",
              "五姓点村户籍人口花名册.xlsx",
              "SELECT T.*, E.relation_to_head, E.household_no, E.head_name FROM person T"
                  + " JOIN registered_resident E ON E.id = T.id",
              Map.of(
                  "name", "name",
                  "id", "id_number",
                  "sex", "sex",
                  "birth", "birth_date",
                  "household", "household_no",
                  "address", "residence_address",
                  "phone", "phone",
                  "village", "area")),
          new Sample(
              "floating-people.xls",
              "流动人口登记表2026年10月.xls",
              "SELECT T.*, E.inflow_date, E.register_date FROM person T"
                  + " JOIN floating_person E ON E.id = T.id",
              Map.of(
                  "name", "name",
                  "id", "id_number",
                  "sex", "sex",
                  "birth", "birth_date",
                  "arrived", "inflow_date",
                  "registered", "register_date",
                  "phone", "phone",
                  "village", "area")),
          new Sample(
              "rental-houses.csv",
              "出租房屋台账.csv",
              "SELECT T.* FROM house T JOIN rental_house E ON E.id = T.id",
              Map.of("village", "area", "address", "address", "owner", "owner_name")),
          new Sample(
              "organisations.xlsx",
              "两新组织名录.xlsx",
              "SELECT T.* FROM enterprise T",
              Map.of(
                  "name", "name",
                  "code", "uscc",
                  "village", "area",
                  "employees", "employee_count",
                  "since", "register_date")),
          new Sample(
              "event-ledger.xlsx",
              "2026年10月事件台账.xlsx",
              "SELECT T.* FROM event T",
              Map.of(
                  "no", "event_no",
                  "village", "area",
                  "category", "category",
                  "level", "level",
                  "reported", "report_time",
                  "accepted", "accepted_time",
                  "unit", "current_unit",
                  "due", "limit_time",
                  "closed", "closed_time",
                  "satisfaction", "satisfaction")));

  private static final Map<String, String> CODE_LISTS =
      Map.of(
          "sex", "sex",
          "category", "event_category",
          "level", "event_level",
          "satisfaction", "satisfaction");

  /** The problems of the truth in the codes of our findings. */
  private static final Map<String, List<String>> CODES =
      Map.of(
          "damaged-number", List.of("id-damaged"),
          "bad-check-digit", List.of("id-check-digit", "credit-check-character"),
          "missing-id", List.of("required"),
          "too-short", List.of("id-length"),
          "impossible-date", List.of("id-birth-date"),
          "same-id-other-name", List.of("same-id-other-name"),
          "duplicate-in-file", List.of("duplicate-in-file"),
          "registered-before-arrival", List.of("register-after-inflow"));

  @TempDir static Path folder;
  private static Database database;
  private static ImportTown town;
  private static JsonNode truth;
  private static final Map<String, ImportReport> REHEARSED = new LinkedHashMap<>();
  private static final Map<String, ImportReport> TAKEN = new LinkedHashMap<>();
  private static long recordsAfterRehearsals;

  @BeforeAll
  static void takeAllIn() throws IOException {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new ImportTown(database);
    truth = new ObjectMapper().readTree(ImportTown.sample("truth.json"));
    for (Sample sample : SAMPLES) {
      REHEARSED.put(
          sample.name(),
          town.rehearse(town.town, sample.name(), ImportTown.sample(sample.resource())));
    }
    recordsAfterRehearsals =
        Stream.of("person", "house", "household", "enterprise", "event", "grid", "change_log")
            .mapToLong(town::count)
            .sum();
    REHEARSED.forEach((name, report) -> TAKEN.put(name, town.commit(town.town, report)));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  static List<Sample> samples() {
    return SAMPLES;
  }

  private static Map<Integer, JsonNode> rows(Sample sample) {
    Map<Integer, JsonNode> rows = new TreeMap<>();
    int number = truth.get(sample.name()).path("header_rows").path(0).asInt(1);
    for (JsonNode row : truth.get(sample.name()).get("rows")) {
      number++;
      rows.put(row.path("row").asInt(number), row);
    }
    return rows;
  }

  @Test
  void aRehearsalWritesNoRecord() {
    assertThat(recordsAfterRehearsals).isZero();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theCommitDoesWhatTheRehearsalSaid(Sample sample) {
    ImportReport rehearsed = REHEARSED.get(sample.name());
    ImportReport taken = TAKEN.get(sample.name());
    assertThat(taken.committed()).isTrue();
    assertThat(taken.created()).isEqualTo(rehearsed.created());
    assertThat(taken.refused()).isEqualTo(rehearsed.refused());
    assertThat(taken.asked()).isZero();
    assertThat(taken.changed() + taken.same()).isZero();
    assertThat(taken.type()).isEqualTo(truth.get(sample.name()).get("kind").asText());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySoundRowStandsInTheDatabaseWithExactlyItsTrueValues(Sample sample) {
    Map<Integer, Map<String, Object>> stored = new TreeMap<>();
    for (Map<String, Object> row : town.sql(sample.query())) {
      stored.put((Integer) row.get("import_row"), row);
    }
    List<String> faults = new ArrayList<>();
    int sound = 0;
    for (Map.Entry<Integer, JsonNode> row : rows(sample).entrySet()) {
      if (row.getValue().hasNonNull("problem")) {
        continue;
      }
      sound++;
      Map<String, Object> record = stored.get(row.getKey());
      if (record == null) {
        faults.add("row " + row.getKey() + " is not there");
        continue;
      }
      sample
          .columns()
          .forEach(
              (name, column) -> {
                String found = text(name, record.get(column));
                JsonNode wanted = row.getValue().get(name);
                String expected = wanted.isNull() ? "" : wanted.asText();
                if (!found.equals(expected)) {
                  faults.add(
                      "row " + row.getKey() + " " + name + ": " + found + ", not " + expected);
                }
              });
    }
    assertThat(faults).isEmpty();
    assertThat(stored).as("nothing but the sound rows").hasSize(sound);
  }

  private static String text(String name, Object value) {
    if (value == null) {
      return "";
    }
    if (CODE_LISTS.containsKey(name)) {
      return ImportTown.CATALOGUE.codeList(CODE_LISTS.get(name)).labelOf(value.toString());
    }
    return switch (value) {
      case Date date -> date.toLocalDate().toString();
      case Timestamp moment -> moment.toString().replaceFirst("\\.0$", "");
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyRowWithAProblemIsRefusedForThatReasonAndNoOther(Sample sample) {
    Map<Integer, ImportRow> refused = town.rows(town.town, TAKEN.get(sample.name()), "refuse");
    Map<Integer, String> problems = new TreeMap<>();
    rows(sample)
        .forEach(
            (number, row) -> {
              if (row.hasNonNull("problem")) {
                problems.put(number, row.get("problem").asText());
              }
            });
    assertThat(refused.keySet()).containsExactlyElementsOf(problems.keySet());
    problems.forEach(
        (number, problem) ->
            assertThat(
                    refused.get(number).findings().stream()
                        .filter(Finding::forbids)
                        .map(Finding::code))
                .as("row " + number + " " + problem)
                .hasSize(1)
                .allMatch(code -> CODES.get(problem).contains(code)));
  }

  @Test
  void eachHouseholdIsRegisteredOnceWithItsHead() {
    Sample book = SAMPLES.getFirst();
    Map<String, List<JsonNode>> households = new TreeMap<>();
    rows(book)
        .values()
        .forEach(
            row ->
                households
                    .computeIfAbsent(row.get("household").asText(), key -> new ArrayList<>())
                    .add(row));
    households
        .values()
        .removeIf(members -> members.stream().allMatch(row -> row.hasNonNull("problem")));
    Map<String, Map<String, Object>> stored = new TreeMap<>();
    for (Map<String, Object> row :
        town.sql(
            "SELECT H.household_no, H.head_name, H.address, H.area, H.member_count, P.name"
                + " FROM household H LEFT JOIN person P ON P.id = H.head")) {
      assertThat(stored.put((String) row.get("household_no"), row)).isNull();
    }
    assertThat(stored.keySet()).isEqualTo(households.keySet());
    households.forEach(
        (number, members) -> {
          JsonNode head =
              members.stream()
                  .filter(row -> row.get("relation").asText().equals("户主"))
                  .findFirst()
                  .orElseThrow();
          Map<String, Object> household = stored.get(number);
          assertThat(household.get("address")).isEqualTo(head.get("address").asText());
          assertThat(household.get("area")).isEqualTo(ImportTown.VILLAGE);
          assertThat(household.get("member_count")).isEqualTo(members.size());
          assertThat(household.get("name"))
              .isEqualTo(head.hasNonNull("problem") ? null : head.get("name").asText());
        });
  }

  @Test
  void gridsNamedInTheSheetsAreRegisteredAndRowsBelongToThem() {
    Map<Integer, JsonNode> events = rows(SAMPLES.getLast());
    Map<String, String> names = new TreeMap<>();
    town.sql("SELECT grid_code, grid_name, area, incomplete FROM grid")
        .forEach(
            row -> {
              names.put((String) row.get("grid_code"), (String) row.get("grid_name"));
              assertThat(((String) row.get("grid_code"))).startsWith((String) row.get("area"));
              assertThat(((Number) row.get("incomplete")).intValue()).isOne();
            });
    town.sql("SELECT import_row, grid, area FROM event")
        .forEach(
            row -> {
              JsonNode truth = events.get((Integer) row.get("import_row"));
              assertThat(names.get((String) row.get("grid"))).isEqualTo(truth.get("grid").asText());
            });
    assertThat(TAKEN.get(SAMPLES.getLast().name()).notes())
        .anyMatch(note -> note.contains("还没有登记的网格"));
  }

  @Test
  void theLedgerIsTakenOverAsHistoryWithItsOwnClocks() {
    assertThat(town.sql("SELECT COUNT(*) AS n FROM event WHERE history = TRUE").getFirst())
        .containsEntry("n", 800);
    assertThat(town.sql("SELECT COUNT(*) AS n FROM event_step").getFirst()).containsEntry("n", 800);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sentInOnceMoreEveryRowSaysTheSame(Sample sample) {
    long changes = town.count("change_log");
    ImportReport first = TAKEN.get(sample.name());
    ImportReport again = town.take(town.town, sample.name(), ImportTown.sample(sample.resource()));
    assertThat(again.same()).isEqualTo(first.created());
    assertThat(again.created() + again.changed() + again.asked()).isZero();
    assertThat(again.refused()).isEqualTo(first.refused());
    assertThat(town.count("change_log")).isEqualTo(changes);
  }

  @Test
  void everyRecordKnowsTheImportAndRowItCameFrom() {
    for (Sample sample : SAMPLES) {
      for (Map<String, Object> row : town.sql(sample.query())) {
        assertThat(row.get("import_id")).isNotNull();
        assertThat((Integer) row.get("import_row")).isPositive();
      }
    }
  }
}
