package org.wangge.client.work;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.wangge.client.ui.Messages;

/** Times as people say them. */
public final class TimeWords {
  private static final Messages TEXT = Messages.of(TimeWords.class);
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Duration DAY = Duration.ofDays(1);

  private TimeWords() {}

  /** The time to the minute, such as 2026-10-09 17:30. */
  public static String exact(LocalDateTime time) {
    return EXACT.format(time);
  }

  /** How long ago it was: 10 分钟前, 昨天 17:30, 10月9日 17:30. */
  public static String ago(LocalDateTime time, LocalDateTime now) {
    Duration since = Duration.between(time, now);
    if (since.compareTo(Duration.ofMinutes(1)) < 0) {
      return TEXT.get("ago.now");
    }
    if (since.compareTo(Duration.ofHours(1)) < 0) {
      return TEXT.get("ago.minutes", "count", since.toMinutes());
    }
    if (time.toLocalDate().equals(now.toLocalDate())) {
      return TEXT.get("ago.hours", "count", since.toHours());
    }
    if (time.toLocalDate().equals(now.toLocalDate().minusDays(1))) {
      return TEXT.get("ago.yesterday", "time", CLOCK.format(time));
    }
    return day(time, now);
  }

  /** A day and time, with the year only where it is another one. */
  public static String day(LocalDateTime time, LocalDateTime now) {
    return TEXT.get(
        time.getYear() == now.getYear() ? "day" : "day.year",
        Map.of(
            "year", time.getYear(),
            "month", time.getMonthValue(),
            "day", time.getDayOfMonth(),
            "time", CLOCK.format(time)));
  }

  /** What is left until a deadline, or by how much it has passed: 剩 3 小时, 超期 2 天. */
  public static String left(LocalDateTime deadline, LocalDateTime now) {
    Duration left = Duration.between(now, deadline);
    return left.isNegative()
        ? TEXT.get("late", "span", span(left.negated()))
        : TEXT.get("left", "span", span(left));
  }

  /** How urgent a deadline is. */
  public static Tone tone(LocalDateTime deadline, LocalDateTime now) {
    Duration left = Duration.between(now, deadline);
    if (left.isNegative()) {
      return Tone.LATE;
    }
    return left.compareTo(DAY) < 0 ? Tone.SOON : Tone.CALM;
  }

  private static String span(Duration span) {
    if (span.compareTo(Duration.ofHours(1)) < 0) {
      return TEXT.get("span.minutes", "count", Math.max(1, span.toMinutes()));
    }
    if (span.compareTo(DAY) < 0) {
      return TEXT.get("span.hours", "count", span.toHours());
    }
    return TEXT.get("span.days", "count", span.toDays());
  }
}
