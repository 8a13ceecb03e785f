package org.wangge.server.calendar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The public holidays and worked weekends this server ships as facts.
 *
 * @param days days that differ from the plain week, in order
 */
public record ShippedCalendar(List<Day> days) {
  private static final String FILE = "/org/wangge/db/reference/calendar.csv";

  /** Copies the list. */
  public ShippedCalendar {
    days = List.copyOf(days);
  }

  /**
   * A day that differs from the plain week.
   *
   * @param day the day
   * @param working true when it is worked, false when it is free
   * @param name Chinese name of the holiday
   */
  public record Day(LocalDate day, boolean working, String name) {}

  /** Reads the shipped file. */
  public static ShippedCalendar read() {
    try (Reader reader =
        new InputStreamReader(
            ShippedCalendar.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      return read(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads lines of {@code day,working,name}; lines that begin with # are remarks.
   *
   * @throws IllegalArgumentException naming the line that is wrong
   */
  static ShippedCalendar read(Reader reader) {
    List<Day> days = new ArrayList<>();
    Set<LocalDate> seen = new HashSet<>();
    for (String line : new BufferedReader(reader).lines().toList()) {
      if (line.isBlank() || line.startsWith("#") || line.equals("day,working,name")) {
        continue;
      }
      String[] cells = line.split(",", -1);
      try {
        Day day = new Day(LocalDate.parse(cells[0]), worked(cells[1]), cells[2]);
        if (cells.length != 3 || !seen.add(day.day())) {
          throw new IllegalArgumentException("calendar: " + line);
        }
        days.add(day);
      } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException("calendar: " + line, e);
      }
    }
    return new ShippedCalendar(days);
  }

  private static boolean worked(String cell) {
    return switch (cell) {
      case "1" -> true;
      case "0" -> false;
      default -> throw new IllegalArgumentException("calendar: neither 0 nor 1: " + cell);
    };
  }

  /** Days by whether they are worked. */
  public Map<LocalDate, Boolean> exceptions() {
    Map<LocalDate, Boolean> result = new HashMap<>();
    days.forEach(day -> result.put(day.day(), day.working()));
    return result;
  }
}
