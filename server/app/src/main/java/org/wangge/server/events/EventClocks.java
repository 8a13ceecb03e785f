package org.wangge.server.events;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.wangge.server.calendar.ShippedCalendar;
import org.wangge.server.calendar.TimeLimit;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.events.Limits.Line;
import org.wangge.server.events.Limits.Stage;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.EventStore;
import org.wangge.server.store.EventStore.LimitRow;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;

/** The town's calendar and limits, read again when they are older than a minute. */
public final class EventClocks {
  private static final long KEPT = TimeUnit.MINUTES.toNanos(1);

  private final CalendarStore calendars;
  private final EventStore events;
  private final AtomicReference<Read> last = new AtomicReference<>();

  private record Read(Clocks clocks, long at) {}

  /** Clocks of what these stores hold. */
  public EventClocks(CalendarStore calendars, EventStore events) {
    this.calendars = calendars;
    this.events = events;
  }

  /** Puts the shipped public holidays where the town has none yet; run at every start. */
  public static int fillCalendar(Store store, CalendarStore calendars) {
    return store.write(
        tx ->
            calendars.add(
                tx,
                ShippedCalendar.read().days().stream()
                    .map(day -> new CalendarStore.Day(day.day(), day.working(), day.name()))
                    .toList()));
  }

  /** The clocks. */
  Clocks in(Tx tx) {
    Read read = last.get();
    if (read == null || System.nanoTime() - read.at() > KEPT) {
      read =
          new Read(
              new Clocks(
                  new WorkingCalendar(calendars.exceptions(tx)),
                  new Limits(events.limits(tx).stream().map(EventClocks::line).toList())),
              System.nanoTime());
      last.set(read);
    }
    return read.clocks();
  }

  private static Line line(LimitRow row) {
    return new Line(
        row.validFrom(),
        row.eventLevel(),
        row.unitLevel().equals("any") ? Optional.empty() : UnitLevel.of(row.unitLevel()),
        Transition.constant(Stage.class, row.stage()).orElseThrow(),
        new TimeLimit(row.amount(), TimeLimit.Unit.of(row.unit()).orElseThrow()),
        row.version());
  }
}
