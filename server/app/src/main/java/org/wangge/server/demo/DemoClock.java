package org.wangge.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The clock of a demonstration town while it is filled: it stands where it was set. */
final class DemoClock extends Clock {
  private static final ZoneId TOWN = ZoneId.of("Asia/Shanghai");

  private Instant now;

  DemoClock(LocalDateTime start) {
    set(start);
  }

  /** Sets the town's time. */
  final void set(LocalDateTime townTime) {
    now = townTime.atZone(TOWN).toInstant();
  }

  @Override
  public ZoneId getZone() {
    return TOWN;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  @Override
  public Instant instant() {
    return now;
  }
}
