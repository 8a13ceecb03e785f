package org.wangge.client.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.validation.Cleaning;

/** The day of a cancellation as typed. */
final class CancelDay {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-./年]?(\\d{1,2})[-./月]?(\\d{1,2})日?");

  private CancelDay() {}

  /** The day, or null when the text is none. */
  static LocalDate read(String typed) {
    Matcher matcher = DAY.matcher(Cleaning.compact(typed));
    if (!matcher.matches()) {
      return null;
    }
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(2)),
          Integer.parseInt(matcher.group(3)));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
