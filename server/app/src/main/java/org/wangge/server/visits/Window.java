package org.wangge.server.visits;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In what time a visit is to follow the one before. */
enum Window {
  MONTH(1),
  QUARTER(3),
  HALF_YEAR(6),
  YEAR(12),
  /** No visit is asked for. */
  NONE(0);

  private final int months;

  Window(int months) {
    this.months = months;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Window> of(String key) {
    return Arrays.stream(values()).filter(window -> window.key().equals(key)).findFirst();
  }

  /** The last day for a visit when the time runs from that day; empty when none is asked for. */
  Optional<LocalDate> after(LocalDate day) {
    return this == NONE ? Optional.empty() : Optional.of(day.plusMonths(months));
  }
}
