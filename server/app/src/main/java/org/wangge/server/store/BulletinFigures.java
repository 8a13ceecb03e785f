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
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.store.MonthCounts.WholeTown;

/**
 * Counts a month for the bulletin. Each figure is one statement for all villages that one index
 * answers alone; the town is counted once more without its villages, for comparison. All of it
 * belongs into one {@linkplain Store#snapshot snapshot}.
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
  public record Measures(int activeDaysInMonth, int activeDaysInWeek, Set<String> satisfiedGrades) {
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
      return new Span(month.atDay(1).atStartOfDay(), month.plusMonths(1).atDay(1).atStartOfDay());
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
    List<String> codes = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    Set<String> merged = new HashSet<>();
    sql.select(AREA.CODE, AREA.NAME, AREA.ENABLED)
        .from(AREA)
        .where(AREA.PARENT.eq(town))
        .orderBy(AREA.CODE)
        .forEach(
            row -> {
              codes.add(row.value1());
              names.put(row.value1(), row.value2());
              if (!row.value3()) {
                merged.add(row.value1());
              }
            });
    Map<String, SignInCounts> signIns = signIns(sql, town, codes, now, measures);
    Map<String, Set<LocalDate>> daysBefore = signInDays(sql, town, before);
    Map<String, EntryCounts> entries = entries(sql, codes, now, before);
    Map<String, EventCounts> events = events(sql, codes, now, measures);
    Map<String, Long> reportedBefore = counts(sql, EVENT, EVENT.AREA, codes, reported(before));
    List<Village> villages =
        codes.stream()
            // A village that was merged into another stays only where it still has figures.
            .filter(
                code ->
                    !merged.contains(code)
                        || signIns.get(code).accounts() > 0
                        || entries.get(code).entered() + entries.get(code).stock() > 0
                        || !events.get(code).equals(EventCounts.none())
                        || reportedBefore.containsKey(code))
            .map(code -> new Village(code, names.get(code)))
            .toList();
    if (villages.isEmpty()) {
      throw new Problem(ProblemCode.NOT_FOUND, Map.of("what", town));
    }
    return new MonthCounts(
        town,
        townName,
        month,
        villages,
        signIns,
        every(codes, code -> daysBefore.getOrDefault(code, Set.of())),
        entries,
        events,
        every(codes, code -> reportedBefore.getOrDefault(code, 0L)),
        whole(sql, town, now));
  }

  private static <T> Map<String, T> every(List<String> codes, Function<String, T> value) {
    Map<String, T> result = new HashMap<>();
    codes.forEach(code -> result.put(code, value.apply(code)));
    return result;
  }

  /** Values by village in one statement; villages without rows are absent. */
  private static Map<String, Record> grouped(
      DSLContext sql,
      Table<?> table,
      Field<String> area,
      List<String> codes,
      Condition where,
      List<SelectFieldOrAsterisk> values) {
    List<SelectFieldOrAsterisk> all = new ArrayList<>(List.of(area));
    all.addAll(values);
    Map<String, Record> result = new HashMap<>();
    sql.select(all)
        .from(table)
        .where(area.in(codes))
        .and(where)
        .groupBy(area)
        .forEach(row -> result.put(row.get(0, String.class), row));
    return result;
  }

  private static Map<String, Long> counts(
      DSLContext sql, Table<?> table, Field<String> area, List<String> codes, Condition where) {
    Map<String, Long> result = new HashMap<>();
    grouped(sql, table, area, codes, where, List.of(count()))
        .forEach((code, row) -> result.put(code, value(row, 1)));
    return result;
  }

  private static Condition within(Field<String> area, String code) {
    return area.ge(code).and(area.lt(Scope.after(code)));
  }

  private static final Field<String> SIGN_IN_VILLAGE =
      DSL.substring(SIGN_IN.AREA, 1, VILLAGE_DIGITS);

  private static Condition signedIn(String town, LocalDate from, LocalDate to) {
    return SIGN_IN
        .SIGN_IN_DAY
        .between(from, to)
        .and(SIGN_IN.ACCEPTED.isTrue())
        .and(within(SIGN_IN.AREA, town));
  }

  private static Map<String, Set<LocalDate>> signInDays(DSLContext sql, String town, Span span) {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    sql.selectDistinct(SIGN_IN_VILLAGE, SIGN_IN.SIGN_IN_DAY)
        .from(SIGN_IN)
        .where(signedIn(town, span.firstDay(), span.lastDay()))
        .forEach(
            row -> days.computeIfAbsent(row.value1(), code -> new HashSet<>()).add(row.value2()));
    return days;
  }

  private static Map<String, SignInCounts> signIns(
      DSLContext sql, String town, List<String> codes, Span span, Measures measures) {
    Map<String, Set<UUID>> accounts = new HashMap<>();
    sql.select(ACCOUNT.ID, ACCOUNT.AREA)
        .from(ACCOUNT)
        .where(within(ACCOUNT.AREA, town))
        .and(length(ACCOUNT.AREA).ge(VILLAGE_DIGITS))
        .and(ACCOUNT.ENABLED.isTrue())
        .and(ACCOUNT.MADE_AT.lt(span.to()))
        .forEach(
            row ->
                accounts
                    .computeIfAbsent(
                        row.value2().substring(0, VILLAGE_DIGITS), code -> new HashSet<>())
                    .add(row.value1()));
    Map<String, Set<LocalDate>> days = signInDays(sql, town, span);
    Set<UUID> inMonth =
        active(sql, signedIn(town, span.firstDay(), span.lastDay()), measures.activeDaysInMonth());
    Set<UUID> inWeek =
        active(
            sql,
            signedIn(town, span.lastDay().minusDays(6), span.lastDay()),
            measures.activeDaysInWeek());
    return every(
        codes,
        code -> {
          Set<UUID> own = accounts.getOrDefault(code, Set.of());
          return new SignInCounts(
              own.size(),
              days.getOrDefault(code, Set.of()),
              own.stream().filter(inMonth::contains).count(),
              own.stream().filter(inWeek::contains).count());
        });
  }

  /** Accounts that signed in on so many distinct days. */
  private static Set<UUID> active(DSLContext sql, Condition signedIn, int atLeast) {
    Field<Integer> days = countDistinct(SIGN_IN.SIGN_IN_DAY);
    return new HashSet<>(
        sql.select(SIGN_IN.ACCOUNT_ID, days)
            .from(SIGN_IN)
            .where(signedIn)
            .groupBy(SIGN_IN.ACCOUNT_ID)
            .having(days.ge(atLeast))
            .fetch(SIGN_IN.ACCOUNT_ID));
  }

  private Map<String, EntryCounts> entries(
      DSLContext sql, List<String> codes, Span now, Span before) {
    Map<String, Map<String, Long>> byModule = new HashMap<>();
    Map<String, Long> lastMonth = new HashMap<>();
    Map<String, Long> stock = new HashMap<>();
    for (String module : typesOf.keySet()) {
      byModule.put(module, entered(sql, codes, module, now));
      entered(sql, codes, module, before)
          .forEach((code, number) -> lastMonth.merge(code, number, Long::sum));
      for (String type : coresOf.get(module)) {
        Core core = Core.of(type);
        counts(sql, core.table(), core.area(), codes, core.inUse(now))
            .forEach((code, number) -> stock.merge(code, number, Long::sum));
      }
    }
    return every(
        codes,
        code -> {
          Map<String, Long> own = new HashMap<>();
          byModule.forEach((module, numbers) -> own.put(module, numbers.getOrDefault(code, 0L)));
          return new EntryCounts(
              own, lastMonth.getOrDefault(code, 0L), stock.getOrDefault(code, 0L));
        });
  }

  private Condition enters(String module, Span span) {
    return span.holds(CHANGE_LOG.MADE_AT)
        .and(CHANGE_LOG.ACTION.in(ENTERING))
        .and(CHANGE_LOG.TYPE.in(typesOf.get(module)));
  }

  private Map<String, Long> entered(DSLContext sql, List<String> codes, String module, Span span) {
    Map<String, Long> result = new HashMap<>();
    grouped(
            sql,
            CHANGE_LOG,
            CHANGE_LOG.AREA,
            codes,
            enters(module, span),
            List.of(countDistinct(CHANGE_LOG.RECORD_ID)))
        .forEach((code, row) -> result.put(code, value(row, 1)));
    return result;
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

    /** Registered by the end of the span, and not cancelled by then. */
    Condition inUse(Span span) {
      return registeredAt.lt(span.to()).and(status.eq(ACTIVE).or(cancelDate.gt(span.lastDay())));
    }
  }

  /** Counted at all: not cancelled by mistake, and handed in. */
  private static Condition handedIn() {
    return EVENT.STATUS.eq(ACTIVE).and(coalesce(EVENT.CURRENT_STATE, inline("")).ne(DRAFT));
  }

  /** Counted as work to be done: refused ones are not. */
  private static Condition toBeClosed() {
    return EVENT
        .STATUS
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
    BigDecimal value = row == null ? null : row.get(index, BigDecimal.class);
    return value == null ? 0 : value.longValue();
  }

  private static Condition reported(Span span) {
    return span.holds(EVENT.REPORT_TIME).and(handedIn());
  }

  private static Map<String, EventCounts> events(
      DSLContext sql, List<String> codes, Span span, Measures measures) {
    Condition closedByEnd = EVENT.CLOSED_TIME.lt(span.to());
    Condition inTime =
        closedByEnd.and(EVENT.LIMIT_TIME.isNull().or(EVENT.CLOSED_TIME.le(EVENT.LIMIT_TIME)));
    Map<String, Record> reported =
        grouped(
            sql,
            EVENT,
            EVENT.AREA,
            codes,
            reported(span),
            List.of(
                count(),
                number(EVENT.RAISED_TIME.lt(span.to())),
                number(closedByEnd),
                number(inTime)));
    Map<String, Record> due =
        grouped(
            sql,
            EVENT,
            EVENT.AREA,
            codes,
            span.holds(EVENT.LIMIT_TIME).and(toBeClosed()),
            List.of(count(), number(closedByEnd), number(inTime)));
    Map<String, Record> evaluated =
        grouped(
            sql,
            EVENT,
            EVENT.AREA,
            codes,
            span.holds(EVENT.EVALUATED_TIME).and(EVENT.STATUS.eq(ACTIVE)),
            List.of(count(), number(EVENT.SATISFACTION.in(measures.satisfiedGrades()))));
    Condition late = EVENT.LIMIT_TIME.lt(span.to()).and(toBeClosed());
    // Two ranges of one index instead of one condition that no index answers.
    Map<String, Long> stillOpen =
        counts(sql, EVENT, EVENT.AREA, codes, EVENT.CLOSED_TIME.isNull().and(late));
    Map<String, Long> closedSince =
        counts(sql, EVENT, EVENT.AREA, codes, EVENT.CLOSED_TIME.ge(span.to()).and(late));
    Map<String, Long> closedLate =
        counts(
            sql,
            EVENT,
            EVENT.AREA,
            codes,
            span.holds(EVENT.CLOSED_TIME)
                .and(EVENT.CLOSED_TIME.gt(EVENT.LIMIT_TIME))
                .and(toBeClosed()));
    Map<String, Long> returned =
        counts(
            sql,
            EVENT_STEP,
            EVENT_STEP.AREA,
            codes,
            span.holds(EVENT_STEP.MADE_AT).and(EVENT_STEP.ACT.eq("return")));
    Map<String, Long> grids = counts(sql, GRID, GRID.AREA, codes, gridInUse(span));
    Map<String, Long> silent =
        counts(sql, GRID, GRID.AREA, codes, gridInUse(span).and(not(heardOf(span))));
    Map<String, Long> workers = counts(sql, GRID_WORKER, GRID_WORKER.AREA, codes, onTheRoll(span));
    return every(
        codes,
        code ->
            new EventCounts(
                grids.getOrDefault(code, 0L),
                workers.getOrDefault(code, 0L),
                value(reported.get(code), 1),
                silent.getOrDefault(code, 0L),
                value(reported.get(code), 2),
                value(due.get(code), 1),
                value(due.get(code), 2),
                value(due.get(code), 3),
                value(reported.get(code), 3),
                value(reported.get(code), 4),
                stillOpen.getOrDefault(code, 0L) + closedSince.getOrDefault(code, 0L),
                closedLate.getOrDefault(code, 0L),
                returned.getOrDefault(code, 0L),
                value(evaluated.get(code), 1),
                value(evaluated.get(code), 2)));
  }

  /** Grids exist whether or not they were entered by then, unless a date says otherwise. */
  private static Condition gridInUse(Span span) {
    return GRID.STATUS
        .eq(ACTIVE)
        .or(GRID.CANCEL_DATE.gt(span.lastDay()))
        .and(GRID.GRID_LEVEL.isNull().or(GRID.GRID_LEVEL.eq(BASIC_GRID)))
        .and(GRID.ENABLED_DATE.isNull().or(GRID.ENABLED_DATE.le(span.lastDay())));
  }

  private static Condition heardOf(Span span) {
    return exists(selectOne().from(EVENT).where(EVENT.GRID.eq(GRID.GRID_CODE)).and(reported(span)));
  }

  private static Condition onTheRoll(Span span) {
    return GRID_WORKER
        .STATUS
        .eq(ACTIVE)
        .or(GRID_WORKER.CANCEL_DATE.gt(span.lastDay()))
        .and(GRID_WORKER.START_DATE.isNull().or(GRID_WORKER.START_DATE.le(span.lastDay())))
        .and(GRID_WORKER.END_DATE.isNull().or(GRID_WORKER.END_DATE.gt(span.lastDay())));
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
                      .and(enters(module, span))
                      .asTable("entered"))
              .fetchSingle()
              .value1();
      for (String type : coresOf.get(module)) {
        Core core = Core.of(type);
        stock +=
            one(
                sql,
                core.table(),
                within(core.area(), town)
                    .and(length(core.area()).eq(VILLAGE_DIGITS))
                    .and(core.inUse(span)));
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
        one(
            sql,
            ACCOUNT,
            within(ACCOUNT.AREA, town)
                .and(length(ACCOUNT.AREA).ge(VILLAGE_DIGITS))
                .and(ACCOUNT.ENABLED.isTrue())
                .and(ACCOUNT.MADE_AT.lt(span.to()))),
        entered,
        stock,
        one(sql, EVENT, here.and(reported(span))),
        value(due, 0),
        value(due, 1),
        one(
            sql,
            EVENT,
            here.and(EVENT.LIMIT_TIME.lt(span.to())).and(openAt(span)).and(toBeClosed())));
  }

  private static long one(DSLContext sql, Table<?> table, Condition where) {
    return sql.select(count()).from(table).where(where).fetchSingle().value1();
  }
}
