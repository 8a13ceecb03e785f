package org.wangge.client.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.catalogue.CodeList;
import org.wangge.record.Change;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.testing.Sample;
import org.wangge.testing.TestAccount;
import org.wangge.testing.TestClient;
import org.wangge.testing.TestServer;
import org.wangge.wire.Paths;

/** What becomes of people that are already registered, in real windows against a real server. */
class PeopleUITest {
  private static TestServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Record read(String type, Record record) {
    return server
        .client(TestAccount.OPERATOR_A)
        .get(TestClient.record(type, record.id()))
        .as(Record.class);
  }

  private static void openPerson(Desk desk, String list, String initials, String name) {
    desk.come();
    MainPathUITest.openList(desk, list);
    desk.type(initials);
    desk.press(KeyCode.ENTER);
    desk.see("one person", () -> desk.text("#range").equals("共 1 条"));
    desk.see("the focus in the table", () -> desk.focusId().equals("records"));
    desk.press(KeyCode.ENTER);
    desk.seeText(name + " · " + list);
    desk.see("the form", () -> desk.focusId().startsWith("field-"));
  }

  private static void change(Desk desk, String field, String text) {
    desk.come();
    desk.focus("#field-" + field);
    desk.press(KeyCode.CONTROL, KeyCode.A);
    desk.enter(text);
  }

  @Test
  void aPersonChangedOnTwoWorkstationsAtOnceIsSettledFieldByField() {
    Record person =
        Sample.register(
            server.client(TestAccount.OPERATOR_A), TestServer.VILLAGE_A, "瞿双全", Sample.idNumber());
    try (Desk village = Desk.open(server, folder, "village");
        Desk town = Desk.open(server, folder, "town")) {
      village.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      town.signIn(TestAccount.TOWN_OPERATOR.account(), TestAccount.PASSWORD);
      openPerson(village, "流动人口", "qsq", "瞿双全");
      openPerson(town, "流动人口", "qsq", "瞿双全");

      change(town, "phone", "13857430011");
      change(town, "employer", "镇上五金厂");
      MainPathUITest.saveWithCare(town);
      assertThat(read("floating_person", person).version()).isEqualTo(2);

      change(village, "phone", "13857430022");
      change(village, "landlord_name", "张建国");
      village.press(KeyCode.CONTROL, KeyCode.S);
      village.see(
          "both versions",
          () -> village.find("#conflict-mine-phone").isPresent() || confirmed(village));
      village.see("#conflict-mine-phone");
      village.seeText("13857430011");
      village.seeText("13857430022");
      village.seeText(TestAccount.TOWN_OPERATOR.account());
      assertThat(village.isSelected("#conflict-mine-phone")).isTrue();
      assertThat(village.isSelected("#conflict-theirs-employer")).isTrue();
      village.picture("1366-06-conflict");
      village.see(
          "the keyboard on the first choice",
          () -> village.focusId().equals("conflict-theirs-employer"));
      village.press(KeyCode.DOWN);
      assertThat(village.focusId()).isEqualTo("conflict-mine-phone");
      village.press(KeyCode.RIGHT);
      assertThat(village.isSelected("#conflict-theirs-phone")).isTrue();
      village.press(KeyCode.ENTER);
      village.see("the save", () -> read("floating_person", person).version() == 3);
      village.seeText("已保存：");

      Record settled = read("floating_person", person);
      assertThat(settled.values().text("phone")).as("taken over").isEqualTo("13857430011");
      assertThat(settled.values().text("employer")).as("theirs").isEqualTo("镇上五金厂");
      assertThat(settled.values().text("landlord_name")).as("mine").isEqualTo("张建国");
      List<Change> history =
          server
              .client(TestAccount.OPERATOR_A)
              .get(TestClient.path(Paths.HISTORY, "floating_person", person.id()))
              .asList(Change.class);
      assertThat(history)
          .as("who changed what")
          .anyMatch(change -> change.field().equals("employer") && change.version() == 2)
          .anyMatch(change -> change.field().equals("landlord_name") && change.version() == 3);
    }
  }

  private static boolean confirmed(Desk desk) {
    if (desk.find("#confirm-doubts").isPresent()) {
      desk.fire("#confirm-doubts");
    }
    return false;
  }

  /** A registered resident with all that the form requires. */
  private static Map<String, Object> resident(String name, String idNumber) {
    Map<String, Object> values =
        new LinkedHashMap<>(Sample.floating(TestServer.VILLAGE_A, name, idNumber));
    List.of("inflow_reason", "inflow_date", "from_place", "residence_type").forEach(values::remove);
    values.put("household_no", "330282000123456789");
    values.put("relation_to_head", "01");
    values.put("head_name", name);
    values.put("head_id_number", idNumber);
    values.put("household_consistent", "01");
    values.put("is_resident", true);
    return values;
  }

  @Test
  void theNumberOfAResidentLeadsToTheSamePersonAsAFloatingOne() {
    String number = Sample.idNumber();
    Record resident =
        Sample.register(
            server.client(TestAccount.OPERATOR_A),
            "registered_resident",
            TestServer.VILLAGE_A,
            resident("覃有根", number));
    try (Desk desk = Desk.open(server, folder, "village")) {
      desk.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      MainPathUITest.openForm(desk, "流动人口", "field-id_number");
      desk.enter(number);
      desk.see("#match-go-on");
      desk.seeText("登记为流动人口");
      desk.picture("1366-07-same-person");
      desk.fire("#match-go-on");
      desk.see("the person's name", () -> desk.text("#field-name").equals("覃有根"));
      desk.goTo("field-inflow_reason");
      desk.enter("1");
      desk.enter("20261001");
      desk.enter("341202");
      desk.goTo("field-employer");
      desk.enter("五金厂");
      desk.goTo("field-residence_type");
      desk.enter("1");
      MainPathUITest.saveWithCare(desk);
    }
    Record floating = read("floating_person", resident);
    assertThat(floating.id()).as("one person, one row").isEqualTo(resident.id());
    assertThat(floating.version()).as("saved over what was read").isEqualTo(resident.version() + 1);
    assertThat(floating.values().text("inflow_reason")).isEqualTo("01");
    assertThat(
            server
                .client(TestAccount.OPERATOR_A)
                .post(TestClient.path(Paths.QUERY, "floating_person"), Sample.search(number))
                .asPage(Record.class)
                .rows())
        .hasSize(1);
  }

  @Test
  void aPersonIsCancelledForOneOfTheTownsReasonsAndTakenBackAtOnce() {
    List<CodeList.Value> reasons =
        server
            .client(TestAccount.TOWN_OPERATOR)
            .get(TestClient.path(Paths.CODE_LIST, "cancel_reason"))
            .asList(CodeList.Value.class);
    assertThat(reasons)
        .extracting(CodeList.Value::label)
        .contains("死亡", "迁出", "离开本地", "重复登记", "登记错误", "其他");
    Record person =
        Sample.register(
            server.client(TestAccount.OPERATOR_A), TestServer.VILLAGE_A, "郗远行", Sample.idNumber());
    try (Desk desk = Desk.open(server, folder, "village")) {
      desk.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      openPerson(desk, "流动人口", "xyx", "郗远行");
      desk.fire("#cancel-record");
      desk.see("#cancel-date");
      reasons.forEach(reason -> desk.seeText(reason.label()));
      desk.picture("1366-10-cancel");
      desk.press(KeyCode.RIGHT);
      desk.press(KeyCode.RIGHT);
      desk.press(KeyCode.ENTER);
      desk.seeText("已注销");
      Record cancelled = read("floating_person", person);
      assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
      desk.fire("#notice-act");
      desk.see(
          "the person back", () -> read("floating_person", person).status() != Status.CANCELLED);
    }
  }
}
