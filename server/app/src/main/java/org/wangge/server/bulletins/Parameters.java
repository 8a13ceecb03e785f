package org.wangge.server.bulletins;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * How figures are counted and judged; dated and versioned in the database, kept with each bulletin.
 *
 * @param version version printed with the bulletin
 * @param denominator what closing rates are divided by
 * @param satisfiedGrades grades that count as satisfied
 * @param activeDaysInMonth distinct days that make an account active in a month
 * @param activeDaysInWeek distinct days that make it active in the last seven days
 * @param signInFloor sign-in rate below which a village is named, in percent
 * @param onTimeFloor on-time rate below which a village is named, in percent
 * @param satisfactionFloor satisfaction below which a village is named, in percent
 * @param absenceFloor working days in a row without a sign-in from which a village is named
 */
public record Parameters(
    String version,
    Denominator denominator,
    Set<String> satisfiedGrades,
    int activeDaysInMonth,
    int activeDaysInWeek,
    BigDecimal signInFloor,
    BigDecimal onTimeFloor,
    BigDecimal satisfactionFloor,
    int absenceFloor) {

  /** Copies the set. */
  public Parameters {
    satisfiedGrades = Set.copyOf(satisfiedGrades);
  }

  /** What closing rates are divided by. */
  public enum Denominator {
    /** 应办结数: events whose limit falls in the month. */
    DUE,
    /** 上报数: events reported in the month. */
    REPORTED
  }

  /**
   * Reads the parameters.
   *
   * @param version version in force
   * @param values all values by name
   * @throws IllegalArgumentException when one is missing or not readable
   */
  public static Parameters of(String version, Map<String, String> values) {
    return new Parameters(
        version,
        switch (value(values, "closing-denominator")) {
          case "due" -> Denominator.DUE;
          case "reported" -> Denominator.REPORTED;
          default -> throw new IllegalArgumentException("bulletin parameter closing-denominator");
        },
        Set.copyOf(Arrays.asList(value(values, "satisfied-grades").split(" "))),
        Integer.parseInt(value(values, "active-days-month")),
        Integer.parseInt(value(values, "active-days-week")),
        new BigDecimal(value(values, "floor-sign-in")),
        new BigDecimal(value(values, "floor-on-time")),
        new BigDecimal(value(values, "floor-satisfaction")),
        Integer.parseInt(value(values, "floor-absence")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no bulletin parameter " + name);
    }
    return value;
  }
}
