package org.wangge.server.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.wangge.bulletin.jasper.PdfBulletin;
import org.wangge.bulletin.workbook.WorkbookBulletin;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.events.EventClocks;
import org.wangge.server.events.EventRegistration;
import org.wangge.server.jobs.JobCancelled;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.BulkRow;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.BulletinStore;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.Origin;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.SaveOrder;
import org.wangge.server.store.Store;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Table;

/** Bulletins in a real database: made, frozen, made again, read by whom they concern. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class BulletinsContract {
  private static final String TOWN = "330282104";
  private static final String VILLAGE = "330282104202";
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  /** 2026-11-05 09:00 in the town. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-05T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  private Database database;
  private Store store;
  private RecordStore records;
  private Bulletins bulletins;

  private final Caller town = caller(Post.TOWN_OPERATOR, TOWN);
  private final Caller village = caller(Post.VILLAGE_OPERATOR, VILLAGE);

  private static Caller caller(Post post, String area) {
    return new Caller(new Account(RecordId.next(), post.key(), "测试员", post, area), "PC-1", "r-1");
  }

  /** A new database of the mode that is tested. */
  abstract Database create() throws Exception;

  @BeforeAll
  void open() throws Exception {
    database = create();
    store = new Store(database, CLOCK);
    EventStore events = new EventStore();
    CalendarStore calendars = new CalendarStore();
    EventClocks clocks = new EventClocks(calendars, events);
    EventClocks.fillCalendar(store, calendars);
    records =
        new RecordStore(store, CATALOGUE, Map.of("event", new EventRegistration(events, clocks)));
    bulletins =
        new Bulletins(
            store,
            CATALOGUE,
            new BulletinFigures(CATALOGUE),
            new BulletinStore(),
            calendars,
            new PdfBulletin(),
            new WorkbookBulletin());
    try (Reader csv =
        new InputStreamReader(
            BulletinsContract.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
            StandardCharsets.UTF_8)) {
      new AreaStore(store).load(csv);
    }
    add(3, "2026-09-10T10:00:00");
    add(5, "2026-10-12T10:00:00");
  }

  /** Ends what the database needed. */
  void stop() throws Exception {}

  @AfterAll
  void close() throws Exception {
    database.close();
    stop();
  }

  private int ledger;

  private void add(int number, String reported) {
    List<BulkRow> rows = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      LocalDateTime time = LocalDateTime.parse(reported);
      Map<String, Object> values = new HashMap<>();
      values.put("event_no", "T" + ++ledger);
      values.put("event_name", "路灯不亮请修理");
      values.put("category", "0100");
      values.put("report_time", time);
      values.put("limit_time", time.plusDays(3));
      values.put("closed_time", i == 0 ? null : time.plusDays(i));
      values.put("satisfaction", i < 2 ? null : "01");
      rows.add(
          new BulkRow(
              RecordId.next(),
              new SaveOrder(
                  null, 0, VILLAGE, Values.of(values), true, Origin.of(new UUID(0, 1), i + 1))));
    }
    Caller operator = caller(Post.VILLAGE_OPERATOR, VILLAGE);
    store.write(tx -> records.saveAll(tx, operator, "event", rows));
  }

  private BulletinState generate(YearMonth month, boolean preview) {
    return bulletins.generate(town, month, TOWN, preview, Progress.UNWATCHED);
  }

  private static void assertRefused(ProblemCode code, Callable<?> call) {
    assertThatThrownBy(call::call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  @Order(1)
  void aMonthThatIsNotOverIsOnlyPreviewed() {
    YearMonth november = YearMonth.of(2026, 11);
    assertRefused(ProblemCode.MONTH_NOT_OVER, () -> generate(november, false));
    assertRefused(
        ProblemCode.MONTH_NOT_OVER,
        () -> bulletins.reissue(town, november.plusMonths(1), TOWN, Progress.UNWATCHED));
    BulletinState preview = generate(november, true);
    assertThat(preview.state()).isEqualTo("draft");
    assertThat(preview.number()).isZero();
    assertThat(bulletins.document(town, TOWN, november).tables()).hasSize(3);
    // Nobody else sees what is not signed.
    assertRefused(ProblemCode.NOT_FOUND, () -> bulletins.document(village, TOWN, november));
    generate(november, true);
    assertThat(bulletins.states(town, TOWN))
        .filteredOn(state -> state.month().equals(november))
        .hasSize(1);
  }

  @Test
  @Order(2)
  void aCancelledBulletinLeavesNothing() {
    Progress stop =
        new Progress() {
          @Override
          public void total(long steps) {}

          @Override
          public void done(long steps) {
            if (steps == 4) {
              throw new JobCancelled();
            }
          }
        };
    assertThatThrownBy(() -> bulletins.generate(town, OCTOBER, TOWN, false, stop))
        .isInstanceOf(JobCancelled.class);
    assertThat(bulletins.states(town, TOWN).get(1).state()).isEqualTo("none");
    assertRefused(ProblemCode.NOT_FOUND, () -> bulletins.file(town, TOWN, OCTOBER, "pdf"));
  }

  @Test
  @Order(3)
  void whatIsFrozenStaysWhateverHappensToTheRecords() throws IOException {
    BulletinState first = generate(OCTOBER, false);
    assertThat(first.state()).isEqualTo("frozen");
    assertThat(first.number()).isEqualTo(1);
    byte[] pdf = bulletins.file(village, "", OCTOBER, "pdf");
    byte[] workbook = bulletins.file(village, "", OCTOBER, "xlsx");
    BulletinDocument document = bulletins.document(village, "", OCTOBER);
    assertThat(figure(document, "events", "五姓点村", "上报数")).isEqualTo("5");
    assertThat(figure(document, "events", "五姓点村", "上月上报")).isEqualTo("3");
    assertThat(figure(document, "events", "五姓点村", "办结率")).isEqualTo("80.00");
    // Closed within three days of four: the fourth took a day longer.
    assertThat(figure(document, "events", "五姓点村", "按时办结率")).isEqualTo("60.00");
    assertThat(figure(document, "events", "合计", "超期在办")).isEqualTo("2");
    assertThat(document.checks()).anyMatch(check -> check.contains("上报事件数"));
    assertThat(document.title()).isEqualTo("关于2026年10月份掌起镇网格化服务管理工作情况的通报");

    add(2, "2026-10-20T10:00:00");
    assertThat(generate(OCTOBER, false)).isEqualTo(first);
    assertThat(bulletins.file(village, "", OCTOBER, "pdf")).isEqualTo(pdf);
    assertThat(bulletins.file(village, "", OCTOBER, "xlsx")).isEqualTo(workbook);
    assertThat(bulletins.document(village, "", OCTOBER)).isEqualTo(document);
    try (PDDocument paper = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
          .contains("掌起镇社会服务管理中心", "五姓点村", "本月共上报事件5件");
    }
  }

  private static String figure(
      BulletinDocument document, String table, String village, String column) {
    Table found =
        document.tables().stream().filter(one -> one.key().equals(table)).findFirst().orElseThrow();
    List<String> row =
        found.rows().stream().filter(one -> one.get(1).equals(village)).findFirst().orElseThrow();
    return row.get(found.columns().indexOf(column));
  }

  @Test
  @Order(4)
  void aNewEditionIsMadeOnlyWhenAsked() {
    BulletinDocument first = bulletins.document(town, TOWN, OCTOBER);
    BulletinState second = bulletins.reissue(town, OCTOBER, TOWN, Progress.UNWATCHED);
    assertThat(second.number()).isEqualTo(2);
    BulletinDocument document = bulletins.document(town, TOWN, OCTOBER);
    assertThat(document).isNotEqualTo(first);
    assertThat(figure(document, "events", "五姓点村", "上报数")).isEqualTo("7");
    assertThat(bulletins.states(village, "").get(1)).isEqualTo(second);
  }

  @Test
  @Order(5)
  void twoWhoGenerateAtOnceGetTheSameBulletin() throws Exception {
    YearMonth september = YearMonth.of(2026, 9);
    List<Future<BulletinState>> states = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (int i = 0; i < 2; i++) {
        states.add(threads.submit(() -> generate(september, false)));
      }
    }
    assertThat(states.get(0).get()).isEqualTo(states.get(1).get());
    assertThat(states.get(0).get().number()).isEqualTo(1);
  }

  @Test
  @Order(6)
  void onlyTheTownMakesBulletinsAndOnlyItsOwnPeopleReadThem() {
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> bulletins.generate(village, OCTOBER, TOWN, false, Progress.UNWATCHED));
    assertRefused(
        ProblemCode.OUT_OF_AREA,
        () -> bulletins.generate(town, OCTOBER, "330282105", false, Progress.UNWATCHED));
    assertRefused(ProblemCode.OUT_OF_AREA, () -> bulletins.states(village, "330282105"));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> bulletins.document(caller(Post.AUDITOR, TOWN), TOWN, OCTOBER));
    assertRefused(ProblemCode.NOT_FOUND, () -> bulletins.file(town, TOWN, OCTOBER, "exe"));
  }

  @Test
  @Order(7)
  void theDatabaseItselfRefusesToChangeWhatIsFrozen() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("UPDATE bulletin SET checks = 'x'"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM bulletin_file"))
          .isInstanceOf(SQLException.class);
      connection.rollback();
    }
  }
}
