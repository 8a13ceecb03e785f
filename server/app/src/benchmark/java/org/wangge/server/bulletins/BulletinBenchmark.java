package org.wangge.server.bulletins;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.bulletin.jasper.PdfBulletin;
import org.wangge.bulletin.workbook.WorkbookBulletin;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.record.RecordId;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.demo.DemoEvent;
import org.wangge.server.demo.DemoRecords;
import org.wangge.server.demo.DemoTown;
import org.wangge.server.events.EventClocks;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.BulkLoad;
import org.wangge.server.store.BulkLoad.NewRow;
import org.wangge.server.store.BulkLoad.NewSignIn;
import org.wangge.server.store.BulkLoad.NewStep;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.BulletinFigures.Measures;
import org.wangge.server.store.BulletinStore;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.MonthCounts;
import org.wangge.server.store.Store;
import org.wangge.wire.Area;

/**
 * The bulletin of a month over a town of many people and events: counting it against the bare SQL
 * of the same figures in the same database, and the whole bulletin with text, PDF and workbook.
 *
 * <p>Arguments: people, events of a year, turns; 200000 120000 15 when absent.
 */
public final class BulletinBenchmark {
  private static final String TOWN = "330282104";
  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final int CHUNK = 5_000;
  private static final Measures MEASURES = new Measures(20, 5, Set.of("01", "02"));

  private BulletinBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200_000;
    int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 120_000;
    int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
    Path folder = Files.createTempDirectory("bulletin-benchmark");
    try (Database database = Database.create(DatabaseSettings.embedded(folder))) {
      run(database, people, events, turns);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static void run(Database database, int people, int events, int turns) throws Exception {
    Catalogue catalogue = CatalogueFiles.shipped();
    Store store = new Store(database, Clock.system(ZoneId.of("Asia/Shanghai")));
    CalendarStore calendars = new CalendarStore();
    EventClocks.fillCalendar(store, calendars);
    fill(store, catalogue, people, events);
    BulletinFigures figures = new BulletinFigures(catalogue);
    List<String> villages = new AreaStore(store).villages(TOWN);
    double[] counted = new double[turns];
    double[] bare = new double[turns];
    long checked = 0;
    // Two turns to warm up, then the two take turns.
    for (int turn = -2; turn < turns; turn++) {
      long start = System.nanoTime();
      MonthCounts counts = store.snapshot(tx -> figures.of(tx, TOWN, MONTH, MEASURES));
      double ours = millis(start);
      start = System.nanoTime();
      long sum = Bare.count(database, villages);
      double theirs = millis(start);
      if (turn >= 0) {
        counted[turn] = ours;
        bare[turn] = theirs;
      }
      checked = sum - counts.whole().reported() - counts.whole().due() - counts.whole().entered();
    }
    System.out.printf("bare and counted figures differ by %d%n", checked);
    System.out.printf("bare SQL           %8.1f ms (%.1f–%.1f)%n", (Object[]) spread(bare));
    System.out.printf("figures            %8.1f ms (%.1f–%.1f)%n", (Object[]) spread(counted));
    System.out.printf("ratio              %8.2f%n", spread(counted)[0] / spread(bare)[0]);
    whole(store, catalogue, figures, calendars, spread(bare)[0]);
  }

  private static void whole(
      Store store,
      Catalogue catalogue,
      BulletinFigures figures,
      CalendarStore calendars,
      double bare) {
    Bulletins bulletins =
        new Bulletins(
            store,
            catalogue,
            figures,
            new BulletinStore(),
            calendars,
            new PdfBulletin(),
            new WorkbookBulletin());
    Caller caller = caller();
    double[] times = new double[5];
    for (int turn = -1; turn < times.length; turn++) {
      long start = System.nanoTime();
      bulletins.reissue(caller, MONTH, TOWN, Progress.UNWATCHED);
      if (turn >= 0) {
        times[turn] = millis(start);
      }
    }
    System.out.printf("whole bulletin     %8.1f ms (%.1f–%.1f)%n", (Object[]) spread(times));
    System.out.printf("to the bare SQL    %8.2f%n", spread(times)[0] / bare);
  }

  private static Caller caller() {
    return new Caller(
        new Account(RecordId.next(), "benchmark", "测", Post.TOWN_OPERATOR, TOWN), "server", "b");
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  /** Median, least, most. */
  private static Double[] spread(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Double[] {sorted[sorted.length / 2], sorted[0], sorted[sorted.length - 1]};
  }

  // ---- data

  private static void fill(Store store, Catalogue catalogue, int people, int events)
      throws IOException {
    long start = System.nanoTime();
    AreaStore areas = new AreaStore(store);
    try (Reader csv =
        new InputStreamReader(
            BulletinBenchmark.class.getResourceAsStream("/org/wangge/db/areas/330282.csv"),
            StandardCharsets.UTF_8)) {
      areas.load(csv);
    }
    List<Area> villages =
        areas.below(TOWN).stream().filter(area -> area.level().equals("village")).toList();
    DemoTown town = new DemoTown(1, villages, people);
    Loader loader = new Loader(store, new BulkLoad(catalogue), caller());
    loader.load("grid", town.grids().stream().map(DemoRecords::grid).toList(), 8);
    loader.load(
        "grid_worker",
        town.grids().stream().flatMap(grid -> DemoRecords.workers(grid).stream()).toList(),
        8);
    loader.load(
        "registered_resident",
        town.households().stream().flatMap(one -> DemoRecords.residents(one).stream()).toList(),
        8);
    List<NewRow> tenants = town.tenants().stream().map(DemoRecords::tenant).toList();
    int third = tenants.size() / 3;
    loader.load("floating_person", tenants.subList(0, third), 8);
    loader.load("floating_person", tenants.subList(third, 2 * third), 9);
    loader.load("floating_person", tenants.subList(2 * third, tenants.size()), 10);
    loader.load("enterprise", town.enterprises().stream().map(DemoRecords::enterprise).toList(), 9);
    Map<String, String> names = new HashMap<>();
    villages.forEach(village -> names.put(village.code(), village.name()));
    WorkingCalendar calendar = new WorkingCalendar(ShippedCalendar.read().exceptions());
    for (int i = 0; i < 12; i++) {
      loader.ledger(town.events(MONTH.minusMonths(i), events / 12, calendar), names, 10 - i);
    }
    loader.signIns(villages);
    System.out.printf(
        "%d people, %d events a year loaded in %.0f s%n", people, events, millis(start) / 1000);
  }

  private record Loader(Store store, BulkLoad load, Caller caller) {
    private static LocalDateTime at(int month) {
      return YearMonth.of(2026, 1).plusMonths(month - 1L).atDay(15).atTime(10, 0);
    }

    void load(String type, List<NewRow> rows, int month) {
      for (int start = 0; start < rows.size(); start += CHUNK) {
        List<NewRow> some = rows.subList(start, Math.min(start + CHUNK, rows.size()));
        store.write(
            tx -> {
              load.records(tx, caller, type, some, at(month));
              return null;
            });
      }
    }

    void ledger(List<DemoEvent> events, Map<String, String> names, int month) {
      List<NewRow> rows = new ArrayList<>();
      List<NewStep> steps = new ArrayList<>();
      for (DemoEvent event : events) {
        NewRow row = DemoRecords.event(event, names.get(event.village()));
        rows.add(row);
        steps.add(DemoRecords.step(row, event, "benchmark", at(month)));
      }
      load("event", rows, month);
      store.write(
          tx -> {
            load.steps(tx, steps);
            return null;
          });
    }

    /** Ten accounts a village, every day of two months. */
    void signIns(List<Area> villages) {
      List<NewSignIn> signIns = new ArrayList<>();
      for (Area village : villages) {
        for (int account = 0; account < 10; account++) {
          UUID id = RecordId.next();
          for (int day = 0; day < 61; day++) {
            signIns.add(
                new NewSignIn(
                    id,
                    "a" + account,
                    village.code(),
                    LocalDateTime.of(2026, 9, 1, 8, 0).plusDays(day)));
          }
        }
      }
      store.write(
          tx -> {
            load.signIns(tx, signIns);
            return null;
          });
    }
  }

  /** The same figures asked with nothing but prepared statements. */
  private static final class Bare {
    private static final String OPEN =
        " AND status = 'A' AND COALESCE(current_state, '') NOT IN ('D', 'N')";
    private static final String HANDED_IN =
        " AND status = 'A' AND COALESCE(current_state, '') <> 'D'";
    private static final List<String> TYPES =
        List.of(
            "'grid', 'grid_worker'",
            "'house', 'person', 'registered_resident', 'floating_person', 'household',"
                + " 'rental_house'",
            "'enterprise'",
            "'event'");
    private static final List<String> CORES =
        List.of("grid", "grid_worker", "house", "person", "household", "enterprise", "event");

    private final Connection connection;
    private final String codes;

    private Bare(Connection connection, List<String> villages) {
      this.connection = connection;
      this.codes = "'" + String.join("', '", villages) + "'";
    }

    static long count(Database database, List<String> villages) throws SQLException {
      Timestamp from = Timestamp.valueOf(MONTH.atDay(1).atStartOfDay());
      Timestamp to = Timestamp.valueOf(MONTH.plusMonths(1).atDay(1).atStartOfDay());
      Timestamp before = Timestamp.valueOf(MONTH.minusMonths(1).atDay(1).atStartOfDay());
      try (Connection connection = database.source().getConnection()) {
        Bare bare = new Bare(connection, villages);
        long sum =
            bare.grouped(
                "SUM(CASE WHEN raised_time < ? THEN 1 ELSE 0 END)",
                "event",
                "report_time >= ? AND report_time < ?" + HANDED_IN,
                to,
                from,
                to);
        sum +=
            bare.grouped(
                "SUM(CASE WHEN closed_time < ? THEN 1 ELSE 0 END), SUM(CASE WHEN closed_time < ?"
                    + " AND closed_time <= limit_time THEN 1 ELSE 0 END)",
                "event",
                "limit_time >= ? AND limit_time < ?" + OPEN,
                to,
                to,
                from,
                to);
        bare.grouped("1", "event", "closed_time IS NULL AND limit_time < ?" + OPEN, to);
        bare.grouped("1", "event", "closed_time >= ? AND limit_time < ?" + OPEN, to, to);
        bare.grouped(
            "1",
            "event",
            "closed_time >= ? AND closed_time < ? AND closed_time > limit_time" + OPEN,
            from,
            to);
        bare.grouped(
            "1", "event", "report_time >= ? AND report_time < ?" + HANDED_IN, before, from);
        bare.grouped(
            "SUM(CASE WHEN satisfaction IN ('01', '02') THEN 1 ELSE 0 END)",
            "event",
            "evaluated_time >= ? AND evaluated_time < ? AND status = 'A'",
            from,
            to);
        bare.grouped(
            "1", "event_step", "made_at >= ? AND made_at < ? AND act = 'return'", from, to);
        bare.grouped("1", "grid", "status = 'A'");
        bare.grouped("1", "grid_worker", "status = 'A'");
        bare.grouped(
            "1",
            "grid",
            "status = 'A' AND NOT EXISTS (SELECT 1 FROM event WHERE event.grid = grid.grid_code"
                + " AND event.report_time >= ? AND event.report_time < ?"
                + " AND event.status = 'A')",
            from,
            to);
        for (String types : TYPES) {
          String entered =
              "made_at >= ? AND made_at < ? AND action IN ('register', 'change', 'restore')"
                  + " AND type IN ("
                  + types
                  + ")";
          sum += bare.distinct("record_id", entered, from, to);
          bare.distinct("record_id", entered, before, from);
        }
        for (String core : CORES) {
          bare.grouped("1", core, "registered_at < ? AND status = 'A'", to);
        }
        bare.rows(
            "SELECT DISTINCT SUBSTR(area, 1, 12), sign_in_day FROM sign_in"
                + " WHERE sign_in_day BETWEEN '2026-09-01' AND '2026-09-30' AND accepted");
        bare.rows(
            "SELECT DISTINCT SUBSTR(area, 1, 12), sign_in_day FROM sign_in"
                + " WHERE sign_in_day BETWEEN '2026-10-01' AND '2026-10-31' AND accepted");
        bare.rows(
            "SELECT account_id, COUNT(DISTINCT sign_in_day) FROM sign_in"
                + " WHERE sign_in_day BETWEEN '2026-10-01' AND '2026-10-31' AND accepted"
                + " GROUP BY account_id");
        bare.rows(
            "SELECT account_id, COUNT(DISTINCT sign_in_day) FROM sign_in"
                + " WHERE sign_in_day BETWEEN '2026-10-25' AND '2026-10-31' AND accepted"
                + " GROUP BY account_id");
        connection.rollback();
        return sum;
      }
    }

    private long grouped(String values, String table, String where, Object... arguments)
        throws SQLException {
      String more = values.equals("1") ? "" : ", " + values;
      return rows(
          "SELECT COUNT(*), area"
              + more
              + " FROM "
              + table
              + " WHERE area IN ("
              + codes
              + ") AND "
              + where
              + " GROUP BY area",
          arguments);
    }

    private long distinct(String value, String where, Object... arguments) throws SQLException {
      return rows(
          "SELECT COUNT(DISTINCT "
              + value
              + "), area FROM change_log WHERE area IN ("
              + codes
              + ") AND "
              + where
              + " GROUP BY area",
          arguments);
    }

    /**
     * Runs a prepared statement, reads all of it, and adds up the first column if it is a number.
     */
    private long rows(String sql, Object... arguments) throws SQLException {
      long sum = 0;
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          statement.setObject(i + 1, arguments[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          boolean number = rows.getMetaData().getColumnType(1) == java.sql.Types.INTEGER;
          while (rows.next()) {
            sum += number ? rows.getInt(1) : 0;
          }
        }
      }
      return sum;
    }
  }
}
