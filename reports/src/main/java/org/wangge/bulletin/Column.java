package org.wangge.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One column of a bulletin table.
 *
 * @param key name of the column, unique in its table
 * @param groups the upper levels of a merged table head, outermost first; neighbours with equal
 *     groups share one merged head cell; empty for a head cell of full height
 * @param label the head of the column itself, without a unit sign for rates
 * @param kind what the cells hold
 * @param ratio how the value follows from two count columns; only for RATE and POINTS
 */
public record Column(
    String key, List<String> groups, String label, ColumnKind kind, Optional<Ratio> ratio) {

  /** Decimals of rates and points (bulletin practice; half up). */
  public static final int DECIMALS = 2;

  /** What stands in a cell without a value: nothing was due, so no figure can be stated. */
  public static final String ABSENT = "—";

  private static final int MOST_GROUPS = 3;

  /** Checks the texts and that a ratio belongs to a kind that can have one. */
  public Column {
    key = Checks.line(key, "column key");
    groups = Checks.lines(groups, "column group");
    label = Checks.line(label, "column label");
    Objects.requireNonNull(kind, "column kind");
    Objects.requireNonNull(ratio, "ratio");
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException("more than " + MOST_GROUPS + " head levels: " + key);
    }
    if (ratio.isPresent() && kind != ColumnKind.RATE && kind != ColumnKind.POINTS) {
      throw new IllegalArgumentException("a ratio needs a rate or points: " + key);
    }
  }

  /** A column with a plain head and no formula. */
  public static Column of(String key, String label, ColumnKind kind) {
    return new Column(key, List.of(), label, kind, Optional.empty());
  }

  /** A percentage that is the quotient of two count columns. */
  public static Column rate(String key, String label, String numeratorKey, String denominatorKey) {
    Ratio ratio = new Ratio(numeratorKey, denominatorKey);
    return new Column(key, List.of(), label, ColumnKind.RATE, Optional.of(ratio));
  }

  /** The same column under upper head levels, outermost first. */
  public Column under(String... upper) {
    return new Column(key, List.of(upper), label, kind, ratio);
  }

  /**
   * Returns the value in the form in which it is kept: a rate or points with exactly two decimals,
   * a whole number as {@link Long}.
   *
   * @param value a cell of this column, or null for no value
   * @throws IllegalArgumentException if the value is of another type than the kind asks, or has
   *     more decimals than are printed (rounding is a matter of the rule that computed it)
   */
  public Object checked(Object value) {
    return switch (value) {
      case null -> null;
      case String text when kind == ColumnKind.TEXT -> Checks.printable(text);
      case Long number when kind == ColumnKind.COUNT || kind == ColumnKind.RANK -> number;
      case Integer number when kind == ColumnKind.COUNT || kind == ColumnKind.RANK ->
          number.longValue();
      case BigDecimal number when kind == ColumnKind.RATE || kind == ColumnKind.POINTS ->
          exact(number);
      case LocalDate day when kind == ColumnKind.DATE -> day;
      default ->
          throw new IllegalArgumentException(
              "column " + key + " of kind " + kind + " cannot hold a " + value.getClass());
    };
  }

  private BigDecimal exact(BigDecimal number) {
    try {
      return number.setScale(DECIMALS, RoundingMode.UNNECESSARY);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "column " + key + " holds " + number + " with more than two decimals", e);
    }
  }

  /**
   * Returns a cell as it is printed: {@value #ABSENT} for null, rates and points with two decimals
   * and without a sign, days as 2026-10-05.
   *
   * @param value a cell of this column, or null
   */
  public String printed(Object value) {
    Object cell = checked(value);
    return switch (cell) {
      case null -> ABSENT;
      case BigDecimal number -> number.toPlainString();
      default -> cell.toString();
    };
  }

  /** Whether the cells are numbers. */
  public boolean numeric() {
    return kind != ColumnKind.TEXT && kind != ColumnKind.DATE;
  }
}
