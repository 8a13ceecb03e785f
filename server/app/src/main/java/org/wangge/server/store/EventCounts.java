package org.wangge.server.store;

/**
 * The events of one village, or of several, in a month.
 *
 * @param grids grids in use at the end of the month
 * @param workers grid workers on the roll at the end of the month
 * @param reported events reported in the month
 * @param silentGrids grids without an event reported in the month
 * @param raised of the reported, those that reached the town before the end of the month
 * @param due events whose limit falls in the month
 * @param closed of the due, those closed before the end of the month
 * @param onTime of the due, those closed within their limit
 * @param closedOfReported of the reported, those closed before the end of the month
 * @param onTimeOfReported of the reported, those closed within their limit
 * @param overdueOpen events past their limit and open at the end of the month
 * @param closedLate events closed in the month after their limit
 * @param returned times an event was returned in the month
 * @param evaluated events called back in the month
 * @param satisfied of the evaluated, those with a grade that counts as satisfied
 */
public record EventCounts(
    long grids,
    long workers,
    long reported,
    long silentGrids,
    long raised,
    long due,
    long closed,
    long onTime,
    long closedOfReported,
    long onTimeOfReported,
    long overdueOpen,
    long closedLate,
    long returned,
    long evaluated,
    long satisfied) {

  /** Nothing at all. */
  public static EventCounts none() {
    return new EventCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together. */
  public EventCounts plus(EventCounts other) {
    return new EventCounts(
        grids + other.grids,
        workers + other.workers,
        reported + other.reported,
        silentGrids + other.silentGrids,
        raised + other.raised,
        due + other.due,
        closed + other.closed,
        onTime + other.onTime,
        closedOfReported + other.closedOfReported,
        onTimeOfReported + other.onTimeOfReported,
        overdueOpen + other.overdueOpen,
        closedLate + other.closedLate,
        returned + other.returned,
        evaluated + other.evaluated,
        satisfied + other.satisfied);
  }
}
