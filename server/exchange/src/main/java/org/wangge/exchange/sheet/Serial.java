package org.wangge.exchange.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Serial days of spreadsheet programs, and numbers in the form they are shown in. */
final class Serial {
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final double LAST = 2_958_465.999_999;
  private static final MathContext SHOWN_DIGITS = new MathContext(15);
  private static final DateTimeFormatter WITH_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter TIME_ONLY = DateTimeFormatter.ofPattern("HH:mm:ss");

  private Serial() {}

  /** Days between the two calendars a workbook may use. */
  static final int DAYS_FROM_1900_TO_1904 = 1462;

  /** The moment of a serial day, rounded to the second; null outside 1900 to 9999. */
  static LocalDateTime moment(double serial) {
    if (!(serial >= 0) || serial > LAST) {
      return null;
    }
    long seconds = Math.round(serial * 86_400);
    long day = Math.floorDiv(seconds, 86_400);
    // The program believes in 29 February 1900; days before it are off by one.
    LocalDate date = DAY_ZERO.plusDays(day < 60 ? day + 1 : day);
    return LocalDateTime.of(date, LocalTime.ofSecondOfDay(Math.floorMod(seconds, 86_400)));
  }

  /** How a serial day is shown, whatever pattern the sender chose. */
  static String shown(double serial) {
    LocalDateTime moment = moment(serial);
    if (moment == null) {
      return number(serial);
    }
    if (serial < 1) {
      return TIME_ONLY.format(moment);
    }
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : WITH_TIME.format(moment);
  }

  /** A number with the 15 digits a spreadsheet program shows, never in powers of ten. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    return new BigDecimal(value).round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
  }
}
