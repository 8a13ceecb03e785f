package org.wangge.server.events;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wangge.server.store.StepRow;

/**
 * Where an event stands: what follows from its record and its steps. Immutable.
 *
 * @param area village code of the event (a longer grid code is cut by the units)
 * @param level code of the event level, 01 特别重大 to 04 一般
 * @param registrar code of the unit that registered it
 * @param state state
 * @param holder code of the unit that holds it; empty once nobody does
 * @param sender unit that handed it to the holder by escalating or assigning; empty otherwise
 * @param senderHandleBy deadline of handling the sender had when it handed the event over; null
 *     when nobody did
 * @param returners units that returned it
 * @param closer unit that closed it last; empty before
 * @param discontents how often the call back ended with 不满意
 * @param supervision 0 none, 1 普通, 2 黄牌, 3 红牌
 * @param supervisor unit that set the running supervision; empty when none
 * @param urgent 加急
 * @param publicised 宣传案例
 * @param acceptBy deadline of acceptance; null when not running
 * @param handleBy the holder's deadline of handling; null when not running
 * @param checkBy deadline of the check; null when not running
 * @param limit deadline of the event as a whole; null when none can be stated
 * @param overdue whether any step came after its deadline
 */
public record Situation(
    String area,
    String level,
    String registrar,
    State state,
    String holder,
    String sender,
    LocalDateTime senderHandleBy,
    Set<String> returners,
    String closer,
    int discontents,
    int supervision,
    String supervisor,
    boolean urgent,
    boolean publicised,
    LocalDateTime acceptBy,
    LocalDateTime handleBy,
    LocalDateTime checkBy,
    LocalDateTime limit,
    boolean overdue) {

  /** Code of 不满意. */
  static final String DISCONTENT = "03";

  /** Copies the set. */
  public Situation {
    returners = Set.copyOf(returners);
  }

  /** An event just registered: a draft in the hands of the unit that wrote it. */
  public static Situation registered(
      String area, String level, String registrar, LocalDateTime limit) {
    return new Situation(
        area,
        level,
        registrar,
        State.DRAFT,
        registrar,
        "",
        null,
        Set.of(),
        "",
        0,
        0,
        "",
        false,
        false,
        null,
        null,
        null,
        limit,
        false);
  }

  /** The situation after these steps, which follow one another from the first. */
  public Situation after(List<StepRow> steps) {
    Situation situation = this;
    for (StepRow step : steps) {
      situation = situation.after(step);
    }
    return situation;
  }

  private Situation after(StepRow step) {
    Set<String> returned = new HashSet<>(returners);
    if (step.act().equals(Flow.RETURN)) {
      returned.add(step.fromUnit());
    }
    boolean handedOver = step.act().equals(Flow.ESCALATE) || step.act().equals(Flow.ASSIGN);
    boolean sameHolder = step.holder().equals(holder);
    int set = 1 + Flow.SUPERVISIONS.indexOf(step.act());
    // A check that succeeds clears the supervision, and so does whoever set it.
    boolean over = step.act().equals(Flow.VERIFY) || step.act().equals(Flow.LIFT);
    return new Situation(
        area,
        level,
        registrar,
        State.of(step.to()).orElseThrow(),
        step.holder(),
        handedOver ? step.fromUnit() : sameHolder ? sender : "",
        handedOver ? step.due() : sameHolder ? senderHandleBy : null,
        returned,
        step.act().equals(Flow.CLOSE) ? step.fromUnit() : closer,
        step.grade().equals(DISCONTENT) ? discontents + 1 : discontents,
        over ? 0 : set > 0 ? set : supervision,
        over ? "" : set > 0 ? step.fromUnit() : supervisor,
        step.act().equals(Flow.URGE) || (urgent && !step.act().equals(Flow.CALM)),
        step.act().equals(Flow.PUBLICISE) || (publicised && !step.act().equals(Flow.WITHHOLD)),
        step.acceptBy(),
        step.handleBy(),
        step.checkBy(),
        step.limit(),
        overdue || step.overdue());
  }

  /** The deadline that runs now; null when none does. */
  public LocalDateTime due() {
    return acceptBy != null ? acceptBy : handleBy != null ? handleBy : checkBy;
  }
}
