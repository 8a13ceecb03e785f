package org.wangge.client.connection;

import java.util.UUID;
import org.wangge.record.Values;

/**
 * A save before it is written as JSON.
 *
 * @param requestId made once per content; a repeated send with the same id is answered once
 * @param version version read, 0 for a new record
 * @param area village code of a new record; null = unchanged
 * @param changes changed values, null = emptied
 * @param confirmed true when the person confirmed the warnings
 */
public record Saving(UUID requestId, long version, String area, Values changes, boolean confirmed) {
  /** Names no value. */
  @Override
  public String toString() {
    return "Saving[" + requestId + "]";
  }
}
