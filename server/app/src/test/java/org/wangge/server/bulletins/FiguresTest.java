package org.wangge.server.bulletins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Fingerprint;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Row;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.store.EntryCounts;
import org.wangge.server.store.EventCounts;
import org.wangge.server.store.MonthCounts;
import org.wangge.server.store.MonthCounts.WholeTown;
import org.wangge.server.store.SignInCounts;
import org.wangge.server.store.Village;

/** Rates, ranking, tables and text from given counts; expected values worked out by hand. */
class FiguresTest {
  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(ShippedCalendar.read().exceptions());
  private static final Map<String, String> MODULES = new LinkedHashMap<>();

  static {
    MODULES.put("population", "实有人口");
    MODULES.put("events", "网格事件");
  }

  private final BulletinWords words = new BulletinWords();

  /** A village with its counts; what a test does not name is unremarkable. */
  private static final class Unit {
    private final String name;
    private final Set<LocalDate> days = new TreeSet<>(CALENDAR.workingDays(MONTH));
    private Set<LocalDate> daysBefore = new TreeSet<>(CALENDAR.workingDays(MONTH.minusMonths(1)));
    private long accounts = 2;
    private long entered = 10;
    private EventCounts events = events(4, 4, 4);

    private Unit(String name) {
      this.name = name;
    }

    private static EventCounts events(long due, long closed, long onTime) {
      return events(due, closed, onTime, due - closed);
    }

    private static EventCounts events(long due, long closed, long onTime, long overdue) {
      return new EventCounts(
          2, 2, due, 0, 1, due, closed, onTime, closed, onTime, overdue, 0, 0, 2, 2);
    }
  }

  private static Unit unit(String name) {
    return new Unit(name);
  }

  private static Figures figures(Unit... units) {
    return figures(null, units);
  }

  private static Figures figures(WholeTown whole, Unit... units) {
    List<Village> villages = new ArrayList<>();
    Map<String, SignInCounts> signIns = new HashMap<>();
    Map<String, Set<LocalDate>> before = new HashMap<>();
    Map<String, EntryCounts> entries = new HashMap<>();
    Map<String, EventCounts> events = new HashMap<>();
    Map<String, Long> reportedBefore = new HashMap<>();
    EventCounts all = EventCounts.none();
    long accounts = 0;
    long entered = 0;
    for (Unit unit : units) {
      String code = "%012d".formatted(villages.size() + 1);
      villages.add(new Village(code, unit.name));
      signIns.put(code, new SignInCounts(unit.accounts, unit.days, 1, 2));
      before.put(code, unit.daysBefore);
      entries.put(code, new EntryCounts(Map.of("population", unit.entered), 8, 100));
      events.put(code, unit.events);
      reportedBefore.put(code, 5L);
      all = all.plus(unit.events);
      accounts += unit.accounts;
      entered += unit.entered;
    }
    WholeTown town =
        whole != null
            ? whole
            : new WholeTown(
                accounts,
                entered,
                100L * units.length,
                all.reported(),
                all.due(),
                all.closed(),
                all.overdueOpen());
    return new Figures(
        new MonthCounts(
            "330282104",
            "掌起镇",
            MONTH,
            villages,
            signIns,
            before,
            entries,
            events,
            reportedBefore,
            town),
        parameters(),
        CALENDAR);
  }

  static Parameters parameters() {
    return Parameters.of(
        "2026-01",
        Map.of(
            "closing-denominator", "due",
            "satisfied-grades", "01 02",
            "active-days-month", "20",
            "active-days-week", "5",
            "floor-sign-in", "60",
            "floor-on-time", "85",
            "floor-satisfaction", "85",
            "floor-absence", "5"));
  }

  @ParameterizedTest(name = "{0} of {1} is {2}")
  @CsvSource({
    // Recomputed from published bulletins: 911/972, 23974/24932, 737/972, 170238/167101.
    "911, 972, 93.72",
    "23974, 24932, 96.16",
    "737, 972, 75.82",
    "170238, 167101, 101.88",
    // Half up, not half even.
    "1, 800, 0.13",
    "3, 800, 0.38",
    "0, 5, 0.00",
  })
  void ratesHaveTwoDecimalsHalfUp(long part, long whole, BigDecimal rate) {
    assertThat(Rates.percent(part, whole)).isEqualTo(rate);
  }

  @Test
  void aRateOfNothingIsNoRate() {
    assertThat(Rates.percent(0, 0)).isNull();
    assertThat(Rates.each(7, 0)).isNull();
    assertThat(Rates.points(null, BigDecimal.ONE)).isNull();
  }

  @ParameterizedTest(name = "{0} after {1} grows by {2}")
  @CsvSource({
    "0, 0, 0.00",
    "7, 0, 100.00",
    "0, 7, -100.00",
    "9, 12, -25.00",
    "12, 9, 33.33",
  })
  void growthFollowsTheZeroRules(long now, long before, BigDecimal growth) {
    assertThat(Rates.growth(now, before)).isEqualTo(growth);
  }

  @Test
  void equalUnitsShareAPlaceAndTheNextIsCountedOn() {
    Unit first = unit("甲村");
    Unit same = unit("乙村");
    Unit behind = unit("丙村");
    behind.events = Unit.events(4, 3, 3);
    Unit nothingDue = unit("丁村");
    nothingDue.events = Unit.events(0, 0, 0);
    assertThat(places(figures(behind, first, nothingDue, same)))
        .isEqualTo(Map.of("甲村", 1L, "乙村", 1L, "丙村", 3L));
  }

  private static Map<String, Long> places(Figures figures) {
    return figures.eventPlaces().entrySet().stream()
        .collect(Collectors.toMap(entry -> entry.getKey().village().name(), Map.Entry::getValue));
  }

  @Test
  void tiesAreBrokenByFewerLateThenByMoreReported() {
    Unit few = unit("甲村");
    few.events = Unit.events(4, 2, 2, 2);
    Unit many = unit("乙村");
    many.events = Unit.events(8, 4, 4, 4);
    Unit fewLate = unit("丙村");
    fewLate.events = Unit.events(8, 8, 4, 0);
    assertThat(places(figures(few, many, fewLate))).isEqualTo(Map.of("丙村", 1L, "甲村", 2L, "乙村", 3L));
  }

  @Test
  void signInDaysAreWorkingDaysAndAbsenceCountsThemInARow() {
    Unit unit = unit("甲村");
    unit.days.clear();
    // A Sunday counts for nothing; the worked Saturday of 10 October does.
    unit.days.addAll(
        List.of(
            LocalDate.of(2026, 10, 10),
            LocalDate.of(2026, 10, 11),
            LocalDate.of(2026, 10, 12),
            LocalDate.of(2026, 10, 26)));
    BulletinTable table = new MonthTables(words).of(figures(unit), MODULES).getFirst();
    Row row = table.rows().getFirst();
    assertThat(row.cells().get(table.indexOf("working-days"))).isEqualTo(18L);
    assertThat(row.cells().get(table.indexOf("sign-in-days"))).isEqualTo(3L);
    assertThat(row.cells().get(table.indexOf("sign-in-rate"))).isEqualTo(new BigDecimal("16.67"));
    // 13 to 23 October are nine working days.
    assertThat(row.cells().get(table.indexOf("absence"))).isEqualTo(9L);
    assertThat(row.cells().get(table.indexOf("sign-in-before")))
        .isEqualTo(new BigDecimal("100.00"));
    assertThat(row.cells().get(table.indexOf("sign-in-change")))
        .isEqualTo(new BigDecimal("-83.33"));
  }

  @Test
  void totalsAddCountsAndDivideTheSums() {
    Unit first = unit("甲村");
    first.events = Unit.events(3, 2, 1);
    Unit second = unit("乙村");
    second.events = Unit.events(1, 1, 1);
    BulletinTable table = new MonthTables(words).of(figures(first, second), MODULES).get(2);
    Row total = table.total();
    assertThat(total.cells().get(table.indexOf("village"))).isEqualTo("合计");
    assertThat(total.cells().get(table.indexOf("due"))).isEqualTo(4L);
    assertThat(total.cells().get(table.indexOf("closing-rate"))).isEqualTo(new BigDecimal("75.00"));
    assertThat(total.cells().get(table.indexOf("on-time-rate"))).isEqualTo(new BigDecimal("50.00"));
    assertThat(total.cells().get(table.indexOf("per-worker"))).isEqualTo(new BigDecimal("1.00"));
    assertThat(total.cells().get(table.indexOf("rank"))).isNull();
  }

  @Test
  void aBulletinWhoseSumsDisagreeIsStopped() {
    assertStopped(figures(new WholeTown(2, 10, 100, 5, 4, 4, 0), unit("甲村")), "上报事件数");
    Unit impossible = unit("甲村");
    impossible.events = Unit.events(4, 5, 4, 0);
    assertStopped(figures(impossible), "甲村");
  }

  private void assertStopped(Figures figures, String named) {
    assertThatThrownBy(() -> new Agreement(words).check(figures))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.FIGURES_DISAGREE);
              assertThat(problem.arguments().get("what").toString()).contains(named);
            });
  }

  @Test
  void aRateOverAHundredStopsTheBulletin() {
    Unit unit = unit("甲村");
    unit.accounts = 1;
    Figures figures = figures(unit);
    // Two accounts active in the week, one enabled.
    List<BulletinTable> tables = new MonthTables(words).of(figures, MODULES);
    assertThatThrownBy(() -> new Agreement(words).check(tables))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.arguments().get("what").toString())
                    .contains("甲村", "周活跃度", "200.00"));
  }

  @Test
  void soundFiguresPassAndTellWhatWasChecked() {
    Figures figures = figures(unit("甲村"), unit("乙村"));
    assertThat(new Agreement(words).check(figures))
        .anySatisfy(check -> assertThat(check).contains("上报事件数", "8"));
    assertThat(new Agreement(words).check(new MonthTables(words).of(figures, MODULES))).hasSize(1);
  }

  @Test
  void theTextNamesWhatIsWrongAndLeavesOutWhatIsNot() {
    Unit good = unit("甲村");
    assertThat(text(figures(good))).contains("均未低于通报标准").doesNotContain("超期在办事件1");
    Unit slow = unit("乙村");
    slow.events = Unit.events(4, 3, 2);
    Unit silent = unit("丙村");
    silent.events = Unit.events(0, 0, 0);
    Unit away = unit("丁村");
    away.days.clear();
    String text = text(figures(good, slow, silent, away));
    assertThat(text)
        .contains("登录率低于60%的有1个村（社区）：丁村（0.00%）")
        .contains("按时办结率低于85%的有1个村（社区）：乙村（50.00%）")
        .contains("丙村本月零上报")
        .contains("超期在办事件1件，涉及1个村（社区）：乙村（1件）")
        .contains("逐件销号")
        .contains("掌起镇社会服务管理中心")
        .doesNotContain("—");
  }

  @Test
  void anIndicatorThatFallsIsNotSaidToRise() {
    Unit unit = unit("甲村");
    unit.events = Unit.events(4, 4, 4);
    // Five events in the month before, four now; nineteen fewer days would be a rise of nothing.
    assertThat(text(figures(unit)))
        .contains("本月共上报事件4件，较上月减少1件，下降20.00%")
        .contains("机构登录率100.00%，与上月持平");
    unit.daysBefore = Set.of();
    assertThat(text(figures(unit))).contains("较上月提升100.00个百分点");
  }

  private String text(Figures figures) {
    return new MonthText(words, figures, "掌起镇社会服务管理中心", LocalDate.of(2026, 11, 20))
        .blocks().stream()
            .map(
                block ->
                    switch (block) {
                      case Block.Heading heading -> heading.text();
                      case Block.Paragraph paragraph -> paragraph.text();
                      case Block.TableReference reference -> "[" + reference.key() + "]";
                    })
            .collect(Collectors.joining("\n"));
  }

  @Test
  void aPaperSurvivesBeingFrozen() {
    Unit unit = unit("甲村");
    unit.events = Unit.events(0, 0, 0);
    Figures figures = figures(unit, unit("垟堽村"));
    BulletinPaper paper =
        new BulletinPaper(
            PaperForm.SERIAL,
            "掌起镇社会服务管理中心",
            "督查通报",
            "第10期",
            "关于2026年10月份\n工作情况的通报",
            "各村（社区）",
            new MonthText(words, figures, "掌起镇社会服务管理中心", LocalDate.of(2026, 11, 20)).blocks(),
            "掌起镇社会服务管理中心",
            LocalDate.of(2026, 11, 5),
            List.of("掌起镇各职能部门"),
            "掌起镇社会服务管理中心",
            MONTH,
            false,
            new MonthTables(words).of(figures, MODULES),
            List.of("说明"),
            new Fingerprint(LocalDateTime.of(2026, 10, 31, 23, 59, 59), "2026-01", "1"));
    assertThat(PaperCodec.read(PaperCodec.write(paper))).isEqualTo(paper);
  }
}
