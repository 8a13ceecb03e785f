package org.wangge.client.events;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.wangge.client.ui.Messages;
import org.wangge.client.work.TimeWords;
import org.wangge.client.work.Tone;
import org.wangge.wire.EventCase;
import org.wangge.wire.EventStep;

/**
 * A clock that runs on an event.
 *
 * @param label what must be done in time
 * @param deadline until when
 * @param words what is left, such as 剩 2 天
 * @param tone how urgent it is
 * @param spent share of the time that is gone, 0 to 1
 */
record CaseClock(String label, LocalDateTime deadline, String words, Tone tone, double spent) {
  private static final Messages TEXT = Messages.of(CaseClock.class);
  private static final String NOTE = "note";

  /** The clocks that run, the nearest duty first. */
  static List<CaseClock> of(EventCase event, LocalDateTime now) {
    List<CaseClock> clocks = new ArrayList<>();
    LocalDateTime since = since(event.steps());
    if (event.acceptBy() != null) {
      clocks.add(of("clock.accept", event.acceptBy(), since, now));
    }
    if (event.handleBy() != null) {
      clocks.add(of("clock.handle", event.handleBy(), since, now));
    }
    LocalDateTime limit = event.record().values().dateTime("limit_time");
    boolean closed = event.record().values().dateTime("closed_time") != null;
    if (limit != null && !closed && !limit.equals(event.handleBy())) {
      LocalDateTime reported = event.record().values().dateTime("report_time");
      clocks.add(of("clock.whole", limit, reported == null ? since : reported, now));
    }
    return clocks;
  }

  private static CaseClock of(
      String key, LocalDateTime deadline, LocalDateTime since, LocalDateTime now) {
    return new CaseClock(
        TEXT.get(key),
        deadline,
        TimeWords.left(deadline, now),
        TimeWords.tone(deadline, now),
        spent(since, deadline, now));
  }

  /** A note keeps the clock running, every other step starts the one that runs now. */
  private static LocalDateTime since(List<EventStep> steps) {
    return steps.reversed().stream()
        .filter(step -> !step.act().equals(NOTE))
        .map(EventStep::at)
        .findFirst()
        .orElse(null);
  }

  private static double spent(LocalDateTime since, LocalDateTime deadline, LocalDateTime now) {
    if (since == null || !now.isBefore(deadline)) {
      return 1;
    }
    double whole = Duration.between(since, deadline).toSeconds();
    return whole <= 0 ? 1 : Math.clamp(Duration.between(since, now).toSeconds() / whole, 0, 1);
  }
}
