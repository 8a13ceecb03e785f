package org.wangge.bulletin;

/**
 * How a derived column follows from two count columns of the same table, so that the spreadsheet
 * edition can carry a live formula. For a {@link ColumnKind#RATE} the quotient is multiplied by
 * 100; both kinds are rounded half up to two decimals. A zero denominator gives no value.
 *
 * @param numeratorKey key of the column that is divided
 * @param denominatorKey key of the column that divides
 */
public record Ratio(String numeratorKey, String denominatorKey) {
  /** Checks the keys. */
  public Ratio {
    numeratorKey = Checks.line(numeratorKey, "numerator");
    denominatorKey = Checks.line(denominatorKey, "denominator");
  }
}
