package org.wangge.server.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Post;
import org.wangge.server.events.Limits.Stage;
import org.wangge.server.events.Transition.Actor;
import org.wangge.server.events.Transition.Clock;
import org.wangge.server.events.Transition.Condition;
import org.wangge.server.events.Transition.Goes;
import org.wangge.server.events.Transition.Mark;
import org.wangge.server.store.StepRow;

/**
 * The state machine of events. Its rules are the lines of {@code flow.csv}; this class reads them,
 * says which acts are open to an account, and computes the step an act leads to. It knows no
 * database and no clock of its own.
 */
public final class Flow {
  /** Registration, the only act that is a save of the record and no line of the table. */
  public static final String REGISTER = "register";

  /** 台账接收: an event taken over as history from a spreadsheet. */
  public static final String TAKE_OVER = "take-over";

  /** 受理. */
  static final String ACCEPT = "accept";

  /** 退回. */
  static final String RETURN = "return";

  /** 上报. */
  static final String ESCALATE = "escalate";

  /** 交办. */
  static final String ASSIGN = "assign";

  /** 办结. */
  static final String CLOSE = "close";

  /** 撤回. */
  static final String WITHDRAW = "withdraw";

  /** 核查通过. */
  static final String VERIFY = "verify";

  /** 普通督办, 黄牌督办, 红牌督办: each higher than the one before. */
  static final List<String> SUPERVISIONS =
      List.of("supervise", "supervise-yellow", "supervise-red");

  /** 取消督办. */
  static final String LIFT = "lift";

  /** 加急. */
  static final String URGE = "urge";

  /** 取消加急. */
  static final String CALM = "calm";

  /** 设为宣传案例. */
  static final String PUBLICISE = "publicise";

  /** 取消宣传案例. */
  static final String WITHHOLD = "withhold";

  /** 回访评价. */
  static final String EVALUATE = "evaluate";

  private static final Set<String> GRAVE_LEVELS = Set.of("01", "02");
  private static final String HEADING =
      "no,act,from,at,who,posts,when,to,goes,words,grade,clock,marks";

  private final List<Transition> transitions;

  private Flow(List<Transition> transitions) {
    this.transitions = List.copyOf(transitions);
  }

  /** The flow this server ships. */
  public static Flow shipped() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Flow.class.getResourceAsStream("flow.csv"), StandardCharsets.UTF_8))) {
      return of(reader.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a flow table.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static Flow of(List<String> lines) {
    List<Transition> transitions = new ArrayList<>();
    boolean headed = false;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (!headed) {
        headed = true;
        if (!line.equals(HEADING)) {
          throw new IllegalArgumentException("heading of the flow table: " + line);
        }
        continue;
      }
      transitions.add(transition(line));
    }
    return new Flow(transitions);
  }

  private static Transition transition(String line) {
    String[] cells = line.split(",", -1);
    if (cells.length != 13) {
      throw new IllegalArgumentException("flow table: " + line);
    }
    try {
      return new Transition(
          Integer.parseInt(cells[0]),
          cells[1],
          set(cells[2], State::of),
          cells[3].equals("any") ? Set.of() : set(cells[3], UnitLevel::of),
          Transition.constant(Actor.class, cells[4]).orElseThrow(),
          set(cells[5], Post::of),
          set(cells[6], key -> Transition.constant(Condition.class, key)),
          cells[7].equals("same")
              ? Optional.empty()
              : Optional.of(State.of(cells[7]).orElseThrow()),
          Transition.constant(Goes.class, cells[8]).orElseThrow(),
          choice(cells[9], "required", "optional"),
          choice(cells[10], "yes", "no"),
          Transition.constant(Clock.class, cells[11]).orElseThrow(),
          set(cells[12], key -> Transition.constant(Mark.class, key)));
    } catch (java.util.NoSuchElementException | NumberFormatException e) {
      throw new IllegalArgumentException("flow table: " + line, e);
    }
  }

  private static boolean choice(String cell, String yes, String no) {
    if (!cell.equals(yes) && !cell.equals(no)) {
      throw new IllegalArgumentException("neither " + yes + " nor " + no + ": " + cell);
    }
    return cell.equals(yes);
  }

  private static <T> Set<T> set(String cell, Function<String, Optional<T>> reader) {
    if (cell.equals("-")) {
      return Set.of();
    }
    Set<T> result = new HashSet<>();
    Arrays.stream(cell.split(" ")).forEach(key -> result.add(reader.apply(key).orElseThrow()));
    return result;
  }

  /** All lines, in the order of the table. */
  public List<Transition> transitions() {
    return transitions;
  }

  /** Keys of the acts that lead on from the situation and are open to the account, in order. */
  public Set<String> open(Situation situation, Account account) {
    Set<String> acts = new LinkedHashSet<>();
    for (Transition transition : transitions) {
      if (fitsEvent(transition, situation)
          && fitsAccount(transition, situation, account)
          // Which way an evaluation goes is known only with its grade.
          && (transition.graded() || meets(transition, situation, ""))) {
        acts.add(transition.act());
      }
    }
    return acts;
  }

  /**
   * The line an act follows.
   *
   * @param grade the grade chosen; empty where none
   * @throws Problem MALFORMED for an act that does not exist, WRONG_STATE when it does not lead on
   *     from here, FORBIDDEN when the account may not do it
   */
  public Transition choose(Situation situation, Account account, String act, String grade) {
    List<Transition> named =
        transitions.stream().filter(transition -> transition.act().equals(act)).toList();
    if (named.isEmpty()) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", "act"));
    }
    List<Transition> fitting =
        named.stream()
            .filter(transition -> fitsEvent(transition, situation))
            .filter(transition -> meets(transition, situation, grade))
            .toList();
    if (fitting.isEmpty()) {
      throw new Problem(ProblemCode.WRONG_STATE, Map.of("state", situation.state().code()));
    }
    return fitting.stream()
        .filter(transition -> fitsAccount(transition, situation, account))
        .findFirst()
        .orElseThrow(() -> new Problem(ProblemCode.FORBIDDEN));
  }

  private static boolean fitsEvent(Transition transition, Situation situation) {
    return transition.from().contains(situation.state())
        && (transition.at().isEmpty()
            || UnitLevel.ofUnit(situation.holder()).filter(transition.at()::contains).isPresent());
  }

  private static boolean fitsAccount(Transition transition, Situation situation, Account account) {
    if (!transition.posts().contains(account.post())
        || UnitLevel.ofUnit(account.area()).isEmpty()) {
      return false;
    }
    return switch (transition.who()) {
      case HOLDER -> account.area().equals(situation.holder());
      case REGISTRAR -> situation.registrar().startsWith(account.area());
      case VISITOR ->
          situation.area().startsWith(account.area())
              || account.area().startsWith(situation.area());
      case SENDER -> account.area().equals(situation.sender());
      case OVERSEER ->
          situation.holder().startsWith(account.area())
              && (!situation.holder().equals(account.area())
                  || UnitLevel.ofUnit(account.area()).filter(UnitLevel.TOWN::equals).isPresent());
      case SUPERIOR ->
          situation.holder().startsWith(account.area())
              && !situation.holder().equals(account.area());
      case SUPERVISOR -> situation.supervisor().startsWith(account.area());
      case TOWN -> UnitLevel.TOWN.above(situation.area()).equals(account.area());
    };
  }

  private static boolean meets(Transition transition, Situation situation, String grade) {
    boolean grave =
        GRAVE_LEVELS.contains(situation.level())
            || UnitLevel.ofUnit(situation.registrar()).filter(UnitLevel.TOWN::equals).isPresent();
    boolean discontentFirst = grade.equals(Situation.DISCONTENT) && situation.discontents() == 0;
    return transition.when().stream()
        .allMatch(
            condition ->
                switch (condition) {
                  case ORDINARY -> !grave;
                  case GRAVE -> grave;
                  case HANDED_OVER -> !situation.sender().isEmpty();
                  case RETURNED_NEVER -> !situation.returners().contains(situation.holder());
                  case CONTENT -> !discontentFirst;
                  case DISCONTENT_FIRST -> discontentFirst;
                  case UNSUPERVISED -> situation.supervision() < 1;
                  case BELOW_YELLOW -> situation.supervision() < 2;
                  case BELOW_RED -> situation.supervision() < 3;
                  case SUPERVISED -> situation.supervision() > 0;
                  case CALM -> !situation.urgent();
                  case URGENT -> situation.urgent();
                  case UNKNOWN -> !situation.publicised();
                  case PUBLICISED -> situation.publicised();
                });
  }

  /** Units the act may send the event to, beside which there is no choice; empty when none. */
  public static Set<String> units(Transition transition, Situation situation) {
    // A village answers for what lies in it; another village could not even see the event.
    return transition.goes() == Goes.CHILD
        ? Set.of(UnitLevel.VILLAGE.above(situation.area()))
        : Set.of();
  }

  /**
   * The step an act leads to.
   *
   * @param account who acts; its area is the acting unit
   * @param words what was written, already checked
   * @param unit unit chosen among {@link #units}; may be empty when there is at most one
   * @param grade grade chosen; empty where none
   * @param number number of the step
   * @param now town time to the second
   */
  public static StepRow step(
      Transition transition,
      Situation situation,
      Account account,
      String workstation,
      String words,
      String unit,
      String grade,
      int number,
      LocalDateTime now,
      Clocks clocks) {
    String holder = holder(transition, situation, unit);
    LocalDateTime due = transition.aside() ? null : situation.due();
    UnitLevel level = UnitLevel.ofUnit(holder).orElse(UnitLevel.VILLAGE);
    LocalDateTime acceptBy = null;
    LocalDateTime handleBy = null;
    LocalDateTime checkBy = null;
    LocalDateTime limit = situation.limit();
    switch (transition.clock()) {
      case ACCEPT -> {
        acceptBy = clocks.deadline(situation.level(), level, Stage.ACCEPT, now, now);
        limit = laterUnlessPassed(limit, now, clocks.wholeLimit(situation.level(), level, now));
      }
      case HANDLE -> {
        handleBy = clocks.deadline(situation.level(), level, Stage.HANDLE, now, now);
        // A late acceptance must not move the event's own deadline; a new round gives a new one.
        limit =
            situation.state() == State.WAITING
                ? earlier(limit, handleBy)
                : laterUnlessPassed(limit, now, handleBy);
      }
      case CHECK -> checkBy = clocks.deadline(situation.level(), level, Stage.CHECK, now, now);
      case KEEP -> {
        acceptBy = situation.acceptBy();
        handleBy = situation.handleBy();
        checkBy = situation.checkBy();
      }
      case RESUME -> {
        handleBy = situation.senderHandleBy();
        limit = laterUnlessPassed(limit, now, handleBy);
      }
      case NONE -> {
        // No clock runs on.
      }
    }
    return new StepRow(
        number,
        transition.act(),
        situation.state().code(),
        transition.after(situation.state()).code(),
        account.area(),
        holder,
        account.name(),
        workstation,
        now,
        words,
        grade,
        due,
        due != null && now.isAfter(due),
        acceptBy,
        handleBy,
        checkBy,
        limit,
        clocks.version(now));
  }

  /** A limit that has passed stays: handing an event on does not undo its lateness. */
  private static LocalDateTime laterUnlessPassed(
      LocalDateTime limit, LocalDateTime now, LocalDateTime next) {
    return limit != null && now.isAfter(limit) ? limit : next;
  }

  private static LocalDateTime earlier(LocalDateTime limit, LocalDateTime next) {
    return limit == null || (next != null && next.isBefore(limit)) ? next : limit;
  }

  private static String holder(Transition transition, Situation situation, String unit) {
    return switch (transition.goes()) {
      case SAME -> situation.holder();
      case VILLAGE -> UnitLevel.VILLAGE.above(situation.area());
      case TOWN -> UnitLevel.TOWN.above(situation.area());
      case PARENT -> parent(situation.holder());
      case CHILD -> unit.isEmpty() ? units(transition, situation).iterator().next() : unit;
      case PREVIOUS -> situation.sender();
      case CLOSER -> situation.closer();
      case REGISTRAR -> situation.registrar();
      case NONE -> "";
    };
  }

  private static String parent(String unit) {
    return switch (UnitLevel.ofUnit(unit).orElseThrow()) {
      case GRID -> UnitLevel.VILLAGE.above(unit);
      case VILLAGE -> UnitLevel.TOWN.above(unit);
      case TOWN -> UnitLevel.COUNTY.above(unit);
      case COUNTY -> throw new IllegalStateException("no unit above " + unit);
    };
  }
}
