package org.wangge.client.records;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reasons given for seeing masked values; asked once per record and day, kept only in memory. */
public final class Revealing {
  private record Key(UUID id, LocalDate day) {}

  private final Map<Key, String> reasons = new HashMap<>();

  /** The reason given for the record on the day, or empty. */
  public Optional<String> reason(UUID id, LocalDate day) {
    return Optional.ofNullable(reasons.get(new Key(id, day)));
  }

  /** Remembers a reason. */
  public void remember(UUID id, LocalDate day, String reason) {
    reasons.put(new Key(id, day), reason);
  }
}
