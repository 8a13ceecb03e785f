package org.wangge.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.exchange.sheet.Cell;
import org.wangge.validation.ValueParser;

/**
 * A date as people write it.
 *
 * @param date the date; the first of the month when {@code dayKnown} is false; null when refused
 * @param dayKnown false for year and month only
 * @param time null when none was written
 * @param problem finding code when it is no certain date; empty otherwise
 */
record DateText(LocalDate date, boolean dayKnown, LocalTime time, String problem) {
  static final LocalDate FOREVER = ValueParser.WITHOUT_END;

  private static final Pattern WITH_TIME =
      Pattern.compile("(.*[^\\s:])(?:\\s+|T)(\\D{0,2}\\d{1,2}\\s*[:\\p{IsHan}].*)");
  private static final Pattern SEPARATED =
      Pattern.compile("(\\d{4})[-/.\\\\](\\d{1,2})(?:[-/.\\\\](\\d{1,2})[.]?)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
  private static final Pattern DIGITS_WITH_TIME =
      Pattern.compile("(\\d{8})(\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern CLOCK =
      Pattern.compile("(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.\\d+)?)?Z?");
  private static final int FIRST_YEAR = 1850;
  private static final int LAST_YEAR = 2199;
  private static final int FIRST_SERIAL = 10_000;
  private static final int LAST_SERIAL = 109_574;

  private static DateText refused(String problem) {
    return new DateText(null, false, null, problem);
  }

  /** Date and time, midnight when no time was written. */
  LocalDateTime moment() {
    return LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time);
  }

  boolean isRefused() {
    return !problem.isEmpty();
  }

  static DateText of(Cell cell) {
    return switch (cell.kind()) {
      case DATE -> ofSerial(cell);
      case NUMBER -> ofNumber(cell);
      case TEXT -> ofText(cell.text());
      default -> refused("date-format");
    };
  }

  private static DateText ofSerial(Cell cell) {
    LocalDateTime moment = cell.moment();
    if (moment == null || cell.number() < 1) {
      return refused("date-format");
    }
    boolean midnight = moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    return new DateText(moment.toLocalDate(), true, midnight ? null : moment.toLocalTime(), "");
  }

  private static DateText ofNumber(Cell cell) {
    double number = cell.number();
    boolean whole = number == Math.rint(number);
    if (whole && number >= 1e5) {
      return ofText(cell.text());
    }
    if (whole && number >= FIRST_YEAR && number <= LAST_YEAR) {
      return refused("date-incomplete");
    }
    if (number >= FIRST_SERIAL && number <= LAST_SERIAL) {
      return ofSerial(cell);
    }
    if (!whole && number >= FIRST_YEAR && number < LAST_YEAR + 1) {
      // 1986.1 may have been 1986.10 before the program dropped the zero.
      return cell.text().matches("\\d{4}\\.1") ? refused("date-ambiguous") : ofText(cell.text());
    }
    return refused("date-format");
  }

  static DateText ofText(String raw) {
    String text = Plain.text(raw);
    if (text.startsWith("'")) {
      text = text.substring(1);
    }
    if (Words.FOREVER.contains(Plain.compact(text))) {
      return new DateText(FOREVER, true, null, "");
    }
    String datePart = text;
    LocalTime time = null;
    Matcher withTime = WITH_TIME.matcher(text);
    Matcher digitsWithTime = DIGITS_WITH_TIME.matcher(Plain.compact(text));
    if (digitsWithTime.matches()) {
      datePart = digitsWithTime.group(1);
      time = clock(digitsWithTime.group(2), digitsWithTime.group(3), digitsWithTime.group(4));
      if (time == null) {
        return refused("date-format");
      }
    } else if (withTime.matches() && !Words.CHINESE_DATE.matcher(Plain.compact(text)).matches()) {
      datePart = withTime.group(1);
      time = time(Plain.compact(withTime.group(2)));
      if (time == null) {
        return refused("date-format");
      }
    } else {
      Matcher chinese = Words.CHINESE_DATE.matcher(Plain.compact(text));
      if (chinese.lookingAt() && chinese.end() < Plain.compact(text).length()) {
        datePart = chinese.group();
        time = time(Plain.compact(text).substring(chinese.end()));
        if (time == null) {
          return refused("date-format");
        }
      }
    }
    return date(Plain.compact(datePart), time);
  }

  private static DateText date(String text, LocalTime time) {
    for (Pattern pattern : new Pattern[] {SEPARATED, DIGITS, Words.CHINESE_DATE}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        OptionalInt year = year(matcher.group(1));
        if (year.isEmpty() || year.getAsInt() < FIRST_YEAR || year.getAsInt() > LAST_YEAR) {
          return refused("date-format");
        }
        if (matcher.group(2) == null) {
          return refused("date-incomplete");
        }
        OptionalInt month = Numerals.of(matcher.group(2));
        boolean dayKnown = matcher.group(3) != null;
        OptionalInt day = dayKnown ? Numerals.of(matcher.group(3)) : OptionalInt.of(1);
        if (month.isEmpty() || day.isEmpty()) {
          return refused("date-format");
        }
        try {
          return new DateText(
              LocalDate.of(year.getAsInt(), month.getAsInt(), day.getAsInt()), dayKnown, time, "");
        } catch (DateTimeException e) {
          return refused("date-impossible");
        }
      }
    }
    return refused(text.matches("\\d{4}") ? "date-incomplete" : "date-format");
  }

  private static OptionalInt year(String text) {
    int year = 0;
    for (int i = 0; i < text.length(); i++) {
      OptionalInt digit = Numerals.of(text.substring(i, i + 1));
      if (digit.isEmpty() || digit.getAsInt() > 9) {
        return OptionalInt.empty();
      }
      year = year * 10 + digit.getAsInt();
    }
    return OptionalInt.of(year);
  }

  private static LocalTime time(String text) {
    Matcher words = Words.CHINESE_TIME.matcher(text);
    if (words.matches()) {
      LocalTime time = clock(words.group(2), words.group(3), words.group(4));
      boolean afternoon = words.group(1) != null && Words.AFTERNOON.contains(words.group(1));
      return time != null && afternoon && time.getHour() < 12 ? time.plusHours(12) : time;
    }
    boolean afternoon = false;
    String rest = text;
    for (String word : Words.AFTERNOON) {
      if (rest.startsWith(word)) {
        afternoon = true;
        rest = rest.substring(word.length());
      }
    }
    Matcher clock = CLOCK.matcher(rest.replaceFirst("^\\p{IsHan}{1,2}", ""));
    if (!clock.matches()) {
      return null;
    }
    LocalTime time = clock(clock.group(1), clock.group(2), clock.group(3));
    return time != null && afternoon && time.getHour() < 12 ? time.plusHours(12) : time;
  }

  private static LocalTime clock(String hour, String minute, String second) {
    try {
      int hours = Integer.parseInt(hour);
      if (hours == 24 && zero(minute) && zero(second)) {
        // The end of the day; the last second of it, so that the day stays the same.
        return LocalTime.of(23, 59, 59);
      }
      return LocalTime.of(
          hours,
          minute == null ? 0 : Integer.parseInt(minute),
          second == null ? 0 : Integer.parseInt(second));
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean zero(String number) {
    return number == null || Integer.parseInt(number) == 0;
  }
}
