package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

/** The five sample files against what they truly say, row by row. */
class SamplesTest {
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

  /** Fields of the truth in the names of our fields. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("name", "name"),
          Map.entry("id", "id_number"),
          Map.entry("sex", "sex"),
          Map.entry("birth", "birth_date"),
          Map.entry("household", "household_no"),
          Map.entry("address", "residence_address"),
          Map.entry("phone", "phone"),
          Map.entry("arrived", "inflow_date"),
          Map.entry("registered", "register_date"),
          Map.entry("owner", "owner_name"),
          Map.entry("code", "uscc"),
          Map.entry("employees", "employee_count"),
          Map.entry("since", "register_date"),
          Map.entry("no", "event_no"),
          Map.entry("category", "category"),
          Map.entry("level", "level"),
          Map.entry("reported", "report_time"),
          Map.entry("accepted", "accepted_time"),
          Map.entry("unit", "current_unit"),
          Map.entry("due", "limit_time"),
          Map.entry("closed", "closed_time"),
          Map.entry("satisfaction", "satisfaction"));

  private static final JsonNode TRUTH = truth();

  private static JsonNode truth() {
    try {
      return new ObjectMapper().readTree(Samples.resource("truth.json"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Outcome(SheetRow row, Values values, List<Finding> findings) {
    boolean refused() {
      return findings.stream().anyMatch(Finding::forbids);
    }
  }

  private static List<Outcome> read(SheetTable table) {
    CellContext context = Samples.context();
    RowJudge judge = new RowJudge(Samples.catalogue(), table.type(), Samples.DAY);
    FileDuplicates duplicates = new FileDuplicates(table.type());
    List<Outcome> outcomes = new ArrayList<>();
    table.read(
        context,
        Optional.empty(),
        row -> {
          RowJudge.Judged judged = judge.judge(row, Optional.empty());
          List<Finding> findings = new ArrayList<>(judged.findings());
          if (!judged.refused()) {
            findings.addAll(duplicates.check(row.row(), row.village(), judged.values()));
          }
          outcomes.add(new Outcome(row, judged.values(), findings));
        });
    return outcomes;
  }

  private static SheetTable table(Samples sample) {
    return SheetTable.find(sample.sheet(), sample.fileName, Samples.catalogue(), Optional.empty())
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Samples.class)
  void everyRowIsWhatItTrulySaysOrRefusedForItsTrueReason(Samples sample) {
    JsonNode truth = TRUTH.get(sample.fileName);
    SheetTable table = table(sample);
    assertThat(table.type().key()).isEqualTo(truth.get("kind").asText());
    List<Outcome> outcomes = read(table);
    assertThat(outcomes).hasSize(truth.get("rows").size());
    List<String> faults = new ArrayList<>();
    CellContext context = Samples.context();
    for (int i = 0; i < outcomes.size(); i++) {
      compare(table, outcomes.get(i), truth.get("rows").get(i), context, faults);
    }
    assertThat(faults).isEmpty();
  }

  private static void compare(
      SheetTable table, Outcome outcome, JsonNode truth, CellContext context, List<String> faults) {
    String at = "row " + outcome.row().row() + ": ";
    if (truth.has("row") && truth.get("row").asInt() != outcome.row().row()) {
      faults.add(at + "stands for row " + truth.get("row"));
    }
    String problem = truth.path("problem").asText("");
    List<String> forbids =
        outcome.findings().stream().filter(Finding::forbids).map(Finding::code).toList();
    if (truth.hasNonNull("problem")) {
      if (forbids.size() != 1 || !CODES.get(problem).contains(forbids.getFirst())) {
        faults.add(at + problem + " but found " + forbids);
      }
      return;
    }
    if (outcome.refused()) {
      faults.add(at + "refused for " + forbids);
      return;
    }
    truth
        .properties()
        .forEach(
            property -> {
              String found = found(table, outcome, property.getKey(), context);
              String wanted = property.getValue().isNull() ? "" : property.getValue().asText();
              if (found != null && !found.equals(wanted)) {
                faults.add(at + property.getKey() + " is " + found + ", not " + wanted);
              }
            });
  }

  /** The value as the truth writes it; null for what is no value of the record. */
  private static String found(
      SheetTable table, Outcome outcome, String property, CellContext context) {
    return switch (property) {
      // The code list has one code for several words; the test below looks at them.
      case "row", "problem", "relation" -> null;
      case "village" -> outcome.row().village();
      case "grid" -> context.places().nameOf(outcome.values().text("grid"));
      case "address" -> {
        String own = table.type().field("address").isPresent() ? "address" : "residence_address";
        yield String.valueOf(outcome.values().get(own));
      }
      default -> {
        String name = NAMES.get(property);
        Object value = outcome.values().get(name);
        yield CellCodecs.write(value, table.type().byName().get(name), context);
      }
    };
  }

  @Test
  void relationsAreUnderstoodAsTheirCodes() {
    Map<String, String> labels = new TreeMap<>();
    JsonNode rows = TRUTH.get(Samples.HOUSEHOLD_BOOK.fileName).get("rows");
    List<Outcome> outcomes = read(table(Samples.HOUSEHOLD_BOOK));
    for (int i = 0; i < outcomes.size(); i++) {
      labels.merge(
          rows.get(i).get("relation").asText(),
          Samples.catalogue()
              .codeList("family_relation")
              .labelOf(outcomes.get(i).values().text("relation_to_head")),
          (a, b) -> a.equals(b) ? a : a + "/" + b);
    }
    assertThat(labels)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "户主", "户主", "妻", "妻", "妻子", "妻", "夫", "夫", "配偶", "配偶", "子", "子", "女", "女", "长子",
                "长子", "长女", "长女", "母亲", "母亲"));
  }

  @Test
  void aHouseholdBookGivesEachRowItsGridFromTheLineAboveIt() {
    Map<String, Long> grids =
        read(table(Samples.HOUSEHOLD_BOOK)).stream()
            .collect(
                Collectors.groupingBy(
                    outcome -> outcome.values().text("grid"), TreeMap::new, Collectors.counting()));
    // Section lines stand in rows 5, 97 and 189 of the sheet.
    assertThat(grids.keySet())
        .allMatch(grid -> grid.startsWith("330282104202"))
        .contains("330282104202001", "330282104202002", "330282104202003");
    assertThat(grids.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(600);
  }
}
