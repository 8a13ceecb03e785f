package org.wangge.server.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deadlines in working days; expected dates counted by hand on the published calendar. */
class WorkingCalendarTest {
  private static final WorkingCalendar CALENDAR =
      new WorkingCalendar(ShippedCalendar.read().exceptions());

  @ParameterizedTest(name = "{0} + {1} → {2}")
  @CsvSource({
    // Friday afternoon with one day: until Monday midnight.
    "2026-11-06T16:00:00, 1, 2026-11-09",
    // A weekend arrival counts the same Monday as its first day.
    "2026-11-07T09:00:00, 1, 2026-11-09",
    // Before the October holiday of 2026: the 8th is the first working day.
    "2026-09-30T17:30:00, 1, 2026-10-08",
    "2026-09-30T17:30:00, 2, 2026-10-09",
    // Saturday 10 October 2026 is worked (调休).
    "2026-09-30T17:30:00, 3, 2026-10-10",
    "2026-09-30T17:30:00, 4, 2026-10-12",
    "2026-10-09T08:00:00, 1, 2026-10-10",
    // Sunday 20 September 2026 is worked.
    "2026-09-18T10:00:00, 1, 2026-09-20",
    // The spring festival of 2026, with a worked Saturday on either side.
    "2026-02-13T10:00:00, 2, 2026-02-24",
    "2026-02-27T10:00:00, 1, 2026-02-28",
    // From one year into the next.
    "2025-12-31T23:59:59, 1, 2026-01-04",
  })
  void countsWorkingDaysWithoutTheDayOfArrival(LocalDateTime arrival, int days, LocalDate last) {
    assertThat(CALENDAR.deadline(arrival, TimeLimit.workingDays(days)))
        .isEqualTo(last.atTime(23, 59, 59));
  }

  @Test
  void hoursAndMinutesRunThroughTheNight() {
    LocalDateTime evening = LocalDateTime.of(2026, 10, 1, 23, 30);
    assertThat(CALENDAR.deadline(evening, new TimeLimit(2, TimeLimit.Unit.HOUR)))
        .isEqualTo("2026-10-02T01:30:00");
    assertThat(CALENDAR.deadline(evening, new TimeLimit(30, TimeLimit.Unit.MINUTE)))
        .isEqualTo("2026-10-02T00:00:00");
  }

  @Test
  void countsLatenessInWorkingDaysOnly() {
    LocalDateTime friday = LocalDateTime.of(2026, 11, 6, 23, 59, 59);
    assertThat(CALENDAR.workingDaysLate(friday, LocalDateTime.of(2026, 11, 6, 23, 0))).isZero();
    assertThat(CALENDAR.workingDaysLate(friday, LocalDateTime.of(2026, 11, 8, 12, 0))).isZero();
    assertThat(CALENDAR.workingDaysLate(friday, LocalDateTime.of(2026, 11, 9, 0, 0))).isEqualTo(1);
    assertThat(CALENDAR.workingDaysLate(friday, LocalDateTime.of(2026, 11, 11, 8, 0))).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0} has {1} working days")
  // 2025 has 248 working days and 2026 too, as the State Council's notices were reported.
  @CsvSource({"2026-10, 18", "2026-09, 22", "2025-10, 18", "2026-02, 16", "2027-03, 23"})
  void knowsTheWorkingDaysOfAMonth(YearMonth month, int days) {
    assertThat(CALENDAR.workingDays(month)).hasSize(days);
  }

  @Test
  void aCalendarWithoutExceptionsIsThePlainWeek() {
    WorkingCalendar plain = new WorkingCalendar(Map.of());
    assertThat(plain.isWorkingDay(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(plain.isWorkingDay(LocalDate.of(2026, 10, 10))).isFalse();
  }
}
