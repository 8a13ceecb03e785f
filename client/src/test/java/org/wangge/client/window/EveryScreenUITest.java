package org.wangge.client.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.collections.ListChangeListener;
import javafx.css.CssParser;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.testing.Sample;
import org.wangge.testing.TestAccount;
import org.wangge.testing.TestClient;
import org.wangge.testing.TestClock;
import org.wangge.testing.TestServer;
import org.wangge.wire.AccountSave;
import org.wangge.wire.Paths;

/**
 * Every screen in every size a village has: no stylesheet complaint, no text that is cut, a name
 * for every control, and a way there by keyboard. What is walked through follows from the
 * navigation, hence from the catalogue.
 */
class EveryScreenUITest {
  private static final TestClock CLOCK = TestClock.at(LocalDateTime.of(2026, 11, 2, 9, 0));

  private static TestServer server;

  @TempDir Path folder;

  private final Set<String> faults = new LinkedHashSet<>();
  private final List<String> complaints = new ArrayList<>();
  private final Handler log = new Complaints();
  private final ListChangeListener<CssParser.ParseError> styles =
      change -> change.getList().forEach(error -> complaints.add(error.getMessage()));
  private Thread.UncaughtExceptionHandler before;
  private String screen = "";
  private boolean known;
  private boolean filtered;

  /** What the libraries say about stylesheets and broken handlers. */
  private final class Complaints extends Handler {
    @Override
    public void publish(LogRecord complaint) {
      if (complaint.getLevel().intValue() >= Level.WARNING.intValue()
          && String.valueOf(complaint.getLoggerName()).startsWith("javafx")) {
        complaints.add(screen + ": " + complaint.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @BeforeAll
  static void start() {
    server = TestServer.start(settings -> settings, CLOCK);
    TestClient village = server.client(TestAccount.OPERATOR_A);
    for (String name : List.of("欧阳晓芳", "区有根", "买买提·艾山江")) {
      Sample.register(village, TestServer.VILLAGE_A, name, Sample.idNumber());
    }
    Sample.register(
        village,
        "event",
        TestServer.VILLAGE_A,
        Sample.event(TestServer.VILLAGE_A, "长溪村三组排水沟堵塞引起两户争执请求调解"));
    Map<String, Object> resident =
        new LinkedHashMap<>(Sample.floating(TestServer.VILLAGE_A, "单雄信", Sample.idNumber()));
    List.of("inflow_reason", "inflow_date", "from_place", "residence_type")
        .forEach(resident::remove);
    resident.put("household_no", "330282000123456789");
    resident.put("relation_to_head", "01");
    resident.put("head_name", "单雄信");
    resident.put("head_id_number", resident.get("id_number"));
    resident.put("household_consistent", "01");
    resident.put("is_resident", true);
    Sample.register(village, "registered_resident", TestServer.VILLAGE_A, resident);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void listen() {
    Logger.getLogger("").addHandler(log);
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, broken) -> complaints.add(screen + ": " + broken));
    CssParser.errorsProperty().addListener(styles);
  }

  @AfterEach
  void listenNoMore() {
    Logger.getLogger("").removeHandler(log);
    Thread.setDefaultUncaughtExceptionHandler(before);
    CssParser.errorsProperty().removeListener(styles);
  }

  private void assertNothingFound() {
    assertThat(complaints).as("stylesheets and broken handlers").isEmpty();
    assertThat(faults).as("what a user would stumble on").isEmpty();
  }

  /** Looks at what is shown, in every size. */
  private void look(Desk desk, String name) {
    screen = name;
    desk.settle();
    keep(desk.onScene(ScreenScan::nameless), "");
    for (Desk.Look size : Desk.Look.values()) {
      desk.wear(size);
      keep(desk.onScene(ScreenScan::clipped), " " + size);
      desk.picture(name + "-" + size.name().toLowerCase(java.util.Locale.ROOT));
    }
    desk.wear(Desk.Look.NORMAL);
    keep(desk.onScene(ScreenScan::unreachable), "");
  }

  private void keep(List<String> found, String size) {
    found.forEach(fault -> faults.add(screen + size + ": " + fault));
  }

  /** All that the navigation leads to; lists are alike for all posts, so once is enough. */
  private void lookAtEverythingInTheNavigation(Desk desk, String post, int lists) {
    int seen = 0;
    for (String label : desk.navigation()) {
      desk.openNavigation(label);
      boolean list = desk.find("#records").isPresent();
      if (!list || seen < lists) {
        look(desk, post + "-" + label);
      }
      if (list && seen < lists) {
        lookAtRecords(desk, post + "-" + label);
        seen++;
      }
      desk.press(KeyCode.CONTROL, KeyCode.W);
    }
  }

  private void lookAtRecords(Desk desk, String name) {
    if (desk.find("#new-record").isPresent()) {
      desk.press(KeyCode.F2);
      desk.see("the form", () -> desk.find("#save-new").isPresent());
      desk.unfold();
      look(desk, name + "-new");
      desk.press(KeyCode.CONTROL, KeyCode.W);
      desk.see("the list again", () -> desk.find("#records").isPresent());
    }
    desk.settle();
    if (desk.hasRows("#records")) {
      boolean first = !known;
      known = true;
      if (first) {
        desk.press(KeyCode.F4);
        look(desk, name + "-preview");
        desk.press(KeyCode.F4);
      }
      desk.focus("#records");
      desk.press(KeyCode.ENTER);
      desk.see("the record", () -> desk.find("#records").isEmpty());
      desk.settle();
      desk.unfold();
      look(desk, name + "-record");
      if (first && desk.find("#cancel-record").isPresent()) {
        desk.fire("#cancel-record");
        look(desk, name + "-cancel");
        desk.press(KeyCode.ESCAPE);
        desk.press(KeyCode.F7);
        look(desk, name + "-history");
      }
      desk.press(KeyCode.CONTROL, KeyCode.W);
      desk.see("the list again", () -> desk.find("#records").isPresent());
    }
    if (!filtered && desk.find("#filter-add").isPresent()) {
      filtered = true;
      desk.chooseFromMenu("#filter-add");
      look(desk, name + "-filter");
      desk.press(KeyCode.ESCAPE);
    }
  }

  @Test
  void theWayIn() {
    try (Desk desk = Desk.openUnknown(folder, "new")) {
      look(desk, "enrol");
    }
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    administrator.post(
        Paths.ACCOUNTS,
        new AccountSave(
            UUID.randomUUID(),
            "changxi-neu",
            "甲九",
            "village-operator",
            TestServer.VILLAGE_A,
            true,
            "Yi-shan-83-lin"));
    try (Desk desk = Desk.open(server, folder, "known")) {
      look(desk, "sign-in");
      desk.focus("#sign-in-account");
      desk.enter("changxi-neu");
      desk.enter("wrong-Password-1");
      desk.see("a sentence", () -> desk.texts().stream().anyMatch(t -> t.contains("密码不")));
      look(desk, "sign-in-refused");
      desk.focus("#sign-in-password");
      desk.enter("Yi-shan-83-lin");
      desk.see("#sign-in-next");
      look(desk, "new-password");
    }
    assertNothingFound();
  }

  @Test
  void theVillageOperator() throws IOException {
    try (Desk desk = Desk.open(server, folder, "village")) {
      desk.signIn(TestAccount.OPERATOR_A.account(), TestAccount.PASSWORD);
      lookAtEverythingInTheNavigation(desk, "village", Integer.MAX_VALUE);

      desk.openNavigation("导入表格");
      Path sheet = folder.resolve("长溪村流动人口登记表.csv");
      Files.writeString(
          sheet,
          """
          流动人口登记表
          序号,姓名,性别,公民身份号码,流入原因,流入时间,联系电话
          1,王沄,男,%s,务工,2026-09-01,13900000001
          2,李珺,男,339999198803050031,务工,2026-09-02,13900000002
          """
              .formatted(Sample.idNumber()));
      desk.files().choose(sheet);
      desk.fire("#choose-file");
      look(desk, "village-import-chosen");
      desk.fire("#rehearse");
      desk.see("#import-rows");
      look(desk, "village-import-rehearsed");

      desk.press(KeyCode.F1);
      look(desk, "village-help");
      desk.press(KeyCode.ESCAPE);
      desk.press(KeyCode.CONTROL, KeyCode.K);
      desk.see("#finder");
      desk.type("oyxf");
      desk.see("a person", () -> desk.texts().stream().anyMatch(t -> t.startsWith("欧阳晓芳")));
      look(desk, "village-finder");
      desk.press(KeyCode.ESCAPE);
      desk.chooseFromMenu("#user-menu", "修改密码");
      look(desk, "village-password");
      desk.press(KeyCode.ESCAPE);

      desk.openNavigation("流动人口");
      desk.press(KeyCode.F2);
      desk.see("#field-name");
      desk.focus("#field-name");
      desk.enter("江小白");
      desk.press(KeyCode.CONTROL, KeyCode.S);
      desk.see("the sentences", () -> desk.texts().stream().anyMatch(t -> t.startsWith("请填写")));
      look(desk, "village-form-faults");
      desk.press(KeyCode.CONTROL, KeyCode.W);
      look(desk, "village-leave");
      desk.pressButton("存为草稿并关闭");
      desk.fire("#status-drafts");
      desk.see("#outbox");
      look(desk, "village-outbox");

      desk.chooseFromMenu("#user-menu", "锁定");
      desk.see("#sign-in-password");
      look(desk, "locked");
    }
    assertNothingFound();
  }

  @Test
  void theTown() {
    try (Desk desk = Desk.open(server, folder, "town")) {
      desk.signIn(TestAccount.TOWN_OPERATOR.account(), TestAccount.PASSWORD);
      lookAtEverythingInTheNavigation(desk, "town", 1);
      desk.openNavigation("督查通报");
      desk.settle();
      desk.press(KeyCode.F8);
      desk.see("the tables", Duration.ofSeconds(90), () -> desk.find("#table-sign-in").isPresent());
      look(desk, "town-bulletin-made");
      for (String part : List.of("#switch-entry", "#switch-events", "#switch-text")) {
        if (desk.find(part).isPresent()) {
          desk.fire(part);
          look(desk, "town-bulletin" + part.replace("#switch", ""));
        }
      }
    }
    assertNothingFound();
  }

  @Test
  void theOtherPosts() {
    for (TestAccount account :
        List.of(
            TestAccount.SYSTEM_ADMINISTRATOR,
            TestAccount.AUDITOR,
            TestAccount.GRID_WORKER_A,
            TestAccount.TOWN_LEADER)) {
      try (Desk desk = Desk.open(server, folder, account.account())) {
        desk.signIn(account.account(), TestAccount.PASSWORD);
        look(desk, account.account());
        lookAtEverythingInTheNavigation(desk, account.account(), 0);
        if (desk.navigation().contains("账号")) {
          desk.openNavigation("账号");
          desk.press(KeyCode.F2);
          desk.see("#account-name-field");
          look(desk, "account-new");
        }
      }
    }
    assertNothingFound();
  }
}
