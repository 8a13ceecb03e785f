package org.wangge.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.TimeLimit;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.events.Limits.Line;
import org.wangge.server.events.Limits.Stage;
import org.wangge.server.store.StepRow;

/** The state machine against the workflow document, without a database. */
class FlowTest {
  private static final String TOWN = "330282104";
  private static final String VILLAGE = "330282104209";
  private static final String OTHER_VILLAGE = "330282104210";
  private static final String GRID = "330282104209003";
  private static final LocalDateTime START = LocalDateTime.of(2026, 10, 12, 9, 0);

  private final Flow flow = Flow.shipped();
  private final Clocks clocks =
      new Clocks(new WorkingCalendar(ShippedCalendar.read().exceptions()), proposedLimits());

  private final Account operator = account(Post.VILLAGE_OPERATOR, VILLAGE);
  private final Account secretary = account(Post.VILLAGE_SECRETARY, VILLAGE);
  private final Account neighbour = account(Post.VILLAGE_OPERATOR, OTHER_VILLAGE);
  private final Account worker = account(Post.GRID_WORKER, GRID);
  private final Account town = account(Post.TOWN_OPERATOR, TOWN);
  private final Account leader = account(Post.TOWN_LEADER, TOWN);
  private final Account auditor = account(Post.AUDITOR, TOWN);

  /** The defaults the workflow document proposes in section 5. */
  static Limits proposedLimits() {
    List<Line> lines = new ArrayList<>();
    for (String level : List.of("04", "03")) {
      lines.add(line(level, Optional.empty(), Stage.ACCEPT, TimeLimit.workingDays(1)));
      lines.add(
          line(level, Optional.of(UnitLevel.VILLAGE), Stage.HANDLE, TimeLimit.workingDays(3)));
    }
    lines.add(line("04", Optional.of(UnitLevel.TOWN), Stage.HANDLE, TimeLimit.workingDays(5)));
    lines.add(line("03", Optional.of(UnitLevel.TOWN), Stage.HANDLE, TimeLimit.workingDays(7)));
    lines.add(line("02", Optional.empty(), Stage.ACCEPT, new TimeLimit(2, TimeLimit.Unit.HOUR)));
    lines.add(line("02", Optional.empty(), Stage.HANDLE, TimeLimit.workingDays(10)));
    lines.add(line("01", Optional.empty(), Stage.ACCEPT, new TimeLimit(30, TimeLimit.Unit.MINUTE)));
    for (String level : List.of("01", "02", "03", "04")) {
      lines.add(line(level, Optional.empty(), Stage.CHECK, TimeLimit.workingDays(2)));
    }
    return new Limits(lines);
  }

  private static Line line(String level, Optional<UnitLevel> unit, Stage stage, TimeLimit limit) {
    return new Line(LocalDate.of(2026, 1, 1), level, unit, stage, limit, "2026-01");
  }

  private static Account account(Post post, String area) {
    return new Account(new UUID(0, post.name().hashCode()), post.key(), post.key(), post, area);
  }

  /** An event on its way, with the log that made it what it is. */
  private final class Walk {
    private final Situation start;
    private final List<StepRow> steps = new ArrayList<>();
    private LocalDateTime now = START;

    Walk(String level, String registrar) {
      start =
          Situation.registered(
              VILLAGE, level, registrar, clocks.wholeLimit(level, UnitLevel.VILLAGE, START));
    }

    Situation situation() {
      return start.after(steps);
    }

    Walk at(String moment) {
      now = LocalDateTime.parse(moment);
      return this;
    }

    Walk does(Account account, String act) {
      return does(account, act, "");
    }

    Walk does(Account account, String act, String grade) {
      Situation before = situation();
      Transition transition = flow.choose(before, account, act, grade);
      steps.add(
          Flow.step(
              transition,
              before,
              account,
              "test",
              "words",
              "",
              grade,
              steps.size() + 1,
              now,
              clocks));
      return this;
    }

    Set<String> open(Account account) {
      return flow.open(situation(), account);
    }

    StepRow last() {
      return steps.getLast();
    }
  }

  private Walk event() {
    return new Walk("04", VILLAGE);
  }

  @Test
  void anOrdinaryEventGoesTheWholeWayInItsVillage() {
    Walk event = event().does(operator, "submit");
    assertThat(event.situation().state()).isEqualTo(State.WAITING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    event.does(operator, "accept").does(operator, "note").does(operator, "close");
    assertThat(event.situation().state()).isEqualTo(State.CHECKING);
    event.does(operator, "verify").does(operator, "evaluate", "01");
    assertThat(event.situation().state()).isEqualTo(State.CLOSED);
    assertThat(event.situation().holder()).isEmpty();
    assertThat(event.steps).extracting(StepRow::number).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void whatAVillageCannotSettleGoesToTheTownAndMayComeBack() {
    Walk event =
        event().does(operator, "submit").does(operator, "accept").does(operator, "escalate");
    assertThat(event.situation().holder()).isEqualTo(TOWN);
    assertThat(event.open(operator)).containsExactly("withdraw");
    event.does(town, "accept").does(town, "assign");
    assertThat(event.situation().state()).isEqualTo(State.WAITING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    event.does(operator, "accept").does(operator, "close");
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"01", "02"})
  void graveEventsGoStraightToTheTown(String level) {
    Walk event = new Walk(level, VILLAGE);
    assertThat(event.open(operator)).containsExactly("submit");
    assertThat(event.does(operator, "submit").situation().holder()).isEqualTo(TOWN);
  }

  @Test
  void aGridWorkersEventIsHandledByTheVillageAndCheckedByTheWorker() {
    Walk event =
        new Walk("04", GRID)
            .does(worker, "submit")
            .does(operator, "accept")
            .does(operator, "close");
    assertThat(event.situation().holder()).isEqualTo(GRID);
    assertThat(event.open(worker)).containsExactly("verify", "reject");
    // The village answers for its grids and may check in the worker's place.
    assertThat(event.open(operator))
        .containsExactly("verify", "reject", "supervise", "supervise-yellow", "supervise-red");
  }

  @Test
  void whatIsSettledOnTheSpotIsOnlyFiled() {
    Walk event = event().does(operator, "file");
    assertThat(event.situation().state()).isEqualTo(State.FILED);
    assertThat(event.situation().state().ended()).isTrue();
    for (Account account : List.of(operator, town, worker, secretary)) {
      assertThat(event.open(account)).isEmpty();
    }
  }

  @Test
  void aFirstStepIsNeverReturned() {
    Walk event = event().does(operator, "submit");
    assertThat(event.open(operator)).doesNotContain("return");
    assertRefused(event, operator, "return", ProblemCode.WRONG_STATE);
  }

  @Test
  void anEventIsReturnedToWhoSentItAndOnlyOnce() {
    Walk event =
        event()
            .does(operator, "submit")
            .does(operator, "accept")
            .does(operator, "escalate")
            .does(town, "return");
    assertThat(event.situation().state()).isEqualTo(State.WAITING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    assertRefused(event, operator, "return", ProblemCode.WRONG_STATE);
    event.does(operator, "accept").does(operator, "escalate");
    assertRefused(event, town, "return", ProblemCode.WRONG_STATE);
  }

  @Test
  void aFailedCheckOpensANewRoundAtTheHandler() {
    Walk event =
        event()
            .does(operator, "submit")
            .does(operator, "accept")
            .does(operator, "escalate")
            .does(town, "accept")
            .does(town, "close");
    assertThat(event.open(town)).contains("verify", "reject");
    event.does(operator, "reject");
    assertThat(event.situation().state()).isEqualTo(State.HANDLING);
    assertThat(event.situation().holder()).isEqualTo(TOWN);
  }

  @Test
  void aDiscontentedAnswerSendsTheEventBackOnce() {
    Walk event = closedAndChecked().does(worker, "evaluate", "03");
    assertThat(event.situation().state()).isEqualTo(State.HANDLING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    event.does(operator, "close").does(operator, "verify").does(operator, "evaluate", "03");
    assertThat(event.situation().state()).isEqualTo(State.CLOSED);
  }

  private Walk closedAndChecked() {
    return event()
        .does(operator, "submit")
        .does(operator, "accept")
        .does(operator, "close")
        .does(operator, "verify");
  }

  @Test
  void whatWasHandedOnIsWithdrawnUntilTheReceiverAcceptsAndItsClockRunsOn() {
    Walk event = event().does(operator, "submit").does(operator, "accept");
    LocalDateTime handleBy = event.situation().handleBy();
    LocalDateTime limit = event.situation().limit();
    event.at("2026-10-13T09:00:00").does(operator, "escalate");
    assertRefused(event, town, "withdraw", ProblemCode.FORBIDDEN);
    event.at("2026-10-14T09:00:00").does(operator, "withdraw");
    assertThat(event.situation().state()).isEqualTo(State.HANDLING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    assertThat(event.situation().handleBy()).isEqualTo(handleBy);
    assertThat(event.situation().limit()).isEqualTo(limit);
    event.does(operator, "escalate").does(town, "accept");
    assertRefused(event, operator, "withdraw", ProblemCode.WRONG_STATE);
  }

  @Test
  void aFirstStepAndAReturnAreNotWithdrawn() {
    Walk event = event().does(operator, "submit");
    assertRefused(event, operator, "withdraw", ProblemCode.WRONG_STATE);
    event.does(operator, "accept").does(operator, "escalate").does(town, "return");
    assertRefused(event, town, "withdraw", ProblemCode.WRONG_STATE);
  }

  @Test
  void aSupervisionOnlyRisesAndNeverTwiceTheSame() {
    Walk event = event().does(operator, "submit").does(town, "supervise-red");
    for (String lower : List.of("supervise", "supervise-yellow", "supervise-red")) {
      assertRefused(event, town, lower, ProblemCode.WRONG_STATE);
    }
    Walk rising =
        event()
            .does(operator, "submit")
            .does(leader, "supervise")
            .does(town, "supervise-yellow")
            .does(town, "supervise-red");
    assertThat(rising.situation().supervision()).isEqualTo(3);
    assertThat(rising.situation().supervisor()).isEqualTo(TOWN);
  }

  @Test
  void aSupervisionIsLiftedByWhoSetItOrAboveAndByTheCheck() {
    Walk event =
        new Walk("04", GRID)
            .does(worker, "submit")
            .does(operator, "accept")
            .does(town, "supervise");
    // A unit below the one that set it cannot take it away.
    assertRefused(event, operator, "lift", ProblemCode.FORBIDDEN);
    event.does(town, "lift");
    assertThat(event.situation().supervision()).isZero();
    assertRefused(event, town, "lift", ProblemCode.WRONG_STATE);
    event.does(town, "supervise-yellow").does(operator, "close").does(worker, "verify");
    assertThat(event.situation().supervision()).isZero();
  }

  @Test
  void aWordFromAboveMovesNothingAndIsLateForNobody() {
    Walk event = event().does(operator, "submit").does(operator, "accept");
    LocalDateTime handleBy = event.situation().handleBy();
    event.at("2026-10-20T09:00:00").does(leader, "instruct").does(town, "urge");
    event.does(town, "supervise");
    assertThat(event.situation().state()).isEqualTo(State.HANDLING);
    assertThat(event.situation().holder()).isEqualTo(VILLAGE);
    assertThat(event.situation().handleBy()).isEqualTo(handleBy);
    assertThat(event.situation().overdue()).isFalse();
    assertRefused(event, town, "urge", ProblemCode.WRONG_STATE);
    event.does(town, "calm");
    assertRefused(event, town, "calm", ProblemCode.WRONG_STATE);
    assertThat(event.does(operator, "close").last().overdue()).isTrue();
  }

  @Test
  void onlyAUnitAboveTheHolderInstructs() {
    Walk event =
        event().does(operator, "submit").does(operator, "accept").does(operator, "escalate");
    assertThat(event.open(leader)).doesNotContain("instruct");
    assertRefused(event, operator, "instruct", ProblemCode.WRONG_STATE);
  }

  @Test
  void onlyAClosedEventBecomesAnExampleAndAnArchivedOneStaysLocked() {
    Walk event = closedAndChecked();
    assertRefused(event, town, "publicise", ProblemCode.WRONG_STATE);
    event.does(operator, "evaluate", "01").does(town, "publicise");
    assertRefused(event, town, "publicise", ProblemCode.WRONG_STATE);
    event.does(town, "archive");
    assertThat(event.situation().publicised()).isTrue();
    assertThat(event.open(town)).containsExactly("withhold");
    assertThat(event.open(operator)).isEmpty();
  }

  @Test
  void evaluationBeforeClosingIsRefused() {
    Walk event = event().does(operator, "submit").does(operator, "accept");
    assertRefused(event, operator, "evaluate", ProblemCode.WRONG_STATE);
  }

  @Test
  void onlyTheUnitThatHoldsAnEventHandlesIt() {
    Walk event = event().does(operator, "submit");
    assertRefused(event, town, "accept", ProblemCode.FORBIDDEN);
    assertRefused(event, neighbour, "accept", ProblemCode.FORBIDDEN);
    assertRefused(event, worker, "accept", ProblemCode.FORBIDDEN);
    assertRefused(event, leader, "accept", ProblemCode.FORBIDDEN);
    assertThat(event.open(secretary)).containsExactlyElementsOf(event.open(operator));
  }

  @Test
  void anUnknownActIsAMalformedRequest() {
    assertRefused(event(), operator, "explode", ProblemCode.MALFORMED);
  }

  /**
   * What the document allows for an ordinary village event, state by state: everything else must be
   * refused, whoever asks.
   */
  @Test
  void everyActOutsideTheDocumentIsRefused() {
    Map<State, Walk> events =
        Map.of(
            State.DRAFT, event(),
            State.FILED, event().does(operator, "file"),
            State.WAITING, event().does(operator, "submit"),
            State.HANDLING, event().does(operator, "submit").does(operator, "accept"),
            State.CHECKING,
                event().does(operator, "submit").does(operator, "accept").does(operator, "close"),
            State.CALLING_BACK, closedAndChecked(),
            State.CLOSED, closedAndChecked().does(operator, "evaluate", "02"),
            State.ARCHIVED,
                closedAndChecked().does(operator, "evaluate", "02").does(town, "archive"),
            State.REFUSED, event().does(operator, "submit").does(operator, "refuse"));
    assertThat(events).hasSameSizeAs(State.values());
    Map<State, Set<String>> operatorMay =
        Map.of(
            State.DRAFT, Set.of("submit", "file"),
            State.WAITING, Set.of("accept", "refuse"),
            State.HANDLING, Set.of("close", "note", "escalate"),
            State.CHECKING, Set.of("verify", "reject"),
            State.CALLING_BACK, Set.of("evaluate"));
    Map<State, Set<String>> townMay =
        Map.of(
            State.DRAFT, Set.of("submit"),
            State.WAITING, Set.of("supervise", "supervise-yellow", "supervise-red", "urge"),
            State.HANDLING, Set.of("supervise", "supervise-yellow", "supervise-red", "urge"),
            State.CHECKING,
                Set.of(
                    "verify", "reject", "supervise", "supervise-yellow", "supervise-red", "urge"),
            State.CALLING_BACK, Set.of("evaluate", "urge"),
            State.CLOSED, Set.of("archive", "publicise"),
            State.ARCHIVED, Set.of("publicise"));
    Map<State, Set<String>> leaderMay =
        Map.of(
            State.WAITING, Set.of("supervise", "supervise-yellow", "supervise-red", "instruct"),
            State.HANDLING, Set.of("supervise", "supervise-yellow", "supervise-red", "instruct"),
            State.CHECKING, Set.of("supervise", "supervise-yellow", "supervise-red"));
    Map<State, Set<String>> workerMay = Map.of(State.CALLING_BACK, Set.of("evaluate"));
    Set<String> acts = new TreeSet<>();
    flow.transitions().forEach(transition -> acts.add(transition.act()));
    events.forEach(
        (state, event) -> {
          assertThat(event.situation().state()).isEqualTo(state);
          for (String act : acts) {
            expect(event, operator, act, operatorMay.getOrDefault(state, Set.of()));
            expect(event, town, act, townMay.getOrDefault(state, Set.of()));
            expect(event, worker, act, workerMay.getOrDefault(state, Set.of()));
            expect(event, neighbour, act, Set.of());
            expect(event, leader, act, leaderMay.getOrDefault(state, Set.of()));
            expect(event, auditor, act, Set.of());
          }
        });
  }

  private void expect(Walk event, Account account, String act, Set<String> allowed) {
    String grade = act.equals("evaluate") ? "01" : "";
    if (allowed.contains(act)) {
      assertThat(flow.choose(event.situation(), account, act, grade).act()).isEqualTo(act);
      assertThat(event.open(account)).contains(act);
    } else {
      assertThatThrownBy(() -> flow.choose(event.situation(), account, act, grade))
          .as("%s by %s in %s", act, account.name(), event.situation().state())
          .isInstanceOf(Problem.class);
      assertThat(event.open(account)).doesNotContain(act);
    }
  }

  private void assertRefused(Walk event, Account account, String act, ProblemCode code) {
    assertThatThrownBy(() -> flow.choose(event.situation(), account, act, ""))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void acceptanceIsCountedFromArrivalAndHandlingFromAcceptance() {
    // Monday 12 October 2026.
    Walk event = event().at("2026-10-12T09:00:00").does(operator, "submit");
    assertThat(event.situation().acceptBy()).isEqualTo("2026-10-13T23:59:59");
    assertThat(event.situation().limit()).isEqualTo("2026-10-16T23:59:59");
    event.at("2026-10-12T10:00:00").does(operator, "accept");
    assertThat(event.situation().acceptBy()).isNull();
    assertThat(event.situation().handleBy()).isEqualTo("2026-10-15T23:59:59");
    assertThat(event.situation().limit()).isEqualTo("2026-10-15T23:59:59");
  }

  @Test
  void aNoteNeverResetsAClock() {
    Walk event = event().does(operator, "submit").does(operator, "accept");
    LocalDateTime before = event.situation().handleBy();
    event.at("2026-10-14T09:00:00").does(operator, "note");
    event.at("2026-10-15T09:00:00").does(operator, "note");
    assertThat(event.situation().handleBy()).isEqualTo(before);
    assertThat(event.last().overdue()).isFalse();
  }

  @Test
  void aLateStepIsMarkedAndHandingOnDoesNotUndoIt() {
    Walk event =
        event()
            .does(operator, "submit")
            .does(operator, "accept")
            .at("2026-10-19T08:00:00")
            .does(operator, "escalate");
    assertThat(event.last().overdue()).isTrue();
    assertThat(event.last().due()).isEqualTo("2026-10-15T23:59:59");
    assertThat(event.situation().overdue()).isTrue();
    // The town has its own clock, the event keeps the limit that was missed.
    assertThat(event.situation().acceptBy()).isEqualTo("2026-10-20T23:59:59");
    assertThat(event.situation().limit()).isEqualTo("2026-10-15T23:59:59");
  }

  @Test
  void aLateAcceptanceDoesNotMoveTheLimitOfTheEvent() {
    Walk event = event().does(operator, "submit");
    LocalDateTime limit = event.situation().limit();
    event.at("2026-10-15T09:00:00").does(operator, "accept");
    assertThat(event.last().overdue()).isTrue();
    assertThat(event.situation().handleBy()).isEqualTo("2026-10-20T23:59:59");
    assertThat(event.situation().limit()).isEqualTo(limit);
  }

  @ParameterizedTest(name = "level {0} at {1}: accept by {2}, handled by {3}")
  @CsvSource({
    "04, VILLAGE, 2026-10-13T23:59:59, 2026-10-15T23:59:59",
    "03, VILLAGE, 2026-10-13T23:59:59, 2026-10-15T23:59:59",
    "02, TOWN, 2026-10-12T11:00:00, 2026-10-26T23:59:59",
    "01, TOWN, 2026-10-12T09:30:00,",
  })
  void limitsFollowTheLevelOfTheEvent(
      String level, UnitLevel holder, LocalDateTime acceptBy, LocalDateTime handleBy) {
    Account unit = holder == UnitLevel.TOWN ? town : operator;
    Walk event = new Walk(level, VILLAGE).does(operator, "submit");
    assertThat(event.situation().acceptBy()).isEqualTo(acceptBy);
    event.does(unit, "accept");
    assertThat(event.situation().handleBy()).isEqualTo(handleBy);
  }

  @Test
  void theLineThatIsInForceDecides() {
    List<Line> lines = new ArrayList<>(proposedLimits().lines());
    lines.add(
        new Line(
            LocalDate.of(2026, 11, 1),
            "04",
            Optional.of(UnitLevel.VILLAGE),
            Stage.HANDLE,
            TimeLimit.workingDays(7),
            "2026-11"));
    Limits limits = new Limits(lines);
    LocalDate october = LocalDate.of(2026, 10, 31);
    LocalDate november = LocalDate.of(2026, 11, 1);
    assertThat(limits.limit("04", UnitLevel.VILLAGE, Stage.HANDLE, october))
        .contains(TimeLimit.workingDays(3));
    assertThat(limits.limit("04", UnitLevel.VILLAGE, Stage.HANDLE, november))
        .contains(TimeLimit.workingDays(7));
    assertThat(limits.version(october)).isEqualTo("2026-01");
    assertThat(limits.version(november)).isEqualTo("2026-11");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomWalksKeepTheInvariants(long seed) {
    Random random = new Random(seed);
    List<Account> accounts = List.of(operator, secretary, neighbour, worker, town, leader, auditor);
    List<String> acts = flow.transitions().stream().map(Transition::act).distinct().toList();
    for (int round = 0; round < 300; round++) {
      String level = "0" + (1 + random.nextInt(4));
      Walk event = new Walk(level, List.of(VILLAGE, GRID, TOWN).get(random.nextInt(3)));
      for (int i = 0; i < 40; i++) {
        event.now = event.now.plusMinutes(random.nextInt(3000));
        Account account = accounts.get(random.nextInt(accounts.size()));
        String act = acts.get(random.nextInt(acts.size()));
        String grade = act.equals("evaluate") ? "0" + (1 + random.nextInt(3)) : "";
        Situation before = event.situation();
        int steps = event.steps.size();
        try {
          event.does(account, act, grade);
        } catch (Problem refused) {
          assertThat(event.situation()).isEqualTo(before);
          assertThat(event.steps).hasSize(steps);
          continue;
        }
        holds(before, event, account);
      }
      assertThat(event.start.after(event.steps)).isEqualTo(event.situation());
    }
  }

  private void holds(Situation before, Walk event, Account account) {
    Situation after = event.situation();
    StepRow step = event.last();
    assertThat(step.number()).isEqualTo(event.steps.size());
    assertThat(step.from()).isEqualTo(before.state().code());
    assertThat(step.at()).isEqualTo(event.now);
    assertThat(step.fromUnit()).isEqualTo(account.area());
    // Never lost: an open event has exactly one holder within its area; an ended one has none.
    assertThat(after.holder().isEmpty()).isEqualTo(after.state().ended());
    if (!after.state().ended()) {
      assertThat(List.of(VILLAGE, TOWN, GRID)).contains(after.holder());
    }
    // At most one clock runs, and it belongs to the state.
    assertThat(after.acceptBy() == null || after.state() == State.WAITING).isTrue();
    assertThat(after.handleBy() == null || after.state() == State.HANDLING).isTrue();
    assertThat(after.checkBy() == null || after.state() == State.CHECKING).isTrue();
    // Lateness follows the deadline only and is never taken back.
    boolean aside =
        flow.transitions().stream().anyMatch(one -> one.act().equals(step.act()) && one.aside());
    assertThat(step.overdue())
        .isEqualTo(!aside && before.due() != null && event.now.isAfter(before.due()));
    assertThat(after.overdue() || !before.overdue()).isTrue();
    if (before.limit() != null && event.now.isAfter(before.limit())) {
      assertThat(after.limit()).isEqualTo(before.limit());
    }
    // Nobody outside the event's area ever acts.
    assertThat(VILLAGE.startsWith(account.area()) || account.area().startsWith(VILLAGE)).isTrue();
    if (step.act().equals("note")) {
      assertThat(after.handleBy()).isEqualTo(before.handleBy());
    }
  }

  @Test
  void aBrokenTableIsRefusedWithItsLine() {
    assertThatThrownBy(
            () ->
                Flow.of(
                    List.of(
                        "no,act,from,at,who,posts,when,to,goes,words,grade,clock,marks",
                        "2,submit,D,any,somebody,town-operator,-,A,village,optional,no,accept,-")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("somebody");
  }

  @Test
  void everyActOfTheTableHasItsLabel() {
    EventWords words = new EventWords();
    for (Transition transition : flow.transitions()) {
      assertThat(words.act(transition.act())).isNotEqualTo(transition.act());
    }
    for (State state : State.values()) {
      assertThat(words.state(state)).isNotEqualTo(state.code());
    }
  }
}
