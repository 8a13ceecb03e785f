package org.wangge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;

class RecordCheckerTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();
  private static final RecordChecker CHECKER = new RecordChecker(CATALOGUE);
  private static final Computation COMPUTATION = new Computation(CATALOGUE);
  private static final RecordType FLOATING = CATALOGUE.type("floating_person");
  private static final RecordType REGISTERED = CATALOGUE.type("registered_resident");

  private static List<String> found(RecordType type, Values values, Way way) {
    return CHECKER.check(type, values, TODAY, way).stream()
        .map(finding -> finding.field() + " " + finding.code())
        .toList();
  }

  @Test
  void aFormNeedsEverythingRequiredInTheOrderOfTheForm() {
    Values values = Values.of(Map.of("name", "区明建"));
    assertThat(found(FLOATING, values, Way.FORM))
        .startsWith("doc_type required", "id_number required", "sex required")
        .contains("inflow_reason required", "grid required")
        .doesNotContain("employer required", "house required", "death_date required");
  }

  @Test
  void aSheetOnlyNeedsWhatIdentifies() {
    Values values = Values.of(Map.of("name", "区明建"));
    assertThat(found(FLOATING, values, Way.SHEET)).containsExactly("id_number required");
    Values complete = values.with("id_number", "11010519491231002X");
    assertThat(found(FLOATING, complete, Way.SHEET)).isEmpty();
    assertThat(CHECKER.missingRequired(FLOATING, complete, TODAY))
        .extracting(Field::name)
        .contains("inflow_reason", "inflow_date", "phone")
        .doesNotContain("name", "id_number", "employer");
  }

  @Test
  void aConditionMakesAFieldRequired() {
    Values working = Values.of(Map.of("inflow_reason", "01", "has_house", true));
    assertThat(found(FLOATING, working, Way.FORM))
        .contains("employer required", "house required")
        .doesNotContain("no_house_reason required");
    Values homeless = Values.of(Map.of("inflow_reason", "03", "has_house", false));
    assertThat(found(FLOATING, homeless, Way.FORM))
        .contains("no_house_reason required")
        .doesNotContain("employer required", "house required");
  }

  @Test
  void whatTheServerSetsIsNotAskedOfAForm() {
    RecordType event = CATALOGUE.type("event");
    assertThat(found(event, Values.none(), Way.FORM))
        .contains("event_name required", "category required")
        .doesNotContain("report_time required", "event_no required");
    assertThat(found(event, Values.none(), Way.SHEET))
        .containsExactly("event_name required", "category required", "report_time required");
  }

  @Test
  void aFormAsksForTheSecondLevelOfACategoryAndALedgerDoesNot() {
    RecordType event = CATALOGUE.type("event");
    Values values =
        Values.of(
            Map.of(
                "event_name", "矛盾纠纷第1件",
                "category", "0100",
                "report_time", LocalDateTime.of(2026, 10, 22, 4, 55)));
    assertThat(found(event, values, Way.SHEET)).isEmpty();
    assertThat(CHECKER.check(event, values, TODAY, Way.FORM))
        .filteredOn(finding -> finding.code().equals("category-top-level"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.forbids()).isFalse();
              assertThat(finding.wording()).isEqualTo("“矛盾纠纷”是大类，请再选一个小类；分不清可以保存。");
            });
    assertThat(found(event, values.with("category", "0102"), Way.FORM))
        .doesNotContain("category category-top-level");
  }

  @Test
  void rulesOverAnUnsoundValueAreNotJudged() {
    Values values =
        Values.of(
            Map.of(
                "name", "区明建",
                "doc_type", "111",
                "id_number", "110105194912310021",
                "sex", "1",
                "birth_date", LocalDate.of(1990, 1, 1)));
    assertThat(found(FLOATING, values, Way.SHEET)).containsExactly("id_number id-check-digit");
  }

  @ParameterizedTest
  @CsvSource({
    "name,text-too-long",
    "sex,code-unknown",
    "birth_date,kind",
    "phone,phone-format",
    "children_with,number-too-large",
    "service_needs,code-unknown",
    "from_place,place-unknown",
    "grid,grid-unknown",
    "has_house,kind",
    "house,kind",
  })
  void valuesAreJudgedByTheirKind(String name, String code) {
    Object bad =
        switch (name) {
          case "name" -> "王".repeat(51);
          case "children_with" -> 100L;
          case "service_needs" -> List.of("01", "77");
          default -> "x";
        };
    assertThat(found(FLOATING, Values.of(Map.of(name, bad)), Way.SHEET))
        .contains(name + " " + code);
  }

  @Test
  void decimalsKeepTheirDigits() {
    RecordType house = CATALOGUE.type("house");
    assertThat(found(house, Values.of(Map.of("floor_area", new BigDecimal("1.234"))), Way.SHEET))
        .contains("floor_area number-too-large");
    assertThat(
            found(house, Values.of(Map.of("floor_area", new BigDecimal("99999999.99"))), Way.SHEET))
        .doesNotContain("floor_area number-too-large");
  }

  @Test
  void aNumberIsJudgedByTheTypeOfItsDocument() {
    Values passport = Values.of(Map.of("doc_type", "414", "id_number", "E12345678"));
    assertThat(found(FLOATING, passport, Way.SHEET)).containsExactly("name required");
    RecordType house = CATALOGUE.type("house");
    Values owner = Values.of(Map.of("owner_doc_type", "414", "owner_doc_number", "E12345678"));
    assertThat(found(house, owner, Way.SHEET)).containsExactly("address required");
    Values citizen = Values.of(Map.of("owner_doc_type", "111", "owner_doc_number", "E12345678"));
    assertThat(found(house, citizen, Way.SHEET)).contains("owner_doc_number id-length");
  }

  @Test
  void theNumberFillsBirthSexAndNativePlace() {
    Values completed =
        COMPUTATION.complete(FLOATING, Values.of(Map.of("id_number", "11010519491231002X")), TODAY);
    assertThat(completed.date("birth_date")).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(completed.text("sex")).isEqualTo("2");
    assertThat(completed.text("native_place")).isEqualTo("110105");
    assertThat(completed.text("population_type")).isEqualTo("20");
  }

  @Test
  void whatIsTypedIsNeverOverwritten() {
    Values typed =
        Values.of(
            Map.of(
                "id_number", "11010519491231002X",
                "birth_date", LocalDate.of(1949, 12, 30),
                "native_place", "340000"));
    Values completed = COMPUTATION.complete(FLOATING, typed, TODAY);
    assertThat(completed.date("birth_date")).isEqualTo(LocalDate.of(1949, 12, 30));
    assertThat(completed.text("native_place")).isEqualTo("340000");
    assertThat(found(FLOATING, completed.with("doc_type", "111"), Way.SHEET))
        .contains("birth_date birth-as-in-number");
  }

  @Test
  void anUnsoundNumberOrAnotherDocumentFillsNothing() {
    Values damaged = Values.of(Map.of("id_number", "110105194912310021"));
    assertThat(COMPUTATION.complete(FLOATING, damaged, TODAY).get("birth_date")).isNull();
    Values passport = Values.of(Map.of("doc_type", "414", "id_number", "11010519491231002X"));
    assertThat(COMPUTATION.complete(FLOATING, passport, TODAY).get("sex")).isNull();
  }

  @Test
  void aHeadOfHouseholdIsTheirOwnHead() {
    Values values =
        Values.of(
            Map.of("name", "高堽涵", "id_number", "11010519491231002X", "relation_to_head", "02"));
    Values completed = COMPUTATION.complete(REGISTERED, values, TODAY);
    assertThat(completed.text("head_name")).isEqualTo("高堽涵");
    assertThat(completed.text("head_id_number")).isEqualTo("11010519491231002X");
    Values wife = COMPUTATION.complete(REGISTERED, values.with("relation_to_head", "12"), TODAY);
    assertThat(wife.get("head_name")).isNull();
  }

  @Test
  void computedFieldsAreComputed() {
    Values values = Values.of(Map.of("member_count", 5L, "at_home", 3L, "away", 99L));
    assertThat(COMPUTATION.complete(CATALOGUE.type("household"), values, TODAY).integer("away"))
        .isEqualTo(2L);
    Values unknown = Values.of(Map.of("member_count", 5L));
    assertThat(COMPUTATION.complete(CATALOGUE.type("household"), unknown, TODAY).get("away"))
        .isNull();
  }

  @Test
  void onlyWhatCertainlyDoesNotApplyIsEmptied() {
    Values values = Values.of(Map.of("household_consistent", "01", "away_reason", "01"));
    assertThat(COMPUTATION.complete(REGISTERED, values, TODAY).get("away_reason")).isNull();
    Values doubtful = Values.of(Map.of("away_reason", "01"));
    assertThat(COMPUTATION.complete(REGISTERED, doubtful, TODAY).get("away_reason"))
        .isEqualTo("01");
  }

  @Test
  void aNewFormBeginsWithItsInitialValuesAndARowWithoutTheMoment() {
    LocalDateTime now = LocalDateTime.of(2026, 10, 31, 8, 20, 30);
    Values form = COMPUTATION.initial(CATALOGUE.type("event"), now, Way.FORM);
    assertThat(form.dateTime("happen_time")).isEqualTo(LocalDateTime.of(2026, 10, 31, 8, 20));
    assertThat(form.text("level")).isEqualTo("04");
    assertThat(form.yesNo("is_group")).isFalse();
    Values row = COMPUTATION.initial(CATALOGUE.type("event"), now, Way.SHEET);
    assertThat(row.get("happen_time")).isNull();
    assertThat(row.text("level")).isEqualTo("04");
    assertThat(COMPUTATION.initial(FLOATING, now, Way.FORM).date("register_date"))
        .isEqualTo(LocalDate.of(2026, 10, 31));
  }
}
