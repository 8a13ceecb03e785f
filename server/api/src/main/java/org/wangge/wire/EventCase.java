package org.wangge.wire;

import java.time.LocalDateTime;
import java.util.List;
import org.wangge.record.Record;

/**
 * An event on one page.
 *
 * @param record the event
 * @param state state key
 * @param stateLabel Chinese state
 * @param acceptBy deadline of acceptance; null when no clock runs
 * @param handleBy deadline of handling; null when no clock runs
 * @param steps oldest first
 * @param acts acts allowed now, the usual one first
 * @param marks what is set on it beside its state, in Chinese: 黄牌督办, 加急 and the like
 */
public record EventCase(
    Record record,
    String state,
    String stateLabel,
    LocalDateTime acceptBy,
    LocalDateTime handleBy,
    List<EventStep> steps,
    List<AllowedAct> acts,
    List<String> marks) {

  /** Copies the marks; a server that tells none leaves them out. */
  public EventCase {
    marks = marks == null ? List.of() : List.copyOf(marks);
  }

  /** An event without marks. */
  public EventCase(
      Record record,
      String state,
      String stateLabel,
      LocalDateTime acceptBy,
      LocalDateTime handleBy,
      List<EventStep> steps,
      List<AllowedAct> acts) {
    this(record, state, stateLabel, acceptBy, handleBy, steps, acts, List.of());
  }
}
