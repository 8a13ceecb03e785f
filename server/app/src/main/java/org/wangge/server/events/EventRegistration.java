package org.wangge.server.events;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.SaveHook;
import org.wangge.server.store.StepRow;
import org.wangge.server.store.Tx;

/**
 * Registration of an event, which is the save of its record: gives it a number and its first step.
 * A row of a ledger is taken over as history instead: its own times and deadline stand, what it
 * does not say follows from what it says, and the log tells that it was taken over.
 */
public final class EventRegistration implements SaveHook {
  private static final String VILLAGE_HANDLES = "02";
  private static final String TOWN_HANDLES = "03";
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final EventStore events;
  private final EventClocks clocks;

  /** Registers with these. */
  public EventRegistration(EventStore events, EventClocks clocks) {
    this.events = events;
    this.clocks = clocks;
  }

  @Override
  public Values register(Tx tx, Caller caller, NewRecord event) {
    Values values = event.values();
    if (values.text("event_no") == null) {
      int serial = events.serial(tx, event.area(), tx.today());
      values =
          values.with("event_no", event.area() + DAY.format(tx.today()) + "%04d".formatted(serial));
    }
    return event.imported()
        ? takenOver(tx, event, values)
        : values
            .with("report_time", tx.now())
            .with("current_state", State.DRAFT.code())
            .with("current_unit", events.unitName(tx, registrar(caller, event.area())))
            .with("handle_level", VILLAGE_HANDLES)
            .with("returned_count", 0L);
  }

  private Values takenOver(Tx tx, NewRecord event, Values given) {
    Values values = given.with("history", true);
    String village = events.unitName(tx, UnitLevel.VILLAGE.above(event.area()));
    if (values.text("current_unit") == null) {
      values = values.with("current_unit", village);
    }
    boolean atTown = !values.text("current_unit").startsWith(village);
    if (values.text("level") == null) {
      values = values.with("level", "04");
    }
    values = values.with("handle_level", atTown ? TOWN_HANDLES : VILLAGE_HANDLES);
    LocalDateTime reported = values.dateTime("report_time");
    if (atTown) {
      values = values.with("raised_time", reported);
    }
    LocalDateTime closed = values.dateTime("closed_time");
    if (values.text("satisfaction") != null && values.dateTime("evaluated_time") == null) {
      // A ledger has no column for it: nobody is asked before it is closed.
      values = values.with("evaluated_time", closed == null ? reported : closed);
    }
    if (values.dateTime("limit_time") == null) {
      values =
          values.with(
              "limit_time",
              clocks
                  .in(tx)
                  .wholeLimit(
                      values.text("level"), atTown ? UnitLevel.TOWN : UnitLevel.VILLAGE, reported));
    }
    if (values.text("current_state") == null) {
      State state =
          closed == null
              ? values.dateTime("accepted_time") == null ? State.WAITING : State.HANDLING
              : values.text("satisfaction") == null ? State.CALLING_BACK : State.CLOSED;
      values = values.with("current_state", state.code());
    }
    return values;
  }

  @Override
  public void registered(Tx tx, Caller caller, NewRecord event) {
    Values values = event.values();
    State state = State.of(values.text("current_state")).orElse(State.DRAFT);
    String unit = registrar(caller, event.area());
    String holder =
        state.ended()
            ? ""
            : !event.imported()
                ? unit
                : TOWN_HANDLES.equals(values.text("handle_level"))
                    ? UnitLevel.TOWN.above(event.area())
                    : UnitLevel.VILLAGE.above(event.area());
    LocalDateTime limit = values.dateTime("limit_time");
    LocalDateTime closed = values.dateTime("closed_time");
    boolean overdue =
        event.imported()
            && limit != null
            && (closed == null ? tx.now() : closed).isAfter(limit)
            && state != State.REFUSED;
    events.append(
        tx,
        event.id(),
        event.area(),
        List.of(
            new StepRow(
                1,
                event.imported() ? Flow.TAKE_OVER : Flow.REGISTER,
                State.DRAFT.code(),
                state.code(),
                event.imported() ? UnitLevel.VILLAGE.above(event.area()) : unit,
                holder,
                caller.account().name(),
                caller.workstation(),
                tx.now(),
                "",
                "",
                limit,
                overdue,
                null,
                state == State.HANDLING ? limit : null,
                null,
                limit,
                clocks.in(tx).version(tx.now()))));
  }

  /** The unit that registers: the caller's own, or the village where the caller has none. */
  private static String registrar(Caller caller, String area) {
    String unit = caller.account().area();
    return UnitLevel.ofUnit(unit).filter(level -> level != UnitLevel.COUNTY).isPresent()
        ? unit
        : UnitLevel.VILLAGE.above(area);
  }
}
