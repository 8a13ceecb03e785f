package org.wangge.server.store;

import java.time.LocalDate;
import java.util.Set;

/**
 * How a village signed in during a month.
 *
 * @param accounts enabled accounts made before the end of the month
 * @param days days on which at least one account of the village signed in
 * @param activeInMonth accounts with as many distinct days in the month as the parameters ask
 * @param activeInWeek accounts with as many distinct days in the last seven days of the month
 */
public record SignInCounts(
    long accounts, Set<LocalDate> days, long activeInMonth, long activeInWeek) {
  /** Copies the set. */
  public SignInCounts {
    days = Set.copyOf(days);
  }
}
