package org.wangge.server.events;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Record;
import org.wangge.record.StaleVersion;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.StepRow;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.AllowedAct;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.EventStep;

/**
 * The door to events: shows one with its steps, clocks and open acts, and does an act. An act is
 * one transaction: the record's fields, its history, the step and the answer are there together or
 * not at all.
 */
public final class Events {
  private static final String TYPE = "event";
  private static final int MOST_WORDS = 1000;

  /** What an act is called in the history of records; it is no entering of information. */
  private static final String ACTION = "act";

  private final Store store;
  private final RecordStore records;
  private final EventStore events;
  private final RequestStore requests;
  private final EventClocks clocks;
  private final Flow flow;
  private final EventWords words = new EventWords();

  /** Events in these stores. */
  public Events(
      Store store,
      RecordStore records,
      EventStore events,
      RequestStore requests,
      EventClocks clocks) {
    this.store = store;
    this.records = records;
    this.events = events;
    this.requests = requests;
    this.clocks = clocks;
    this.flow = Flow.shipped();
  }

  /**
   * An event as the caller may see it.
   *
   * @throws Problem FORBIDDEN for a post that may not read events, NOT_FOUND outside its area
   */
  public EventCase open(Caller caller, UUID id) {
    Rights.require(caller.account(), Act.READ, TYPE);
    return store.read(tx -> open(tx, caller, id));
  }

  private EventCase open(Tx tx, Caller caller, UUID id) {
    Record event = records.read(tx, caller, TYPE, id);
    List<StepRow> steps = events.steps(tx, id);
    Situation situation = situation(event, steps);
    return new EventCase(
        event,
        situation.state().code(),
        words.state(situation.state()),
        situation.acceptBy(),
        situation.handleBy(),
        told(tx, steps),
        acts(tx, caller.account(), event, situation),
        words.marks(situation));
  }

  /** What follows from the record and its steps; the first step tells who registered it. */
  private static Situation situation(Record event, List<StepRow> steps) {
    String registrar =
        steps.isEmpty() ? UnitLevel.VILLAGE.above(event.area()) : steps.getFirst().fromUnit();
    return Situation.registered(
            event.area(),
            Optional.ofNullable(event.values().text("level")).orElse("04"),
            registrar,
            null)
        .after(steps);
  }

  private List<EventStep> told(Tx tx, List<StepRow> steps) {
    Map<String, String> names = new LinkedHashMap<>();
    List<EventStep> told = new ArrayList<>();
    String holder = "";
    for (StepRow step : steps) {
      boolean handedOn = !step.holder().equals(holder) && !step.holder().isEmpty();
      holder = step.holder();
      told.add(
          new EventStep(
              step.number(),
              step.act(),
              words.act(step.act()),
              names.computeIfAbsent(step.fromUnit(), code -> events.unitName(tx, code)),
              handedOn
                  ? names.computeIfAbsent(step.holder(), code -> events.unitName(tx, code))
                  : "",
              step.by(),
              step.at(),
              words.withGrade(step.words(), step.grade()),
              step.due(),
              step.overdue()));
    }
    return told;
  }

  private List<AllowedAct> acts(Tx tx, Account account, Record event, Situation situation) {
    if (event.status() != Status.ACTIVE
        || !Rights.functions(account.post()).contains(Function.EVENT)) {
      return List.of();
    }
    List<AllowedAct> acts = new ArrayList<>();
    for (String act : flow.open(situation, account)) {
      Transition way =
          flow.transitions().stream()
              .filter(one -> one.act().equals(act) && one.from().contains(situation.state()))
              .findFirst()
              .orElseThrow();
      Map<String, String> units = new LinkedHashMap<>();
      Flow.units(way, situation).forEach(code -> units.put(code, events.unitName(tx, code)));
      acts.add(
          new AllowedAct(
              act,
              words.act(act),
              acts.isEmpty() && !way.aside(),
              way.wordsRequired(),
              way.graded() ? words.grades() : Map.of(),
              units));
    }
    return acts;
  }

  /**
   * Does an act. The same request sent again is answered with the event as it stands.
   *
   * @throws Problem FORBIDDEN, NOT_FOUND or OUT_OF_AREA when the caller may not, STALE_VERSION when
   *     the event was changed since it was read, WRONG_STATE when the act does not lead on from
   *     where the event stands, INVALID_RECORD for missing words, unit or grade; nothing is changed
   */
  public EventCase act(Caller caller, UUID id, EventAct order) {
    Rights.require(caller.account(), Function.EVENT);
    if (order.requestId() == null || order.act() == null) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", "act"));
    }
    return store.write(
        tx -> {
          String fingerprint = fingerprint(id, order);
          if (requests.answered(tx, caller, order.requestId(), fingerprint).isEmpty()) {
            act(tx, caller, id, order);
            requests.remember(tx, caller, order.requestId(), fingerprint, id.toString());
          }
          return open(tx, caller, id);
        });
  }

  private static String fingerprint(UUID id, EventAct order) {
    return String.join(
        "\n",
        "event-act",
        id.toString(),
        Long.toString(order.version()),
        order.act(),
        text(order.unit()),
        text(order.grade()),
        text(order.words()));
  }

  private void act(Tx tx, Caller caller, UUID id, EventAct order) {
    Record event = records.read(tx, caller, TYPE, id);
    if (event.version() != order.version()) {
      throw new StaleVersion(event);
    }
    if (event.status() != Status.ACTIVE) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    List<StepRow> steps = events.steps(tx, id);
    Situation situation = situation(event, steps);
    String grade = text(order.grade());
    String written = text(order.words()).strip();
    Transition way = flow.choose(situation, caller.account(), order.act(), grade);
    check(way, situation, written, text(order.unit()), grade);
    StepRow step =
        Flow.step(
            way,
            situation,
            caller.account(),
            caller.workstation(),
            written,
            text(order.unit()),
            way.graded() ? grade : "",
            steps.size() + 1,
            tx.now(),
            clocks.in(tx));
    records.set(
        tx,
        caller,
        TYPE,
        id,
        event.version(),
        changes(tx, event, way, step),
        ACTION,
        words.act(way.act()));
    events.append(tx, id, event.area(), List.of(step));
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  private void check(
      Transition way, Situation situation, String written, String unit, String grade) {
    List<Finding> findings = new ArrayList<>();
    if (written.isEmpty() && way.wordsRequired()) {
      findings.add(Finding.forbid("words", "required", label("words")));
    }
    if (written.length() > MOST_WORDS) {
      Map<String, Object> arguments = new LinkedHashMap<>(label("words"));
      arguments.put("max", MOST_WORDS);
      arguments.put("count", written.length());
      findings.add(Finding.forbid("words", "text-too-long", arguments));
    }
    if (written.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      findings.add(Finding.forbid("words", "text-control-characters", label("words")));
    }
    if (way.graded() && !words.grades().containsKey(grade)) {
      findings.add(Finding.forbid("grade", "required", label("grade")));
    }
    if (!unit.isEmpty() && !Flow.units(way, situation).contains(unit)) {
      findings.add(Finding.forbid("unit", "required", label("unit")));
    }
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
  }

  private Map<String, Object> label(String name) {
    return Map.of("label", words.label(name));
  }

  /** The fields of the record that follow from the step: what lists, filters and figures use. */
  private Values changes(Tx tx, Record event, Transition way, StepRow step) {
    Map<String, Object> changes = new LinkedHashMap<>();
    LocalDateTime now = step.at();
    changes.put("current_state", step.to());
    if (!step.holder().isEmpty()) {
      changes.put("current_unit", events.unitName(tx, step.holder()));
    }
    changes.put("limit_time", step.limit());
    Set<UnitLevel> handled = Set.of(UnitLevel.VILLAGE, UnitLevel.TOWN);
    Optional<UnitLevel> level = UnitLevel.ofUnit(step.holder()).filter(handled::contains);
    boolean held = Set.of(State.WAITING.code(), State.HANDLING.code()).contains(step.to());
    if (held && level.isPresent() && !way.aside()) {
      boolean town = level.get() == UnitLevel.TOWN;
      changes.put("handle_level", town ? "03" : "02");
      if (town && event.values().dateTime("raised_time") == null) {
        changes.put("raised_time", now);
      }
    }
    if (way.act().equals(Flow.ACCEPT) && event.values().dateTime("accepted_time") == null) {
      changes.put("accepted_time", now);
    }
    if (way.act().equals(Flow.RETURN)) {
      Long before = event.values().integer("returned_count");
      changes.put("returned_count", before == null ? 1L : before + 1);
    }
    for (Transition.Mark mark : way.marks()) {
      switch (mark) {
        case REPORTED -> changes.put("report_time", now);
        case CLOSED -> changes.put("closed_time", now);
        case REOPENED -> changes.put("closed_time", null);
        case EVALUATED -> {
          changes.put("satisfaction", step.grade());
          changes.put("evaluated_time", now);
        }
      }
    }
    return Values.of(changes);
  }
}
