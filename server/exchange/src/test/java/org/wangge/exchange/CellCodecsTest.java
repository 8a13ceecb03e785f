package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.exchange.sheet.Cell;
import org.wangge.validation.Finding;

class CellCodecsTest {
  private static final String VILLAGE = "330282104202";
  private static final UUID HOUSE = UUID.fromString("01890000-0000-7000-8000-000000000001");
  private final CellContext context =
      new CellContext(
          Samples.catalogue(),
          Samples.places(),
          (field, village, text) -> text.equals("3组12号") ? Optional.of(HOUSE) : Optional.empty(),
          Samples.DAY);

  private static Field field(String type, String name) {
    return Samples.catalogue().type(type).byName().get(name);
  }

  private static Cell text(String text) {
    return Cell.text(1, 1, text);
  }

  private static Cell number(double value, String shown) {
    return new Cell(1, 1, Cell.Kind.NUMBER, shown, value, false);
  }

  private static Cell date(double serial) {
    return new Cell(1, 1, Cell.Kind.DATE, "", serial, false);
  }

  private Reading read(Field field, Cell cell) {
    return CellCodecs.of(field.kind()).read(cell, field, VILLAGE, context);
  }

  private Object value(Field field, String text) {
    return read(field, text(text)).value();
  }

  private String refusal(Field field, Cell cell) {
    return read(field, cell).findings().stream()
        .filter(Finding::forbids)
        .map(Finding::code)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKindHasACodec(Kind kind) {
    assertThat(CellCodecs.of(kind)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-10-31",
        "2026/10/31",
        "2026.10.31",
        "20261031",
        "2026年10月31日",
        "2026-10-31 00:00:00",
        "２０２６－１０－３１",
        " 2026 年 10 月 31 日 ",
        "2026/10/31 8:30",
        "2026年10月31号",
        "'2026-10-31",
        "二〇二六年十月三十一日",
        "2026.10.31."
      })
  void aDateIsUnderstoodInEveryNotation(String text) {
    assertThat(value(field("person", "birth_date"), text)).isEqualTo(LocalDate.of(2026, 10, 31));
  }

  @Test
  void aDateIsUnderstoodAsSerialDayAndAsNumberOfEightDigits() {
    Field birth = field("person", "birth_date");
    assertThat(read(birth, date(46326)).value()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(read(birth, number(46326, "46326")).value()).isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(read(birth, number(20261031, "20261031")).value())
        .isEqualTo(LocalDate.of(2026, 10, 31));
    assertThat(read(birth, date(1)).value()).isEqualTo(LocalDate.of(1900, 1, 1));
    assertThat(read(birth, date(61)).value()).isEqualTo(LocalDate.of(1900, 3, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1986.9", "1986-09", "1986年9月", "198609", "1986/9"})
  void aMonthAloneMeansItsFirstDayAndIsPointedOut(String text) {
    Reading reading = read(field("person", "birth_date"), text(text));
    assertThat(reading.value()).isEqualTo(LocalDate.of(1986, 9, 1));
    assertThat(reading.findings()).extracting(Finding::code).containsExactly("date-without-day");
    assertThat(reading.isRefused()).isFalse();
  }

  @Test
  void aDateThatIsNotCertainIsRefusedNeverGuessed() {
    Field birth = field("person", "birth_date");
    assertThat(refusal(birth, text("2026-02-30"))).isEqualTo("date-impossible");
    assertThat(refusal(birth, text("86.9.6"))).isEqualTo("date-short-year");
    assertThat(refusal(birth, text("1986"))).isEqualTo("date-incomplete");
    assertThat(refusal(birth, number(1986, "1986"))).isEqualTo("date-incomplete");
    assertThat(refusal(birth, number(1986.1, "1986.1")))
        .as("January, or October whose zero the program dropped")
        .isEqualTo("date-ambiguous");
    assertThat(read(birth, number(1986.11, "1986.11")).value())
        .isEqualTo(LocalDate.of(1986, 11, 1));
    assertThat(refusal(birth, text("去年春节"))).isEqualTo("date-format");
  }

  @Test
  void wordsForNoEndAndForNothingAreUnderstood() {
    Field leave = field("floating_person", "expected_leave");
    assertThat(value(leave, "长期")).isEqualTo(LocalDate.of(9999, 12, 31));
    for (String nothing : List.of("/", "-", "—", "无", "暂无")) {
      Reading reading = read(leave, text(nothing));
      assertThat(reading.value()).isNull();
      assertThat(reading.findings()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-22 04:55,2026-10-22T04:55",
    "2026/10/22 4:55:07,2026-10-22T04:55:07",
    "2026年10月22日 下午4时55分,2026-10-22T16:55",
    "2026年10月22日16:55,2026-10-22T16:55",
    "20261022165507,2026-10-22T16:55:07",
    "2026-10-22T16:55:07,2026-10-22T16:55:07",
    "2026-10-22,2026-10-22T00:00",
  })
  void aMomentIsUnderstoodInEveryNotation(String text, LocalDateTime moment) {
    assertThat(value(field("event", "report_time"), text)).isEqualTo(moment);
  }

  @Test
  void aDeadlineWithoutATimeEndsWithItsDay() {
    assertThat(value(field("event", "limit_time"), "2026-10-29"))
        .isEqualTo(LocalDateTime.of(2026, 10, 29, 23, 59, 59));
    assertThat(read(field("event", "limit_time"), date(46324.99930555555)).value())
        .isEqualTo(LocalDateTime.of(2026, 10, 29, 23, 59));
  }

  @ParameterizedTest
  @CsvSource({
    "248人,248",
    "'1,024',1024",
    " 3 间 ,3",
    "０１２,12",
    "12.0,12",
  })
  void aCountIsUnderstoodWithItsUnit(String text, long count) {
    assertThat(value(field("enterprise", "employee_count"), text)).isEqualTo(count);
  }

  @Test
  void aCountThatIsNoneIsRefused() {
    Field count = field("enterprise", "employee_count");
    assertThat(read(count, number(370, "370")).value()).isEqualTo(370L);
    assertThat(refusal(count, number(3.5, "3.5"))).isEqualTo("integer-format");
    assertThat(refusal(count, text("二十多"))).isEqualTo("integer-format");
    assertThat(value(count, "/")).isNull();
  }

  @Test
  void anAreaKeepsItsDecimalPlaces() {
    Field area = field("house", "floor_area");
    assertThat(value(area, "120.5㎡")).isEqualTo(new BigDecimal("120.50"));
    assertThat(read(area, number(98.30000000000001, "98.3")).value())
        .isEqualTo(new BigDecimal("98.30"));
    assertThat(read(area, number(98.756, "98.756")).findings())
        .extracting(Finding::code)
        .containsExactly("number-rounded");
  }

  @ParameterizedTest
  @CsvSource({
    "男,1", "男性,1", " 男,1", "1,1", "女,2", "2,2", "nan,1", "NV,2", "1男,1", "男(1),1",
  })
  void aCodeIsUnderstoodByCodeLabelSynonymAndPinyin(String text, String code) {
    assertThat(value(field("person", "sex"), text)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"汉,01", "汉族,01", "01,01", "1,01", "hanzu,01"})
  void aCodeWhoseZeroOrEndingIsMissingIsUnderstood(String text, String code) {
    assertThat(value(field("person", "nation"), text)).isEqualTo(code);
  }

  @Test
  void aWordOutsideTheListIsRefused() {
    assertThat(refusal(field("person", "sex"), text("未详细"))).isEqualTo("code-unknown");
    assertThat(read(field("person", "nation"), number(1, "1")).value()).isEqualTo("01");
  }

  @Test
  void severalCodesStandInOneCellInAnyOrder() {
    Field hazard = field("house", "hazard");
    assertThat(value(hazard, "消防、治安")).isEqualTo(value(hazard, "治安隐患,消防隐患"));
    assertThat(value(hazard, "无")).isEqualTo(List.of("00"));
    assertThat(refusal(hazard, text("消防、闹鬼"))).isEqualTo("code-unknown");
  }

  @ParameterizedTest
  @CsvSource({"是,true", "√,true", "有,true", "1,true", "否,false", "×,false", "无,false", "0,false"})
  void yesAndNoAreUnderstoodAsWordsAndTicks(String text, boolean value) {
    assertThat(value(field("rental_house", "duty_letter"), text)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "33999919600129274X",
        "33999919600129274x",
        "３３９９９９１９６００１２９２７４Ｘ",
        " 339999 19600129 274x ",
        "'33999919600129274X",
        "339999\u200b19600129274X",
        "339999-19600129-274X",
        "33999919600129274×",
        "\u202a33999919600129274X\u202c",
        "339999\u00a019600129\u3000274X"
      })
  void anIdNumberIsUnderstoodThroughEverythingPeopleAddToIt(String text) {
    assertThat(value(field("person", "id_number"), text)).isEqualTo("33999919600129274X");
  }

  @Test
  void aNumberTheProgramDamagedIsRefusedForThatReason() {
    Field id = field("person", "id_number");
    assertThat(refusal(id, number(3.39999199403105e17, "339999199403105000")))
        .isEqualTo("id-damaged");
    assertThat(refusal(id, text("3.39999E+17"))).isEqualTo("id-damaged");
    assertThat(refusal(id, text("339999199403105000"))).isEqualTo("id-damaged");
    assertThat(refusal(field("enterprise", "uscc"), number(9.13399994993e17, "913399994993000000")))
        .isEqualTo("credit-damaged");
    assertThat(refusal(field("person", "phone"), number(1.39e16, "13900000000000000")))
        .isEqualTo("number-damaged");
    assertThat(refusal(field("household", "household_no"), number(3.3e15, "3300000000000000")))
        .isEqualTo("number-damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "136-0000-8296,13600008296",
    "131 0000 7484,13100007484",
    "１３４００００５０３３,13400005033",
    "+8613900005062,13900005062",
    "0574-63744365,0574-63744365",
    "057463744365,0574-63744365",
    "（0574）63744365,0574-63744365",
    "0574－63744365转12,0574-63744365-12",
  })
  void aPhoneNumberHasOneForm(String text, String number) {
    assertThat(value(field("person", "phone"), text)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13900005062/0574-63744365",
        "13900005062、0574-63744365",
        "139 0000 5062; 057463744365",
        "13900005062 0574-63744365",
        "13900005062\n0574-63744365"
      })
  void severalPhoneNumbersAreToldApart(String text) {
    Reading reading = read(field("person", "phone"), text(text));
    assertThat(reading.value()).isEqualTo("13900005062");
    assertThat(reading.more()).containsExactly("0574-63744365");
  }

  @Test
  void aPhoneNumberInANumberCellIsUnderstood() {
    assertThat(read(field("person", "phone"), number(13700009513d, "13700009513")).value())
        .isEqualTo("13700009513");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "第一网格",
        "第1网格",
        "1网格",
        "01网格",
        "一网格",
        "第 1 网格",
        "第壹网格",
        "五姓点村第一网格",
        "1",
        "330282104202001"
      })
  void aGridHasOneCodeHoweverItIsWritten(String text) {
    assertThat(value(field("person", "grid"), text)).isEqualTo("330282104202001");
  }

  @Test
  void aGridNobodyKnowsIsRefused() {
    assertThat(value(field("person", "grid"), "第十二网格")).isEqualTo("330282104202012");
    assertThat(refusal(field("person", "grid"), text("东片网格"))).isEqualTo("grid-unknown");
  }

  @Test
  void aPlaceIsUnderstoodByCodeAndName() {
    Field place = field("floating_person", "from_place");
    assertThat(value(place, "341200")).isEqualTo("341200");
    assertThat(value(place, "安徽省阜阳市")).isEqualTo("341200");
    assertThat(refusal(place, text("远方"))).isEqualTo("place-unknown");
  }

  @Test
  void aRecordIsFoundByWhatNamesIt() {
    Field house = field("person", "house");
    assertThat(value(house, "3组12号")).isEqualTo(HOUSE);
    assertThat(value(house, HOUSE.toString())).isEqualTo(HOUSE);
    assertThat(refusal(house, text("9组9号"))).isEqualTo("reference-unknown");
  }

  @Test
  void aPositionIsUnderstoodInBothOrders() {
    Field position = field("house", "position");
    assertThat(value(position, "121.4012,30.2013")).isEqualTo("121.4012,30.2013");
    assertThat(value(position, "30.2013， 121.4012")).isEqualTo("121.4012,30.2013");
    assertThat(refusal(position, text("村口"))).isEqualTo("geo-format");
  }

  @Test
  void namesAreCleanedOfSpacesAndHiddenCharacters() {
    Field name = field("person", "name");
    assertThat(value(name, "吴\u3000喆")).isEqualTo("吴喆");
    assertThat(value(name, " 郭秀霞\n")).isEqualTo("郭秀霞");
    assertThat(value(name, "曾\u200b宁 艳")).isEqualTo("曾宁艳");
    assertThat(value(name, "买买提•阿不都")).isEqualTo("买买提·阿不都");
    assertThat(value(field("household", "household_no"), "３３９９４１１８７")).isEqualTo("339941187");
    assertThat(read(field("household", "household_no"), number(339941187, "339941187")).value())
        .isEqualTo("339941187");
  }

  @Test
  void whatStandsInAListReadsBackAsTheSameValue() {
    record Case(Field field, Object value) {}
    List<Case> cases =
        List.of(
            new Case(field("person", "name"), "尉迟垟"),
            new Case(field("person", "id_number"), "33999919600129274X"),
            new Case(field("person", "birth_date"), LocalDate.of(1960, 1, 29)),
            new Case(field("person", "doc_expiry"), LocalDate.of(9999, 12, 31)),
            new Case(field("person", "sex"), "2"),
            new Case(field("person", "phone"), "0574-63744365-12"),
            new Case(field("person", "grid"), "330282104202012"),
            new Case(field("person", "native_place"), "341200"),
            new Case(field("person", "native_place"), "339999"),
            new Case(field("person", "domicile_place"), "330282104202"),
            new Case(field("house", "hazard"), List.of("02", "04")),
            new Case(field("house", "floor_area"), new BigDecimal("120.50")),
            new Case(field("house", "floor_no"), -1L),
            new Case(field("house", "self_built"), true),
            new Case(field("house", "position"), "121.4012,30.2013"),
            new Case(field("event", "report_time"), LocalDateTime.of(2026, 10, 22, 4, 55, 7)),
            new Case(field("enterprise", "uscc"), "91350100M000100Y43"),
            new Case(field("person", "house"), HOUSE));
    for (Case one : cases) {
      String shown = CellCodecs.write(one.value(), one.field(), context);
      assertThat(value(one.field(), shown)).as(one.field().name()).isEqualTo(one.value());
    }
  }
}
