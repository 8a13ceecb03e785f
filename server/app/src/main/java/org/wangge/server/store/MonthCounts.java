package org.wangge.server.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All a month's bulletin is made from, read in one snapshot. Maps are by village code and hold
 * every village.
 *
 * @param town town code
 * @param townName Chinese name of the town
 * @param month the month
 * @param villages villages in the town's order
 * @param signIns signing in
 * @param signInDaysBefore days of the month before on which a village signed in
 * @param entries entries
 * @param events events
 * @param reportedBefore events reported in the month before
 * @param whole the same figures counted once for the whole town, without its villages
 */
public record MonthCounts(
    String town,
    String townName,
    YearMonth month,
    List<Village> villages,
    Map<String, SignInCounts> signIns,
    Map<String, Set<LocalDate>> signInDaysBefore,
    Map<String, EntryCounts> entries,
    Map<String, EventCounts> events,
    Map<String, Long> reportedBefore,
    WholeTown whole) {

  /** Copies list and maps. */
  public MonthCounts {
    villages = List.copyOf(villages);
    signIns = Map.copyOf(signIns);
    signInDaysBefore = Map.copyOf(signInDaysBefore);
    entries = Map.copyOf(entries);
    events = Map.copyOf(events);
    reportedBefore = Map.copyOf(reportedBefore);
  }

  /**
   * Figures of the town counted another way, to be compared with the sums of the villages.
   *
   * @param accounts enabled accounts of villages and grids
   * @param entered records registered or changed
   * @param stock records in use
   * @param reported events reported
   * @param due events whose limit falls in the month
   * @param closed of the due, those closed before the end of the month
   * @param overdueOpen events past their limit and open
   */
  public record WholeTown(
      long accounts,
      long entered,
      long stock,
      long reported,
      long due,
      long closed,
      long overdueOpen) {}
}
