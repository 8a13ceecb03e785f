package org.wangge.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.wangge.catalogue.Catalogue;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.problem.Wording;
import org.wangge.record.Query;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.accounts.PasswordHash;
import org.wangge.server.accounts.PasswordPolicy;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.database.Database;
import org.wangge.server.events.EventClocks;
import org.wangge.server.events.EventRegistration;
import org.wangge.server.events.Events;
import org.wangge.server.imports.Imports;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AccountStore;
import org.wangge.server.store.AccountStore.StoredAccount;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.BulkLoad;
import org.wangge.server.store.BulkLoad.NewRow;
import org.wangge.server.store.BulkLoad.NewSignIn;
import org.wangge.server.store.BulkLoad.NewStep;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.Origin;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.SaveOrder;
import org.wangge.server.store.Store;
import org.wangge.wire.Area;
import org.wangge.wire.EventAct;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;

/**
 * Fills an empty server with a demonstration town. What was there before October 2026 is loaded;
 * what came in October comes in as it does in a real town: by the villages' spreadsheets, through
 * the same door. A clock of its own makes the records old; passwords are real secrets.
 */
public final class Demo {
  /** Modules with restricted types; operators of the demonstration see the whole of it. */
  private static final Set<String> GRANTED =
      Set.of("special_groups", "key_care", "public_security", "campus");

  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final LocalDateTime START = LocalDate.of(2026, 8, 24).atTime(9, 0);
  private static final int CHUNK = 2_000;

  private final Catalogue catalogue;
  private final DemoClock clock = new DemoClock(START);
  private final Store store;
  private final RecordStore records;
  private final Imports imports;
  private final AreaStore areas;
  private final AccountStore accounts;
  private final BulkLoad load;
  private final Store today;
  private final RecordStore recordsToday;
  private final Events eventsToday;

  /**
   * Fills this database.
   *
   * @param now the real clock, for what lies on the desks today
   */
  public Demo(Database database, Catalogue catalogue, Clock now) {
    this.catalogue = catalogue;
    this.store = new Store(database, clock);
    this.today = new Store(database, now);
    CalendarStore calendars = new CalendarStore();
    EventStore events = new EventStore();
    EventClocks clocks = new EventClocks(calendars, events);
    EventClocks.fillCalendar(store, calendars);
    EventRegistration registration = new EventRegistration(events, clocks);
    this.records = new RecordStore(store, catalogue, Map.of("event", registration));
    this.recordsToday = new RecordStore(today, catalogue, Map.of("event", registration));
    this.eventsToday = new Events(today, recordsToday, events, new RequestStore(), clocks);
    this.areas = new AreaStore(store);
    this.accounts = new AccountStore(store);
    this.imports =
        new Imports(
            store,
            records,
            new ImportStore(store, catalogue),
            areas,
            new AuditStore(store),
            catalogue);
    this.load = new BulkLoad(catalogue);
  }

  /**
   * How the town shall be.
   *
   * @param seed what chance begins with
   * @param people about how many people
   * @param town code of a town whose places are loaded
   * @param folder folder the villages' spreadsheets are written to
   */
  public record Order(long seed, int people, String town, Path folder) {}

  /**
   * An account of the town.
   *
   * @param account the account
   * @param password its password, shown once
   */
  public record Opened(Account account, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Opened[" + account.id() + "]";
    }
  }

  /**
   * What was made.
   *
   * @param accounts accounts with their passwords
   * @param imports what became of each spreadsheet
   * @param people people there are now
   * @param events events there are now
   */
  public record Report(
      List<Opened> accounts, List<ImportReport> imports, long people, long events) {
    /** Copies the lists. */
    public Report {
      accounts = List.copyOf(accounts);
      imports = List.copyOf(imports);
    }
  }

  /**
   * Fills the town.
   *
   * @throws Problem NOT_FOUND when the town has no villages here, DATABASE_NOT_EMPTY when there are
   *     records already
   */
  public Report fill(Order order) {
    Account centre =
        new Account(RecordId.next(), "zhenban", "zhenban", Post.TOWN_OPERATOR, order.town());
    Caller town = new Caller(centre, "server", "demo");
    List<Area> villages =
        areas.below(order.town()).stream().filter(area -> area.level().equals("village")).toList();
    if (villages.isEmpty()) {
      throw new Problem(ProblemCode.NOT_FOUND, Map.of("what", order.town()));
    }
    if (records.count(town, "person", Query.all()) + records.count(town, "event", Query.all())
        > 0) {
      throw new Problem(ProblemCode.DATABASE_NOT_EMPTY, Map.of("folder", order.town()));
    }
    DemoTown invented = new DemoTown(order.seed(), villages, order.people());
    List<Opened> opened = openAccounts(order.town(), invented);
    signIns(opened);
    loadPast(town, invented);
    List<ImportReport> taken = takeInOctober(order, opened, invented);
    startToday(opened, invented);
    return new Report(
        opened,
        taken,
        records.count(town, "registered_resident", Query.all())
            + records.count(town, "floating_person", Query.all()),
        records.count(town, "event", Query.all()));
  }

  // ---- accounts

  private List<Opened> openAccounts(String town, DemoTown invented) {
    Inventor words = new Inventor(1);
    List<Opened> opened = new ArrayList<>();
    int number = 0;
    for (Area village : invented.villages()) {
      number++;
      DemoGrid grid =
          invented.grids().stream()
              .filter(one -> one.village().equals(village.code()))
              .findFirst()
              .orElseThrow();
      for (Post post : List.of(Post.VILLAGE_OPERATOR, Post.VILLAGE_SECRETARY)) {
        opened.add(open(words, post, number, words.name(words.surname()), village.code()));
      }
      opened.add(open(words, Post.GRID_LEADER, number, grid.workers().get(0).name(), grid.code()));
      opened.add(open(words, Post.GRID_WORKER, number, grid.workers().get(1).name(), grid.code()));
    }
    for (Post post :
        List.of(
            Post.TOWN_OPERATOR,
            Post.TOWN_LEADER,
            Post.TOWN_DEPARTMENT,
            Post.COUNTY,
            Post.SECURITY_ADMINISTRATOR,
            Post.AUDITOR)) {
      String area = post == Post.COUNTY ? town.substring(0, 6) : town;
      opened.add(open(words, post, 0, words.name(words.surname()), area));
    }
    store.write(
        tx -> {
          for (Opened one : opened) {
            accounts.insert(
                tx,
                new StoredAccount(
                    one.account(),
                    1,
                    true,
                    PasswordHash.of(one.password()),
                    tx.now(),
                    false,
                    0,
                    null));
          }
          return null;
        });
    return opened;
  }

  private static Opened open(Inventor words, Post post, int number, String person, String area) {
    String name =
        Wording.fill(
            words.text("account." + post.key()), Map.of("number", "%02d".formatted(number)));
    Set<String> granted =
        post == Post.VILLAGE_OPERATOR || post == Post.TOWN_OPERATOR ? GRANTED : Set.of();
    return new Opened(
        new Account(RecordId.next(), name, person, post, area, granted), PasswordPolicy.generate());
  }

  /** Some sign in every working day and at weekends, some now and then. */
  private void signIns(List<Opened> opened) {
    Random random = new Random(2);
    WorkingCalendar calendar = new WorkingCalendar(ShippedCalendar.read().exceptions());
    List<NewSignIn> signIns = new ArrayList<>();
    List<Double> diligences = List.of(0.7, 0.25, 0.5, 0.15, 0.6, 0.35, 0.85, 0.2, 0.4);
    for (Opened one : opened) {
      // People of one village are alike; those of the town come every other day.
      String area = one.account().area();
      double diligence =
          area.length() < 12
              ? 0.5
              : diligences.get(Integer.parseInt(area.substring(9, 12)) % diligences.size());
      for (LocalDate day = SEPTEMBER.atDay(1);
          !day.isAfter(OCTOBER.atEndOfMonth());
          day = day.plusDays(1)) {
        double share = calendar.isWorkingDay(day) ? diligence : diligence * diligence * 0.5;
        if (random.nextDouble() < share) {
          signIns.add(
              new NewSignIn(
                  one.account().id(),
                  one.account().name(),
                  one.account().area(),
                  day.atTime(8, random.nextInt(60))));
        }
      }
    }
    store.write(
        tx -> {
          load.signIns(tx, signIns);
          return null;
        });
  }

  // ---- before October

  private void loadPast(Caller caller, DemoTown town) {
    List<DemoHousehold> households = town.households();
    List<DemoTenant> tenants = town.tenants();
    load(caller, "grid", town.grids().stream().map(DemoRecords::grid).toList(), START);
    load(
        caller,
        "grid_worker",
        town.grids().stream().flatMap(grid -> DemoRecords.workers(grid).stream()).toList(),
        START);
    LocalDateTime september = SEPTEMBER.atDay(16).atTime(10, 0);
    for (int i = 0; i < 5; i++) {
      if (i == 3) {
        continue; // The fourth fifth comes in October.
      }
      int part = i;
      LocalDateTime at = i == 4 ? september : START;
      load(
          caller,
          "registered_resident",
          parts(households, part).flatMap(one -> DemoRecords.residents(one).stream()).toList(),
          at);
      load(caller, "floating_person", parts(tenants, part).map(DemoRecords::tenant).toList(), at);
      load(
          caller,
          "rental_house",
          parts(town.rentals(), part).map(DemoRecords::rental).toList(),
          at);
      load(
          caller,
          "enterprise",
          parts(town.enterprises(), part).map(DemoRecords::enterprise).toList(),
          at);
    }
    loadLedger(caller, town);
  }

  /** Every fifth, beginning with this one. */
  private static <T> Stream<T> parts(List<T> all, int part) {
    List<T> some = new ArrayList<>();
    for (int i = part; i < all.size(); i += 5) {
      some.add(all.get(i));
    }
    return some.stream();
  }

  private void load(Caller caller, String type, List<NewRow> rows, LocalDateTime at) {
    for (int start = 0; start < rows.size(); start += CHUNK) {
      List<NewRow> some = rows.subList(start, Math.min(start + CHUNK, rows.size()));
      store.write(
          tx -> {
            load.records(tx, caller, type, some, at);
            return null;
          });
    }
  }

  private void loadLedger(Caller caller, DemoTown town) {
    Map<String, String> names = new HashMap<>();
    town.villages().forEach(village -> names.put(village.code(), village.name()));
    List<NewRow> rows = new ArrayList<>();
    List<NewStep> steps = new ArrayList<>();
    LocalDateTime at = SEPTEMBER.atEndOfMonth().atTime(20, 0);
    for (DemoEvent event : ledger(town, SEPTEMBER)) {
      NewRow row = DemoRecords.event(event, names.get(event.village()));
      rows.add(row);
      steps.add(DemoRecords.step(row, event, caller.account().name(), at));
    }
    load(caller, "event", rows, at);
    store.write(
        tx -> {
          load.steps(tx, steps);
          return null;
        });
  }

  private static List<DemoEvent> ledger(DemoTown town, YearMonth month) {
    int people =
        town.households().stream().mapToInt(one -> one.members().size()).sum()
            + town.tenants().size();
    WorkingCalendar calendar = new WorkingCalendar(ShippedCalendar.read().exceptions());
    return town.events(month, Math.max(170, people / 9) * month.getMonthValue() / 10, calendar);
  }

  // ---- October, by spreadsheets

  private List<ImportReport> takeInOctober(Order order, List<Opened> opened, DemoTown town) {
    DemoSheets sheets = new DemoSheets(catalogue, town);
    List<ImportReport> taken = new ArrayList<>();
    Caller centre = caller(opened, Post.TOWN_OPERATOR, order.town());
    int day = 8;
    for (Area village : town.villages()) {
      List<DemoHousehold> own =
          parts(town.households(), 3)
              .filter(household -> household.village().equals(village.code()))
              .toList();
      if (!own.isEmpty()) {
        taken.add(
            take(
                order,
                caller(opened, Post.VILLAGE_OPERATOR, village.code()),
                sheets.residents(village, own),
                OCTOBER.atDay(day++).atTime(14, 30)));
      }
    }
    LocalDateTime late = OCTOBER.atDay(27).atTime(9, 10);
    taken.add(take(order, centre, sheets.tenants(parts(town.tenants(), 3).toList()), late));
    taken.add(take(order, centre, sheets.rentals(parts(town.rentals(), 3).toList()), late));
    taken.add(take(order, centre, sheets.enterprises(parts(town.enterprises(), 3).toList()), late));
    taken.add(
        take(
            order,
            centre,
            sheets.events(ledger(town, OCTOBER)),
            OCTOBER.atEndOfMonth().atTime(22, 30)));
    return taken;
  }

  private static Caller caller(List<Opened> opened, Post post, String area) {
    return opened.stream()
        .map(Opened::account)
        .filter(account -> account.post() == post && account.area().equals(area))
        .findFirst()
        .map(account -> new Caller(account, account.name(), "demo"))
        .orElseThrow();
  }

  private ImportReport take(Order order, Caller caller, DemoSheets.File file, LocalDateTime at) {
    try {
      Files.createDirectories(order.folder());
      Files.write(order.folder().resolve(file.name()), file.content());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    clock.set(at);
    ImportReport rehearsed =
        imports.rehearse(
            caller,
            new Imports.File(
                file.name(),
                file.content(),
                Optional.empty(),
                file.village().isEmpty() ? Optional.empty() : Optional.of(file.village()),
                UUID.randomUUID()),
            Progress.UNWATCHED);
    return imports.commit(
        caller, rehearsed.id(), new ImportCommit(UUID.randomUUID(), false), Progress.UNWATCHED);
  }

  // ---- today

  /** A few events on the desks, each one step further than the one before. */
  private void startToday(List<Opened> opened, DemoTown town) {
    List<String> way = List.of("submit", "accept", "note", "close", "verify");
    Inventor words = new Inventor(3);
    List<String> categories = words.keys("event.0");
    for (int i = 0; i < 8; i++) {
      Area village = town.villages().get(i % 4);
      Caller operator = caller(opened, Post.VILLAGE_OPERATOR, village.code());
      DemoGrid grid =
          town.grids().stream()
              .filter(one -> one.village().equals(village.code()))
              .findFirst()
              .orElseThrow();
      String category = words.one(categories);
      UUID id = RecordId.next();
      Map<String, Object> values = new HashMap<>();
      values.put("event_name", words.one(words.phrases(category)));
      values.put("category", category.substring("event.".length()));
      values.put("level", "04");
      values.put("scale", "01");
      values.put("urgency", "01");
      values.put("happen_time", today.now().minusHours(2));
      values.put("address", village.name());
      values.put("grid", grid.code());
      values.put("people_count", 2L);
      values.put(
          "brief",
          Wording.fill(
              words.text("brief"),
              Map.of(
                  "reporter", grid.workers().getFirst().name(),
                  "address", village.name(),
                  "name", values.get("event_name"))));
      values.put("source", "01");
      values.put("collect_way", "0");
      values.put("reporter_name", grid.workers().getFirst().name());
      values.put("is_group", false);
      recordsToday.save(
          operator,
          "event",
          id,
          new SaveOrder(
              UUID.randomUUID(), 0, village.code(), Values.of(values), true, Origin.FORM));
      for (String act : way.subList(0, i % (way.size() + 1))) {
        long version = eventsToday.open(operator, id).record().version();
        String key = "step." + act;
        String written = List.of("accept", "note", "close").contains(act) ? words.text(key) : "";
        eventsToday.act(
            operator, id, new EventAct(UUID.randomUUID(), version, act, written, "", ""));
      }
    }
  }
}
