package org.wangge.record;

import java.security.SecureRandom;
import java.util.UUID;

/** Ids of records: UUID version 7 (RFC 9562), made by the workstation, ordered by time. */
public final class RecordId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private RecordId() {}

  /** A new id for the present moment. */
  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  /** A new id for a moment in milliseconds since 1970. */
  public static UUID at(long millis) {
    long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
