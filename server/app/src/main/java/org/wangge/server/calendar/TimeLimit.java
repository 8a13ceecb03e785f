package org.wangge.server.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a unit may take.
 *
 * @param amount how many, at least 1
 * @param unit of what
 */
public record TimeLimit(int amount, Unit unit) {
  /** Checks the amount. */
  public TimeLimit {
    if (amount < 1) {
      throw new IllegalArgumentException("limit below one: " + amount);
    }
  }

  /** Units of limits. */
  public enum Unit {
    /** Working days of the town's calendar; the day of arrival is not counted. */
    WORKING_DAY,
    /** Hours by the clock, nights and holidays included (重大). */
    HOUR,
    /** Minutes by the clock (特别重大). */
    MINUTE;

    /** Stable key in the database. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The unit of this key, or empty. */
    public static Optional<Unit> of(String key) {
      return Arrays.stream(values()).filter(unit -> unit.key().equals(key)).findFirst();
    }
  }

  /** So many working days. */
  public static TimeLimit workingDays(int days) {
    return new TimeLimit(days, Unit.WORKING_DAY);
  }
}
