package org.wangge.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

class WireCodecTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();
  private static final WireCodec CODEC = new WireCodec(CATALOGUE);
  private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 10, 31, 12, 0);

  private static Object sample(Field field) {
    return switch (field.kind()) {
      case TEXT, PHOTO, FILE -> "掌起镇𠮷";
      case INTEGER -> 7L;
      case DECIMAL -> new BigDecimal("12.5").setScale(field.scale());
      case DATE -> LocalDate.of(2026, 10, 31);
      case DATETIME -> LocalDateTime.of(2026, 10, 31, 8, 20, 5);
      case CODE -> CATALOGUE.codeList(field.codes()).values().getFirst().code();
      case CODES ->
          List.of(
              CATALOGUE.codeList(field.codes()).values().get(0).code(),
              CATALOGUE.codeList(field.codes()).values().get(1).code());
      case YES_NO -> true;
      case ID_NUMBER -> "11010519491231002X";
      case CREDIT_CODE -> "91350100M000100Y43";
      case PHONE -> "0574-63744365";
      case REFERENCE -> ID;
      case GRID -> "330282104202001";
      case PLACE -> "330282";
      case GEO -> "121.4,30.1";
    };
  }

  private static Values full(RecordType type) {
    Map<String, Object> values = new LinkedHashMap<>();
    type.fields().forEach(field -> values.put(field.name(), sample(field)));
    return Values.of(values);
  }

  private static Record record(RecordType type, Values values, Set<String> masked) {
    return new Record(
        ID,
        type.key(),
        3,
        "330282104202",
        Status.ACTIVE,
        true,
        values,
        masked,
        "zhang",
        NOON,
        "li",
        NOON.plusMinutes(1));
  }

  @Test
  void recordsOfEveryTypeComeBackAsTheyWere() {
    for (RecordType type : CATALOGUE.types()) {
      Record sent = record(type, full(type), Set.of());
      assertThat(CODEC.read(CODEC.write(sent), Record.class)).isEqualTo(sent);
    }
  }

  @Test
  void aMaskedDateTravelsAsItsStars() {
    RecordType type = CATALOGUE.type("floating_person");
    Values values = Values.of(Map.of("birth_date", "***", "name", "王**"));
    Record sent = record(type, values, Set.of("birth_date", "name"));
    assertThat(CODEC.read(CODEC.write(sent), Record.class)).isEqualTo(sent);
  }

  @Test
  void theCatalogueComesBackComplete() {
    CatalogueDocument sent = CODEC.document(CATALOGUE);
    CatalogueDocument received =
        WireCodec.withoutRecords()
            .read(WireCodec.withoutRecords().write(sent), CatalogueDocument.class);
    assertThat(received.fingerprint()).isEqualTo(sent.fingerprint()).hasSize(64);
    assertThat(received.catalogue().modules()).isEqualTo(CATALOGUE.modules());
    assertThat(received.catalogue().types()).isEqualTo(CATALOGUE.types());
    assertThat(received.catalogue().codeLists()).isEqualTo(CATALOGUE.codeLists());
  }

  @Test
  void pagesListsAndProblemsComeBackAsTheyWere() {
    RecordType type = CATALOGUE.type("house");
    Page<Record> page =
        new Page<>(List.of(record(type, full(type), Set.of())), Optional.of("mark"));
    assertThat(CODEC.readPage(CODEC.write(page), Record.class)).isEqualTo(page);
    Page<Record> last = new Page<>(List.of(), Optional.empty());
    assertThat(CODEC.readPage(CODEC.write(last), Record.class)).isEqualTo(last);
    List<Area> areas = List.of(new Area("330282104", "掌起镇", "town", "330282"));
    assertThat(CODEC.readList(CODEC.write(areas), Area.class)).isEqualTo(areas);
    ProblemDocument problem =
        new ProblemDocument(
            "urn:wangge:problem:invalid-record",
            "invalid-record",
            422,
            "r-1",
            Map.of("count", 1),
            List.of(Finding.forbid("name", "required", Map.of("label", "姓名"))),
            null);
    assertThat(CODEC.read(CODEC.write(problem), ProblemDocument.class)).isEqualTo(problem);
  }

  @Test
  void aSessionComesBackAsItWas() {
    Session session =
        new Session(
            "t",
            "zhang",
            "张三",
            "village-operator",
            "村操作员",
            "330282104202",
            "五姓点村",
            Map.of("person", Set.of("read", "write")),
            Set.of("event"),
            Set.of(Sensitivity.OPEN, Sensitivity.PERSONAL),
            false,
            60,
            NOON);
    assertThat(CODEC.read(CODEC.write(session), Session.class)).isEqualTo(session);
    assertThat(new String(CODEC.write(session), StandardCharsets.UTF_8)).contains("\"personal\"");
  }

  @Test
  void filtersComeBackInTheTypesOfTheirFields() {
    RecordType type = CATALOGUE.type("event");
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("report_time", Filter.Operator.FROM, List.of(NOON)));
    filters.add(new Filter("category", Filter.Operator.IS, List.of("0101", "0102")));
    filters.add(new Filter("area", Filter.Operator.UNDER, List.of("330282104")));
    filters.add(new Filter("incomplete", Filter.Operator.IS, List.of(true)));
    Query query = Query.all().withText("王").withFilters(filters);
    assertThat(CODEC.typed(type, CODEC.read(CODEC.write(query), Query.class))).isEqualTo(query);
  }

  @Test
  void aFilterOfAnUnknownFieldIsRefused() {
    Query query =
        Query.all().withFilters(List.of(new Filter("nope", Filter.Operator.IS, List.of("1"))));
    assertMalformed(() -> CODEC.typed(CATALOGUE.type("event"), query), "nope");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"account\":\"a\",\"password\":\"p\",\"workstation\":\"w\",\"admin\":true}|admin",
        "{\"account\":1,\"password\":\"p\",\"workstation\":\"w\"}|account",
        "{\"account\":\"a\",\"password\":true,\"workstation\":\"w\"}|password",
        "{\"account\":\"a\",\"password\":\"p\"}|workstation",
        "{\"account\":\"a\\u0000b\",\"password\":\"p\",\"workstation\":\"w\"}|account",
        "{\"account\":\"a\\ud800\",\"password\":\"p\",\"workstation\":\"w\"}|account",
        "{\"account\":[\"a\"],\"password\":\"p\",\"workstation\":\"w\"}|account",
        "{\"account\":\"a\",|''",
        "''|''",
        "null|''",
        "[]|''",
      })
  void brokenJsonIsRefusedWithItsPlace(String json, String field) {
    assertMalformed(() -> CODEC.read(bytes(json), SignIn.class), field);
  }

  @Test
  void trailingTextAndDoublePropertiesAreRefused() {
    String good = "{\"account\":\"a\",\"password\":\"p\",\"workstation\":\"w\"}";
    assertThat(CODEC.read(bytes(good), SignIn.class)).isEqualTo(new SignIn("a", "p", "w"));
    assertMalformed(() -> CODEC.read(bytes(good + "{}"), SignIn.class), "");
    assertMalformed(
        () -> CODEC.read(bytes(good.replace("{", "{\"account\":\"b\",")), SignIn.class), null);
  }

  @Test
  void aSaveWithoutRequestIdIsRefused() {
    String json =
        "{\"requestId\":null,\"version\":0,\"area\":null,\"changes\":{},\"confirmed\":false}";
    assertMalformed(() -> CODEC.read(bytes(json), Save.class), "requestId");
  }

  @Test
  void deepNestingAndHugeNumbersAreRefused() {
    String deep = "[".repeat(100_000);
    assertMalformed(() -> CODEC.read(bytes("{\"changes\":{\"a\":" + deep), Save.class), null);
    String huge =
        "{\"requestId\":\""
            + ID
            + "\",\"version\":"
            + "9".repeat(1000)
            + ",\"area\":null,\"changes\":{},\"confirmed\":false}";
    assertMalformed(() -> CODEC.read(bytes(huge), Save.class), null);
  }

  @ParameterizedTest
  @CsvSource({
    "name,1",
    "name,true",
    "children_with,1.5",
    "children_with,'\"1\"'",
    "children_with,99999999999999999999",
    "birth_date,20260101",
    "birth_date,'\"2026-02-30\"'",
    "birth_date,'\"+999999999-01-01\"'",
    "has_house,'\"true\"'",
    "has_house,1",
    "house,'\"1\"'",
    "service_needs,'\"01\"'",
    "service_needs,'[1]'",
    "service_needs,'[null]'",
    "not_a_field,'\"x\"'",
    "id,'\"x\"'",
    "version,1",
  })
  void valuesOfTheWrongKindAreRefusedWithTheirField(String name, String json) {
    Save save =
        CODEC.read(
            bytes(
                "{\"requestId\":\""
                    + ID
                    + "\",\"version\":0,\"area\":null,\"changes\":{\""
                    + name
                    + "\":"
                    + json
                    + "},\"confirmed\":false}"),
            Save.class);
    assertMalformed(() -> CODEC.fromWire(CATALOGUE.type("floating_person"), save.changes()), name);
  }

  @ParameterizedTest
  @CsvSource({"'\"1e5\"'", "'\"1.234\"'", "1.5", "'\"99999999999999999999\"'", "'\"\"'"})
  void decimalsAreTextsWithinTheirScale(String json) {
    Object value = CODEC.read(bytes("{\"v\":" + json + "}"), Map.class).get("v");
    assertMalformed(
        () -> CODEC.fromWire(CATALOGUE.type("house"), Map.of("floor_area", value)), "floor_area");
  }

  @Test
  void emptyTextsBecomeEmptyValues() {
    Values values = CODEC.fromWire(CATALOGUE.type("house"), Map.of("address", "  "));
    assertThat(values.mentions("address")).isTrue();
    assertThat(values.get("address")).isNull();
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertMalformed(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String field) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.MALFORMED);
              if (field != null) {
                assertThat(problem.arguments()).containsEntry("field", field);
              }
            });
  }
}
