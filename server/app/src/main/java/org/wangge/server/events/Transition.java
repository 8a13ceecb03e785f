package org.wangge.server.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wangge.server.access.Post;

/**
 * One line of the flow table: a way from one state to another.
 *
 * @param number number of the transition in the workflow document
 * @param act stable key of the act
 * @param from states it leaves
 * @param at levels of the unit that holds the event; empty = any
 * @param who unit that may act
 * @param posts posts that may act for that unit
 * @param when further conditions, all must hold
 * @param to state it leads to; empty = the state stays as it is
 * @param goes who holds the event afterwards
 * @param wordsRequired whether words must be written
 * @param graded whether a satisfaction grade is chosen
 * @param clock what is counted afterwards
 * @param marks what the act leaves on the event
 */
public record Transition(
    int number,
    String act,
    Set<State> from,
    Set<UnitLevel> at,
    Actor who,
    Set<Post> posts,
    Set<Condition> when,
    Optional<State> to,
    Goes goes,
    boolean wordsRequired,
    boolean graded,
    Clock clock,
    Set<Mark> marks) {

  /** Copies the sets. */
  public Transition {
    from = Set.copyOf(from);
    at = Set.copyOf(at);
    posts = Set.copyOf(posts);
    when = Set.copyOf(when);
    marks = Set.copyOf(marks);
  }

  /** The state an event is in afterwards that was in this one. */
  public State after(State before) {
    return to.orElse(before);
  }

  /**
   * Whether the act stands beside the way of the event: somebody else's word to it, which moves
   * nothing, meets no deadline and is late for nobody.
   */
  public boolean aside() {
    return to.isEmpty() && who != Actor.HOLDER;
  }

  /** Units that may act. */
  public enum Actor {
    /** The unit that holds the event. */
    HOLDER,
    /** The unit that registered it, or one above that. */
    REGISTRAR,
    /** Any unit the event lies in. */
    VISITOR,
    /** The unit that handed it to its holder. */
    SENDER,
    /** A unit above the holder; the town also over what its own departments have. */
    OVERSEER,
    /** A unit above the holder. */
    SUPERIOR,
    /** The unit that set the running supervision, or one above that. */
    SUPERVISOR,
    /** The town the event lies in. */
    TOWN
  }

  /** Conditions beside state, unit and post. */
  public enum Condition {
    /** 一般 or 较大, and not registered by the town. */
    ORDINARY,
    /** 重大 or 特别重大, or registered by the town: straight to the town. */
    GRAVE,
    /** Another unit handed the event to its holder; a first step and a return are none. */
    HANDED_OVER,
    /** The holder has not returned this event before. */
    RETURNED_NEVER,
    /** 满意 or 基本满意, or 不满意 once more. */
    CONTENT,
    /** 不满意 for the first time. */
    DISCONTENT_FIRST,
    /** No supervision runs. */
    UNSUPERVISED,
    /** None or an ordinary supervision runs. */
    BELOW_YELLOW,
    /** Anything below a red card runs. */
    BELOW_RED,
    /** A supervision runs. */
    SUPERVISED,
    /** Not 加急. */
    CALM,
    /** 加急. */
    URGENT,
    /** Not 宣传案例. */
    UNKNOWN,
    /** 宣传案例. */
    PUBLICISED
  }

  /** Who holds the event afterwards. */
  public enum Goes {
    /** Who held it before. */
    SAME,
    /** The village the event lies in. */
    VILLAGE,
    /** The town the event lies in. */
    TOWN,
    /** The unit one level above the holder. */
    PARENT,
    /** A direct subordinate, chosen. */
    CHILD,
    /** The unit that handed it over. */
    PREVIOUS,
    /** The unit that closed it. */
    CLOSER,
    /** The unit that registered it. */
    REGISTRAR,
    /** Nobody: the way ends. */
    NONE
  }

  /** Clocks. */
  public enum Clock {
    /** Until acceptance, from arrival. */
    ACCEPT,
    /** Until closing, from acceptance. */
    HANDLE,
    /** Until the check, from closing. */
    CHECK,
    /** The running clock runs on: a note never resets it. */
    KEEP,
    /** The clock of handling that the sender had goes on, as if it had never let go. */
    RESUME,
    /** No clock. */
    NONE
  }

  /** What an act leaves on the event. */
  public enum Mark {
    /** Sets the time of report. */
    REPORTED,
    /** Sets the time of closing. */
    CLOSED,
    /** Takes the time of closing away. */
    REOPENED,
    /** Sets grade and time of evaluation. */
    EVALUATED
  }

  /** The constant of an enum written in lower case with hyphens. */
  static <E extends Enum<E>> Optional<E> constant(Class<E> type, String key) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(key))
        .findFirst();
  }
}
