package org.wangge.client.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.client.testing.Town;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

class FormModelTest {
  private final FormModel form = new FormModel(Town.type("floating_person"), Town.context());

  @BeforeEach
  void startNew() {
    form.startNew(Town.VILLAGE, Values.none());
  }

  private FieldModel field(String name) {
    return form.field(name).orElseThrow();
  }

  private Object value(String name) {
    return field(name).value().get();
  }

  private void type(String name, String text) {
    field(name).typed().set(text);
  }

  private String sentence(String name) {
    Finding finding = field(name).finding().get();
    return finding == null ? "" : finding.wording();
  }

  private static Record record(Values values, Set<String> masked) {
    LocalDateTime at = LocalDateTime.of(2026, 10, 1, 8, 0);
    return new Record(
        UUID.fromString("0199a000-0000-7000-8000-000000000001"),
        "floating_person",
        3,
        Town.VILLAGE,
        Status.ACTIVE,
        false,
        values,
        masked,
        "李桂芳",
        at,
        "李桂芳",
        at);
  }

  @Test
  void aNumberFillsBirthSexAndOriginWhileItIsTyped() {
    type("id_number", Town.STANDARD_EXAMPLE);

    assertThat(value("birth_date")).isEqualTo(LocalDate.of(1949, 12, 31));
    assertThat(value("sex")).isEqualTo("2");
    assertThat(value("native_place")).isEqualTo("110105");
    assertThat(field("birth_date").typed().get()).isEqualTo("1949-12-31");
    // 31 December 1949 to 20 October 2026: 76 full years.
    assertThat(field("birth_date").note().get()).isEqualTo("76 岁");
    assertThat(field("native_place").note().get()).isEqualTo("由证件号码");
  }

  @Test
  void aCorrectedNumberCorrectsWhatItFilled() {
    type("id_number", Town.STANDARD_EXAMPLE);
    type("id_number", Town.WOMAN);

    assertThat(value("birth_date")).isEqualTo(LocalDate.of(1990, 1, 2));
  }

  @Test
  void whatAHandTypedIsNotOverwrittenByTheNumber() {
    type("birth_date", "1950-01-01");
    type("id_number", Town.STANDARD_EXAMPLE);

    assertThat(value("birth_date")).isEqualTo(LocalDate.of(1950, 1, 1));
  }

  @Test
  void aFieldKeepsQuietUntilItIsLeft() {
    type("phone", "12345");
    assertThat(sentence("phone")).isEmpty();

    field("phone").leave();
    assertThat(sentence("phone")).isNotEmpty();

    type("phone", "13857430001");
    assertThat(sentence("phone")).isEmpty();
  }

  @Test
  void aWrongLastDigitOfTheNumberIsToldInWords() {
    type("id_number", "110105194912310021");
    field("id_number").leave();

    assertThat(sentence("id_number")).contains("最后一位").contains("核对");
  }

  @Test
  void aLeftDateStandsInItsPlainForm() {
    type("inflow_date", "20261003");
    field("inflow_date").leave();

    assertThat(field("inflow_date").typed().get()).isEqualTo("2026-10-03");
  }

  @Test
  void anUnreadableDateStaysAsTypedAndIsTold() {
    type("inflow_date", "2026-13-1");
    field("inflow_date").leave();

    assertThat(field("inflow_date").typed().get()).isEqualTo("2026-13-1");
    assertThat(value("inflow_date")).isNull();
    assertThat(sentence("inflow_date")).isNotEmpty();
  }

  @Test
  void plusAndMinusMoveADateByDays() {
    field("inflow_date").moveDate(1);
    assertThat(value("inflow_date")).isEqualTo(LocalDate.of(2026, 10, 20));
    field("inflow_date").moveDate(-1);
    assertThat(value("inflow_date")).isEqualTo(LocalDate.of(2026, 10, 19));
  }

  @Test
  void aRuleOverTwoFieldsIsToldUnderItsField() {
    type("inflow_date", "2026-10-15");
    field("inflow_date").leave();
    type("register_date", "2026-10-01");
    field("register_date").leave();

    assertThat(sentence("register_date")).isEqualTo("登记日期早于流入时间，请核对这两个日期。");
  }

  @Test
  void fieldsComeAndGoWithWhatTheyDependOn() {
    assertThat(field("landlord").relevant().get()).isFalse();
    field("residence_type").choose("02");
    assertThat(field("landlord").relevant().get()).isTrue();

    assertThat(field("employer").required().get()).isFalse();
    field("inflow_reason").choose("01");
    assertThat(field("employer").required().get()).isTrue();
  }

  @Test
  void judgingOpensTheSectionsThatHoldFaults() {
    FormModel house = new FormModel(Town.type("house"), Town.context());
    house.startNew(Town.VILLAGE, Values.none());
    house.sections().forEach(section -> section.folded().set(true));

    List<Finding> findings = house.judge();

    assertThat(findings).extracting(Finding::field).contains("address", "owner_name", "hazard");
    assertThat(house.sections().getFirst().folded().get()).isFalse();
    assertThat(house.firstFault().orElseThrow().field().name()).isEqualTo("address");
  }

  @Test
  void theFormKnowsWhetherAnythingWasTyped() {
    assertThat(form.changed().get()).isFalse();
    type("name", "王建国");
    assertThat(form.changed().get()).isTrue();
    type("name", "");
    assertThat(form.changed().get()).isFalse();
  }

  @Test
  void aTextThatIsNotUnderstoodCountsAsTyped() {
    type("inflow_date", "2026-13");

    assertThat(form.changed().get()).isTrue();
    assertThat(form.unreadTexts()).containsEntry("inflow_date", "2026-13");
  }

  @Test
  void onlyWhatDiffersFromTheRecordIsSent() {
    form.show(
        record(
            Values.of(Map.of("name", "王建国", "phone", "13857430001", "inflow_reason", "01")),
            Set.of()));
    type("phone", "13857430002");

    assertThat(form.changes().asMap()).isEqualTo(Map.of("phone", "13857430002"));
  }

  @Test
  void anEmptiedFieldIsSentAsEmptied() {
    form.show(record(Values.of(Map.of("name", "王建国", "employer", "五金厂")), Set.of()));
    type("employer", "");

    assertThat(form.changes().mentions("employer")).isTrue();
    assertThat(form.changes().get("employer")).isNull();
  }

  @Test
  void aMaskedValueIsNeitherJudgedNorSent() {
    form.show(
        record(
            Values.of(
                Map.of(
                    "name", "王建国",
                    "doc_type", "111",
                    "id_number", "339999********0027",
                    "sex", "1")),
            Set.of("id_number")));
    form.judge();

    assertThat(field("id_number").masked().get()).isTrue();
    assertThat(sentence("id_number")).isEmpty();
    assertThat(sentence("sex")).isEmpty();
    assertThat(form.changes().mentions("id_number")).isFalse();
    assertThat(form.changed().get()).isFalse();
  }

  @Test
  void aRevealedValueDoesNotCountAsChanged() {
    form.show(
        record(
            Values.of(Map.of("name", "王建国", "id_number", "339999********0027")),
            Set.of("id_number")));
    form.reveal(Values.of(Map.of("id_number", Town.WOMAN)));

    assertThat(field("id_number").masked().get()).isFalse();
    assertThat(field("id_number").typed().get()).isEqualTo(Town.WOMAN);
    assertThat(form.changes().mentions("id_number")).isFalse();
    assertThat(form.changed().get()).isFalse();
  }

  @Test
  void aMaskedValueCanBeTypedAnew() {
    form.show(
        record(
            Values.of(Map.of("name", "王建国", "id_number", "339999********0027")),
            Set.of("id_number")));
    field("id_number").typeAnew();
    type("id_number", Town.STANDARD_EXAMPLE);

    assertThat(form.changes().get("id_number")).isEqualTo(Town.STANDARD_EXAMPLE);
  }

  @Test
  void pinnedValuesAreKeptForTheNextRecord() {
    field("inflow_reason").choose("01");
    field("inflow_reason").pinned().set(true);
    field("grid").choose(Town.SECOND_GRID);
    type("name", "王建国");

    assertThat(form.pinned().asMap()).isEqualTo(Map.of("inflow_reason", "01"));
  }

  @Test
  void aNewRecordStartsWithWhatTheCatalogueSays() {
    assertThat(value("doc_type")).isEqualTo("111");
    assertThat(value("register_date")).isEqualTo(LocalDate.of(2026, 10, 20));
    assertThat(value("has_house")).isEqualTo(true);
  }

  @Test
  void gridsAreThoseOfTheVillage() {
    field("grid")
        .choices()
        .find("2", found -> assertThat(found.getFirst().label()).isEqualTo("第二网格"));
    field("grid").choose(Town.FIRST_GRID);
    form.area().set("330282104999");

    assertThat(value("grid")).isNull();
  }

  @Test
  void computedValuesFollowTheirParts() {
    FormModel household = new FormModel(Town.type("household"), Town.context());
    household.startNew(Town.VILLAGE, Values.none());
    household.field("member_count").orElseThrow().typed().set("5");
    household.field("at_home").orElseThrow().typed().set("3");

    assertThat(household.field("away").orElseThrow().value().get()).isEqualTo(2L);
    assertThat(household.field("away").orElseThrow().isEditable()).isFalse();
  }

  @Test
  void aReadOnlyFormLetsNothingBeTyped() {
    form.readOnly().set(true);

    assertThat(form.fields()).noneMatch(FieldModel::isEditable);
  }
}
