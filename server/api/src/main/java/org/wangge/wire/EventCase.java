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
 */
public record EventCase(
    Record record,
    String state,
    String stateLabel,
    LocalDateTime acceptBy,
    LocalDateTime handleBy,
    List<EventStep> steps,
    List<AllowedAct> acts) {}
