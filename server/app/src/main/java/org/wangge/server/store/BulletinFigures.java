package org.wangge.server.store;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.length;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;
import static org.wangge.server.store.schema.Tables.ACCOUNT;
import static org.wangge.server.store.schema.Tables.AREA;
import static org.wangge.server.store.schema.Tables.CHANGE_LOG;
import static org.wangge.server.store.schema.Tables.EVENT;
import static org.wangge.server.store.schema.Tables.EVENT_STEP;
import static org.wangge.server.store.schema.Tables.GRID;
import static org.wangge.server.store.schema.Tables.GRID_WORKER;
import static org.wangge.server.store.schema.Tables.SIGN_IN;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.store.MonthCounts.WholeTown;

/**
 * Counts a month for the bulletin. Each village is counted by queries that one index answers alone;
 * the town is counted once more without its villages, for comparison. All of it belongs into one
 * {@linkplain Store#snapshot snapshot}.
 */
public final class BulletinFigures {
  private static final String ACTIVE = "A";
  private static final String DRAFT = "D";
  private static final String REFUSED = "N";
  private static final int VILLAGE_DIGITS = 12;

  /** 三级网格（基础网格）: neither a whole village nor a micro grid within one. */
  private static final String BASIC_GRID = "03";

  /** Saves that count as entering information; acts of the workflow do not. */
  private static final List<String> ENTERING = List.of("register", "change", "restore");

  private final Map<String, List<String>> typesOf = new LinkedHashMap<>();
  private final Map<String, List<String>> coresOf = new LinkedHashMap<>();

  /** Counts the types of this catalogue by module. */
  public BulletinFigures(Catalogue catalogue) {
    for (Module module : catalogue.modules()) {
      List<RecordType> types =
          catalogue.types().stream().filter(type -> type.module().equals(module.key())).toList();
      typesOf.put(module.key(), types.stream().map(RecordType::key).toList());
      coresOf.put(
          module.key(),
          types.stream().filter(type -> !type.isExtension()).map(RecordType::key).toList());
    }
  }

  /**
   * What makes an account active and a person satisfied.
   *
   * @param activeDaysInMonth distinct days that make an account active in the month
   * @param activeDaysInWeek distinct days that make it active in the last seven days
   * @param satisfiedGrades grades that count as satisfied
   */
  public record Measures(
      int activeDaysInMonth, int activeDaysInWeek, Set<String> satisfiedGrades) {
    /** Copies the set. */
    public Measures {
      satisfiedGrades = Set.copyOf(satisfiedGrades);
    }
  }

  /**
   * A span of time.
   *
   * @param from first moment
   * @param to first moment after it
   */
  private record Span(LocalDateTime from, LocalDateTime to) {
    static Span of(YearMonth month) {
      return new Span(
          month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay());
    }

    Condition holds(Field<LocalDateTime> time) {
      return time.ge(from).and(time.lt(to));
    }

    LocalDate firstDay() {
      return from.toLocalDate();
    }

    LocalDate lastDay() {
      return to.toLocalDate().minusDays(1);
    }
  }

  /**
   * Counts a month of a town.
   *
   * @throws Problem NOT_FOUND when the town does not exist or has no villages
   */
  public MonthCounts of(Tx tx, String town, YearMonth month, Measures measures) {
    DSLContext sql = tx.sql();
    String townName =
        sql.select(AREA.NAME)
            .from(AREA)
            .where(AREA.CODE.eq(town))
            .and(AREA.LEVEL.eq("town"))
            .fetchOptional(AREA.NAME)
            .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of("what", town)));
    Span now = Span.of(month);
    Span before = Span.of(month.minusMonths(1));
    List<Village> villages = new ArrayList<>();
    Map<String, SignInCounts> signIns = new HashMap<>();
    Map<String, SignInCounts> signInsBefore = new HashMap<>();
    Map<String, EntryCounts> entries = new HashMap<>();
    Map<String, EventCounts> events = new HashMap<>();
    Map<String, Long> reportedBefore = new HashMap<>();
    sql.select(AREA.CODE, AREA.NAME, AREA.ENABLED)
        .from(AREA)
        .where(AREA.PARENT.eq(town))
        .orderBy(AREA.CODE)
        .forEach(
            row -> {
              String code = row.value1();
              SignInCounts signIn = signIns(sql, code, now, measures);
              EntryCounts entry = entries(sql, code, now, before);
              EventCounts event = events(sql, code, now, measures);
              long reported = reported(sql, EVENT.AREA.eq(code), before);
              // A village that was merged into another stays only where it still has figures.
              if (row.value3()
                  || signIn.accounts() + entry.entered() + entry.stock() > 0
                  || !event.equals(EventCounts.none())
                  || reported > 0) {
                villages.add(new Village(code, row.value2()));
                signIns.put(code, signIn);
                signInsBefore.put(code, signIns(sql, code, before, measures));
                entries.put(code, entry);
                events.put(code, event);
                reportedBefore.put(code, reported);
              }
            });
    if (villages.isEmpty()) {
      throw new Problem(ProblemCode.NOT_FOUND, Map.of("what", town));
    }
    return new MonthCounts(
        town,
        townName,
        month,
        villages,
        signIns,
        signInsBefore,
        entries,
        events,
        reportedBefore,
        whole(sql, town, now));
  }

  private static Condition within(Field<String> area, String code) {
    return area.ge(code).and(area.lt(Scope.after(code)));
  }

  private static SignInCounts signIns(
      DSLContext sql, String village, Span span, Measures measures) {
    Set<UUID> accounts =
        new HashSet<>(
            sql.select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(within(ACCOUNT.AREA, village))
                .and(ACCOUNT.ENABLED.isTrue())
                .and(ACCOUNT.MADE_AT.lt(span.to()))
                .fetch(ACCOUNT.ID));
    Condition accepted = within(SIGN_IN.AREA, village).and(SIGN_IN.ACCEPTED.isTrue());
    Set<LocalDate> days =
        new HashSet<>(
            sql.selectDistinct(SIGN_IN.SIGN_IN_DAY)
                .from(SIGN_IN)
                .where(accepted)
                .and(SIGN_IN.SIGN_IN_DAY.between(span.firstDay(), span.lastDay()))
                .fetch(SIGN_IN.SIGN_IN_DAY));
    return new SignInCounts(
        accounts.size(),
        days,
        active(
            sql, accepted, accounts, span.firstDay(), span.lastDay(), measures.activeDaysInMonth()),
        active(
            sql,
            accepted,
            accounts,
            span.lastDay().minusDays(6),
            span.lastDay(),
            measures.activeDaysInWeek()));
  }

  private static long active(
      DSLContext sql,
      Condition accepted,
      Set<UUID> accounts,
      LocalDate from,
      LocalDate to,
      int atLeast) {
    Field<Integer> days = countDistinct(SIGN_IN.SIGN_IN_DAY);
    return sql
        .select(SIGN_IN.ACCOUNT_ID, days)
        .from(SIGN_IN)
        .where(accepted)
        .and(SIGN_IN.SIGN_IN_DAY.between(from, to))
        .groupBy(SIGN_IN.ACCOUNT_ID)
        .fetch()
        .stream()
        .filter(row -> accounts.contains(row.value1()) && row.value2() >= atLeast)
        .count();
  }

  private EntryCounts entries(DSLContext sql, String village, Span now, Span before) {
    Map<String, Long> byModule = new HashMap<>();
    long lastMonth = 0;
    long stock = 0;
    for (String module : typesOf.keySet()) {
      byModule.put(module, entered(sql, village, module, now));
      lastMonth += entered(sql, village, module, before);
      for (String core : coresOf.get(module)) {
        stock += stock(sql, core, Core.of(core).area.eq(village), now);
      }
    }
    return new EntryCounts(byModule, lastMonth, stock);
  }

  private long entered(DSLContext sql, String village, String module, Span span) {
    return sql.select(countDistinct(CHANGE_LOG.RECORD_ID))
        .from(CHANGE_LOG)
        .where(CHANGE_LOG.AREA.eq(village))
        .and(span.holds(CHANGE_LOG.MADE_AT))
        .and(CHANGE_LOG.ACTION.in(ENTERING))
        .and(CHANGE_LOG.TYPE.in(typesOf.get(module)))
        .fetchSingle()
        .value1()
        .longValue();
  }

  /** The columns of a core table that every one of them has. */
  private record Core(
      Table<Record> table,
      Field<String> area,
      Field<String> status,
      Field<LocalDateTime> registeredAt,
      Field<LocalDate> cancelDate) {
    static Core of(String type) {
      String table = type.toUpperCase(Locale.ROOT);
      return new Core(
          DSL.table(name(table)),
          field(name(table, "AREA"), String.class),
          field(name(table, "STATUS"), String.class),
          field(name(table, "REGISTERED_AT"), LocalDateTime.class),
          field(name(table, "CANCEL_DATE"), LocalDate.class));
    }
  }

  private static long stock(DSLContext sql, String type, Condition area, Span span) {
    Core core = Core.of(type);
    return sql.select(count())
        .from(core.table())
        .where(area)
        .and(core.registeredAt().lt(span.to()))
        .and(core.status().eq(ACTIVE).or(core.cancelDate().gt(span.lastDay())))
        .fetchSingle()
        .value1()
        .longValue();
  }

  /** Counted at all: not cancelled by mistake, and handed in. */
  private static Condition handedIn() {
    return EVENT.STATUS.eq(ACTIVE).and(coalesce(EVENT.CURRENT_STATE, inline("")).ne(DRAFT));
  }

  /** Counted as work to be done: refused ones are not. */
  private static Condition toBeClosed() {
    return EVENT.STATUS
        .eq(ACTIVE)
        .and(coalesce(EVENT.CURRENT_STATE, inline("")).notIn(DRAFT, REFUSED));
  }

  private static Condition openAt(Span span) {
    return EVENT.CLOSED_TIME.isNull().or(EVENT.CLOSED_TIME.ge(span.to()));
  }

  private static Field<BigDecimal> number(Condition condition) {
    return sum(case_().when(condition, inline(1)).else_(inline(0)));
  }

  private static long value(Record row, int index) {
    BigDecimal value = row.get(index, BigDecimal.class);
    return value == null ? 0 : value.longValue();
  }

  private static EventCounts events(
      DSLContext sql, String village, Span span, Measures measures) {
    Condition closedByEnd = EVENT.CLOSED_TIME.lt(span.to());
    Condition inTime =
        closedByEnd.and(
            EVENT.LIMIT_TIME.isNull().or(EVENT.CLOSED_TIME.le(EVENT.LIMIT_TIME)));
    Condition here = EVENT.AREA.eq(village);
    Record reported =
        sql.select(
                count(), number(EVENT.RAISED_TIME.lt(span.to())), number(closedByEnd),
                number(inTime))
            .from(EVENT)
            .where(here)
            .and(span.holds(EVENT.REPORT_TIME))
            .and(handedIn())
            .fetchSingle();
    Record due =
        sql.select(count(), number(closedByEnd), number(inTime))
            .from(EVENT)
            .where(here)
            .and(span.holds(EVENT.LIMIT_TIME))
            .and(toBeClosed())
            .fetchSingle();
    Record evaluated =
        sql.select(count(), number(EVENT.SATISFACTION.in(measures.satisfiedGrades())))
            .from(EVENT)
            .where(here)
            .and(span.holds(EVENT.EVALUATED_TIME))
            .and(EVENT.STATUS.eq(ACTIVE))
            .fetchSingle();
    return new EventCounts(
        grids(sql, village, span),
        workers(sql, village, span),
        value(reported, 0),
        silentGrids(sql, village, span),
        value(reported, 1),
        value(due, 0),
        value(due, 1),
        value(due, 2),
        value(reported, 2),
        value(reported, 3),
        overdueOpen(sql, here, span),
        sql.select(count())
            .from(EVENT)
            .where(here)
            .and(span.holds(EVENT.CLOSED_TIME))
            .and(EVENT.CLOSED_TIME.gt(EVENT.LIMIT_TIME))
            .and(toBeClosed())
            .fetchSingle()
            .value1(),
        sql.select(count())
            .from(EVENT_STEP)
            .where(EVENT_STEP.AREA.eq(village))
            .and(span.holds(EVENT_STEP.MADE_AT))
            .and(EVENT_STEP.ACT.eq("return"))
            .fetchSingle()
            .value1(),
        value(evaluated, 0),
        value(evaluated, 1));
  }

  private static long reported(DSLContext sql, Condition area, Span span) {
    return sql.select(count())
        .from(EVENT)
        .where(area)
        .and(span.holds(EVENT.REPORT_TIME))
        .and(handedIn())
        .fetchSingle()
        .value1();
  }

  /** Two ranges of one index instead of one condition that no index answers. */
  private static long overdueOpen(DSLContext sql, Condition area, Span span) {
    long stillOpen =
        sql.select(count())
            .from(EVENT)
            .where(area)
            .and(EVENT.CLOSED_TIME.isNull())
            .and(EVENT.LIMIT_TIME.lt(span.to()))
            .and(toBeClosed())
            .fetchSingle()
            .value1();
    long closedSince =
        sql.select(count())
            .from(EVENT)
            .where(area)
            .and(EVENT.CLOSED_TIME.ge(span.to()))
            .and(EVENT.LIMIT_TIME.lt(span.to()))
            .and(toBeClosed())
            .fetchSingle()
            .value1();
    return stillOpen + closedSince;
  }

  /** Grids exist whether or not they were entered by then, unless a date says otherwise. */
  private static Condition gridInUse(Span span) {
    return GRID.STATUS
        .eq(ACTIVE)
        .or(GRID.CANCEL_DATE.gt(span.lastDay()))
        .and(GRID.GRID_LEVEL.isNull().or(GRID.GRID_LEVEL.eq(BASIC_GRID)))
        .and(GRID.ENABLED_DATE.isNull().or(GRID.ENABLED_DATE.le(span.lastDay())));
  }

  private static long grids(DSLContext sql, String village, Span span) {
    return sql.select(count())
        .from(GRID)
        .where(GRID.AREA.eq(village))
        .and(gridInUse(span))
        .fetchSingle()
        .value1();
  }

  private static long silentGrids(DSLContext sql, String village, Span span) {
    return sql.select(count())
        .from(GRID)
        .where(GRID.AREA.eq(village))
        .and(gridInUse(span))
        .and(
            not(
                exists(
                    selectOne()
                        .from(EVENT)
                        .where(EVENT.GRID.eq(GRID.GRID_CODE))
                        .and(span.holds(EVENT.REPORT_TIME))
                        .and(handedIn()))))
        .fetchSingle()
        .value1();
  }

  private static long workers(DSLContext sql, String village, Span span) {
    return sql.select(count())
        .from(GRID_WORKER)
        .where(GRID_WORKER.AREA.eq(village))
        .and(GRID_WORKER.STATUS.eq(ACTIVE).or(GRID_WORKER.CANCEL_DATE.gt(span.lastDay())))
        .and(GRID_WORKER.START_DATE.isNull().or(GRID_WORKER.START_DATE.le(span.lastDay())))
        .and(GRID_WORKER.END_DATE.isNull().or(GRID_WORKER.END_DATE.gt(span.lastDay())))
        .fetchSingle()
        .value1();
  }

  /** Counted without the villages' list and by other conditions, so that a slip shows. */
  private WholeTown whole(DSLContext sql, String town, Span span) {
    Condition here = within(EVENT.AREA, town).and(length(EVENT.AREA).eq(VILLAGE_DIGITS));
    long entered = 0;
    long stock = 0;
    for (String module : typesOf.keySet()) {
      entered +=
          sql.select(count())
              .from(
                  sql.selectDistinct(CHANGE_LOG.AREA, CHANGE_LOG.RECORD_ID)
                      .from(CHANGE_LOG)
                      .where(within(CHANGE_LOG.AREA, town))
                      .and(length(CHANGE_LOG.AREA).eq(VILLAGE_DIGITS))
                      .and(span.holds(CHANGE_LOG.MADE_AT))
                      .and(CHANGE_LOG.ACTION.in(ENTERING))
                      .and(CHANGE_LOG.TYPE.in(typesOf.get(module)))
                      .asTable("entered"))
              .fetchSingle()
              .value1();
      for (String core : coresOf.get(module)) {
        Field<String> area = Core.of(core).area();
        stock +=
            stock(sql, core, within(area, town).and(length(area).eq(VILLAGE_DIGITS)), span);
      }
    }
    Record due =
        sql.select(count(), number(not(openAt(span))))
            .from(EVENT)
            .where(here)
            .and(span.holds(EVENT.LIMIT_TIME))
            .and(toBeClosed())
            .fetchSingle();
    return new WholeTown(
        sql.select(count())
            .from(ACCOUNT)
            .where(within(ACCOUNT.AREA, town))
            .and(length(ACCOUNT.AREA).ge(VILLAGE_DIGITS))
            .and(ACCOUNT.ENABLED.isTrue())
            .and(ACCOUNT.MADE_AT.lt(span.to()))
            .fetchSingle()
            .value1(),
        entered,
        stock,
        reported(sql, here, span),
        value(due, 0),
        value(due, 1),
        sql.select(count())
            .from(EVENT)
            .where(here)
            .and(EVENT.LIMIT_TIME.lt(span.to()))
            .and(openAt(span))
            .and(toBeClosed())
            .fetchSingle()
            .value1());
  }
}
