package org.wangge.server.store;

import java.util.Map;

/**
 * What a village entered in a month.
 *
 * @param byModule records registered or changed in the month, by module key; each counts once
 * @param lastMonth the same of the month before, all modules together
 * @param stock records in use at the end of the month
 */
public record EntryCounts(Map<String, Long> byModule, long lastMonth, long stock) {
  /** Copies the map. */
  public EntryCounts {
    byModule = Map.copyOf(byModule);
  }

  /** All modules together. */
  public long entered() {
    return byModule.values().stream().mapToLong(Long::longValue).sum();
  }
}
