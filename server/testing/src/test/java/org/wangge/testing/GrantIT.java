package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.Cancel;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Reveal;
import org.wangge.wire.Saved;

/** Special groups are known to those who were granted them, and to nobody else. */
class GrantIT {
  private static final String TYPE = "psych_person";
  private static final String PASSWORD = "Qing-shan-59-lu";

  private static TestServer server;
  private static TestClient administrator;
  private static TestClient plain;
  private static TestClient granted;
  private static Record person;
  private static Record patient;

  @BeforeAll
  static void prepare() {
    server = TestServer.start();
    administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    plain = server.client(TestAccount.OPERATOR_A);
    granted = account("care-a", "village-operator", Set.of("special_groups"));
    person = Sample.register(plain, TestServer.VILLAGE_A, "储云舟", Sample.idNumber());
    Record worker =
        Sample.register(
            plain,
            "grid_worker",
            TestServer.VILLAGE_A,
            Map.of(
                "name",
                "戚国栋",
                "mobile",
                "13857401234",
                "sex",
                "1",
                "role",
                "05",
                "full_time",
                "01",
                "start_date",
                java.time.LocalDate.of(2025, 1, 1),
                "grid",
                TestServer.VILLAGE_A + "001"));
    patient = Sample.register(granted, TYPE, null, values(worker.id()));
  }

  private static Map<String, Object> values(UUID worker) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("person", person.id());
    values.put("joined_date", java.time.LocalDate.of(2026, 3, 1));
    values.put("basis_document", "镇卫生院通知第3号");
    values.put("responsible", worker);
    values.put("economic", "02");
    values.put("low_income", false);
    values.put("guardian_name", "储父");
    values.put("guardian_phone", "13857405678");
    values.put("diagnosis", "01");
    values.put("incident_history", false);
    values.put("risk_level", "01");
    values.put("treatment", "02");
    return values;
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static TestClient account(String name, String post, Set<String> grants) {
    Reply made =
        administrator.post(
            Paths.ACCOUNTS,
            new AccountSave(
                UUID.randomUUID(),
                name,
                "专人",
                post,
                TestServer.VILLAGE_A,
                true,
                "Chushi-83-mima",
                grants));
    assertThat(made.isOk()).as(made.text()).isTrue();
    assertThat(made.as(AccountRow.class).granted()).isEqualTo(grants);
    TestClient client = server.client();
    client = client.withToken(client.signIn(name, "Chushi-83-mima").token());
    Reply changed = client.post(Paths.PASSWORD, new PasswordChange("Chushi-83-mima", PASSWORD));
    assertThat(changed.isOk()).as(changed.text()).isTrue();
    return client.withToken(client.signIn(name, PASSWORD).token());
  }

  @Test
  void withoutAGrantThereIsNoSuchTypeAndNoSuchRecord() {
    assertThat(plain.get(Paths.CATALOGUE).text()).doesNotContain(TYPE).contains("floating_person");
    assertThat(plain.get(record(TYPE, patient.id())).status()).isEqualTo(403);
    assertThat(plain.post(path(Paths.QUERY, TYPE), Sample.search("")).status()).isEqualTo(403);
    assertThat(plain.get(record(TYPE, patient.id()) + "/history").status()).isEqualTo(403);
    assertThat(plain.get(path(Paths.TEMPLATE, TYPE)).status()).isEqualTo(403);
    Reply related = plain.get(path(Paths.RELATED, "floating_person", person.id()));
    assertThat(related.text()).doesNotContain(TYPE);
    assertThat(server.client(TestAccount.TOWN_OPERATOR).get(record(TYPE, patient.id())).status())
        .isEqualTo(403);
  }

  @Test
  void withAGrantItIsSeenMaskedAndRevealedWithAReason() {
    Record read = granted.get(record(TYPE, patient.id())).as(Record.class);
    assertThat(read.masked()).contains("diagnosis", "risk_level");
    assertThat(read.titles().get("person")).startsWith("储云舟");
    Reply bare =
        granted.post(record(TYPE, patient.id()) + "/reveal", new Reveal(List.of("diagnosis"), ""));
    assertThat(bare.code()).isEqualTo("reason-required");
    Reply revealed =
        granted.post(
            record(TYPE, patient.id()) + "/reveal", new Reveal(List.of("diagnosis"), "核对服药情况"));
    assertThat(revealed.text()).contains("\"01\"");
    assertThat(server.client(TestAccount.AUDITOR).get(Paths.AUDIT).text())
        .contains("核对服药情况")
        .contains("diagnosis");
    assertThat(
            granted.get(path(Paths.RELATED, "floating_person", person.id())).asList(Related.class))
        .extracting(Related::type)
        .contains(TYPE);
  }

  @Test
  void theEndOfThePersonEndsTheCategoryAlsoForWhoMayNotReadIt() {
    Record other = Sample.register(plain, TestServer.VILLAGE_A, "储云帆", Sample.idNumber());
    Map<String, Object> values = new LinkedHashMap<>(values(null));
    values.put("person", other.id());
    values.put(
        "responsible",
        granted.get(record(TYPE, patient.id())).as(Record.class).values().get("responsible"));
    Record care = Sample.register(granted, TYPE, null, values);
    Saved gone =
        plain
            .post(
                record("floating_person", other.id()) + "/cancel",
                new Cancel(
                    UUID.randomUUID(),
                    1,
                    server
                        .program()
                        .clock()
                        .instant()
                        .atZone(java.time.ZoneId.of("Asia/Shanghai"))
                        .toLocalDate(),
                    "02",
                    ""))
            .as(Saved.class);
    assertThat(granted.get(record(TYPE, care.id())).as(Record.class).status().name())
        .isEqualTo("CANCELLED");
    Reply back =
        plain.post(
            record("floating_person", other.id()) + "/restore",
            new Restore(UUID.randomUUID(), gone.record().version(), "登记有误，恢复"));
    assertThat(back.isOk()).as(back.text()).isTrue();
    assertThat(granted.get(record(TYPE, care.id())).as(Record.class).status().name())
        .isEqualTo("ACTIVE");
  }

  @Test
  void aDepartmentIsNotGrantedSpecialGroups() {
    Reply refused =
        administrator.post(
            Paths.ACCOUNTS,
            new AccountSave(
                RecordId.next(),
                "bumen-b",
                "部门",
                "town-department",
                TestServer.TOWN,
                true,
                "Chushi-83-mima",
                Set.of("special_groups")));
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text()).contains("account-granted");
  }
}
