package org.wangge.server.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.jobs.JobCancelled;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.Origin;
import org.wangge.server.store.SaveOrder;
import org.wangge.validation.Finding;
import org.wangge.wire.Cancel;
import org.wangge.wire.ExportOrder;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;

/** Imports as operators meet them, in a real database. */
class ImportsIT {
  @TempDir static Path folder;
  private static Database database;
  private static ImportTown town;
  private static int people;

  @BeforeAll
  static void open() {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new ImportTown(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** A sound number of an invented person, each time another one. */
  private static String number() {
    String body =
        "339999"
            + LocalDate.of(1970, 1, 1).plusDays(people++ * 7L).toString().replace("-", "")
            + "112";
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (body.charAt(i) - '0') * weights[i];
    }
    return body + "10X98765432".charAt(sum % 11);
  }

  private static byte[] one(String village, String name, String number, String phone) {
    return new Sheets("流动人口")
        .row("所属村", "姓名", "身份证号", "流入原因", "流入时间", "登记日期", "联系电话")
        .row(village, name, number, "务工", "2026-09-01", "2026-09-02", phone)
        .bytes();
  }

  private ImportRow only(Caller caller, ImportReport report) {
    return town.rows(caller, report, "").values().iterator().next();
  }

  private static List<String> codes(ImportRow row) {
    return row.findings().stream().filter(Finding::forbids).map(Finding::code).toList();
  }

  private static void refused(ProblemCode code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void aVillageOperatorTakesInTheOwnVillageOnly() {
    byte[] both =
        new Sheets("流动人口")
            .row("所属村", "姓名", "身份证号", "流入原因", "流入时间", "登记日期")
            .row("五姓点村", "王明", number(), "务工", "2026-09-01", "2026-09-02")
            .row("陈家村", "李华", number(), "务工", "2026-09-01", "2026-09-02")
            .bytes();
    ImportReport report = town.take(town.village, "流动人口.xlsx", both);
    assertThat(report.created()).isOne();
    ImportRow other = town.rows(town.village, report, "refuse").get(3);
    assertThat(other.findings()).anyMatch(finding -> finding.field().equals("area"));
    assertThat(other.findings().getLast().wording()).contains("管辖范围");
  }

  @Test
  void whereTheSheetNamesNoVillageAnOperatorsOwnIsMeant() {
    String number = number();
    byte[] sheet =
        new Sheets("流动人口")
            .row("姓名", "身份证号", "流入原因", "流入时间")
            .row("王明", number, "务工", "2026-09-01")
            .bytes();
    assertThat(codes(only(town.town, town.rehearse(town.town, "流动人口.xlsx", sheet))))
        .containsExactly("village-missing");
    ImportReport report = town.take(town.village, "流动人口.xlsx", sheet);
    assertThat(report.created()).isOne();
    assertThat(town.sql("SELECT area FROM person WHERE id_number = ?", number).getFirst())
        .containsEntry("area", ImportTown.VILLAGE);
  }

  @Test
  void aPersonKnownAlreadyIsChangedInTheFieldsTheSheetChangesOnly() {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, "13900000001"));
    ImportReport same =
        town.take(town.town, "流动人口.xlsx", one("陈家村", "王　明", number, "139-0000-0001"));
    assertThat(same.same()).isOne();
    ImportReport changed =
        town.rehearse(town.town, "流动人口.xlsx", one("陈家", "王明", number, "13900000002"));
    ImportRow row = only(town.town, changed);
    assertThat(row.outcome()).isEqualTo("change");
    assertThat(row.changes()).containsExactly("phone");
    town.commit(town.town, changed);
    UUID id = row.record();
    assertThat(town.records.read(town.town, "floating_person", id).values().text("phone"))
        .isEqualTo("13900000002");
    assertThat(town.records.history(town.town, "floating_person", id))
        .anySatisfy(
            change -> {
              assertThat(change.field()).isEqualTo("phone");
              assertThat(change.from()).isEqualTo("13900000001");
              assertThat(change.to()).isEqualTo("13900000002");
            });
    ImportReport empty = town.rehearse(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    assertThat(only(town.town, empty).outcome())
        .as("an empty cell clears nothing")
        .isEqualTo("same");
  }

  @Test
  void aNumberKnownUnderAnotherNameIsAskedAboutNotOverwritten() {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    ImportReport report = town.take(town.town, "流动人口.xlsx", one("陈家村", "李华", number, null));
    ImportRow row = only(town.town, report);
    assertThat(row.outcome()).isEqualTo("ask");
    assertThat(codes(row)).containsExactly("known-by-other-name");
    assertThat(town.sql("SELECT name FROM person WHERE id_number = ?", number).getFirst())
        .containsEntry("name", "王明");
  }

  @Test
  void aPersonOfAnotherVillageIsAskedAboutAndOutsideTheAreaNotEvenNamed() {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    ImportRow moved =
        only(town.town, town.rehearse(town.town, "流动人口.xlsx", one("五姓点村", "王明", number, null)));
    assertThat(moved.outcome()).isEqualTo("ask");
    assertThat(codes(moved)).containsExactly("known-in-other-village");
    ImportRow outside =
        only(
            town.village,
            town.rehearse(town.village, "流动人口.xlsx", one("五姓点村", "王明", number, null)));
    assertThat(outside.outcome()).isEqualTo("refuse");
    assertThat(codes(outside)).containsExactly("known-elsewhere");
    assertThat(outside.record()).isNull();
  }

  @Test
  void aFloatingPersonInAHouseholdBookIsAskedAbout() {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    byte[] book =
        new Sheets("户籍人口花名册")
            .row("所属村", "户号", "户主姓名", "姓名", "与户主关系", "公民身份号码")
            .row("陈家村", "7001", "王明", "王明", "户主", number)
            .bytes();
    ImportRow row = only(town.town, town.rehearse(town.town, "花名册.xlsx", book));
    assertThat(row.outcome()).isEqualTo("ask");
    assertThat(codes(row)).containsExactly("known-as-other-type");
  }

  @Test
  void aCancelledPersonIsAskedAbout() {
    String number = number();
    ImportReport first = town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    UUID id = only(town.town, first).record();
    town.records.cancel(
        town.town,
        "floating_person",
        id,
        new Cancel(RecordId.next(), 1, LocalDate.of(2026, 11, 1), "02", ""));
    ImportRow row =
        only(town.town, town.rehearse(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null)));
    assertThat(row.outcome()).isEqualTo("ask");
    assertThat(codes(row)).containsExactly("known-cancelled");
  }

  @Test
  void allOrNothingWritesNothingWhereOneRowIsRefused() {
    String sound = number();
    byte[] sheet =
        new Sheets("流动人口")
            .row("所属村", "姓名", "身份证号", "流入原因", "流入时间")
            .row("陈家村", "王明", sound, "务工", "2026-09-01")
            .row("陈家村", "李华", "33999919700101112", "务工", "2026-09-01")
            .bytes();
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", sheet);
    refused(
        ProblemCode.INVALID_RECORD,
        () ->
            town.imports.commit(
                town.town,
                report.id(),
                new ImportCommit(UUID.randomUUID(), true),
                Progress.UNWATCHED));
    assertThat(town.sql("SELECT name FROM person WHERE id_number = ?", sound)).isEmpty();
    assertThat(town.imports.report(town.town, report.id()).committed()).isFalse();
    assertThat(town.commit(town.town, report).created()).isOne();
  }

  @Test
  void aCommitSentTwiceIsAnsweredOnceAndAnotherOneRefused() {
    String number = number();
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    ImportCommit order = new ImportCommit(UUID.randomUUID(), false);
    ImportReport first = town.imports.commit(town.town, report.id(), order, Progress.UNWATCHED);
    long changes = town.count("change_log");
    ImportReport second = town.imports.commit(town.town, report.id(), order, Progress.UNWATCHED);
    assertThat(second).isEqualTo(first);
    assertThat(town.count("change_log")).isEqualTo(changes);
    refused(ProblemCode.WRONG_STATE, () -> town.commit(town.town, report));
    ImportReport other = town.rehearse(town.town, "流动人口.xlsx", one("陈家村", "王明", number(), null));
    refused(
        ProblemCode.REQUEST_ID_REUSED,
        () -> town.imports.commit(town.town, other.id(), order, Progress.UNWATCHED));
  }

  @Test
  void aRehearsalSentTwiceIsTheSameImport() {
    byte[] sheet = one("陈家村", "王明", number(), null);
    Imports.File file =
        new Imports.File("流动人口.xlsx", sheet, Optional.empty(), Optional.empty(), UUID.randomUUID());
    ImportReport first = town.imports.rehearse(town.town, file, Progress.UNWATCHED);
    assertThat(town.imports.rehearse(town.town, file, Progress.UNWATCHED).id())
        .isEqualTo(first.id());
  }

  @Test
  void stoppedInTheMiddleNothingRemains() {
    Sheets sheet = new Sheets("流动人口").row("所属村", "姓名", "身份证号", "流入原因", "流入时间");
    for (int i = 0; i < 1_200; i++) {
      sheet.row("鹤凤村", "王明", number(), "务工", "2026-09-01");
    }
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", sheet.bytes());
    assertThat(report.created()).isEqualTo(1_200);
    long before = town.count("person");
    Progress stopping =
        new Progress() {
          @Override
          public void total(long steps) {}

          @Override
          public void done(long steps) {
            if (steps >= 1_000) {
              throw new JobCancelled();
            }
          }
        };
    assertThatThrownBy(
            () ->
                town.imports.commit(
                    town.town, report.id(), new ImportCommit(UUID.randomUUID(), false), stopping))
        .isInstanceOf(JobCancelled.class);
    assertThat(town.count("person")).isEqualTo(before);
    assertThat(town.commit(town.town, report).created()).isEqualTo(1_200);
    assertThat(town.count("person")).isEqualTo(before + 1_200);
  }

  @Test
  void theBaseMayChangeBetweenRehearsalAndCommit() {
    String number = number();
    ImportReport report =
        town.rehearse(town.town, "流动人口.xlsx", one("陈家村", "王明", number, "13900000001"));
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, "13900000002"));
    ImportReport committed = town.commit(town.town, report);
    assertThat(committed.created()).isZero();
    assertThat(committed.changed()).isOne();
    assertThat(only(town.town, committed).outcome()).isEqualTo("change");
  }

  @Test
  void anImportIsUnknownToOtherAccountsAndForbiddenToPostsWithoutTheRight() {
    byte[] sheet = one("陈家村", "王明", number(), null);
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", sheet);
    Caller other = ImportTown.caller(Post.TOWN_OPERATOR, ImportTown.TOWN);
    refused(ProblemCode.NOT_FOUND, () -> town.imports.report(other, report.id()));
    refused(
        ProblemCode.NOT_FOUND,
        () -> town.imports.rows(other, report.id(), "", Optional.empty(), 10));
    refused(ProblemCode.NOT_FOUND, () -> town.commit(other, report));
    refused(
        ProblemCode.NOT_FOUND,
        () -> town.imports.refusedWorkbook(other, report.id(), new ByteArrayOutputStream()));
    for (Post post : Post.values()) {
      if (post == Post.VILLAGE_OPERATOR || post == Post.TOWN_OPERATOR || post == Post.SERVER) {
        continue;
      }
      Caller without = ImportTown.caller(post, ImportTown.TOWN);
      refused(ProblemCode.FORBIDDEN, () -> town.rehearse(without, "流动人口.xlsx", sheet));
      refused(ProblemCode.FORBIDDEN, () -> town.commit(without, report));
      refused(ProblemCode.FORBIDDEN, () -> town.imports.report(without, report.id()));
    }
  }

  @Test
  void refusedRowsMendedInTheReturnedWorkbookAreAccepted() throws IOException {
    String sound = number();
    byte[] sheet =
        new Sheets("流动人口")
            .row("五姓点村流动人口登记表")
            .row("序号", "姓名", "身份证号", "流入原因", "流入时间", "登记日期")
            .row(1, "王明", number(), "务工", "2026-09-01", "2026-09-02")
            .row(2, "李华", 3.39999197001011E17, "打工", "2026-09-01", "2026.9.2")
            .row(3, "赵六", number(), "务工", "2026-09-01", "2026-08-01")
            .bytes();
    ImportReport report = town.take(town.town, "登记表.xlsx", sheet);
    assertThat(report.refused()).isEqualTo(2);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(town.imports.refusedWorkbook(town.town, report.id(), out)).isEqualTo("登记表（退回）.xlsx");
    StringBuilder texts = new StringBuilder();
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(
          row -> {
            row.forEach(cell -> texts.append(cell == null ? "" : cell.getText()).append('|'));
            texts.append('\n');
          });
    }
    assertThat(texts.toString())
        .contains("五姓点村流动人口登记表")
        .contains("李华")
        .contains("E+17")
        .contains("已被表格软件改坏")
        .contains("赵六")
        .contains("登记日期早于流入时间")
        .doesNotContain("王明");
    byte[] mended;
    try (var workbook =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(
            new ByteArrayInputStream(out.toByteArray()))) {
      for (var row : workbook.getSheetAt(0)) {
        for (var cell : row) {
          if (cell.toString().contains("E+17")) {
            cell.setCellValue(sound);
          } else if (cell.toString().equals("2026-08-01")) {
            cell.setCellValue("2026-09-03");
          }
        }
      }
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      workbook.write(again);
      mended = again.toByteArray();
    }
    ImportReport second = town.take(town.town, "登记表（退回）.xlsx", mended);
    assertThat(second.refused()).isZero();
    assertThat(second.created()).isEqualTo(2);
    assertThat(town.sql("SELECT name, area FROM person WHERE id_number = ?", sound).getFirst())
        .containsEntry("name", "李华")
        .containsEntry("area", ImportTown.VILLAGE);
  }

  @Test
  void aHouseholdGetsItsHeadWhenTheHeadsRowIsMended() {
    String head = number();
    String wife = number();
    String[] heading = {"所属村", "户号", "户主姓名", "家庭住址", "姓名", "与户主关系", "公民身份号码"};
    byte[] book =
        new Sheets("户籍人口花名册")
            .row((Object[]) heading)
            .row("柴家村", "8001", "王明", "柴家村1号", "王明", "户主", "339999")
            .row("柴家村", "8001", "王明", "柴家村1号", "李华", "妻", wife)
            .bytes();
    town.take(town.town, "花名册.xlsx", book);
    String query =
        "SELECT H.member_count, P.name FROM household H LEFT JOIN person P ON P.id = H.head"
            + " WHERE H.household_no = '8001'";
    assertThat(town.sql(query)).hasSize(1);
    assertThat(town.sql(query).getFirst())
        .containsEntry("name", null)
        .containsEntry("member_count", 2);
    byte[] mended =
        new Sheets("户籍人口花名册")
            .row((Object[]) heading)
            .row("柴家村", "8001", "王明", "柴家村1号", "王明", "户主", head)
            .bytes();
    town.take(town.town, "花名册.xlsx", mended);
    assertThat(town.sql(query)).hasSize(1);
    assertThat(town.sql(query).getFirst())
        .containsEntry("name", "王明")
        .containsEntry("member_count", 2);
  }

  @Test
  void ofSeveralSheetsTheLargestIsTakenAndTheOthersAreNamed() {
    Sheets sheets = new Sheets("说明").row("请各村认真填写").sheet("陈家村");
    sheets.row("姓名", "身份证号", "流入原因", "流入时间", "登记日期");
    sheets.row("王明", number(), "务工", "2026-09-01", "2026-09-02");
    sheets.sheet("叶家村").row("姓名", "身份证号", "流入原因", "流入时间", "登记日期");
    sheets.row("李华", number(), "务工", "2026-09-01", "2026-09-02");
    sheets.row("赵六", number(), "务工", "2026-09-01", "2026-09-02");
    byte[] bytes = sheets.bytes();
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", bytes);
    assertThat(report.sheet()).isEqualTo("叶家村");
    assertThat(report.notes()).anyMatch(note -> note.contains("陈家村"));
    List<ImportReport> all =
        town.imports.rehearseAll(
            town.town,
            new Imports.File("流动人口.xlsx", bytes, Optional.empty(), Optional.empty(), null),
            Progress.UNWATCHED);
    assertThat(all).extracting(ImportReport::sheet).containsExactly("陈家村", "叶家村");
    assertThat(all).extracting(ImportReport::created).containsExactly(1, 2);
  }

  @Test
  void filesThatCannotBeReadAreRefusedAndNothingIsKept() {
    long kept = town.count("record_import");
    refused(ProblemCode.EMPTY_FILE, () -> town.rehearse(town.town, "空.xlsx", new byte[0]));
    refused(
        ProblemCode.UNREADABLE_FILE,
        () -> town.rehearse(town.town, "图.xlsx", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2}));
    refused(
        ProblemCode.UNKNOWN_SHEET,
        () ->
            town.rehearse(town.town, "通知.txt", "各村：\n请于月底前报送。\n".getBytes(StandardCharsets.UTF_8)));
    byte[] onlyHeadings = new Sheets("流动人口").row("姓名", "身份证号", "流入原因", "流入时间", "登记日期").bytes();
    refused(ProblemCode.EMPTY_FILE, () -> town.rehearse(town.town, "流动人口.xlsx", onlyHeadings));
    assertThat(town.count("record_import")).isEqualTo(kept);
  }

  @Test
  void theSummaryTellsCountsNotesAndReasons() {
    byte[] sheet =
        new Sheets("流动人口")
            .row("所属村", "姓名", "身份证号", "流入原因", "流入时间", "特长")
            .row("陈家村", "王明", number(), "务工", "2026-09-01", "唱歌")
            .row("陈家村", "李华", null, "务工", "2026-09-01", null)
            .bytes();
    ImportReport report = town.rehearse(town.town, "流动人口.xlsx", sheet);
    List<String> lines = town.imports.summary(town.town, report, 10);
    assertThat(lines.get(0)).isEqualTo("流动人口.xlsx（流动人口）预演：");
    assertThat(lines.get(1)).contains("新增 1").contains("拒收 1");
    assertThat(lines).anyMatch(line -> line.contains("特长"));
    assertThat(lines.getLast()).contains("第 3 行").contains("李华").contains("请填写");
    assertThat(town.imports.everyRow(town.town, report.id()).getFirst()).contains("第 2 行 新增 王明");
  }

  @Test
  void aTemplateFilledInIsTakenIn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(town.imports.template(town.village, "floating_person", out))
        .isEqualTo("流动人口导入模板.xlsx");
    String number = number();
    byte[] filled;
    try (var workbook =
        new org.apache.poi.xssf.usermodel.XSSFWorkbook(
            new ByteArrayInputStream(out.toByteArray()))) {
      var sheet = workbook.getSheetAt(0);
      var heads = sheet.getRow(2);
      var row = sheet.createRow(4);
      Map<String, String> values =
          Map.of(
              "*证件号码",
              number,
              "*姓名",
              "王明",
              "*流入原因",
              "务工",
              "*流入时间",
              "2026-09-01",
              "*登记日期",
              "2026-09-02");
      for (var head : heads) {
        String value = values.get(head.getStringCellValue());
        if (value != null) {
          row.createCell(head.getColumnIndex()).setCellValue(value);
        }
      }
      ByteArrayOutputStream again = new ByteArrayOutputStream();
      workbook.write(again);
      filled = again.toByteArray();
    }
    ImportReport report = town.take(town.village, "流动人口导入模板.xlsx", filled);
    assertThat(report.created()).isOne();
    assertThat(report.refused()).isZero();
  }

  @Test
  void anExportIsMaskedUnlessAskedForInClearAndIsAudited() throws IOException {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("古窑浦村", "王明", number, "13900000001"));
    Caller operator = ImportTown.caller(Post.VILLAGE_OPERATOR, "330282104215");
    long audited = town.count("audit");
    byte[] masked = export(operator, false);
    assertThat(texts(masked)).contains("王明").contains("13900000001").doesNotContain(number);
    byte[] inClear = export(operator, true);
    assertThat(texts(inClear)).contains(number);
    assertThat(town.count("audit")).isEqualTo(audited + 4);
    assertThat(town.sql("SELECT act, reason, result FROM audit ORDER BY number DESC").getFirst())
        .containsEntry("act", "export")
        .containsEntry("reason", "月度核对")
        .containsEntry("result", "1 rows");
    ImportReport again = town.rehearse(operator, "导出.xlsx", inClear);
    assertThat(only(operator, again).outcome()).as("it reads back as the same").isEqualTo("same");
  }

  private static byte[] export(Caller caller, boolean inClear) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    town.exports.write(
        caller,
        new ExportOrder("floating_person", Query.all(), List.of(), inClear, "月度核对"),
        out,
        Progress.UNWATCHED);
    return out.toByteArray();
  }

  private static String texts(byte[] bytes) throws IOException {
    StringBuilder texts = new StringBuilder();
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes));
        Stream<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().openStream()) {
      rows.forEach(
          row -> row.forEach(cell -> texts.append(cell == null ? "" : cell.getText()).append('|')));
    }
    return texts.toString();
  }

  @Test
  void anExportNeedsARightAndAReason() {
    ExportOrder order = new ExportOrder("floating_person", Query.all(), List.of(), false, "核");
    refused(
        ProblemCode.REASON_REQUIRED,
        () ->
            town.exports.write(town.town, order, new ByteArrayOutputStream(), Progress.UNWATCHED));
    Caller leader = ImportTown.caller(Post.TOWN_LEADER, ImportTown.TOWN);
    refused(
        ProblemCode.FORBIDDEN,
        () -> town.exports.write(leader, order, new ByteArrayOutputStream(), Progress.UNWATCHED));
  }

  @Test
  void anExportHoldsTheOwnVillageOnlyAndEveryPageOfIt() throws IOException {
    Sheets sheet = new Sheets("流动人口").row("所属村", "姓名", "身份证号", "流入原因", "流入时间");
    for (int i = 0; i < 450; i++) {
      sheet.row("裘家村", "裘明", number(), "务工", "2026-09-01");
    }
    town.take(town.town, "流动人口.xlsx", sheet.bytes());
    Caller operator = ImportTown.caller(Post.VILLAGE_OPERATOR, "330282104213");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int rows =
        town.exports.write(
            operator,
            new ExportOrder("floating_person", Query.all(), List.of("name"), false, "月度核对"),
            out,
            Progress.UNWATCHED);
    assertThat(rows).isEqualTo(450);
    assertThat(texts(out.toByteArray())).doesNotContain("王明");
  }

  @Test
  void aRowThatContradictsTheStandingRecordIsRefused() {
    String number = number();
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, null));
    byte[] sheet =
        new Sheets("流动人口")
            .row("所属村", "姓名", "身份证号", "登记日期")
            .row("陈家村", "王明", number, "2026-08-01")
            .bytes();
    ImportRow row = only(town.town, town.rehearse(town.town, "流动人口.xlsx", sheet));
    assertThat(row.outcome()).isEqualTo("refuse");
    assertThat(codes(row)).containsExactly("register-after-inflow");
  }

  @Test
  void whatAnOperatorHasTypedMeanwhileIsKept() {
    String number = number();
    ImportReport first = town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, "13900000001"));
    UUID id = only(town.town, first).record();
    Record record = town.records.read(town.town, "floating_person", id);
    town.records.save(
        town.town,
        "floating_person",
        id,
        new SaveOrder(
            UUID.randomUUID(),
            record.version(),
            null,
            Values.of(Map.of("workplace", "掌起五金厂")),
            true,
            Origin.of(first.id(), 0)));
    town.take(town.town, "流动人口.xlsx", one("陈家村", "王明", number, "13900000002"));
    Values values = town.records.read(town.town, "floating_person", id).values();
    assertThat(values.text("workplace")).isEqualTo("掌起五金厂");
    assertThat(values.text("phone")).isEqualTo("13900000002");
  }
}
