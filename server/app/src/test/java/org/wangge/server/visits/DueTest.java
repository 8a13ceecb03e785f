package org.wangge.server.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DueTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final Map<String, Window> WINDOWS =
      Map.of("0301", Window.MONTH, "0304", Window.QUARTER, "0201", Window.NONE);

  private static Due due(Map<String, LocalDate> since, LocalDate lastVisit) {
    return Due.of(since, WINDOWS, lastVisit, TODAY).orElseThrow();
  }

  @Test
  void theShortestWindowCounts() {
    LocalDate joined = LocalDate.of(2026, 2, 1);

    assertThat(due(Map.of("0301", joined, "0304", joined), LocalDate.of(2026, 10, 25)))
        .isEqualTo(new Due(LocalDate.of(2026, 11, 25), Due.State.VISITED));
  }

  @Test
  void aMonthEndsOnTheLastDayOfAShorterMonth() {
    Due due =
        Due.of(
                Map.of("0301", LocalDate.of(2026, 1, 1)),
                WINDOWS,
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 2, 5))
            .orElseThrow();

    assertThat(due.day()).isEqualTo(LocalDate.of(2026, 2, 28));
  }

  @Test
  void theLastDayIsStillInTime() {
    assertThat(due(Map.of("0304", LocalDate.of(2026, 8, 2)), null))
        .isEqualTo(new Due(TODAY, Due.State.SOON));
    assertThat(due(Map.of("0304", LocalDate.of(2026, 8, 1)), null))
        .isEqualTo(new Due(LocalDate.of(2026, 11, 1), Due.State.OVERDUE));
  }

  @Test
  void aVisitBeforeJoiningGivesNoLessTimeThanJoiningItself() {
    assertThat(due(Map.of("0301", LocalDate.of(2026, 10, 20)), LocalDate.of(2026, 3, 1)))
        .isEqualTo(new Due(LocalDate.of(2026, 11, 20), Due.State.WAITING));
  }

  @Test
  void whereNoVisitIsAskedForNoneIsDue() {
    LocalDate joined = LocalDate.of(2026, 1, 1);

    assertThat(Due.of(Map.of("0201", joined, "9999", joined), WINDOWS, null, TODAY)).isEmpty();
  }
}
