package org.wangge.server.events;

import java.time.LocalDateTime;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.events.Limits.Stage;

/**
 * Deadlines: the town's calendar together with its limits.
 *
 * @param calendar working days
 * @param limits limits in force
 */
public record Clocks(WorkingCalendar calendar, Limits limits) {

  /**
   * The deadline of a stage.
   *
   * @param eventLevel code of the event level
   * @param unit level of the unit that has to act
   * @param start moment it is counted from
   * @param now moment whose parameters apply
   * @return null when the town has set no limit for it
   */
  public LocalDateTime deadline(
      String eventLevel, UnitLevel unit, Stage stage, LocalDateTime start, LocalDateTime now) {
    return limits
        .limit(eventLevel, unit, stage, now.toLocalDate())
        .map(limit -> calendar.deadline(start, limit))
        .orElse(null);
  }

  /**
   * The deadline of an event that has not been accepted yet: handling is counted from the last
   * moment of acceptance, so that a late acceptance cannot move it.
   *
   * @return null when the town has set no limit for it
   */
  public LocalDateTime wholeLimit(String eventLevel, UnitLevel unit, LocalDateTime arrival) {
    LocalDateTime acceptBy = deadline(eventLevel, unit, Stage.ACCEPT, arrival, arrival);
    return deadline(eventLevel, unit, Stage.HANDLE, acceptBy == null ? arrival : acceptBy, arrival);
  }

  /** Version of the parameters in force. */
  public String version(LocalDateTime now) {
    return limits.version(now.toLocalDate());
  }
}
