package org.wangge.client.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.testing.TestAccount;
import org.wangge.testing.TestServer;

/** The way of a village operator's morning, by keyboard alone, against a real server. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class MainPathUITest {
  /** A valid number of an invented woman born on 2 January 1990. */
  private static final String WOMAN = "339999199001020027";

  @TempDir Path folder;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Desk desk(String name) {
    return Desk.open(server, folder, name);
  }

  static void openList(Desk desk, String label) {
    desk.openFunction(label);
    desk.see("#search");
    desk.press(KeyCode.F3);
    desk.see("the search box of the list", () -> desk.focusId().equals("search"));
  }

  static void openForm(Desk desk, String list, String first) {
    openList(desk, list);
    desk.press(KeyCode.F2);
    desk.see(first + " to have the focus", () -> desk.focusId().equals(first));
  }

  /** Fills a floating person from the paper form; choices by digits, pinyin and characters. */
  private static void enterFloatingPerson(Desk desk, String name) {
    openForm(desk, "流动人口", "field-id_number");
    desk.enter(WOMAN);
    assertThat(desk.text("#field-birth_date")).isEqualTo("1990-01-02");
    assertThat(desk.text("#field-sex")).isEqualTo("女");
    desk.enter(name);
    desk.goTo("field-inflow_reason");
    desk.enter("1");
    assertThat(desk.text("#field-inflow_reason")).isEqualTo("务工");
    desk.enter("20261001");
    assertThat(desk.text("#field-inflow_date")).isEqualTo("2026-10-01");
    desk.enter("341202");
    desk.goTo("field-employer");
    desk.enter("五金厂");
    desk.goTo("field-phone");
    desk.enter("13857430001");
    desk.goTo("field-domicile_place");
    desk.enter("341202");
    desk.enter("西湖镇1号");
    desk.enter("3组12号");
    desk.enter("02");
    desk.goTo("field-landlord_name");
    desk.enter("张建国");
    desk.enter("0");
    desk.goTo("field-no_house_reason");
    desk.enter("1");
    desk.goTo("field-grid");
    desk.enter("1");
    desk.goTo("field-education");
    desk.enter("7");
    desk.goTo("field-political");
    desk.enter("13");
    desk.goTo("field-marital");
    desk.enter("10");
  }

  static void saveWithCare(Desk desk) {
    desk.press(KeyCode.CONTROL, KeyCode.S);
    desk.see(
        "the save or a doubt",
        () -> desk.find("#confirm-doubts").isPresent() || saved(desk) || faults(desk));
    if (desk.find("#confirm-doubts").isPresent()) {
      desk.see("the confirmation to have the focus", () -> desk.focusId().equals("confirm-doubts"));
      desk.press(KeyCode.SPACE);
    }
    desk.see("the save", () -> saved(desk));
  }

  private static boolean saved(Desk desk) {
    return desk.texts().stream().anyMatch(text -> text.startsWith("已保存："));
  }

  private static boolean faults(Desk desk) {
    return desk.texts().stream().anyMatch(text -> text.startsWith("请填写"));
  }

  @Test
  void aFloatingPersonIsEnteredByKeyboardAloneAndFoundByPinyin() {
    try (Desk first = desk("one")) {
      first.picture("1366-01-sign-in");
      first.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      first.picture("1366-02-start");
      enterFloatingPerson(first, "曾晓芳");
      first.picture("1366-03-form");
      saveWithCare(first);
      first.seeText("曾晓芳 · 流动人口");
      first.picture("1366-04-saved");

      openList(first, "流动人口");
      first.type("zxf");
      first.press(KeyCode.ENTER);
      first.see("one person", () -> first.text("#range").equals("共 1 条"));
      first.seeText("曾晓芳");
      first.picture("1366-05-found-by-pinyin");
    }
  }

  @Test
  void anEventIsRegisteredByKeyboardAlone() {
    try (Desk desk = desk("one")) {
      desk.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      openForm(desk, "网格事件", "field-event_name");
      desk.enter("三组路灯不亮");
      desk.enter("路灯");
      desk.goTo("field-address");
      desk.enter("三组村道");
      desk.enter("1");
      desk.goTo("field-people_count");
      desk.enter("3");
      desk.goTo("field-brief");
      desk.enter("三组村道路灯昨晚起不亮，影响通行");
      desk.goTo("field-reporter_name");
      desk.enter("李桂芳");
      desk.picture("1366-08-event");
      saveWithCare(desk);
      desk.seeText("三组路灯不亮");
      desk.picture("1366-09-event-saved");
    }
  }
}
