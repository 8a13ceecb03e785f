package org.wangge.bulletin;

/** What the cells of a column hold, and with it their type, alignment and printed form. */
public enum ColumnKind {
  /** A name or remark; a {@link String}, set flush left. */
  TEXT,
  /** A number of persons, events, days and the like; a {@link Long}. */
  COUNT,
  /** A percentage, e.g. 87.20 for 87.20 %; a {@link java.math.BigDecimal} of two decimals. */
  RATE,
  /**
   * Points of a score, percentage points or an average per head; a {@link java.math.BigDecimal} of
   * two decimals.
   */
  POINTS,
  /** A place in a ranking, 1 first; a {@link Long}, absent for a unit that takes no part. */
  RANK,
  /** A day; a {@link java.time.LocalDate}. */
  DATE
}
