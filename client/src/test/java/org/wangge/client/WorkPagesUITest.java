package org.wangge.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.wangge.client.ui.Theme;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.Picker;
import org.wangge.record.RecordId;
import org.wangge.testing.TestAccount;
import org.wangge.testing.TestClient;
import org.wangge.testing.TestClock;
import org.wangge.testing.TestServer;
import org.wangge.wire.Save;

/** The pages of daily work in the real window, by keyboard, against a real server. */
class WorkPagesUITest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final TestClock CLOCK = TestClock.at(LocalDateTime.of(2026, 10, 12, 9, 0));

  private static TestServer server;

  @TempDir private Path folder;
  private final FxRobot robot = new FxRobot();
  private final Desk files = new Desk();
  private Stage stage;
  private Workstation workstation;

  /** The person's files: what is chosen is laid out beforehand. */
  private final class Desk implements FileDoor {
    private final List<Path> shown = new ArrayList<>();
    private Path toRead;

    @Override
    public Optional<Path> chooseToRead(String title, String kind, List<String> endings) {
      return Optional.ofNullable(toRead);
    }

    @Override
    public Optional<Path> chooseToWrite(String title, String name) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public void show(Path file) {
      shown.add(file);
    }
  }

  @BeforeAll
  static void startServer() throws Exception {
    server = TestServer.start(settings -> settings, CLOCK);
    Files.createDirectories(PICTURES);
    startWindows();
  }

  /** JavaFX starts once in a process; another test may have done it already. */
  private static void startWindows() {
    try {
      Platform.startup(() -> {});
    } catch (IllegalStateException e) {
      // It runs already.
    }
    Platform.setImplicitExit(false);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void openWindow() throws Exception {
    Path authority = folder.resolve("authority.pem");
    Files.writeString(
        authority,
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(server.authority().getEncoded())
            + "\n-----END CERTIFICATE-----\n");
    Options options =
        new Options(
            Optional.of(URI.create("https://" + server.address())),
            Optional.of(authority),
            folder.resolve("settings"));
    fx(
        () -> {
          stage = new Stage();
          workstation = new Workstation(stage, options, files, CLOCK);
          workstation.show();
          return null;
        });
  }

  @AfterEach
  void closeWindow() throws Exception {
    fx(
        () -> {
          stage.hide();
          workstation.close();
          return null;
        });
  }

  // ---- what the hands do ----

  private static <T> T fx(Callable<T> act) throws Exception {
    FutureTask<T> task = new FutureTask<>(act);
    Platform.runLater(task);
    return task.get();
  }

  private Scene scene() {
    return stage.getScene();
  }

  private void await(String what, Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fx(holds)) {
      if (System.nanoTime() > end) {
        picture("failed");
        throw new AssertionError("did not come: " + what);
      }
      Thread.sleep(50);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Node find(String id) throws Exception {
    await(id, () -> visible(id) != null);
    return fx(() -> visible(id));
  }

  private Node visible(String id) {
    for (Node node : scene().getRoot().lookupAll(id)) {
      boolean shown = !node.isDisabled();
      for (Node up = node; up != null; up = up.getParent()) {
        shown &= up.isVisible();
      }
      if (shown) {
        return node;
      }
    }
    return null;
  }

  /** Puts the keyboard on a control, as Tab does in several steps. */
  private void focus(String id) throws Exception {
    Node node = find(id);
    fx(
        () -> {
          node.requestFocus();
          return null;
        });
    await("focus on " + id, node::isFocused);
  }

  /** Enter on a button. */
  private void press(String id) throws Exception {
    focus(id);
    robot.type(KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void write(String id, String words) throws Exception {
    Node field = find(id);
    fx(
        () -> {
          field.requestFocus();
          ((TextInputControl) field).setText(words);
          return null;
        });
  }

  private void awaitText(String id, String words) throws Exception {
    await(
        id + " says " + words,
        () ->
            scene().getRoot().lookupAll(id).stream()
                .anyMatch(node -> node instanceof Labeled label && label.getText().equals(words)));
  }

  private void awaitSaid(String words) throws Exception {
    await(
        "notice " + words,
        () ->
            scene().getRoot().lookupAll(".notice").stream()
                .flatMap(node -> node.lookupAll(".label").stream())
                .anyMatch(node -> node instanceof Label label && label.getText().contains(words)));
  }

  private void signIn(TestAccount account) throws Exception {
    write("#sign-in-account", account.account());
    write("#sign-in-password", TestAccount.PASSWORD);
    press("#sign-in-act");
    await("the first page", () -> scene().getRoot().lookup(".page") != null);
  }

  private void navigate(String label) throws Exception {
    await(
        "navigation " + label,
        () ->
            scene().getRoot().lookupAll(".navigation .button").stream()
                .anyMatch(node -> ((Button) node).getText().equals(label)));
    fx(
        () -> {
          scene().getRoot().lookupAll(".navigation .button").stream()
              .map(Button.class::cast)
              .filter(button -> button.getText().equals(label))
              .forEach(ButtonBase::fire);
          return null;
        });
  }

  /** Keeps a picture of the window at both text sizes for the user guide. */
  private void picture(String name) throws Exception {
    for (Theme.TextSize size : Theme.TextSize.values()) {
      fx(
          () -> {
            workstation.theme().textSize().set(size);
            return null;
          });
      WaitForAsyncUtils.waitForFxEvents();
      Thread.sleep(200);
      String suffix = size == Theme.TextSize.NORMAL ? "" : "-large";
      fx(
          () ->
              javax.imageio.ImageIO.write(
                  SwingFXUtils.fromFXImage(scene().snapshot(null), null),
                  "png",
                  PICTURES.resolve(name + suffix + ".png").toFile()));
    }
    fx(
        () -> {
          workstation.theme().textSize().set(Theme.TextSize.NORMAL);
          return null;
        });
  }

  private String words(String id) throws Exception {
    Node node = find(id);
    return fx(
        () ->
            node.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" ")));
  }

  /** A number of an invented person: a county that does not exist, the right last digit. */
  private static String number(String birthDateAndOrder) {
    String digits = "339999" + birthDateAndOrder;
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int place = 0; place < weights.length; place++) {
      sum += weights[place] * (digits.charAt(place) - '0');
    }
    return digits + "10X98765432".charAt(sum % 11);
  }

  private static UUID registerEvent(String name) {
    TestClient client = server.client(TestAccount.OPERATOR_A);
    String grid = TestServer.VILLAGE_A + "001";
    Map<String, Object> values = new HashMap<>();
    values.put("event_name", name);
    values.put("category", "0102");
    values.put("level", "04");
    values.put("scale", "01");
    values.put("urgency", "01");
    values.put("happen_time", "2026-10-11T18:30:00");
    values.put("grid", grid);
    values.put("address", "长溪村3组12号门前");
    values.put("people_count", 2);
    values.put("brief", "3组路灯连续三天不亮，夜间出行不便，村民要求尽快修好。");
    values.put("source", "01");
    values.put("collect_way", "0");
    values.put("reporter_name", "匿名");
    values.put("is_group", false);
    return save(client, "event", values);
  }

  private static UUID save(TestClient client, String type, Map<String, Object> values) {
    UUID id = RecordId.next();
    TestClient.Reply reply =
        client.put(
            TestClient.record(type, id),
            new Save(UUID.randomUUID(), 0, TestServer.VILLAGE_A, values, true));
    assertThat(reply.isOk()).as(reply.text()).isTrue();
    return id;
  }

  // ---- what is proved ----

  @Test
  void anEventIsBroughtToItsEndThroughItsActs() throws Exception {
    registerEvent("长溪村3组路灯不亮");
    signIn(TestAccount.OPERATOR_A);
    navigate("网格事件");
    await(
        "the event in the list",
        () ->
            scene().getRoot().lookup("#records") instanceof TableView<?> table
                && table.getItems().size() == 1);
    picture("event-list");
    focus("#records");
    robot.type(KeyCode.ENTER);
    awaitText("#event-state", "草稿");
    press("#act-submit");
    awaitText("#event-state", "待受理");
    picture("event-waiting");
    press("#act-accept");
    awaitText("#event-state", "办理中");
    press("#act-close");
    press("#act-send");
    awaitText("#act-sentence", "请写明办理意见");
    picture("event-words-missing");
    write("#act-words", "已换灯泡，全组路灯检查过，都亮了。");
    picture("event-closing");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    awaitText("#event-state", "待核查");
    press("#act-verify");
    if (fx(() -> visible("#act-send") != null)) {
      write("#act-words", "现场看过，属实。");
      press("#act-send");
    }
    awaitText("#event-state", "待回访评价");
    press("#act-evaluate");
    focus("#grade-01");
    robot.type(KeyCode.SPACE);
    write("#act-words", "当事人说很满意。");
    picture("event-evaluating");
    press("#act-send");
    awaitText("#event-state", "已结案");
    assertThat(fx(() -> scene().getRoot().lookupAll(".time-line > .step").size()))
        .as("register, submit, accept, close, verify, evaluate")
        .isEqualTo(6);
    picture("event-ended");
    navigate("工作台");
    await("the first page", () -> visible("#due-events") instanceof ListView<?>);
    picture("home");
  }

  @Test
  void theTownMakesTheBulletinOfOctoberAndOpensIt() throws Exception {
    CLOCK.advance(Duration.between(CLOCK.now(), LocalDateTime.of(2026, 11, 2, 9, 0)));
    signIn(TestAccount.TOWN_OPERATOR);
    navigate("督查通报");
    awaitText("#bulletin-state", "未生成");
    picture("bulletin-none");
    robot.type(KeyCode.F8);
    awaitText("#bulletin-state", "已定稿");
    await("the tables", () -> visible("#table-sign-in") != null);
    TableView<?> table = (TableView<?>) find("#table-sign-in");
    assertThat(fx(() -> table.getItems().size())).as("villages and the total").isEqualTo(17);
    assertThat(fx(() -> table.getItems().getLast().toString())).contains("合计");
    picture("bulletin-sign-in");
    press("#switch-events");
    picture("bulletin-events");
    press("#switch-text");
    picture("bulletin-text");
    press("#open-pdf");
    awaitSaid("已保存");
    assertThat(files.shown).hasSize(1);
    byte[] pdf = Files.readAllBytes(files.shown.getFirst());
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    press("#save-workbook");
    await(
        "the workbook",
        () -> {
          try (var all = Files.list(folder)) {
            return all.anyMatch(file -> file.toString().endsWith(".xlsx"));
          } catch (IOException e) {
            return false;
          }
        });
  }

  @Test
  void aVillagesSpreadsheetIsRehearsedThenItsRightRowsAreWritten() throws Exception {
    String right = number("19900102001");
    String wrong = right.substring(0, 17) + (right.endsWith("0") ? "1" : "0");
    files.toRead = folder.resolve("长溪村流动人口登记表.csv");
    Files.writeString(
        files.toRead,
        """
        流动人口登记表
        序号,姓名,性别,公民身份号码,流入原因,流入时间,联系电话
        1,王沄,男,%s,务工,2026-09-01,13900000001
        2,李珺,男,%s,务工,2026-09-02,13900000002
        3,赵喆,男,%s,务工,2026-09-03,13900000003
        """
            .formatted(right, number("19880305003"), wrong));
    signIn(TestAccount.OPERATOR_A);
    navigate("导入表格");
    picture("import-choose");
    press("#choose-file");
    awaitText("#chosen-file", "长溪村流动人口登记表.csv");
    press("#rehearse");
    find("#commit-good");
    await(
        "the refused row",
        () ->
            visible("#import-rows") instanceof TableView<?> table && table.getItems().size() == 1);
    TableView<?> rows = (TableView<?>) find("#import-rows");
    fx(
        () -> {
          rows.getSelectionModel().select(0);
          return null;
        });
    picture("import-rehearsed");
    assertThat(words(".row-detail")).contains("赵喆").contains("最后一位");
    assertThat(fx(() -> visible("#commit-all"))).as("one row is wrong").isNull();
    press("#commit-good");
    await("the question", () -> visible(".dialog-card") != null);
    picture("import-question");
    robot.type(KeyCode.ENTER);
    awaitText("#import-result", "已写入 2 行");
    picture("import-result");
    press("#save-refused");
    awaitSaid("已保存");
    assertThat(folder.resolve("长溪村流动人口登记表 退回.xlsx")).isNotEmptyFile();
    press("#open-list");
    await(
        "the two people in the list",
        () -> visible("#records") instanceof TableView<?> table && table.getItems().size() == 2);
  }

  @Test
  void anExportAsksWhatItIsFor() throws Exception {
    signIn(TestAccount.OPERATOR_A);
    navigate("导出表格");
    Node type = find("#export-type");
    fx(
        () -> {
          ((Picker) type).setValue("event");
          return null;
        });
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    awaitText("#export-sentence", "请写明用途，至少 4 个字");
    picture("export");
    write("#export-reason", "十月事件走访核对");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    awaitSaid("已保存");
    assertThat(folder.resolve("网格事件 " + CLOCK.now().toLocalDate() + ".xlsx")).isNotEmptyFile();
  }

  @Test
  void theAdministratorMakesAnAccountAndIsToldItsPasswordOnce() throws Exception {
    signIn(TestAccount.SYSTEM_ADMINISTRATOR);
    await("accounts", () -> visible("#accounts") != null);
    picture("accounts");
    robot.type(KeyCode.F2);
    write("#account-name-field", "changxi02");
    write("#account-person-field", "甲九");
    Node area = find("#account-area");
    fx(
        () -> {
          ((Picker) area).setValue(TestServer.VILLAGE_A);
          return null;
        });
    picture("accounts-new");
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Node told = find("#told-password");
    String password = fx(() -> ((TextInputControl) told).getText());
    picture("accounts-password");
    assertThat(server.client().signIn("changxi02", password).mustChangePassword()).isTrue();
  }
}
