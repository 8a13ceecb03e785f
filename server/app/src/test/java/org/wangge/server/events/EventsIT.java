package org.wangge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.RecordId;
import org.wangge.record.StaleVersion;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.BulkRow;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.Origin;
import org.wangge.server.store.Outcome;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.SaveOrder;
import org.wangge.server.store.Store;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.AllowedAct;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.EventStep;

/** Events in a real database: what stands there after each act. */
class EventsIT {
  private static final String TOWN = "330282104";
  private static final String VILLAGE = "330282104202";
  private static final String OTHER = "330282104203";

  @TempDir static Path folder;

  private static final SettableClock CLOCK = new SettableClock();
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();
  private static Database database;
  private static Store store;
  private static RecordStore records;
  private static Events events;

  private static final Caller TOWN_CENTRE = caller(Post.TOWN_OPERATOR, TOWN);
  private final Caller operator = caller(Post.VILLAGE_OPERATOR, VILLAGE);
  private final Caller neighbour = caller(Post.VILLAGE_OPERATOR, OTHER);
  private final Caller town = TOWN_CENTRE;
  private final Caller leader = caller(Post.TOWN_LEADER, TOWN);

  /** A clock that stands until it is set. */
  private static final class SettableClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private Instant now;

    SettableClock() {
      set("2026-10-12T09:00:00");
    }

    final void set(String townTime) {
      now = LocalDateTime.parse(townTime).atZone(ZONE).toInstant();
    }

    String day() {
      return LocalDate.ofInstant(now, ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public ZoneId getZone() {
      return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeAll
  static void open() throws IOException {
    database = Database.create(DatabaseSettings.embedded(folder));
    store = new Store(database, CLOCK);
    EventStore steps = new EventStore();
    CalendarStore calendars = new CalendarStore();
    EventClocks clocks = new EventClocks(calendars, steps);
    EventClocks.fillCalendar(store, calendars);
    records =
        new RecordStore(store, CATALOGUE, Map.of("event", new EventRegistration(steps, clocks)));
    events = new Events(store, records, steps, new RequestStore(), clocks);
    try (Reader csv =
        new InputStreamReader(
            EventsIT.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
            StandardCharsets.UTF_8)) {
      new AreaStore(store).load(csv);
    }
    for (String village : List.of(VILLAGE, OTHER)) {
      records.save(
          TOWN_CENTRE,
          "grid",
          RecordId.next(),
          order(
              village,
              Map.of("grid_name", "第一网格", "grid_code", village + "001", "household_count", 150L)));
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @BeforeEach
  void beginOnAMonday() {
    CLOCK.set("2026-10-12T09:00:00");
  }

  private static Caller caller(Post post, String area) {
    return new Caller(
        new Account(RecordId.next(), post.key() + "-" + area, "测试员", post, area), "PC-1", "r-1");
  }

  private static SaveOrder order(String area, Map<String, ?> values) {
    return new SaveOrder(UUID.randomUUID(), 0, area, Values.of(values), true, Origin.FORM);
  }

  private UUID register(Caller caller, String level) {
    UUID id = RecordId.next();
    Map<String, Object> values = new HashMap<>();
    values.put("event_name", "邻居因滴水檐位置争吵");
    values.put("category", "0102");
    values.put("level", level);
    values.put("scale", "01");
    values.put("urgency", "01");
    values.put("happen_time", LocalDateTime.of(2026, 10, 11, 18, 30));
    values.put("address", "五姓点村12号");
    values.put("grid", VILLAGE + "001");
    values.put("people_count", 2L);
    values.put("brief", "两家因滴水檐的位置发生争吵，没有动手。");
    values.put("source", "01");
    values.put("collect_way", "0");
    values.put("reporter_name", "匿名");
    values.put("is_group", false);
    records.save(caller, "event", id, order(VILLAGE, values));
    return id;
  }

  private EventCase act(Caller caller, UUID id, String act) {
    return act(caller, id, act, "");
  }

  private EventCase act(Caller caller, UUID id, String act, String grade) {
    long version = events.open(caller, id).record().version();
    return events.act(caller, id, new EventAct(UUID.randomUUID(), version, act, "已经办理", "", grade));
  }

  private static void assertRefused(ProblemCode code, Callable<?> call) {
    assertThatThrownBy(call::call)
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void registrationGivesANumberOfVillageDayAndSerial() {
    // A day on which no other test registers.
    CLOCK.set("2026-10-13T09:00:00");
    EventCase first = events.open(operator, register(operator, "04"));
    EventCase second = events.open(operator, register(operator, "04"));
    assertThat(first.record().values().text("event_no")).isEqualTo(VILLAGE + "202610130001");
    assertThat(second.record().values().text("event_no")).isEqualTo(VILLAGE + "202610130002");
    assertThat(first.state()).isEqualTo("D");
    assertThat(first.stateLabel()).isEqualTo("草稿");
    assertThat(first.steps()).extracting(EventStep::label).containsExactly("登记");
    assertThat(first.acts()).extracting(AllowedAct::label).containsExactly("提交", "现场办结备案");
    assertThat(first.acts().getFirst().usual()).isTrue();
  }

  @Test
  void eventsRegisteredAtOnceNeverGetTheSameNumber() throws Exception {
    int days = 6;
    int atOnce = 8;
    for (int day = 1; day <= days; day++) {
      // The first moment of a new day is the one at which all begin the same row.
      CLOCK.set("2027-03-0" + day + "T09:00:00");
      List<Future<UUID>> registered = new ArrayList<>();
      CyclicBarrier barrier = new CyclicBarrier(atOnce);
      try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
        for (int i = 0; i < atOnce; i++) {
          registered.add(
              threads.submit(
                  () -> {
                    barrier.await();
                    return register(operator, "04");
                  }));
        }
      }
      List<String> numbers = new ArrayList<>();
      for (Future<UUID> one : registered) {
        numbers.add(events.open(operator, one.get()).record().values().text("event_no"));
      }
      assertThat(numbers)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, atOnce)
                  .mapToObj(serial -> VILLAGE + CLOCK.day() + "%04d".formatted(serial))
                  .toList());
    }
  }

  @Test
  void anEventGoesFromRegistrationToItsEnd() {
    UUID id = register(operator, "04");
    EventCase event = act(operator, id, "submit");
    assertThat(event.stateLabel()).isEqualTo("待受理");
    assertThat(event.acceptBy()).isEqualTo("2026-10-13T23:59:59");
    CLOCK.set("2026-10-12T10:00:00");
    event = act(operator, id, "accept");
    assertThat(event.handleBy()).isEqualTo("2026-10-15T23:59:59");
    CLOCK.set("2026-10-14T16:20:00");
    act(operator, id, "note");
    event = act(operator, id, "close");
    assertThat(event.stateLabel()).isEqualTo("待核查");
    assertThat(event.record().values().dateTime("closed_time")).isEqualTo("2026-10-14T16:20:00");
    act(operator, id, "verify");
    event = act(operator, id, "evaluate", "02");
    assertThat(event.state()).isEqualTo("Z");
    assertThat(event.record().values().text("satisfaction")).isEqualTo("02");
    assertThat(event.record().values().dateTime("evaluated_time")).isEqualTo("2026-10-14T16:20:00");
    assertThat(event.acts()).isEmpty();
    assertThat(event.steps())
        .extracting(EventStep::label)
        .containsExactly("登记", "提交", "受理", "办理记录", "办结", "核查通过", "回访评价");
    assertThat(event.steps()).noneMatch(EventStep::overdue);
    assertThat(event.steps().getLast().words()).startsWith("基本满意");
    assertThat(records.history(operator, "event", id))
        .extracting(Change::label)
        .contains("办理状态", "办结时间", "满意度");
  }

  @Test
  void theTownTakesOverWhatTheVillageSendsUpAndHandsItBack() {
    UUID id = register(operator, "04");
    act(operator, id, "submit");
    act(operator, id, "accept");
    CLOCK.set("2026-10-19T09:00:00");
    EventCase event = act(operator, id, "escalate");
    assertThat(event.steps().getLast().overdue()).isTrue();
    assertThat(event.steps().getLast().toUnit()).isEqualTo("掌起镇");
    assertThat(event.record().values().text("current_unit")).isEqualTo("掌起镇");
    assertThat(event.record().values().text("handle_level")).isEqualTo("03");
    assertThat(event.record().values().dateTime("raised_time")).isEqualTo("2026-10-19T09:00:00");
    assertThat(event.acts()).extracting(AllowedAct::label).containsExactly("撤回");
    event = act(town, id, "accept");
    assertThat(event.acts())
        .filteredOn(act -> act.act().equals("assign"))
        .singleElement()
        .satisfies(act -> assertThat(act.units()).containsExactly(Map.entry(VILLAGE, "五姓点村")));
    event = act(town, id, "assign");
    assertThat(event.record().values().text("current_unit")).isEqualTo("五姓点村");
    // It was late in the village: that stays, whoever has it now.
    assertThat(event.record().values().dateTime("limit_time")).isEqualTo("2026-10-15T23:59:59");
    event = act(operator, id, "return");
    assertThat(event.record().values().integer("returned_count")).isEqualTo(1L);
    assertThat(event.record().values().text("current_unit")).isEqualTo("掌起镇");
  }

  @Test
  void whatTheVillageTakesBackIsItsOwnAgain() {
    UUID id = register(operator, "04");
    act(operator, id, "submit");
    LocalDateTime handleBy = act(operator, id, "accept").handleBy();
    act(operator, id, "escalate");
    EventCase event = act(operator, id, "withdraw");
    assertThat(event.stateLabel()).isEqualTo("办理中");
    assertThat(event.handleBy()).isEqualTo(handleBy);
    assertThat(event.record().values().text("current_unit")).isEqualTo("五姓点村");
    assertThat(event.record().values().text("handle_level")).isEqualTo("02");
  }

  @Test
  void supervisionAndInstructionStandInTheLogAndBesideTheState() {
    UUID id = register(operator, "04");
    act(operator, id, "submit");
    EventCase event = act(leader, id, "instruct");
    assertThat(event.stateLabel()).isEqualTo("待受理");
    act(town, id, "urge");
    event = act(town, id, "supervise-yellow");
    assertThat(event.marks()).containsExactly("黄牌督办", "加急");
    assertThat(event.steps())
        .extracting(EventStep::label)
        .containsExactly("登记", "提交", "领导批示", "加急", "黄牌督办");
    assertThat(event.record().values().text("current_unit")).isEqualTo("五姓点村");
    assertThat(act(town, id, "lift").marks()).containsExactly("加急");
  }

  @Test
  void theSameRequestSentThreeTimesIsOneStep() {
    UUID id = register(operator, "04");
    long version = events.open(operator, id).record().version();
    EventAct order = new EventAct(UUID.randomUUID(), version, "submit", "", "", "");
    EventCase first = events.act(operator, id, order);
    assertThat(events.act(operator, id, order)).isEqualTo(first);
    assertThat(events.act(operator, id, order).steps()).hasSize(2);
    assertRefused(
        ProblemCode.REQUEST_ID_REUSED,
        () ->
            events.act(
                operator, id, new EventAct(order.requestId(), version + 1, "accept", "", "", "")));
  }

  @Test
  void anActOnAnOldVersionIsRefusedWithTheEventAsItStands() {
    UUID id = register(operator, "04");
    long version = events.open(operator, id).record().version();
    act(operator, id, "submit");
    assertThatThrownBy(
            () ->
                events.act(
                    operator,
                    id,
                    new EventAct(UUID.randomUUID(), version, "file", "当场办好了", "", "")))
        .isInstanceOfSatisfying(
            StaleVersion.class,
            stale -> assertThat(stale.current().values().text("current_state")).isEqualTo("A"));
    assertThat(events.open(operator, id).steps()).hasSize(2);
  }

  @Test
  void ofTwoActsAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    UUID id = register(operator, "04");
    act(operator, id, "submit");
    long version = events.open(operator, id).record().version();
    List<Future<String>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (String act : List.of("accept", "refuse", "accept", "refuse")) {
        answers.add(
            threads.submit(
                () -> {
                  try {
                    events.act(
                        operator,
                        id,
                        new EventAct(UUID.randomUUID(), version, act, "不属于本村", "", ""));
                    return "done";
                  } catch (StaleVersion e) {
                    return "told";
                  }
                }));
      }
    }
    List<String> told = new ArrayList<>();
    for (Future<String> answer : answers) {
      told.add(answer.get());
    }
    assertThat(told).containsExactlyInAnyOrder("done", "told", "told", "told");
    assertThat(events.open(operator, id).steps()).hasSize(3);
  }

  @Test
  void nobodyOutsideTheAreaLearnsThatAnEventExists() {
    UUID id = register(operator, "04");
    assertRefused(ProblemCode.NOT_FOUND, () -> events.open(neighbour, id));
    assertRefused(ProblemCode.NOT_FOUND, () -> events.open(operator, UUID.randomUUID()));
    assertRefused(
        ProblemCode.NOT_FOUND,
        () -> events.act(neighbour, id, new EventAct(UUID.randomUUID(), 1, "submit", "", "", "")));
  }

  @Test
  void aPostWithoutEventsMayNeitherActNorRead() {
    UUID id = register(operator, "04");
    assertThat(events.open(leader, id).acts()).isEmpty();
    assertRefused(
        ProblemCode.FORBIDDEN,
        () -> events.act(leader, id, new EventAct(UUID.randomUUID(), 1, "submit", "", "", "")));
    assertRefused(
        ProblemCode.FORBIDDEN, () -> events.open(caller(Post.SYSTEM_ADMINISTRATOR, TOWN), id));
  }

  @Test
  void missingWordsAndGradesAreNamedAndNothingChanges() {
    UUID id = register(operator, "04");
    EventCase before = events.open(operator, id);
    assertThatThrownBy(
            () ->
                events.act(
                    operator,
                    id,
                    new EventAct(
                        UUID.randomUUID(), before.record().version(), "file", "  ", null, null)))
        .isInstanceOfSatisfying(
            InvalidRecord.class,
            refusal -> assertThat(refusal.findings().getFirst().wording()).isEqualTo("请填写办理意见。"));
    assertThat(events.open(operator, id)).isEqualTo(before);
    act(operator, id, "submit");
    act(operator, id, "accept");
    act(operator, id, "close");
    act(operator, id, "verify");
    assertThatThrownBy(() -> act(operator, id, "evaluate", "09")).isInstanceOf(InvalidRecord.class);
    assertThatThrownBy(
            () ->
                events.act(
                    operator,
                    id,
                    new EventAct(
                        UUID.randomUUID(),
                        events.open(operator, id).record().version(),
                        "evaluate",
                        "长".repeat(1001),
                        "",
                        "01")))
        .isInstanceOf(InvalidRecord.class);
  }

  @Test
  void stepsAreNeverChangedOrRemoved() throws SQLException {
    act(operator, register(operator, "04"), "submit");
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("UPDATE event_step SET words = 'x'"))
          .isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM event_step"))
          .isInstanceOf(SQLException.class);
      connection.rollback();
    }
  }

  @Test
  void aLedgerIsTakenOverAsHistoryWithItsOwnDeadlines() {
    List<BulkRow> rows =
        List.of(
            ledgerRow(1, "五姓点村", "2026-10-09T23:59:00", "2026-10-08T10:00:00", "01"),
            ledgerRow(2, "派出所", "2026-10-09T23:59:00", "2026-10-10T10:00:00", null),
            ledgerRow(3, "司法所", "2026-10-09T23:59:00", null, null));
    List<Outcome> outcomes = store.write(tx -> records.saveAll(tx, operator, "event", rows));
    assertThat(outcomes).extracting(Outcome::kind).containsOnly(Outcome.Kind.CREATE);
    EventCase closed = events.open(operator, rows.get(0).id());
    assertThat(closed.state()).isEqualTo("Z");
    assertThat(closed.record().values().dateTime("limit_time")).isEqualTo("2026-10-09T23:59:00");
    assertThat(closed.record().values().dateTime("raised_time")).isNull();
    assertThat(closed.record().values().yesNo("history")).isTrue();
    assertThat(closed.steps()).extracting(EventStep::label).containsExactly("台账接收");
    assertThat(closed.steps().getFirst().overdue()).isFalse();
    EventCase late = events.open(town, rows.get(1).id());
    assertThat(late.state()).isEqualTo("E");
    assertThat(late.steps().getFirst().overdue()).isTrue();
    assertThat(late.record().values().dateTime("raised_time")).isEqualTo("2026-10-01T08:00:00");
    assertThat(late.acts()).extracting(AllowedAct::act).containsExactly("evaluate", "urge");
    EventCase open = events.open(town, rows.get(2).id());
    assertThat(open.state()).isEqualTo("P");
    assertThat(open.handleBy()).isEqualTo("2026-10-09T23:59:00");
    // What a department of the town has is in the town centre's hands until departments sign in.
    assertThat(open.acts()).extracting(AllowedAct::act).contains("close", "assign");
    assertThat(act(town, rows.get(2).id(), "close").state()).isEqualTo("V");
  }

  private static BulkRow ledgerRow(
      int row, String unit, String limit, String closed, String grade) {
    Map<String, Object> values = new HashMap<>();
    values.put("event_no", "ZQ20261000" + row);
    values.put("event_name", "矛盾纠纷第" + row + "件");
    values.put("category", "0100");
    values.put("level", "04");
    values.put("report_time", LocalDateTime.of(2026, 10, 1, 8, 0));
    values.put("accepted_time", LocalDateTime.of(2026, 10, 1, 9, 0));
    values.put("current_unit", unit);
    values.put("limit_time", LocalDateTime.parse(limit));
    values.put("closed_time", closed == null ? null : LocalDateTime.parse(closed));
    values.put("satisfaction", grade);
    return new BulkRow(
        RecordId.next(),
        new SaveOrder(null, 0, VILLAGE, Values.of(values), true, Origin.of(new UUID(0, 1), row)));
  }
}
