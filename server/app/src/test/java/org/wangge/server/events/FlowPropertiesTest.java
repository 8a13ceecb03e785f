package org.wangge.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.wangge.problem.Problem;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.store.StepRow;

/** What holds for every event, whatever anybody does to it in whatever order. */
class FlowPropertiesTest {
  private static final String TOWN = "330282104";
  private static final String VILLAGE = "330282104209";
  private static final String GRID = "330282104209003";
  private static final LocalDateTime START = LocalDateTime.of(2026, 9, 28, 9, 0);

  private final Flow flow = Flow.shipped();
  private final Clocks clocks =
      new Clocks(
          new WorkingCalendar(ShippedCalendar.read().exceptions()), FlowTest.proposedLimits());
  private final List<String> acts =
      flow.transitions().stream().map(Transition::act).distinct().toList();
  private final List<Account> accounts =
      List.of(
          account(Post.GRID_WORKER, GRID),
          account(Post.VILLAGE_OPERATOR, VILLAGE),
          account(Post.VILLAGE_SECRETARY, VILLAGE),
          account(Post.VILLAGE_OPERATOR, "330282104210"),
          account(Post.TOWN_OPERATOR, TOWN),
          account(Post.TOWN_LEADER, TOWN),
          account(Post.AUDITOR, TOWN));

  private static Account account(Post post, String area) {
    return new Account(new UUID(0, post.name().hashCode()), post.key(), post.key(), post, area);
  }

  /** One thing somebody tries. */
  private record Attempt(Account account, String act, String grade, LocalDateTime at) {}

  private Attempt attempt(int number, LocalDateTime before) {
    // Most attempts are among what is open, or long ways would never be walked.
    return new Attempt(
        accounts.get(number % accounts.size()),
        acts.get(number / 7 % acts.size()),
        "0" + (1 + number / 500 % 3),
        before.plusMinutes(number % 4000));
  }

  private List<StepRow> walk(Situation start, List<Integer> numbers) {
    List<StepRow> log = new ArrayList<>();
    LocalDateTime now = START;
    for (int number : numbers) {
      Attempt tried = attempt(number, now);
      now = tried.at();
      Situation before = start.after(log);
      String act = tried.act();
      Set<String> open = flow.open(before, tried.account());
      if (number % 4 != 0 && !open.isEmpty()) {
        act = new ArrayList<>(open).get(number / 11 % open.size());
      }
      String grade = act.equals(Flow.EVALUATE) ? tried.grade() : "";
      List<StepRow> untouched = List.copyOf(log);
      try {
        Transition way = flow.choose(before, tried.account(), act, grade);
        log.add(
            Flow.step(
                way, before, tried.account(), "pc", "", "", grade, log.size() + 1, now, clocks));
        holds(before, start.after(log), way, log.getLast());
      } catch (Problem refused) {
        assertThat(open.contains(act) && flow.open(before, tried.account()).isEmpty()).isFalse();
      }
      // Append-only: what stood there stands there.
      assertThat(log.subList(0, untouched.size())).isEqualTo(untouched);
    }
    return log;
  }

  private static void holds(Situation before, Situation after, Transition way, StepRow step) {
    // Never lost and never two holders: one unit of the event's own line, or none at the end.
    assertThat(after.holder().isEmpty()).isEqualTo(after.state().ended());
    if (!after.state().ended()) {
      assertThat(List.of(GRID, VILLAGE, TOWN)).contains(after.holder());
    }
    // The log is without gaps: each step begins where the one before ended.
    assertThat(step.from()).isEqualTo(before.state().code());
    // A word from aside or a note moves nothing and resets no clock.
    if (way.to().isEmpty() || way.act().equals("note")) {
      assertThat(after.state()).isEqualTo(before.state());
      assertThat(after.holder()).isEqualTo(before.holder());
      assertThat(after.due()).isEqualTo(before.due());
      assertThat(after.limit()).isEqualTo(before.limit());
      assertThat(after.sender()).isEqualTo(before.sender());
    }
    if (way.aside()) {
      assertThat(after.overdue()).isEqualTo(before.overdue());
    }
    // Lateness is never taken back, and a limit that has passed never moves.
    assertThat(after.overdue() || !before.overdue()).isTrue();
    if (before.limit() != null && step.at().isAfter(before.limit())) {
      assertThat(after.limit()).isEqualTo(before.limit());
    }
    // Supervision only rises, unless it is lifted or the check succeeds.
    if (!Set.of(Flow.LIFT, Flow.VERIFY).contains(way.act())) {
      assertThat(after.supervision()).isGreaterThanOrEqualTo(before.supervision());
    }
    assertThat(after.supervisor().isEmpty()).isEqualTo(after.supervision() == 0);
    // Nothing is set that is set, nothing taken that is not there.
    if (Flow.SUPERVISIONS.contains(way.act())) {
      assertThat(after.supervision()).isGreaterThan(before.supervision());
    }
    if (Set.of(Flow.URGE, Flow.CALM).contains(way.act())) {
      assertThat(after.urgent()).isNotEqualTo(before.urgent());
    }
    if (Set.of(Flow.PUBLICISE, Flow.WITHHOLD).contains(way.act())) {
      assertThat(after.publicised()).isNotEqualTo(before.publicised());
    }
    // At most one clock runs, and it is the state's own.
    assertThat(after.acceptBy() == null || after.state() == State.WAITING).isTrue();
    assertThat(after.handleBy() == null || after.state() == State.HANDLING).isTrue();
    assertThat(after.checkBy() == null || after.state() == State.CHECKING).isTrue();
  }

  @Property(tries = 400)
  void whateverIsDoneTheInvariantsHold(
      @ForAll @Size(min = 20, max = 60) List<@IntRange(min = 0, max = 1_000_000) Integer> numbers,
      @ForAll @IntRange(min = 1, max = 4) int level,
      @ForAll @IntRange(min = 0, max = 2) int registrar) {
    Situation start =
        Situation.registered(
            VILLAGE, "0" + level, List.of(GRID, VILLAGE, TOWN).get(registrar), null);
    List<StepRow> log = walk(start, numbers);
    for (int i = 0; i < log.size(); i++) {
      assertThat(log.get(i).number()).isEqualTo(i + 1);
      if (i > 0) {
        assertThat(log.get(i).from()).isEqualTo(log.get(i - 1).to());
        assertThat(log.get(i).at()).isAfterOrEqualTo(log.get(i - 1).at());
      }
    }
  }

  @Property(tries = 60)
  void countsOfManyEventsAgreeWithTheirLogs(
      @ForAll @Size(min = 5, max = 12)
          List<@Size(max = 30) List<@IntRange(min = 0, max = 1_000_000) Integer>> events) {
    Map<State, Integer> standing = new EnumMap<>(State.class);
    Map<String, Integer> balance = new HashMap<>();
    for (List<Integer> numbers : events) {
      Situation start = Situation.registered(VILLAGE, "04", VILLAGE, null);
      List<StepRow> log = walk(start, numbers);
      standing.merge(start.after(log).state(), 1, Integer::sum);
      balance.merge(State.DRAFT.code(), 1, Integer::sum);
      for (StepRow step : log) {
        balance.merge(step.from(), -1, Integer::sum);
        balance.merge(step.to(), 1, Integer::sum);
      }
    }
    assertThat(standing.values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(events.size());
    for (State state : State.values()) {
      assertThat(balance.getOrDefault(state.code(), 0))
          .as(state.name())
          .isEqualTo(standing.getOrDefault(state, 0));
    }
  }
}
