package org.wangge.server.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.problem.Wording;
import org.wangge.server.calendar.TimeLimit;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.wire.Area;

/**
 * An invented town on the places of a real one: grids with their workers, households, people who
 * came from elsewhere, rented houses and enterprises. The same seed, places and size give the same
 * town.
 */
public final class DemoTown {
  private static final double TENANT_SHARE = 0.3;
  private static final int PEOPLE_OF_A_GRID = 700;

  /** The day the town began to keep its records here. */
  static final LocalDate START = LocalDate.of(2026, 8, 1);

  private final Inventor inventor;
  private final List<Area> villages;
  private final Map<String, Integer> peopleOf = new TreeMap<>();
  private final Map<String, List<DemoGrid>> gridsOf = new TreeMap<>();
  private final List<DemoHousehold> households = new ArrayList<>();
  private final List<DemoTenant> tenants = new ArrayList<>();
  private final List<DemoRental> rentals = new ArrayList<>();
  private final List<DemoEnterprise> enterprises = new ArrayList<>();
  private int householdNumber = 339_900_000;

  /**
   * Invents a town.
   *
   * @param seed what chance begins with
   * @param villages the villages, in the town's order
   * @param people about how many people
   */
  public DemoTown(long seed, List<Area> villages, int people) {
    this.inventor = new Inventor(seed);
    this.villages = List.copyOf(villages);
    shareOut(people);
    for (Area village : villages) {
      gridsOf.put(village.code(), grids(village));
    }
    for (Area village : villages) {
      int tenantsWanted = (int) Math.round(peopleOf.get(village.code()) * TENANT_SHARE);
      fillHouseholds(village, peopleOf.get(village.code()) - tenantsWanted);
      fillTenants(village, tenantsWanted);
      fillEnterprises(village);
    }
  }

  /** Some villages are several times as large as others. */
  private void shareOut(int people) {
    double whole = 0;
    for (int i = 0; i < villages.size(); i++) {
      whole += weight(i);
    }
    for (int i = 0; i < villages.size(); i++) {
      peopleOf.put(
          villages.get(i).code(), Math.max(12, (int) Math.round(people * weight(i) / whole)));
    }
  }

  private static double weight(int village) {
    return 1.0 / (1 + village * 0.25) + village % 3 * 0.05;
  }

  private List<DemoGrid> grids(Area village) {
    int number = Math.clamp(peopleOf.get(village.code()) / PEOPLE_OF_A_GRID + 3, 3, 60);
    List<DemoGrid> grids = new ArrayList<>();
    for (int i = 1; i <= number; i++) {
      List<DemoPerson> workers = new ArrayList<>();
      workers.add(inventor.person(inventor.surname(), inventor.chance(0.6), age(30, 58)));
      workers.add(inventor.person(inventor.surname(), inventor.chance(0.5), age(24, 60)));
      grids.add(
          new DemoGrid(
              village.code(),
              village.code() + "%03d".formatted(i),
              Wording.fill(inventor.text("grid.name"), Map.of("number", i)),
              inventor.between(110, 290),
              workers));
    }
    return grids;
  }

  private int age(int from, int to) {
    return inventor.between(from, to);
  }

  private void fillHouseholds(Area village, int wanted) {
    int people = 0;
    while (people < wanted) {
      DemoHousehold household = household(village);
      households.add(household);
      people += household.members().size();
    }
  }

  private DemoHousehold household(Area village) {
    DemoGrid grid = inventor.one(gridsOf.get(village.code()));
    int group = inventor.between(1, 12);
    String surname = inventor.surname();
    int headAge = age(24, 86);
    boolean headMale = inventor.chance(0.75);
    boolean couple = headAge >= 27 && inventor.chance(0.8);
    List<DemoHousehold.Member> members = new ArrayList<>();
    members.add(
        member(
            inventor.person(surname, headMale, headAge),
            "02",
            couple ? "20" : headAge > 60 ? "30" : "10"));
    if (couple) {
      DemoPerson spouse =
          inventor.person(
              inventor.surname(), !headMale, Math.max(24, headAge + inventor.between(-4, 2)));
      members.add(member(spouse, headMale ? "12" : "11", "20"));
      int children = inventor.between(0, 2);
      for (int i = 0; i < children; i++) {
        int childAge = headAge - 26 - inventor.between(0, 6);
        if (childAge >= 0 && childAge <= 45) {
          boolean male = inventor.chance(0.52);
          members.add(member(inventor.person(surname, male, childAge), male ? "20" : "30", "10"));
        }
      }
    }
    if (headAge < 55 && inventor.chance(0.25)) {
      boolean male = inventor.chance(0.4);
      members.add(
          member(
              inventor.person(male ? surname : inventor.surname(), male, headAge + age(24, 30)),
              male ? "51" : "52",
              "30"));
    }
    householdNumber += inventor.between(1, 5);
    return new DemoHousehold(
        String.valueOf(householdNumber),
        village.code(),
        grid.code(),
        group,
        Wording.fill(
            inventor.text("address.group"),
            Map.of("village", village.name(), "group", group, "number", inventor.between(1, 120))),
        members);
  }

  private DemoHousehold.Member member(DemoPerson person, String relation, String marital) {
    int age = 2026 - person.birth().getYear();
    String education =
        age < 7
            ? "90"
            : age < 13
                ? "81"
                : age < 16 ? "71" : inventor.one(List.of("21", "31", "61", "71", "71", "81"));
    return new DemoHousehold.Member(person, relation, education, marital);
  }

  private void fillTenants(Area village, int wanted) {
    int people = 0;
    while (people < wanted) {
      DemoGrid grid = inventor.one(gridsOf.get(village.code()));
      DemoPerson owner = inventor.person(inventor.surname(), inventor.chance(0.6), age(35, 75));
      String address =
          Wording.fill(
              inventor.text("address.house"),
              Map.of("village", village.name(), "number", inventor.between(1, 320)));
      int together = Math.min(wanted - people, inventor.between(1, 4));
      DemoPerson first = null;
      for (int i = 0; i < together; i++) {
        DemoTenant tenant = tenant(village, grid, owner, address);
        tenants.add(tenant);
        first = first == null ? tenant.person() : first;
      }
      people += together;
      rentals.add(
          new DemoRental(
              village.code(),
              grid.code(),
              address,
              owner,
              first,
              together,
              inventor.between(1, 6),
              BigDecimal.valueOf(inventor.between(12, 160)),
              BigDecimal.valueOf(inventor.between(3, 24) * 50L),
              inventor.chance(0.8)));
    }
  }

  private DemoTenant tenant(Area village, DemoGrid grid, DemoPerson owner, String address) {
    String[] origin = inventor.one(inventor.phrases("origins")).split(" ", -1);
    boolean child = inventor.chance(0.12);
    DemoPerson person =
        inventor.person(
            inventor.surname(), inventor.chance(0.58), child ? age(1, 15) : age(18, 58));
    LocalDate earliest = LocalDate.of(2021, 1, 1);
    LocalDate arrived =
        inventor.day(
            person.birth().isAfter(earliest) ? person.birth() : earliest, START.minusDays(20));
    return new DemoTenant(
        person,
        village.code(),
        grid.code(),
        origin[0],
        origin[1],
        address,
        owner.name(),
        child ? "06" : inventor.one(List.of("01", "01", "01", "01", "03", "08")),
        child ? "" : enterpriseName(),
        arrived,
        arrived.plusDays(inventor.between(0, 10)),
        child ? "81" : inventor.one(List.of("31", "61", "71", "71", "81")));
  }

  private String enterpriseName() {
    return inventor.text("enterprise.place")
        + inventor.one(inventor.list("enterprise.first"))
        + inventor.one(inventor.list("enterprise.second"))
        + inventor.one(inventor.list("enterprise.trade"))
        + inventor.one(inventor.list("enterprise.form"));
  }

  private void fillEnterprises(Area village) {
    int number = Math.max(1, peopleOf.get(village.code()) / 90);
    for (int i = 0; i < number; i++) {
      DemoGrid grid = inventor.one(gridsOf.get(village.code()));
      int employees = inventor.between(8, 380);
      enterprises.add(
          new DemoEnterprise(
              enterpriseName(),
              inventor.creditCode(),
              village.code(),
              grid.code(),
              Wording.fill(
                  inventor.text("address.house"),
                  Map.of("village", village.name(), "number", inventor.between(1, 320))),
              inventor.person(inventor.surname(), inventor.chance(0.7), age(30, 65)),
              employees,
              inventor.day(LocalDate.of(2000, 1, 1), LocalDate.of(2026, 6, 30)),
              employees > 60 && inventor.chance(0.4)));
    }
  }

  /**
   * Invents the ledger of a month. Villages differ in how fast they are.
   *
   * @param number how many events
   * @param calendar working days of deadlines
   */
  public List<DemoEvent> events(YearMonth month, int number, WorkingCalendar calendar) {
    List<String> categories = inventor.keys("event.0");
    Map<String, String> names = new HashMap<>();
    villages.forEach(village -> names.put(village.code(), village.name()));
    int people = peopleOf.values().stream().mapToInt(Integer::intValue).sum();
    List<DemoEvent> events = new ArrayList<>();
    for (Area village : villages) {
      int share = Math.max(1, Math.round((float) number * peopleOf.get(village.code()) / people));
      double diligence = 0.7 + villages.indexOf(village) % 5 * 0.07;
      for (int i = 0; i < share; i++) {
        events.add(event(month, village, calendar, categories, diligence));
      }
    }
    events.sort(Comparator.comparing(DemoEvent::reported));
    List<DemoEvent> numbered = new ArrayList<>(events.size());
    for (DemoEvent event : events) {
      numbered.add(
          withNumber(event, "ZQ%tY%<tm%05d".formatted(month.atDay(1), numbered.size() + 1)));
    }
    return numbered;
  }

  private DemoEvent event(
      YearMonth month,
      Area village,
      WorkingCalendar calendar,
      List<String> categories,
      double diligence) {
    DemoGrid grid = inventor.one(gridsOf.get(village.code()));
    String category = inventor.one(categories);
    String level = inventor.chance(0.8) ? "04" : inventor.chance(0.65) ? "03" : "02";
    boolean atVillage = !level.equals("02") && inventor.chance(0.6);
    LocalDateTime reported =
        month
            .atDay(inventor.between(1, month.lengthOfMonth()))
            .atTime(LocalTime.of(inventor.between(7, 20), inventor.between(0, 59)));
    LocalDateTime accepted =
        reported.plusMinutes(inventor.between(5, inventor.chance(0.9) ? 600 : 3000));
    LocalDateTime limit =
        calendar
            .deadline(
                accepted,
                TimeLimit.workingDays(
                    atVillage ? 3 : level.equals("04") ? 5 : level.equals("03") ? 7 : 10))
            .withSecond(0);
    LocalDateTime closed = null;
    if (inventor.chance(diligence + 0.12)) {
      long minutes = java.time.Duration.between(accepted, limit).toMinutes();
      boolean inTime = inventor.chance(Math.min(0.96, diligence + 0.14));
      closed =
          inTime
              ? accepted.plusMinutes(inventor.between(30, (int) minutes))
              : limit.plusMinutes(inventor.between(60, 4000));
      if (YearMonth.from(closed).isAfter(month)) {
        closed = null;
      }
    }
    String address =
        Wording.fill(
            inventor.text("address.house"),
            Map.of("village", village.name(), "number", inventor.between(1, 320)));
    String name = inventor.one(inventor.phrases(category));
    String reporter = inventor.one(grid.workers()).name();
    return new DemoEvent(
        "",
        village.code(),
        grid.code(),
        category.substring("event.".length()),
        level,
        name,
        Wording.fill(
            inventor.text("brief"), Map.of("reporter", reporter, "address", address, "name", name)),
        address,
        reporter,
        reported,
        accepted,
        atVillage ? village.name() : inventor.one(inventor.list("departments")),
        limit,
        closed,
        closed == null || inventor.chance(0.15)
            ? ""
            : inventor.one(List.of("01", "01", "01", "02", "03")));
  }

  private static DemoEvent withNumber(DemoEvent event, String number) {
    return new DemoEvent(
        number,
        event.village(),
        event.grid(),
        event.category(),
        event.level(),
        event.name(),
        event.brief(),
        event.address(),
        event.reporter(),
        event.reported(),
        event.accepted(),
        event.unit(),
        event.limit(),
        event.closed(),
        event.grade());
  }

  /** The villages. */
  public List<Area> villages() {
    return villages;
  }

  /** Grids of all villages. */
  public List<DemoGrid> grids() {
    return gridsOf.values().stream().flatMap(List::stream).toList();
  }

  /** Households of all villages. */
  public List<DemoHousehold> households() {
    return List.copyOf(households);
  }

  /** People from elsewhere. */
  public List<DemoTenant> tenants() {
    return List.copyOf(tenants);
  }

  /** Rented houses. */
  public List<DemoRental> rentals() {
    return List.copyOf(rentals);
  }

  /** Enterprises. */
  public List<DemoEnterprise> enterprises() {
    return List.copyOf(enterprises);
  }
}
