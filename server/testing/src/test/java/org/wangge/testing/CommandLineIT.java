package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.server.settings.DataFolder;
import org.wangge.testing.ServerProcess.Result;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.Session;

/** The command line as real processes. */
class CommandLineIT {
  @TempDir Path folder;

  private DataFolder prepared() {
    return TestServer.copyData(folder.resolve("data"));
  }

  private static void set(DataFolder data, String key, String value) throws IOException {
    String text = Files.readString(data.settingsFile());
    Files.writeString(
        data.settingsFile(), text.replaceFirst("(?m)^" + key + " =.*$", key + " = " + value));
  }

  @Test
  void initMakesAServerWithOneAdministratorWhosePasswordIsShownOnce() {
    Path data = folder.resolve("new");
    Result init = ServerProcess.command("init", "--data", data, "--area", TestServer.TOWN);

    assertThat(init.refusals()).isEmpty();
    assertThat(init.code()).isZero();
    assertThat(init.out()).contains("admin").contains("工作站登记码");
    Matcher password = Pattern.compile("初始密码：(\\S+?)（").matcher(init.out());
    assertThat(password.find()).isTrue();

    DataFolder made = new DataFolder(data);
    try (ServerProcess server = ServerProcess.run(made)) {
      TestClient client = server.client();
      Session session = client.signIn("admin", password.group(1));
      assertThat(session.mustChangePassword()).isTrue();
      assertThat(
              client
                  .post(Paths.PASSWORD, new PasswordChange(password.group(1), "Xin-mima-58-hao"))
                  .status())
          .isEqualTo(200);
      assertThat(client.get(Paths.ACCOUNTS).text()).contains("\"name\":\"admin\"");
    }
    Result again = ServerProcess.command("init", "--data", data, "--area", TestServer.TOWN);
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.refusals()).contains("已经有内容");
  }

  @Test
  void initForScriptsWritesThePasswordToAFileThatOnlyTheOwnerReads() throws IOException {
    Path file = folder.resolve("password");
    Result init =
        ServerProcess.command(
            "init",
            "--data",
            folder.resolve("new"),
            "--area",
            TestServer.TOWN,
            "--password-file",
            file);

    String password = Files.readString(file).strip();
    assertThat(init.code()).isZero();
    assertThat(init.out()).doesNotContain(password);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (String secret :
        List.of("keys/database.properties", "keys/server.p12", "keys/authority.p12")) {
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("new").resolve(secret))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void initOfAnUnknownPlaceLeavesNothingBehind() {
    Path data = folder.resolve("new");
    Result init = ServerProcess.command("init", "--data", data, "--area", "999999999");

    assertThat(init.code()).isEqualTo(1);
    assertThat(init.refusals()).isNotBlank();
    assertThat(data).doesNotExist();
  }

  @Test
  void initRefusesAWeakPasswordAndLeavesNothingBehind() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "password\n");
    Path data = folder.resolve("new");
    Result init =
        ServerProcess.command(
            "init", "--data", data, "--area", TestServer.TOWN, "--password-file", file);

    assertThat(init.code()).isEqualTo(1);
    assertThat(init.refusals()).contains("新密码不符合要求");
    assertThat(data).doesNotExist();
  }

  @Test
  void runPrintsOneLineWithItsAddressAndStopsCleanlyWhenAsked() throws IOException {
    DataFolder data = prepared();
    ServerProcess server = ServerProcess.run(data);

    assertThat(server.readyLine()).matches("网格服务器已就绪 https://127\\.0\\.0\\.1:\\d+/ .*");
    assertThat(server.client().get(Paths.HEALTH).status()).isEqualTo(200);
    assertThat(data.portFile()).exists();
    assertThat(server.stop()).isZero();
    assertThat(server.furtherOutput()).isEmpty();
    assertThat(data.portFile()).doesNotExist();
    assertThat(Files.readString(data.logs().resolve("server.log")))
        .contains("serving at port")
        .contains("GET /api/v1/health 200")
        .contains("stopped");

    try (ServerProcess again = ServerProcess.run(data)) {
      assertThat(again.client(TestAccount.OPERATOR_A).get(Paths.AREAS).status()).isEqualTo(200);
    }
  }

  @Test
  void aSecondServerOnTheSameFolderIsRefused() {
    DataFolder data = prepared();
    try (ServerProcess server = ServerProcess.run(data)) {
      Result second = ServerProcess.command("run", "--data", data.root(), "--port", "0");

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.refusals()).contains(data.root().toString());
      assertThat(server.client().get(Paths.HEALTH).status()).isEqualTo(200);
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedWithItsNumber() {
    DataFolder data = prepared();
    DataFolder other = TestServer.copyData(folder.resolve("other"));
    try (ServerProcess server = ServerProcess.run(data)) {
      String port = server.address().substring(server.address().indexOf(':') + 1);
      Result second = ServerProcess.command("run", "--data", other.root(), "--port", port);

      assertThat(second.code()).isEqualTo(1);
      assertThat(second.refusals()).contains(port);
    }
  }

  @Test
  void aPortForSqlThatIsTakenIsRefusedWithItsNumber() throws IOException {
    DataFolder data = prepared();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      set(data, "sql.on", "true");
      set(data, "sql.port", Integer.toString(taken.getLocalPort()));
      Result run = ServerProcess.command("run", "--data", data.root(), "--port", "0");

      assertThat(run.code()).isEqualTo(1);
      assertThat(run.refusals()).contains(Integer.toString(taken.getLocalPort()));
    }
  }

  @Test
  void commandsWorkAlikeWhetherTheServerRunsOrNot() throws IOException {
    DataFolder data = prepared();
    Path sheet = folder.resolve("流动人口.csv");
    Files.writeString(
        sheet,
        "姓名,证件号码,联系方式,流入原因,流入时间,登记日期\n吴小明,%s,13857400002,务工,2026-01-05,2026-01-06\n"
            .formatted(Sample.idNumber()),
        StandardCharsets.UTF_8);
    Result alone = importOf(data, sheet);
    try (ServerProcess server = ServerProcess.run(data)) {
      Result running = importOf(data, sheet);

      assertThat(alone.refusals()).isEmpty();
      assertThat(alone.code()).isZero();
      assertThat(alone.out()).contains("新增 1");
      assertThat(running.refusals()).isEmpty();
      assertThat(running.code()).isZero();
      assertThat(running.out()).contains("相同 1");
      assertThat(
              server
                  .client(TestAccount.OPERATOR_A)
                  .post(path(Paths.QUERY, "floating_person"), Sample.search("吴小明"))
                  .text())
          .contains("吴小明");

      Result check = ServerProcess.command("check", "--data", data.root());
      assertThat(check.refusals()).isEmpty();
      assertThat(check.code()).isZero();
      Result export =
          ServerProcess.command(
              "export",
              "--data",
              data.root(),
              "--type",
              "floating_person",
              "--out",
              folder.resolve("list.xlsx"));
      assertThat(export.code()).isZero();
      assertThat(folder.resolve("list.xlsx")).isNotEmptyFile();
      Result list = ServerProcess.command("account", "list", "--data", data.root());
      assertThat(list.out()).contains("cun-a").contains("村操作员");
      Result backup = ServerProcess.command("backup", "--data", data.root());
      assertThat(backup.code()).isZero();
      Result misunderstood = ServerProcess.command("export", "--data", data.root());
      assertThat(misunderstood.code()).isEqualTo(2);
      Result refused =
          ServerProcess.command(
              "export", "--data", data.root(), "--type", "nothing", "--out", folder.resolve("x"));
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.refusals()).isNotBlank();
    }
  }

  @Test
  void aFrozenMonthIsCountedAgainOnlyWhenAsked() {
    DataFolder data = prepared();
    Result first = bulletin(data);
    Result same = bulletin(data);
    Result again = bulletin(data, "--again");

    assertThat(first.refusals()).isEmpty();
    assertThat(first.out()).contains("第 1 版");
    assertThat(same.out()).contains("第 1 版");
    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("已重新统计并定稿，为第 2 版");
    try (ServerProcess server = ServerProcess.run(data)) {
      assertThat(bulletin(data, "--again").out()).contains("第 3 版");
      assertThat(bulletin(data).out()).contains("第 3 版");
      assertThat(server.isRunning()).isTrue();
    }
    Result both = bulletin(data, "--again", "--preview");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.refusals()).contains("--again 和 --preview 不能同时写");
  }

  private Result bulletin(DataFolder data, String... further) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "bulletin",
                "--data",
                data.root(),
                "--month",
                YearMonth.now(ZoneId.of("Asia/Shanghai")).minusMonths(1),
                "--out",
                folder.resolve("out")));
    arguments.addAll(List.of(further));
    return ServerProcess.command(arguments.toArray());
  }

  @Test
  void anotherCountysPlacesAreLoadedWhetherTheServerRunsOrNot() throws IOException {
    DataFolder data = prepared();
    Path csv = folder.resolve("county.csv");
    Files.writeString(
        csv,
        """
        code,name,level,parent
        33,浙江省,province,
        3399,试验市,city,33
        339999,试验县,county,3399
        339999101,试验镇,town,339999
        339999101201,试验村,village,339999101
        """);
    Result alone = ServerProcess.command("areas", "--data", data.root(), csv);
    assertThat(alone.refusals()).isEmpty();
    assertThat(alone.code()).isZero();
    assertThat(alone.out()).contains("5 个地方");
    try (ServerProcess server = ServerProcess.run(data)) {
      Files.writeString(csv, "code,name,level,parent\n339999101202,试验二村,village,339999101\n");
      assertThat(ServerProcess.command("areas", "--data", data.root(), csv).code()).isZero();
      Files.writeString(csv, "code,name,level,parent\n33999,少一位,town,339999\n");
      Result wrong = ServerProcess.command("areas", "--data", data.root(), csv);
      assertThat(wrong.code()).isEqualTo(1);
      assertThat(wrong.refusals()).contains("第 2 行不对").doesNotContain("Exception");
      Result missing =
          ServerProcess.command("areas", "--data", data.root(), folder.resolve("none.csv"));
      assertThat(missing.code()).isEqualTo(1);
      assertThat(missing.refusals()).contains("none.csv");
      assertThat(server.isRunning()).isTrue();
    }
  }

  @Test
  void whatNoCodeListKnowsIsAskedOncePerValueAndRemembered() throws IOException {
    DataFolder data = prepared();
    Path sheet = unknownReasons("第一份.csv", 3);
    Path asked = folder.resolve("questions.csv");
    Result first = importOf(data, sheet, "--rehearse", "--questions", asked.toString());

    assertThat(first.refusals()).isEmpty();
    assertThat(first.out()).contains("待确认 3").contains("有 1 种写法要问");
    String text = Files.readString(asked);
    assertThat(text.lines().skip(1))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).startsWith("\"inflow_reason\",\"来做小生意\",\"\"").contains("\"3\""));
    Files.writeString(asked, text.replace("\"来做小生意\",\"\"", "\"来做小生意\",\"经商\""));
    Result answered = importOf(data, sheet, "--answers", asked.toString());
    assertThat(answered.refusals()).isEmpty();
    assertThat(answered.out()).contains("新增 3").contains("待确认 0");
    // Next month's sheet of the same layout needs no answer.
    assertThat(importOf(data, unknownReasons("第二份.csv", 2)).out())
        .contains("新增 2")
        .contains("待确认 0");

    Files.writeString(asked, text.replace("\"来做小生意\",\"\"", "\"来做小生意\",\"胡闹\""));
    Result wrong = importOf(data, sheet, "--answers", asked.toString());
    assertThat(wrong.code()).isEqualTo(1);
    assertThat(wrong.refusals()).contains("胡闹").doesNotContain("Exception");
  }

  private Path unknownReasons(String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder("姓名,证件号码,联系方式,流入原因,流入时间,登记日期\n");
    for (int i = 0; i < rows; i++) {
      text.append("吴小商,%s,13857400002,来做小生意,2026-01-05,2026-01-06\n".formatted(Sample.idNumber()));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private static Result importOf(DataFolder data, Path sheet, String... further) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "import",
                "--data",
                data.root(),
                "--village",
                TestServer.VILLAGE_A,
                "--type",
                "floating_person"));
    arguments.addAll(List.of(further));
    arguments.add(sheet);
    return ServerProcess.command(arguments.toArray());
  }

  @Test
  void aFileThatCannotBeReadDoesNotKeepTheOthersOut() throws IOException {
    DataFolder data = prepared();
    Path good = folder.resolve("good.csv");
    Files.writeString(
        good,
        "姓名,证件号码,联系方式,流入原因,流入时间,登记日期\n吴小亮,%s,13857400002,务工,2026-01-05,2026-01-06\n"
            .formatted(Sample.idNumber()),
        StandardCharsets.UTF_8);
    Path bad = Files.write(folder.resolve("bad.xlsx"), new byte[] {1, 2, 3});
    Result result =
        ServerProcess.command(
            "import",
            "--data",
            data.root(),
            "--village",
            TestServer.VILLAGE_A,
            bad,
            folder.resolve("missing.xlsx"),
            good);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.refusals()).contains("bad.xlsx").contains("missing.xlsx");
    assertThat(result.out()).contains("新增 1");
  }

  @Test
  void aWrongSettingIsRefusedWithItsLine() throws IOException {
    DataFolder data = prepared();
    set(data, "server.port", "eight");
    List<String> lines = Files.readAllLines(data.settingsFile());
    int line = lines.indexOf("server.port = eight") + 1;
    Result run = ServerProcess.command("run", "--data", data.root());

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.refusals())
        .contains("第 " + line + " 行")
        .contains("server.port")
        .contains("应是 0 到 65535 的整数");
  }

  @Test
  void anUnknownSettingIsRefused() throws IOException {
    DataFolder data = prepared();
    Files.writeString(
        data.settingsFile(), Files.readString(data.settingsFile()) + "server.colour = red\n");
    Result check = ServerProcess.command("check", "--data", data.root());

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.refusals()).contains("server.colour").contains("没有这个名称的设置");
  }

  @Test
  void aFolderWithoutAServerIsRefused() {
    Result run = ServerProcess.command("run", "--data", folder.resolve("nothing"));

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.refusals()).contains("init");
    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "run",
        "import",
        "bulletin",
        "export",
        "demo",
        "check",
        "areas",
        "backup",
        "account"
      })
  void everyCommandHasHelpInChinese(String command) {
    Result help = ServerProcess.command(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.refusals()).isEmpty();
    assertThat(help.out()).contains("用法：wangge-server " + command).contains("选项：");
    // Every option has a description: no line of it ends with the option's own name.
    assertThat(help.out().lines().filter(line -> line.strip().startsWith("-")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).containsPattern("\\p{IsHan}"));
  }

  @Test
  void whatIsNotUnderstoodEndsWithTwoAndASentence() {
    for (List<String> arguments :
        List.of(
            List.<String>of(),
            List.of("dance"),
            List.of("run"),
            List.of("run", "--data", "x", "--port", "many"),
            List.of("bulletin", "--data", "x", "--month", "October", "--out", "y"))) {
      Result result = ServerProcess.command(arguments.toArray());

      assertThat(result.code()).as(arguments.toString()).isEqualTo(2);
      assertThat(result.refusals()).containsPattern("\\p{IsHan}").doesNotContain("Exception");
    }
  }

  @Test
  void theLogNamesRequestsAndHoldsNoPersonalDataAndNoSecret() throws IOException {
    DataFolder data = prepared();
    String number = Sample.idNumber();
    String requestId;
    try (ServerProcess server = ServerProcess.run(data)) {
      TestClient operator = server.client(TestAccount.OPERATOR_A);
      Sample.register(operator, TestServer.VILLAGE_A, "欧阳祎垟", number);
      operator.post(path(Paths.QUERY, "floating_person"), Sample.search("欧阳祎垟"));
      operator.json("PUT", "/api/v1/records/floating_person/" + number, "{\"name\":\"欧阳\"");
      operator.get("/api/v1/" + number + "?name=欧阳祎垟".replace("欧阳祎垟", "%E6%AC%A7"));
      requestId = operator.get(Paths.AREAS).header("x-request-id").orElseThrow();
      server.client().post(Paths.SESSION, new org.wangge.wire.SignIn("cun-a", "Wrong-pw-1", "pc"));
      String log = Files.readString(data.logs().resolve("server.log"));

      assertThat(log)
          .contains(requestId)
          .contains("PUT /api/v1/records/{type}/{id} 200")
          .doesNotContain("欧阳")
          .doesNotContain("%E6%AC%A7")
          .doesNotContain(number)
          .doesNotContain("13857400001")
          .doesNotContain(TestAccount.PASSWORD)
          .doesNotContain("Wrong-pw-1")
          .doesNotContain(operator.token());
    }
  }
}
