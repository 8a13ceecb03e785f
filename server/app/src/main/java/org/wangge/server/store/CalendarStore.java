package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.CALENDAR_DAY;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;

/** Days that differ from the plain week. */
public final class CalendarStore {
  /** Nothing to construct it from: all state is in the transaction. */
  public CalendarStore() {}

  /**
   * A day that differs from the plain week.
   *
   * @param day the day
   * @param working true when it is worked, false when it is free
   * @param name Chinese name of the holiday
   */
  public record Day(LocalDate day, boolean working, String name) {}

  /** All days by whether they are worked. */
  public Map<LocalDate, Boolean> exceptions(Tx tx) {
    Map<LocalDate, Boolean> exceptions = new HashMap<>();
    tx.sql()
        .selectFrom(CALENDAR_DAY)
        .forEach(row -> exceptions.put(row.getDay(), row.getWorking()));
    return exceptions;
  }

  /** Takes in the days that are not known yet; what a town has entered stays. */
  public int add(Tx tx, List<Day> days) {
    int added = 0;
    for (Day day : days) {
      boolean known =
          tx.sql()
              .fetchExists(
                  DSL.selectOne().from(CALENDAR_DAY).where(CALENDAR_DAY.DAY.eq(day.day())));
      if (!known) {
        added +=
            tx.sql()
                .insertInto(CALENDAR_DAY)
                .set(CALENDAR_DAY.DAY, day.day())
                .set(CALENDAR_DAY.WORKING, day.working())
                .set(CALENDAR_DAY.NAME, day.name())
                .execute();
      }
    }
    return added;
  }
}
