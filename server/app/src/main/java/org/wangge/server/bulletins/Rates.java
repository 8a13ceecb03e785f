package org.wangge.server.bulletins;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Quotients as bulletins print them: two decimals, half up; null where nothing was due. */
final class Rates {
  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Rates() {}

  /** Part of whole in percent; null when the whole is zero. */
  static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : HUNDRED
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_UP);
  }

  /** Average per head; null without heads. */
  static BigDecimal each(long number, long heads) {
    return heads == 0
        ? null
        : BigDecimal.valueOf(number)
            .divide(BigDecimal.valueOf(heads), DECIMALS, RoundingMode.HALF_UP);
  }

  /**
   * 环比增长率 in percent: (now − before) ÷ before. Nothing both times is 0, something after nothing is
   * 100.
   */
  static BigDecimal growth(long now, long before) {
    if (before == 0) {
      return (now == 0 ? BigDecimal.ZERO : HUNDRED).setScale(DECIMALS);
    }
    return percent(now - before, before);
  }

  /** Difference of two rates in percentage points; null when either is missing. */
  static BigDecimal points(BigDecimal now, BigDecimal before) {
    return now == null || before == null ? null : now.subtract(before);
  }
}
