package org.wangge.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The town's clock, which stands still until a test moves it. */
public final class TestClock extends Clock {
  private static final ZoneId TOWN = ZoneId.of("Asia/Shanghai");

  private final AtomicReference<Instant> now;

  /** A clock that shows the real time of its making, to the second. */
  public TestClock() {
    this(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  /** A clock that shows this moment. */
  public TestClock(Instant instant) {
    this.now = new AtomicReference<>(instant);
  }

  /** A clock that shows this moment of the town's time. */
  public static TestClock at(LocalDateTime moment) {
    return new TestClock(moment.atZone(TOWN).toInstant());
  }

  /** Moves the clock on. */
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  /** What it shows, in the town's time. */
  public LocalDateTime now() {
    return LocalDateTime.now(this);
  }

  @Override
  public ZoneId getZone() {
    return TOWN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(instant(), zone);
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}
