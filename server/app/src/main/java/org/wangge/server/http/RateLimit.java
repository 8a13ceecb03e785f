package org.wangge.server.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Lets each caller send a number at once and then so many a second; callers do not share. */
final class RateLimit {
  private static final long FORGOTTEN_AFTER_NANOS = 600_000_000_000L;

  private final double perNano;
  private final double most;
  private final LongSupplier nanos;
  private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();
  private volatile long sweptAt;

  RateLimit(int perSecond, int atOnce, LongSupplier nanos) {
    this.perNano = perSecond / 1e9;
    this.most = atOnce;
    this.nanos = nanos;
    this.sweptAt = nanos.getAsLong();
  }

  private record Bucket(double drops, long at) {}

  /**
   * Counts a request of this caller.
   *
   * @throws Problem TOO_MANY_REQUESTS when he has sent too many
   */
  void count(String caller) {
    long now = nanos.getAsLong();
    sweep(now);
    Bucket after =
        buckets.compute(
            caller,
            (_, bucket) -> {
              double before =
                  bucket == null
                      ? most
                      : Math.min(most, Math.max(bucket.drops, 0) + (now - bucket.at) * perNano);
              return new Bucket(before - 1, now);
            });
    if (after.drops < 0) {
      throw new Problem(ProblemCode.TOO_MANY_REQUESTS);
    }
  }

  private void sweep(long now) {
    if (now - sweptAt > FORGOTTEN_AFTER_NANOS) {
      sweptAt = now;
      buckets.values().removeIf(bucket -> now - bucket.at > FORGOTTEN_AFTER_NANOS);
    }
  }
}
