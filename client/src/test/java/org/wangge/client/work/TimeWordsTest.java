package org.wangge.client.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class TimeWordsTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 9, 15, 0);

  @Test
  void whatHappenedIsToldAsPeopleSayIt() {
    assertThat(TimeWords.ago(NOW.minusSeconds(20), NOW)).isEqualTo("刚刚");
    assertThat(TimeWords.ago(NOW.minusMinutes(10), NOW)).isEqualTo("10 分钟前");
    assertThat(TimeWords.ago(NOW.minusHours(3), NOW)).isEqualTo("3 小时前");
    assertThat(TimeWords.ago(NOW.minusHours(16), NOW)).isEqualTo("昨天 23:00");
    assertThat(TimeWords.ago(NOW.minusDays(6), NOW)).isEqualTo("10月3日 15:00");
    assertThat(TimeWords.ago(NOW.minusYears(1), NOW)).isEqualTo("2025年10月9日 15:00");
  }

  @Test
  void whatIsLeftIsToldInTheLargestWholeUnit() {
    assertThat(TimeWords.left(NOW.plusHours(50), NOW)).isEqualTo("剩 2 天");
    assertThat(TimeWords.left(NOW.plusMinutes(190), NOW)).isEqualTo("剩 3 小时");
    assertThat(TimeWords.left(NOW.plusMinutes(12), NOW)).isEqualTo("剩 12 分钟");
    assertThat(TimeWords.left(NOW.minusHours(30), NOW)).isEqualTo("超期 1 天");
  }

  @Test
  void theLastDayIsAmberAndAPassedDeadlineRed() {
    assertThat(TimeWords.tone(NOW.plusHours(24), NOW)).isEqualTo(Tone.CALM);
    assertThat(TimeWords.tone(NOW.plusHours(23), NOW)).isEqualTo(Tone.SOON);
    assertThat(TimeWords.tone(NOW.minusSeconds(1), NOW)).isEqualTo(Tone.LATE);
  }
}
