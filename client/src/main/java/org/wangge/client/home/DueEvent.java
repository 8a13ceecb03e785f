package org.wangge.client.home;

import java.time.LocalDateTime;
import java.util.UUID;
import org.wangge.client.work.TimeWords;
import org.wangge.client.work.Tone;
import org.wangge.record.Record;

/**
 * An event that waits to be dealt with.
 *
 * @param id id
 * @param title name
 * @param state code of its state
 * @param unit unit that holds it; may be empty
 * @param left what is left until its deadline; empty when it has none
 * @param tone how urgent it is
 */
record DueEvent(UUID id, String title, String state, String unit, String left, Tone tone) {
  static DueEvent of(Record record, LocalDateTime now) {
    LocalDateTime limit = record.values().dateTime("limit_time");
    return new DueEvent(
        record.id(),
        text(record, "event_name"),
        text(record, "current_state"),
        text(record, "current_unit"),
        limit == null ? "" : TimeWords.left(limit, now),
        limit == null ? Tone.CALM : TimeWords.tone(limit, now));
  }

  private static String text(Record record, String field) {
    String value = record.values().text(field);
    return value == null ? "" : value;
  }
}
