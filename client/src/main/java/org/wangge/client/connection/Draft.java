package org.wangge.client.connection;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.wangge.record.Values;

/**
 * A form that was left unfinished.
 *
 * @param type type key
 * @param id id of the record
 * @param version version read, 0 for a new record
 * @param area village code, may be empty
 * @param changes what was typed, in values
 * @param unread texts that were not understood yet, by field name
 * @param title what names it to a person
 * @param at when it was kept, town time
 * @param reason sentence when the server sent it back from the outbox; empty otherwise
 */
public record Draft(
    String type,
    UUID id,
    long version,
    String area,
    Values changes,
    Map<String, String> unread,
    String title,
    LocalDateTime at,
    String reason) {
  /** Copies the map. */
  public Draft {
    unread = Map.copyOf(unread);
  }

  /** The same content, whenever it was kept. */
  public boolean sameContent(Draft other) {
    return other != null
        && version == other.version
        && area.equals(other.area)
        && changes.equals(other.changes)
        && unread.equals(other.unread);
  }

  /** Names no value. */
  @Override
  public String toString() {
    return "Draft[" + type + " " + id + "]";
  }
}
