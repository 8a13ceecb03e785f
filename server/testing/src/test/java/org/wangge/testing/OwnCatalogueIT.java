package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Module;
import org.wangge.record.RecordId;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.CatalogueDocument;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;
import org.wangge.wire.OwnField;
import org.wangge.wire.OwnFieldDraft;
import org.wangge.wire.OwnFieldSave;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;
import org.wangge.wire.Paths;

/** A town's own record types, fields and code values, from the day it adds them. */
class OwnCatalogueIT {
  private static TestServer server;
  private static TestClient town;
  private static TestClient village;

  @BeforeAll
  static void prepare() {
    server = TestServer.start();
    town = server.client(TestAccount.TOWN_OPERATOR);
    village = server.client(TestAccount.OPERATOR_A);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static OwnFieldDraft field(String name, String label, String kind, int length) {
    return new OwnFieldDraft(
        name, label, "", kind, length, 0, false, "", true, false, false, "", "", false);
  }

  private static OwnTypeSave type(String label, OwnFieldDraft... fields) {
    String module =
        catalogue().catalogue().modules().stream()
            .filter(known -> known.label().equals("特色治理"))
            .map(Module::key)
            .findFirst()
            .orElse("");
    return new OwnTypeSave(
        UUID.randomUUID(), "特色治理", new OwnTypeDraft("", 0, module, label, List.of(fields), true));
  }

  private static OwnTypeSave change(OwnTypeDraft type, String label, OwnFieldDraft... fields) {
    return new OwnTypeSave(
        UUID.randomUUID(),
        "",
        new OwnTypeDraft(type.key(), type.version(), type.module(), label, List.of(fields), true));
  }

  private static OwnTypeDraft made(OwnTypeSave wish) {
    Reply reply = town.post(Paths.OWN_TYPES, wish);
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    return reply.as(OwnTypeDraft.class);
  }

  private static CatalogueDocument catalogue() {
    return village.get(Paths.CATALOGUE).as(CatalogueDocument.class);
  }

  @Test
  void aTownsOwnTypeIsRegisteredFoundChangedAndRemembered() {
    OwnTypeDraft type =
        made(
            type(
                "古树名木",
                field("", "树名", "text", 50),
                field("", "树龄", "integer", 4),
                field("", "挂牌日期", "date", 0)));
    assertThat(catalogue().catalogue().type(type.key()).label()).isEqualTo("古树名木");
    assertThat(catalogue().catalogue().modules().getLast().label()).isEqualTo("特色治理");

    UUID id = RecordId.next();
    List<String> names = type.fields().stream().map(OwnFieldDraft::name).toList();
    Reply saved =
        village.json(
            "PUT",
            record(type.key(), id),
            """
            {"requestId": "%s", "version": 0, "area": "%s", "confirmed": true,
             "changes": {"%s": "村口大樟树", "%s": 320, "%s": "2024-03-12", "grid": "%s"}}
            """
                .formatted(
                    UUID.randomUUID(),
                    TestServer.VILLAGE_A,
                    names.get(0),
                    names.get(1),
                    names.get(2),
                    TestServer.VILLAGE_A + "001"));
    assertThat(saved.isOk()).as(saved.text()).isTrue();
    Reply changed =
        village.json(
            "PUT",
            record(type.key(), id),
            """
            {"requestId": "%s", "version": 1, "area": null, "confirmed": true, "changes": {"%s": 321}}
            """
                .formatted(UUID.randomUUID(), names.get(1)));
    assertThat(changed.isOk()).as(changed.text()).isTrue();
    assertThat(village.get(record(type.key(), id)).text()).contains("村口大樟树").contains("321");
    assertThat(village.post(path(Paths.QUERY, type.key()), Sample.search("")).text())
        .contains("村口大樟树");
    assertThat(village.get(record(type.key(), id) + "/history").text())
        .contains("树龄")
        .contains("320")
        .contains("321");
    TestClient elsewhere = server.client(TestAccount.OPERATOR_B);
    assertThat(elsewhere.get(record(type.key(), id)).status()).isEqualTo(404);
  }

  @Test
  void aFieldAddedLaterStandsOnTheFormAndInTheTable() {
    OwnTypeDraft type = made(type("河长巡河点", field("", "河段", "text", 40)));
    OwnFieldDraft kept = type.fields().getFirst();
    OwnTypeDraft wider = made(change(type, "河长制巡河点", kept, field("", "河长姓名", "text", 30)));
    assertThat(wider.label()).isEqualTo("河长制巡河点");
    assertThat(wider.version()).isEqualTo(2);
    String added = wider.fields().get(1).name();
    UUID id = RecordId.next();
    Reply saved =
        village.json(
            "PUT",
            record(type.key(), id),
            """
            {"requestId": "%s", "version": 0, "area": "%s", "confirmed": true,
             "changes": {"%s": "洋浦闸", "%s": "陈河长", "grid": "%s"}}
            """
                .formatted(
                    UUID.randomUUID(),
                    TestServer.VILLAGE_A,
                    kept.name(),
                    added,
                    TestServer.VILLAGE_A + "001"));
    assertThat(saved.isOk()).as(saved.text()).isTrue();
    assertThat(saved.text()).contains("陈河长");
  }

  @Test
  void refusesWhatCannotStand() {
    Reply noText = town.post(Paths.OWN_TYPES, type("只有数", field("", "数", "integer", 3)));
    assertThat(noText.status()).isEqualTo(422);
    assertThat(noText.text()).contains("own-no-text");
    Reply refused = town.post(Paths.OWN_TYPES, type("活动点", field("", "宗教信仰", "text", 30)));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("own-refused");
    OwnTypeDraft type = made(type("公厕", field("", "位置", "text", 40)));
    Reply otherKind =
        town.post(
            Paths.OWN_TYPES,
            change(
                type,
                "公厕",
                field(type.fields().getFirst().name(), "位置", "integer", 9),
                field("", "名称", "text", 20)));
    assertThat(otherKind.status()).isEqualTo(422);
    assertThat(otherKind.text()).contains("own-kind-changed");
    Reply gone = town.post(Paths.OWN_TYPES, change(type, "公厕", field("", "名称", "text", 20)));
    assertThat(gone.text()).contains("own-field-gone");
  }

  @Test
  void onlyTheTownMayDoIt() {
    assertThat(village.get(Paths.OWN_TYPES).status()).isEqualTo(403);
    assertThat(village.post(Paths.OWN_TYPES, type("私设", field("", "名", "text", 9))).status())
        .isEqualTo(403);
    assertThat(village.get(Paths.CODE_LISTS).status()).isEqualTo(403);
  }

  @Test
  void aFieldOfTheTownsOwnStandsOnAShippedForm() {
    OwnFieldDraft wish = field("", "厂房类型", "text", 40);
    Reply reply =
        town.post(Paths.OWN_FIELDS, new OwnFieldSave(UUID.randomUUID(), "enterprise", wish));
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    String name = reply.as(OwnField.class).field().name();
    var type = catalogue().catalogue().type("enterprise");
    assertThat(type.sections().getLast().label()).isEqualTo("本镇补充");
    assertThat(type.field(name)).hasValueSatisfying(f -> assertThat(f.label()).isEqualTo("厂房类型"));

    Reply person =
        town.post(
            Paths.OWN_FIELDS,
            new OwnFieldSave(UUID.randomUUID(), "person", field("", "微信群名", "text", 40)));
    assertThat(person.isOk()).as(person.text()).isTrue();
    String core = person.as(OwnField.class).field().name();
    UUID id = RecordId.next();
    Map<String, Object> values = Sample.floating(TestServer.VILLAGE_A, "郗雨润", Sample.idNumber());
    Reply saved =
        village.put(record("floating_person", id), Sample.fresh(TestServer.VILLAGE_A, values));
    assertThat(saved.isOk()).as(saved.text()).isTrue();
    Reply changed =
        village.json(
            "PUT",
            record("floating_person", id),
            """
            {"requestId": "%s", "version": 1, "area": null, "confirmed": true, "changes": {"%s": "三组群"}}
            """
                .formatted(UUID.randomUUID(), core));
    assertThat(changed.isOk()).as(changed.text()).isTrue();
    assertThat(village.get(record("person", id)).text()).contains("三组群");
  }

  @Test
  void aValueAddedIsChosenAndOneOutOfForceIsKeptButNotChosen() {
    Reply added =
        town.post(
            Paths.CODE_LISTS,
            new CodeListSave(
                UUID.randomUUID(),
                "inflow_reason",
                "",
                true,
                List.of(new CodeList.Value("81", "电商直播", "", List.of("直播"), null, null, "99"))));
    assertThat(added.isOk()).as(added.text()).isTrue();
    assertThat(added.as(CodeListRow.class).verified()).isTrue();
    UUID id = RecordId.next();
    Map<String, Object> values = Sample.floating(TestServer.VILLAGE_A, "管彤彤", Sample.idNumber());
    values.put("inflow_reason", "81");
    Reply saved =
        village.put(record("floating_person", id), Sample.fresh(TestServer.VILLAGE_A, values));
    assertThat(saved.isOk()).as(saved.text()).isTrue();

    Reply ended =
        town.post(
            Paths.CODE_LISTS,
            new CodeListSave(
                UUID.randomUUID(),
                "inflow_reason",
                "",
                true,
                List.of(
                    new CodeList.Value(
                        "81", "电商直播", "", List.of("直播"), null, LocalDate.of(2026, 1, 31), "99"))));
    assertThat(ended.isOk()).as(ended.text()).isTrue();
    Reply kept =
        village.json(
            "PUT",
            record("floating_person", id),
            """
            {"requestId": "%s", "version": 1, "area": null, "confirmed": true, "changes": {"phone2": "13857400009"}}
            """
                .formatted(UUID.randomUUID()));
    assertThat(kept.isOk()).as(kept.text()).isTrue();
    Map<String, Object> others = Sample.floating(TestServer.VILLAGE_A, "管晶晶", Sample.idNumber());
    others.put("inflow_reason", "81");
    Reply refused =
        village.put(
            record("floating_person", RecordId.next()), Sample.fresh(TestServer.VILLAGE_A, others));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("code-retired").contains("电商直播");
  }

  @Test
  void aListOfTheTownsOwnIsMadeAndUsed() {
    Reply made =
        town.post(
            Paths.CODE_LISTS,
            new CodeListSave(
                UUID.randomUUID(),
                "",
                "村道等级",
                true,
                List.of(
                    new CodeList.Value("1", "主道", "", List.of()),
                    new CodeList.Value("2", "支路", "", List.of()))));
    assertThat(made.isOk()).as(made.text()).isTrue();
    String key = made.as(CodeListRow.class).key();
    OwnTypeDraft type =
        made(
            type(
                "村道",
                field("", "道路名称", "text", 40),
                new OwnFieldDraft(
                    "", "等级", "", "code", 0, 0, true, key, true, true, false, "", "", false)));
    assertThat(town.get(path(Paths.CODE_LIST, key)).text()).contains("主道").contains("支路");
    assertThat(type.fields().get(1).codes()).isEqualTo(key);
  }

  @Test
  void aRequestSentTwiceIsAnsweredOnce() {
    OwnTypeSave wish = type("应急物资点", field("", "名称", "text", 30));
    OwnTypeDraft first = made(wish);
    OwnTypeDraft second = made(wish);
    assertThat(second.key()).isEqualTo(first.key());
    assertThat(
            town.get(Paths.OWN_TYPES).asList(OwnTypeDraft.class).stream()
                .filter(type -> type.label().equals("应急物资点")))
        .hasSize(1);
  }
}
