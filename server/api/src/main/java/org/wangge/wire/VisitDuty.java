package org.wangge.wire;

import java.time.LocalDate;

/**
 * How often a category is visited, from a day on.
 *
 * @param category code of a category of person; {@link #HOUSEHOLD} for every household
 * @param label Chinese name
 * @param window {@code month}, {@code quarter}, {@code half-year}, {@code year}, or {@code none}
 * @param validFrom first day
 * @param inForce whether it counts today
 */
public record VisitDuty(
    String category, String label, String window, LocalDate validFrom, boolean inForce) {
  /** Category of a household as such. */
  public static final String HOUSEHOLD = "household";
}
