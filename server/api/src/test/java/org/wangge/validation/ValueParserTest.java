package org.wangge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;

class ValueParserTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  private static Parsed parse(String type, String name, String typed) {
    Field field = CATALOGUE.type(type).field(name).orElseThrow();
    CodeList codes = field.codes().isEmpty() ? null : CATALOGUE.codeList(field.codes());
    return ValueParser.parse(field, codes, typed);
  }

  private static String fault(String type, String name, String typed) {
    Parsed parsed = parse(type, name, typed);
    assertThat(parsed.value()).isNull();
    Finding finding = parsed.finding().orElseThrow();
    assertThat(finding.field()).isEqualTo(name);
    assertThat(finding.wording()).doesNotContain("finding.").doesNotContain("—");
    return finding.code();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1962-05-24",
        "1962.5.24",
        "1962/5/24",
        "19620524",
        "1962年5月24日",
        "1962年05月24",
        "１９６２－０５－２４",
        " 1962-5-24 ",
        "1962-05-24 00:00:00",
        "1962-05-24T00:00",
        "1962 年 5 月 24 日",
      })
  void datesInTheUsualNotations(String typed) {
    assertThat(parse("person", "birth_date", typed).value()).isEqualTo(LocalDate.of(1962, 5, 24));
  }

  @ParameterizedTest
  @CsvSource({
    "1990-02-30,date-impossible",
    "1990-13-01,date-impossible",
    "19900230,date-impossible",
    "0090-01-01,date-impossible",
    "1990年5月,date-incomplete",
    "1990.5,date-incomplete",
    "199005,date-incomplete",
    "1990,date-incomplete",
    "90-5-1,date-short-year",
    "5/1/1990,date-short-year",
    "前年,date-format",
    "18575,date-format",
  })
  void otherDatesAreRefusedByReason(String typed, String code) {
    assertThat(fault("person", "birth_date", typed)).isEqualTo(code);
  }

  @Test
  void aDateMayHaveNoEnd() {
    assertThat(parse("floating_person", "expected_leave", "长期").value())
        .isEqualTo(LocalDate.of(9999, 12, 31));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31 08:20,2026-10-31T08:20:00",
    "2026-10-31T08:20:05,2026-10-31T08:20:05",
    "2026/10/31 8:20,2026-10-31T08:20:00",
    "2026年10月31日8时20分,2026-10-31T08:20:00",
    "2026年10月31日 下午3点,2026-10-31T15:00:00",
    "20261031082005,2026-10-31T08:20:05",
    "202610310820,2026-10-31T08:20:00",
    "2026-10-31,2026-10-31T00:00:00",
    "2026.10.31 23:59:59.5,2026-10-31T23:59:59",
  })
  void momentsInTheUsualNotations(String typed, LocalDateTime moment) {
    assertThat(parse("event", "happen_time", typed).value()).isEqualTo(moment);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-31 25:00,time-impossible",
    "2026-02-30 08:00,date-impossible",
    "昨天晚上,datetime-format",
    "2026-10-318:20,datetime-format",
  })
  void otherMomentsAreRefusedByReason(String typed, String code) {
    assertThat(fault("event", "happen_time", typed)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "sex, 男,1",
    "sex,女性,2",
    "sex,1,1",
    "nation,汉,01",
    "nation,汉族,01",
    "nation,1,01",
    "education,本科,20",
    "education,大学本科,20",
    "education,初中毕业,71",
    "education,文盲,90",
    "political,党员,01",
    "political,中共党员,01",
    "political,群众,13",
    "doc_type,身份证,111",
    "health,残疾,60",
  })
  void codesByCodeLabelAndSynonym(String name, String typed, String code) {
    assertThat(parse("person", name, typed).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"妻,12", "妻子,12", "配偶,10", "夫,11", "长女,32", "母亲,52", "户主,02", "2,02"})
  void relationsAsHouseholdBooksWriteThem(String typed, String code) {
    assertThat(parse("registered_resident", "relation_to_head", typed).value()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "矛盾纠纷,0100",
    "环境污染,0400",
    "民生服务,0500",
    "公共安全隐患,0200",
    "社会治安,0300",
    "群众诉求,0600",
    "消防隐患,0201",
  })
  void categoriesAsLedgersWriteThem(String typed, String code) {
    assertThat(parse("event", "category", typed).value()).isEqualTo(code);
  }

  @Test
  void anUnknownCodeIsNamed() {
    Parsed parsed = parse("person", "political", "很好");
    assertThat(parsed.finding().orElseThrow().wording()).isEqualTo("政治面貌没有“很好”这一项，请从列表里选。");
  }

  @Test
  void whatIsSensitiveIsNotRepeated() {
    Parsed parsed = parse("person", "health", "很好");
    assertThat(parsed.finding().orElseThrow().wording()).doesNotContain("很好");
    assertThat(parse("household", "annual_income", "八万").finding().orElseThrow().arguments())
        .doesNotContainValue("八万");
  }

  @Test
  void severalCodesInAnyNotation() {
    assertThat(parse("house", "hazard", "电线私拉, 无灭火器").value()).isEqualTo(List.of("02", "04"));
    assertThat(parse("house", "hazard", "04、02；02").value()).isEqualTo(List.of("02", "04"));
    assertThat(parse("house", "hazard", "无").value()).isEqualTo(List.of("00"));
    assertThat(fault("house", "hazard", "无灭火器,妖怪")).isEqualTo("code-unknown");
  }

  @ParameterizedTest
  @CsvSource({"是,true", "√,true", "1,true", "有,true", "y,true", "否,false", "×,false", "0,false"})
  void yesAndNo(String typed, boolean answer) {
    assertThat(parse("rental_house", "duty_letter", typed).value()).isEqualTo(answer);
  }

  @Test
  void neitherYesNorNo() {
    assertThat(fault("rental_house", "duty_letter", "大概")).isEqualTo("yes-no-unknown");
  }

  @ParameterizedTest
  @CsvSource({"248人,248", "'1,248',1248", "１２,12", "12.0,12", "-1,-1"})
  void integersWithTheirUnit(String typed, long number) {
    assertThat(parse("enterprise", "employee_count", typed).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"1234567,number-too-large", "12.5,integer-format", "许多,integer-format"})
  void otherIntegersAreRefused(String typed, String code) {
    assertThat(fault("enterprise", "employee_count", typed)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"85.5,85.50", "120㎡,120.00", "120平方米,120.00", "'1,200.555',1200.56", ".5,0.50"})
  void decimalsWithTheirUnit(String typed, BigDecimal number) {
    assertThat(parse("house", "floor_area", typed).value()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({"999999999,number-too-large", "1e3,decimal-format", "大,decimal-format"})
  void otherDecimalsAreRefused(String typed, String code) {
    assertThat(fault("house", "floor_area", typed)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "安徽省阜阳市,341200",
    "安徽阜阳,341200",
    "江西上饶,361100",
    "贵州毕节,520500",
    "河南省周口市,411600",
    "四川省达州市宣汉县,511722",
    "四川宣汉,511722",
    "浙江省慈溪市,330282",
    "慈溪,330282",
    "北京市朝阳区,110105",
    "安徽,340000",
    "330282,330282",
  })
  void placesByName(String typed, String code) {
    assertThat(parse("floating_person", "from_place", typed).value()).isEqualTo(code);
  }

  @Test
  void anUnknownOrDoubtfulPlaceIsRefused() {
    assertThat(fault("floating_person", "from_place", "外地")).isEqualTo("place-unknown");
    assertThat(fault("floating_person", "from_place", "朝阳区")).isEqualTo("place-unknown");
  }

  @Test
  void aPointIsLongitudeThenLatitude() {
    assertThat(parse("house", "position", "121.42，30.13").value()).isEqualTo("121.42,30.13");
    assertThat(parse("grid", "boundary", "121.4,30.1 121.5,30.1; 121.5,30.2").value())
        .isEqualTo("121.4,30.1 121.5,30.1 121.5,30.2");
    assertThat(fault("house", "position", "30.13,121.42")).isEqualTo("geo-format");
    assertThat(fault("house", "position", "村口")).isEqualTo("geo-format");
  }

  @Test
  void gridsAndReferences() {
    assertThat(parse("event", "grid", "330282104202001").value()).isEqualTo("330282104202001");
    assertThat(fault("event", "grid", "第5网格")).isEqualTo("grid-unknown");
    UUID id = UUID.randomUUID();
    assertThat(parse("person", "house", id.toString()).value()).isEqualTo(id);
    assertThat(fault("person", "house", "3组12号")).isEqualTo("reference-unknown");
  }

  @Test
  void textsAreTidiedButNotChanged() {
    assertThat(parse("person", "residence_address", " 五姓点村４组\u00a0５１号 ").value())
        .isEqualTo("五姓点村4组 51号");
    assertThat(parse("event", "brief", "第一行 \r\n　第二行\r\n\r\n").value()).isEqualTo("第一行\n　第二行");
    assertThat(parse("person", "occupation", "电工（高级）").value()).isEqualTo("电工（高级）");
  }

  @Test
  void textsKeepTheirLimits() {
    assertThat(parse("person", "occupation", "工".repeat(50)).understood()).isTrue();
    assertThat(fault("person", "occupation", "工".repeat(51))).isEqualTo("text-too-long");
    assertThat(fault("person", "occupation", "电\u0007工")).isEqualTo("text-control-characters");
    assertThat(fault("person", "id_number", "3.4E+17")).isEqualTo("id-damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "\u3000", "\u200b"})
  void nothingTypedIsEmpty(String typed) {
    assertThat(parse("person", "birth_date", typed)).isEqualTo(Parsed.EMPTY);
    assertThat(parse("person", "name", null)).isEqualTo(Parsed.EMPTY);
  }
}
