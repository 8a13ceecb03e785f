package org.wangge.server.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The working days of a town: Monday to Friday, except public holidays, plus the weekend days that
 * are worked instead (调休). Immutable.
 */
public final class WorkingCalendar {
  /** A day ends here; deadlines are kept to the second. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final Map<LocalDate, Boolean> exceptions;

  /**
   * A calendar with these exceptions.
   *
   * @param exceptions days that differ from the plain week: true = worked, false = free
   */
  public WorkingCalendar(Map<LocalDate, Boolean> exceptions) {
    this.exceptions = Map.copyOf(exceptions);
  }

  /** Whether offices work on this day. */
  public boolean isWorkingDay(LocalDate day) {
    Boolean exception = exceptions.get(day);
    return exception != null
        ? exception
        : day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /**
   * The last moment within the limit. Working days end at 24:00 and the day of the start is not
   * counted: with one day, what arrives on a Friday is in time until Monday midnight.
   */
  public LocalDateTime deadline(LocalDateTime start, TimeLimit limit) {
    return switch (limit.unit()) {
      case HOUR -> start.plusHours(limit.amount());
      case MINUTE -> start.plusMinutes(limit.amount());
      case WORKING_DAY -> {
        LocalDate day = start.toLocalDate();
        for (int counted = 0; counted < limit.amount(); ) {
          day = day.plusDays(1);
          if (isWorkingDay(day)) {
            counted++;
          }
        }
        yield day.atTime(END_OF_DAY);
      }
    };
  }

  /** Working days begun after the deadline, up to and including the given day; 0 when not late. */
  public int workingDaysLate(LocalDateTime deadline, LocalDateTime now) {
    int late = 0;
    for (LocalDate day = deadline.toLocalDate().plusDays(1);
        !day.isAfter(now.toLocalDate());
        day = day.plusDays(1)) {
      if (isWorkingDay(day)) {
        late++;
      }
    }
    return late;
  }

  /** The working days of a month in order. */
  public List<LocalDate> workingDays(YearMonth month) {
    return IntStream.rangeClosed(1, month.lengthOfMonth())
        .mapToObj(month::atDay)
        .filter(this::isWorkingDay)
        .toList();
  }
}
