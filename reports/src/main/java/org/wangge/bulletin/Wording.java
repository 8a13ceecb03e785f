package org.wangge.bulletin;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.ResourceBundle;

/** The fixed words on the paper and in the workbook, kept in a resource bundle. */
public final class Wording {

  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.bulletin.wording", Locale.ROOT);

  private Wording() {}

  /**
   * Returns the words for a key with its arguments set in.
   *
   * @param key a key of the bundle
   * @param arguments texts, in the order of the places in the words
   * @throws java.util.MissingResourceException if the bundle has no such key
   */
  public static String of(String key, String... arguments) {
    String pattern = BUNDLE.getString(key);
    return arguments.length == 0
        ? pattern
        : new MessageFormat(pattern, Locale.ROOT).format(arguments);
  }

  /**
   * Returns a day as GB/T 9704-2012 clause 7.3.5.4 writes it, without leading zeros; for null the
   * places to be filled in by hand.
   */
  public static String date(LocalDate day) {
    return day == null
        ? of("date.open")
        : of("date", text(day.getYear()), text(day.getMonthValue()), text(day.getDayOfMonth()));
  }

  /** Returns a month, e.g. 2026年10月. */
  public static String month(YearMonth month) {
    return of("month", text(month.getYear()), text(month.getMonthValue()));
  }

  /** Returns the data cut-off to the minute. */
  public static String cutOff(LocalDateTime time) {
    return of(
        "cutoff",
        text(time.getYear()),
        text(time.getMonthValue()),
        text(time.getDayOfMonth()),
        "%02d".formatted(time.getHour()),
        "%02d".formatted(time.getMinute()));
  }

  private static String text(int number) {
    return Integer.toString(number);
  }
}
