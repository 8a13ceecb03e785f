package org.wangge.server.visits;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * When somebody is to be visited next, judged on a day. Time runs for each category from the last
 * visit, or from the day of joining when that is later; the first day that comes is the one.
 *
 * @param day last day for the next visit
 * @param state how it stands
 */
record Due(LocalDate day, State state) {
  /** Days before the last one from which it is told. */
  static final int SOON = 7;

  /** How a visit stands, the most pressing first. */
  enum State {
    /** The last day has gone by. */
    OVERDUE,
    /** A week or less is left. */
    SOON,
    /** Never visited so far, time is left. */
    WAITING,
    /** The last visit still counts. */
    VISITED
  }

  /**
   * Judges.
   *
   * @param since day of joining by category
   * @param windows window in force by category; a category without one asks for no visit
   * @param lastVisit last visit; null when none
   * @param today the day it is judged
   * @return empty when no visit is asked for
   */
  static Optional<Due> of(
      Map<String, LocalDate> since,
      Map<String, Window> windows,
      LocalDate lastVisit,
      LocalDate today) {
    Optional<LocalDate> due =
        since.entrySet().stream()
            .flatMap(
                reason ->
                    windows
                        .getOrDefault(reason.getKey(), Window.NONE)
                        .after(later(reason.getValue(), lastVisit))
                        .stream())
            .min(LocalDate::compareTo);
    return due.map(day -> new Due(day, state(day, since, windows, lastVisit, today)));
  }

  private static State state(
      LocalDate due,
      Map<String, LocalDate> since,
      Map<String, Window> windows,
      LocalDate lastVisit,
      LocalDate today) {
    if (due.isBefore(today)) {
      return State.OVERDUE;
    } else if (!due.isAfter(today.plusDays(SOON))) {
      return State.SOON;
    }
    return counts(since, windows, lastVisit, today) ? State.VISITED : State.WAITING;
  }

  /** Whether the last visit lies within the shortest window. */
  static boolean counts(
      Map<String, LocalDate> since,
      Map<String, Window> windows,
      LocalDate lastVisit,
      LocalDate today) {
    return lastVisit != null
        && since.keySet().stream()
            .flatMap(
                category -> windows.getOrDefault(category, Window.NONE).after(lastVisit).stream())
            .noneMatch(end -> end.isBefore(today));
  }

  private static LocalDate later(LocalDate joined, LocalDate lastVisit) {
    return lastVisit == null || lastVisit.isBefore(joined) ? joined : lastVisit;
  }
}
