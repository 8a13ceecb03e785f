package org.wangge.client.workplace;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.record.Record;

/** What referenced records are called, as far as a record that refers to them has said so. */
public final class KnownTitles {
  private final Map<UUID, String> titles = new ConcurrentHashMap<>();

  /** Knows nothing yet. */
  public KnownTitles() {}

  /** Learns what the records are called that this one refers to. */
  public void learn(Record record) {
    record
        .titles()
        .forEach(
            (field, title) -> {
              if (record.values().get(field) instanceof UUID id) {
                titles.put(id, title);
              }
            });
  }

  /** Learns what a record is called. */
  public void learn(UUID id, String title) {
    titles.put(id, title);
  }

  /** What a record is called; null while it is not known. */
  public String find(UUID id) {
    return titles.get(id);
  }

  /** What a record is called; empty while it is not known. */
  public String of(UUID id) {
    return titles.getOrDefault(id, "");
  }
}
