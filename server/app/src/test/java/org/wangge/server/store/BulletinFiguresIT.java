package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.server.store.schema.Tables.ACCOUNT;
import static org.wangge.server.store.schema.Tables.AREA;
import static org.wangge.server.store.schema.Tables.CHANGE_LOG;
import static org.wangge.server.store.schema.Tables.EVENT;
import static org.wangge.server.store.schema.Tables.EVENT_STEP;
import static org.wangge.server.store.schema.Tables.GRID;
import static org.wangge.server.store.schema.Tables.GRID_WORKER;
import static org.wangge.server.store.schema.Tables.PERSON;
import static org.wangge.server.store.schema.Tables.SIGN_IN;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.problem.Problem;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.store.BulletinFigures.Measures;

/**
 * The figures of a month in SQL against the same figures counted in plain Java over the raw rows,
 * on random data in a real database.
 */
class BulletinFiguresIT {
  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final LocalDateTime FROM = MONTH.atDay(1).atStartOfDay();
  private static final LocalDateTime TO = MONTH.plusMonths(1).atDay(1).atStartOfDay();
  private static final LocalDate LAST = MONTH.atEndOfMonth();
  private static final LocalDateTime EARLY = LocalDateTime.of(2026, 8, 1, 8, 0);
  private static final String TOWN = "330282104";
  private static final String OTHER_TOWN = "330282105";
  private static final List<String> VILLAGES =
      List.of("330282104001", "330282104201", "330282104202", "330282104203");
  private static final String MERGED = "330282104299";
  private static final String OTHER_VILLAGE = "330282105201";
  private static final Measures MEASURES = new Measures(3, 2, Set.of("01", "02"));

  @TempDir Path folder;

  private record Event(
      String village,
      String grid,
      String status,
      String state,
      LocalDateTime reported,
      LocalDateTime raised,
      LocalDateTime limit,
      LocalDateTime closed,
      LocalDateTime evaluated,
      String grade) {
    boolean handedIn() {
      return status.equals("A") && !"D".equals(state);
    }

    boolean toBeClosed() {
      return handedIn() && !"N".equals(state);
    }

    boolean closedByEnd() {
      return closed != null && closed.isBefore(TO);
    }

    boolean inTime() {
      return closedByEnd() && (limit == null || !closed.isAfter(limit));
    }
  }

  private record Grid(
      String village, String code, String status, String level, LocalDate from, LocalDate until) {
    boolean kept() {
      return status.equals("A") || until.isAfter(LAST);
    }

    boolean inUse() {
      return kept()
          && (level == null || level.equals("03"))
          && (from == null || !from.isAfter(LAST));
    }
  }

  private record Worker(
      String village, String status, LocalDate cancelled, LocalDate start, LocalDate end) {
    boolean kept() {
      return status.equals("A") || cancelled.isAfter(LAST);
    }

    boolean onTheRoll() {
      return kept()
          && (start == null || !start.isAfter(LAST))
          && (end == null || end.isAfter(LAST));
    }
  }

  private record Account(UUID id, String area, boolean enabled, LocalDateTime made) {
    boolean counted() {
      return enabled && made.isBefore(TO);
    }
  }

  private record SignIn(UUID account, String area, boolean accepted, LocalDate day) {}

  private record Save(
      UUID id, long version, String village, String type, String action, LocalDateTime at) {}

  private record Person(
      UUID id, String village, String status, LocalDateTime registered, LocalDate cancelled) {
    boolean inStock() {
      return registered.isBefore(TO) && (status.equals("A") || cancelled.isAfter(LAST));
    }
  }

  private record Return(UUID event, String village, LocalDateTime at) {}

  private final List<Event> events = new ArrayList<>();
  private final List<Grid> grids = new ArrayList<>();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Account> accounts = new ArrayList<>();
  private final List<SignIn> signIns = new ArrayList<>();
  private final List<Save> saves = new ArrayList<>();
  private final List<Person> people = new ArrayList<>();
  private final List<Return> returns = new ArrayList<>();
  private final Catalogue catalogue = CatalogueFiles.shipped();

  @ParameterizedTest(name = "{0} events")
  @ValueSource(ints = {0, 40, 2500})
  void countsWhatPlainJavaCounts(int size) {
    try (Database database = Database.create(DatabaseSettings.embedded(folder))) {
      Store store = new Store(database, Clock.system(ZoneId.of("Asia/Shanghai")));
      invent(new Random(size), size);
      store.write(
          tx -> {
            writePlaces(tx);
            writeGrids(tx);
            writeEvents(tx);
            writeAccounts(tx);
            writeSaves(tx);
            return null;
          });
      MonthCounts counts =
          store.snapshot(tx -> new BulletinFigures(catalogue).of(tx, TOWN, MONTH, MEASURES));
      assertThat(counts.townName()).isEqualTo("掌起镇");
      assertThat(counts.villages()).extracting(Village::code).containsAll(VILLAGES);
      // A village that was merged shows only while it still has figures.
      assertThat(counts.villages().stream().anyMatch(village -> village.code().equals(MERGED)))
          .isEqualTo(size > 0);
      for (Village village : counts.villages()) {
        String code = village.code();
        assertThat(counts.signIns().get(code)).as("sign-ins of %s", code).isEqualTo(signIns(code));
        assertThat(counts.signInDaysBefore().get(code))
            .as("sign-ins before of %s", code)
            .isEqualTo(signInDays(code, MONTH.minusMonths(1)));
        assertThat(counts.entries().get(code)).as("entries of %s", code).isEqualTo(entries(code));
        assertThat(counts.events().get(code)).as("events of %s", code).isEqualTo(events(code));
        assertThat(counts.reportedBefore().get(code))
            .as("events before of %s", code)
            .isEqualTo(reportedBefore(code));
      }
      assertTotals(counts);
      BulletinFigures figures = new BulletinFigures(catalogue);
      assertThatThrownBy(() -> store.snapshot(tx -> figures.of(tx, "999999999", MONTH, MEASURES)))
          .as("a place that is no town")
          .isInstanceOf(Problem.class);
    }
  }

  private void assertTotals(MonthCounts counts) {
    EventCounts all =
        counts.events().values().stream().reduce(EventCounts.none(), EventCounts::plus);
    assertThat(counts.whole())
        .isEqualTo(
            new MonthCounts.WholeTown(
                counts.signIns().values().stream().mapToLong(SignInCounts::accounts).sum(),
                counts.entries().values().stream().mapToLong(EntryCounts::entered).sum(),
                counts.entries().values().stream().mapToLong(EntryCounts::stock).sum(),
                all.reported(),
                all.due(),
                all.closed(),
                all.overdueOpen()));
  }

  // ---- the same figures, counted the plain way

  private static <T> long count(List<T> rows, Predicate<T> condition) {
    return rows.stream().filter(condition).count();
  }

  private static boolean inMonth(LocalDateTime time) {
    return time != null && !time.isBefore(FROM) && time.isBefore(TO);
  }

  private static boolean inMonthBefore(LocalDateTime time) {
    return YearMonth.from(time).equals(MONTH.minusMonths(1));
  }

  private long reportedBefore(String village) {
    return count(
        events, e -> e.village().equals(village) && e.handedIn() && inMonthBefore(e.reported()));
  }

  private EventCounts events(String village) {
    List<Event> here = events.stream().filter(e -> e.village().equals(village)).toList();
    List<Event> reported =
        here.stream().filter(e -> e.handedIn() && inMonth(e.reported())).toList();
    List<Event> due = here.stream().filter(e -> e.toBeClosed() && inMonth(e.limit())).toList();
    List<Event> evaluated =
        here.stream().filter(e -> e.status().equals("A") && inMonth(e.evaluated())).toList();
    Set<String> heard = new HashSet<>();
    events.stream()
        .filter(e -> e.handedIn() && inMonth(e.reported()))
        .forEach(e -> heard.add(e.grid()));
    List<Grid> used = grids.stream().filter(g -> g.village().equals(village) && g.inUse()).toList();
    long overdueOpen =
        here.stream()
            .filter(e -> e.toBeClosed() && e.limit() != null)
            .filter(e -> e.limit().isBefore(TO) && !e.closedByEnd())
            .count();
    long closedLate =
        here.stream()
            .filter(e -> e.toBeClosed() && inMonth(e.closed()) && e.limit() != null)
            .filter(e -> e.closed().isAfter(e.limit()))
            .count();
    return new EventCounts(
        used.size(),
        count(workers, w -> w.village().equals(village) && w.onTheRoll()),
        reported.size(),
        count(used, g -> !heard.contains(g.code())),
        count(reported, e -> e.raised() != null && e.raised().isBefore(TO)),
        due.size(),
        count(due, Event::closedByEnd),
        count(due, Event::inTime),
        count(reported, Event::closedByEnd),
        count(reported, Event::inTime),
        overdueOpen,
        closedLate,
        count(returns, r -> r.village().equals(village) && inMonth(r.at())),
        evaluated.size(),
        count(evaluated, e -> e.grade().equals("01") || e.grade().equals("02")));
  }

  private Set<LocalDate> signInDays(String village, YearMonth month) {
    Set<LocalDate> days = new HashSet<>();
    signIns.stream()
        .filter(s -> s.accepted() && s.area().startsWith(village))
        .filter(s -> YearMonth.from(s.day()).equals(month))
        .forEach(s -> days.add(s.day()));
    return days;
  }

  private SignInCounts signIns(String village) {
    List<Account> here =
        accounts.stream().filter(a -> a.area().startsWith(village) && a.counted()).toList();
    Map<UUID, Set<LocalDate>> byAccount = new HashMap<>();
    for (SignIn signIn : signIns) {
      if (signIn.accepted()
          && signIn.area().startsWith(village)
          && YearMonth.from(signIn.day()).equals(MONTH)) {
        byAccount.computeIfAbsent(signIn.account(), id -> new HashSet<>()).add(signIn.day());
      }
    }
    long inMonth = 0;
    long inWeek = 0;
    for (Account account : here) {
      Set<LocalDate> own = byAccount.getOrDefault(account.id(), Set.of());
      inMonth += own.size() >= 3 ? 1 : 0;
      inWeek += own.stream().filter(day -> day.isAfter(LAST.minusDays(7))).count() >= 2 ? 1 : 0;
    }
    return new SignInCounts(here.size(), signInDays(village, MONTH), inMonth, inWeek);
  }

  private EntryCounts entries(String village) {
    Map<String, Set<UUID>> entered = new HashMap<>();
    Map<String, Set<UUID>> before = new HashMap<>();
    for (Save save : saves) {
      boolean enters = Set.of("register", "change", "restore").contains(save.action());
      if (!enters || !save.village().equals(village)) {
        continue;
      }
      String module = catalogue.type(save.type()).module();
      if (inMonth(save.at())) {
        entered.computeIfAbsent(module, key -> new HashSet<>()).add(save.id());
      } else if (inMonthBefore(save.at())) {
        before.computeIfAbsent(module, key -> new HashSet<>()).add(save.id());
      }
    }
    Map<String, Long> byModule = new HashMap<>();
    catalogue
        .modules()
        .forEach(
            module ->
                byModule.put(
                    module.key(), (long) entered.getOrDefault(module.key(), Set.of()).size()));
    // Grids, workers and events of this test are all registered in August.
    long stock =
        count(people, p -> p.village().equals(village) && p.inStock())
            + count(grids, g -> g.village().equals(village) && g.kept())
            + count(workers, w -> w.village().equals(village) && w.kept())
            + count(events, e -> e.village().equals(village) && e.status().equals("A"));
    return new EntryCounts(byModule, before.values().stream().mapToLong(Set::size).sum(), stock);
  }

  // ---- random rows

  private void invent(Random random, int size) {
    List<String> places = new ArrayList<>(VILLAGES);
    places.add(MERGED);
    places.add(OTHER_VILLAGE);
    for (int i = 0; i < size / 20; i++) {
      String village = one(random, places);
      grids.add(
          new Grid(
              village,
              village + "%03d".formatted(i),
              random.nextInt(5) == 0 ? "C" : "A",
              one(random, Arrays.asList(null, "03", "03", "03", "04", "02")),
              random.nextInt(3) == 0 ? day(random) : null,
              day(random)));
      workers.add(
          new Worker(
              one(random, places),
              random.nextInt(5) == 0 ? "C" : "A",
              day(random),
              random.nextBoolean() ? day(random) : null,
              random.nextInt(4) == 0 ? day(random) : null));
    }
    for (int i = 0; i < size; i++) {
      events.add(event(random, one(random, places)));
    }
    for (int i = 0; i < size / 10; i++) {
      String area = one(random, List.of(one(random, places), TOWN, one(random, places) + "001"));
      accounts.add(new Account(new UUID(1, i), area, random.nextInt(4) > 0, moment(random)));
    }
    List<String> types = catalogue.types().stream().map(type -> type.key()).toList();
    List<String> actions = List.of("register", "change", "change", "cancel", "restore", "act");
    for (int i = 0; i < size; i++) {
      Account account = one(random, accounts);
      signIns.add(new SignIn(account.id(), account.area(), random.nextInt(5) > 0, day(random)));
      saves.add(
          new Save(
              new UUID(2, random.nextInt(size / 3 + 1)),
              i,
              one(random, places),
              one(random, types),
              one(random, actions),
              moment(random)));
      people.add(
          new Person(
              new UUID(3, i),
              one(random, places),
              random.nextInt(4) == 0 ? "C" : "A",
              moment(random),
              day(random)));
    }
    for (int i = 0; i < size / 3; i++) {
      returns.add(new Return(new UUID(4, i), events.get(i).village(), moment(random)));
    }
  }

  private Event event(Random random, String village) {
    LocalDateTime reported = moment(random);
    LocalDateTime limit =
        random.nextInt(20) == 0 ? null : reported.plusMinutes(random.nextInt(20_000));
    LocalDateTime closed =
        random.nextInt(4) == 0 ? null : reported.plusMinutes(random.nextInt(30_000));
    // Moments on the very edge are where a wrong comparison shows.
    if (random.nextInt(25) == 0) {
      limit = one(random, List.of(FROM, TO, TO.minusSeconds(1), FROM.minusSeconds(1)));
    }
    if (random.nextInt(25) == 0) {
      closed = one(random, Arrays.asList(limit, FROM, TO, TO.minusSeconds(1)));
    }
    boolean evaluated = random.nextBoolean();
    return new Event(
        village,
        grids.isEmpty() || random.nextInt(3) > 0 ? null : one(random, grids).code(),
        random.nextInt(12) == 0 ? "C" : "A",
        one(random, Arrays.asList(null, "D", "A", "P", "V", "E", "Z", "N", "F")),
        random.nextInt(40) == 0 ? one(random, List.of(FROM, TO)) : reported,
        random.nextBoolean() ? reported.plusMinutes(random.nextInt(9000)) : null,
        limit,
        closed,
        evaluated ? reported.plusMinutes(random.nextInt(30_000)) : null,
        evaluated ? one(random, List.of("01", "02", "03")) : null);
  }

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2026, 8, 20).plusDays(random.nextInt(100));
  }

  private static LocalDateTime moment(Random random) {
    return day(random).atStartOfDay().plusSeconds(random.nextInt(86_400));
  }

  private static void writePlaces(Tx tx) {
    place(tx, "33", null, "province", "浙江省", true);
    place(tx, "3302", "33", "city", "宁波市", true);
    place(tx, "330282", "3302", "county", "慈溪市", true);
    place(tx, TOWN, "330282", "town", "掌起镇", true);
    place(tx, OTHER_TOWN, "330282", "town", "观海卫镇", true);
    VILLAGES.forEach(code -> place(tx, code, TOWN, "village", "村" + code.substring(9), true));
    place(tx, MERGED, TOWN, "village", "并村", false);
    place(tx, OTHER_VILLAGE, OTHER_TOWN, "village", "邻村", true);
  }

  private static void place(
      Tx tx, String code, String parent, String level, String name, boolean enabled) {
    tx.sql()
        .insertInto(AREA)
        .set(AREA.CODE, code)
        .set(AREA.NAME, name)
        .set(AREA.LEVEL, level)
        .set(AREA.PARENT, parent)
        .set(AREA.ENABLED, enabled)
        .execute();
  }

  private void writeGrids(Tx tx) {
    for (Grid grid : grids) {
      tx.sql()
          .insertInto(GRID)
          .set(core(GRID, UUID.randomUUID(), grid.village(), grid.status(), grid.until(), EARLY))
          .set(GRID.GRID_NAME, grid.code())
          .set(GRID.GRID_CODE, grid.code())
          .set(GRID.GRID_LEVEL, grid.level())
          .set(GRID.ENABLED_DATE, grid.from())
          .execute();
    }
    for (Worker worker : workers) {
      UUID id = UUID.randomUUID();
      tx.sql()
          .insertInto(GRID_WORKER)
          .set(core(GRID_WORKER, id, worker.village(), worker.status(), worker.cancelled(), EARLY))
          .set(GRID_WORKER.NAME, "网格员")
          .set(GRID_WORKER.MOBILE, id.toString().substring(0, 18))
          .set(GRID_WORKER.START_DATE, worker.start())
          .set(GRID_WORKER.END_DATE, worker.end())
          .execute();
    }
  }

  private void writeEvents(Tx tx) {
    for (int i = 0; i < events.size(); i++) {
      Event event = events.get(i);
      tx.sql()
          .insertInto(EVENT)
          .set(core(EVENT, new UUID(4, i), event.village(), event.status(), LAST, EARLY))
          .set(EVENT.EVENT_NAME, "事件")
          .set(EVENT.CATEGORY, "0102")
          .set(EVENT.GRID, event.grid())
          .set(EVENT.CURRENT_STATE, event.state())
          .set(EVENT.REPORT_TIME, event.reported())
          .set(EVENT.RAISED_TIME, event.raised())
          .set(EVENT.LIMIT_TIME, event.limit())
          .set(EVENT.CLOSED_TIME, event.closed())
          .set(EVENT.EVALUATED_TIME, event.evaluated())
          .set(EVENT.SATISFACTION, event.grade())
          .execute();
    }
    for (Return step : returns) {
      tx.sql()
          .insertInto(EVENT_STEP)
          .set(EVENT_STEP.EVENT_ID, step.event())
          .set(EVENT_STEP.STEP_NO, 1)
          .set(EVENT_STEP.AREA, step.village())
          .set(EVENT_STEP.ACT, "return")
          .set(EVENT_STEP.FROM_STATE, "A")
          .set(EVENT_STEP.TO_STATE, "A")
          .set(EVENT_STEP.FROM_UNIT, TOWN)
          .set(EVENT_STEP.HOLDER, step.village())
          .set(EVENT_STEP.MADE_BY, "a")
          .set(EVENT_STEP.WORKSTATION, "w")
          .set(EVENT_STEP.MADE_AT, step.at())
          .set(EVENT_STEP.WORDS, "")
          .set(EVENT_STEP.GRADE, "")
          .set(EVENT_STEP.OVERDUE, false)
          .set(EVENT_STEP.PARAMETERS, "")
          .execute();
    }
  }

  private void writeAccounts(Tx tx) {
    for (Account account : accounts) {
      tx.sql()
          .insertInto(ACCOUNT)
          .set(ACCOUNT.ID, account.id())
          .set(ACCOUNT.VERSION, 1L)
          .set(ACCOUNT.NAME, "a" + account.id().getLeastSignificantBits())
          .set(ACCOUNT.PERSON, "某某")
          .set(ACCOUNT.POST, "village-operator")
          .set(ACCOUNT.AREA, account.area())
          .set(ACCOUNT.ENABLED, account.enabled())
          .set(ACCOUNT.PASSWORD_HASH, "-")
          .set(ACCOUNT.PASSWORD_MADE_AT, account.made())
          .set(ACCOUNT.MUST_CHANGE, false)
          .set(ACCOUNT.MADE_AT, account.made())
          .set(ACCOUNT.UPDATED_AT, account.made())
          .execute();
    }
    for (SignIn signIn : signIns) {
      tx.sql()
          .insertInto(SIGN_IN)
          .set(SIGN_IN.ACCOUNT_ID, signIn.account())
          .set(SIGN_IN.ACCOUNT_NAME, "a")
          .set(SIGN_IN.AREA, signIn.area())
          .set(SIGN_IN.ACCEPTED, signIn.accepted())
          .set(SIGN_IN.SIGN_IN_DAY, signIn.day())
          .set(SIGN_IN.SIGNED_IN_AT, signIn.day().atTime(8, 0))
          .set(SIGN_IN.WORKSTATION, "w")
          .execute();
    }
  }

  private void writeSaves(Tx tx) {
    for (Save save : saves) {
      tx.sql()
          .insertInto(CHANGE_LOG)
          .set(CHANGE_LOG.RECORD_ID, save.id())
          .set(CHANGE_LOG.VERSION, save.version())
          .set(CHANGE_LOG.TYPE, save.type())
          .set(CHANGE_LOG.AREA, save.village())
          .set(CHANGE_LOG.ACTION, save.action())
          .set(CHANGE_LOG.MADE_BY, "a")
          .set(CHANGE_LOG.MADE_AT, save.at())
          .set(CHANGE_LOG.WORKSTATION, "w")
          .execute();
    }
    for (Person person : people) {
      tx.sql()
          .insertInto(PERSON)
          .set(
              core(
                  PERSON,
                  person.id(),
                  person.village(),
                  person.status(),
                  person.cancelled(),
                  person.registered()))
          .set(PERSON.ID_NUMBER, "n" + person.id().getLeastSignificantBits())
          .set(PERSON.NAME, "某某")
          .execute();
    }
  }

  /** The columns every core table has. */
  private static Map<org.jooq.Field<?>, Object> core(
      org.jooq.Table<?> table,
      UUID id,
      String village,
      String status,
      LocalDate cancelled,
      LocalDateTime registered) {
    Map<org.jooq.Field<?>, Object> row = new HashMap<>();
    row.put(table.field("ID"), id);
    row.put(table.field("VERSION"), 1L);
    row.put(table.field("STATUS"), status);
    row.put(table.field("INCOMPLETE"), (short) 0);
    row.put(table.field("AREA"), village);
    row.put(table.field("REGISTERED_BY"), "a");
    row.put(table.field("REGISTERED_AT"), registered);
    row.put(table.field("UPDATED_BY"), "a");
    row.put(table.field("UPDATED_AT"), registered);
    row.put(table.field("WORKSTATION"), "w");
    row.put(table.field("EFFECTIVE_DATE"), registered.toLocalDate());
    row.put(table.field("CANCEL_DATE"), status.equals("C") ? cancelled : null);
    return row;
  }
}
