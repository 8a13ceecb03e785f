package org.wangge.server.visits;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.server.store.VisitStore;
import org.wangge.server.store.VisitStore.Duty;
import org.wangge.server.store.VisitStore.Visited;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.VisitDue;
import org.wangge.wire.VisitDuty;
import org.wangge.wire.VisitDutySave;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/**
 * Visits that are due. Everybody sees what follows from the categories he may know of, and no more:
 * a due day that came from a hidden category would tell it.
 */
public final class Visits {
  private static final String VISIT = "visit_record";
  private static final String CATEGORIES = "person_category";
  private static final int MOST_ROWS = 500;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Store store;
  private final VisitStore visits;
  private final AuditStore audit;
  private final RequestStore requests = new RequestStore();
  private final Catalogue catalogue;

  /** Visits in this store. */
  public Visits(Store store, VisitStore visits, AuditStore audit, Catalogue catalogue) {
    this.store = store;
    this.visits = visits;
    this.audit = audit;
    this.catalogue = catalogue;
  }

  /**
   * Who is to be visited, the most pressing first.
   *
   * @param place code of a place or grid to stay within; empty = all of the caller's
   * @param state key of a state; empty = all but those visited in time
   */
  public VisitsDue due(Caller caller, String place, String state) {
    Rights.require(caller.account(), Act.READ, catalogue.type(VISIT));
    Optional<Due.State> wanted = state.isEmpty() ? Optional.empty() : Optional.of(state(state));
    return store.read(
        tx -> {
          LocalDate today = tx.today();
          Map<String, Window> windows = windows(tx, today);
          List<VisitDue> rows = new ArrayList<>();
          for (Visited one : visits.visited(tx, caller, place, today)) {
            Due.of(one.since(), windows, one.lastVisit(), today)
                .filter(
                    due -> wanted.map(due.state()::equals).orElse(due.state() != Due.State.VISITED))
                .ifPresent(due -> rows.add(row(one, due)));
          }
          rows.sort(
              Comparator.comparing(VisitDue::due)
                  .thenComparing(VisitDue::area)
                  .thenComparing(VisitDue::grid)
                  .thenComparing(VisitDue::name)
                  .thenComparing(VisitDue::id));
          return new VisitsDue(
              today, rows.size(), rows.subList(0, Math.min(MOST_ROWS, rows.size())));
        });
  }

  private static Due.State state(String key) {
    for (Due.State state : Due.State.values()) {
      if (key(state).equals(key)) {
        return state;
      }
    }
    throw new Problem(ProblemCode.MALFORMED, Map.of("what", "state"));
  }

  private static String key(Due.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static VisitDue row(Visited one, Due due) {
    return new VisitDue(
        one.kind(),
        one.id(),
        one.name(),
        one.area(),
        one.grid(),
        one.since().keySet().stream()
            .filter(category -> !category.equals(VisitStore.HOUSEHOLD))
            .sorted()
            .toList(),
        one.lastVisit(),
        due.day(),
        key(due.state()),
        one.responsible());
  }

  /** Persons and households that had to be visited, and those that were. */
  private static final class Count {
    private int due;
    private int visited;
    private int householdsDue;
    private int householdsVisited;

    void add(String kind, boolean done) {
      if (kind.equals(VisitStore.HOUSEHOLD)) {
        householdsDue++;
        householdsVisited += done ? 1 : 0;
      } else {
        due++;
        visited += done ? 1 : 0;
      }
    }

    VisitRate told(String area, String grid) {
      return new VisitRate(
          area,
          grid,
          due,
          visited,
          percent(visited, due),
          householdsDue,
          householdsVisited,
          percent(householdsVisited, householdsDue));
    }
  }

  /**
   * 走访率 of every village and grid with somebody to visit, judged on the month's last day, or today
   * while it runs. Who joined so lately that the first visit may still come is not counted.
   */
  public List<VisitRate> rates(Caller caller, YearMonth month) {
    Rights.require(caller.account(), Act.READ, catalogue.type(VISIT));
    return store.read(
        tx -> {
          LocalDate day = month.atEndOfMonth();
          if (day.isAfter(tx.today())) {
            day = tx.today();
          }
          if (YearMonth.from(day).isBefore(month)) {
            return List.of();
          }
          return rates(tx, caller, day);
        });
  }

  private List<VisitRate> rates(Tx tx, Caller caller, LocalDate day) {
    Map<String, Window> windows = windows(tx, day);
    Map<String, Count> villages = new TreeMap<>();
    Map<String, Map<String, Count>> grids = new HashMap<>();
    for (Visited one : visits.visited(tx, caller, "", day)) {
      Optional<Due> due = Due.of(one.since(), windows, one.lastVisit(), day);
      boolean done = due.isPresent() && Due.counts(one.since(), windows, one.lastVisit(), day);
      if (due.isPresent() && (done || due.get().state() == Due.State.OVERDUE)) {
        villages.computeIfAbsent(one.area(), area -> new Count()).add(one.kind(), done);
        if (!one.grid().isEmpty()) {
          grids
              .computeIfAbsent(one.area(), area -> new TreeMap<>())
              .computeIfAbsent(one.grid(), grid -> new Count())
              .add(one.kind(), done);
        }
      }
    }
    List<VisitRate> rates = new ArrayList<>();
    villages.forEach(
        (area, count) -> {
          rates.add(count.told(area, ""));
          grids
              .getOrDefault(area, Map.of())
              .forEach((grid, part) -> rates.add(part.told(area, grid)));
        });
    return rates;
  }

  private static BigDecimal percent(int part, int whole) {
    return whole == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }

  /** All duties, past, present and to come, by category. */
  public List<VisitDuty> duties(Caller caller) {
    Rights.require(caller.account(), Function.CATALOGUE);
    return store.read(
        tx -> {
          List<Duty> duties = visits.duties(tx);
          return duties.stream().map(duty -> told(duty, duties, tx.today())).toList();
        });
  }

  /**
   * Sets how often a category is visited.
   *
   * @throws InvalidRecord for a category or window there is not, or a day gone by
   */
  public VisitDuty save(Caller caller, VisitDutySave wish) {
    Rights.require(caller.account(), Function.CATALOGUE);
    String fingerprint = "visit-duty " + wish;
    return store.write(
        tx -> {
          Duty duty = new Duty(wish.category(), wish.validFrom(), wish.window());
          if (requests.answered(tx, caller, wish.requestId(), fingerprint).isEmpty()) {
            requireSound(wish, tx.today());
            visits.save(tx, caller, duty);
            audit.append(
                tx,
                caller,
                "visit-duty",
                duty.category() + " " + duty.window() + " " + duty.from(),
                "",
                "done");
            requests.remember(tx, caller, wish.requestId(), fingerprint, duty.category());
          }
          return told(duty, visits.duties(tx), tx.today());
        });
  }

  private void requireSound(VisitDutySave wish, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    boolean known =
        VisitDuty.HOUSEHOLD.equals(wish.category())
            || catalogue.codeList(CATEGORIES).values().stream()
                .anyMatch(value -> value.code().equals(wish.category()));
    if (!known) {
      findings.add(Finding.forbid("category", "visit-category", Map.of("typed", wish.category())));
    }
    if (Window.of(wish.window()).isEmpty()) {
      findings.add(Finding.forbid("window", "visit-window"));
    }
    if (wish.validFrom().isBefore(today)) {
      findings.add(Finding.forbid("validFrom", "visit-from"));
    }
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
  }

  private VisitDuty told(Duty duty, List<Duty> all, LocalDate today) {
    CodeList categories = catalogue.codeList(CATEGORIES);
    String label =
        duty.category().equals(VisitDuty.HOUSEHOLD)
            ? catalogue.type(VisitStore.HOUSEHOLD).label()
            : categories.labelOf(duty.category());
    boolean inForce = duty.equals(inForce(all, today).get(duty.category()));
    return new VisitDuty(duty.category(), label, duty.window(), duty.from(), inForce);
  }

  private Map<String, Window> windows(Tx tx, LocalDate day) {
    Map<String, Window> windows = new HashMap<>();
    inForce(visits.duties(tx), day)
        .forEach(
            (category, duty) ->
                windows.put(category, Window.of(duty.window()).orElse(Window.NONE)));
    return windows;
  }

  /** The duty of each category that counts on that day: the last one that has begun. */
  private static Map<String, Duty> inForce(List<Duty> duties, LocalDate day) {
    Map<String, Duty> inForce = new HashMap<>();
    for (Duty duty : duties) {
      if (!duty.from().isAfter(day)) {
        inForce.merge(
            duty.category(), duty, (one, other) -> one.from().isAfter(other.from()) ? one : other);
      }
    }
    return inForce;
  }
}
