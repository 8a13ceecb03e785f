package org.wangge.wire;

import java.time.LocalDateTime;

/**
 * One step of an event, never changed afterwards.
 *
 * @param number 1, 2, 3 without gaps
 * @param act act key, see event acts
 * @param label Chinese name of the act
 * @param fromUnit unit that acted
 * @param toUnit unit that holds the event now; empty when unchanged
 * @param by account name
 * @param at town time
 * @param words what was written
 * @param deadline deadline at that moment; null when no clock runs
 * @param overdue true when the step came after its deadline
 */
public record EventStep(
    int number,
    String act,
    String label,
    String fromUnit,
    String toUnit,
    String by,
    LocalDateTime at,
    String words,
    LocalDateTime deadline,
    boolean overdue) {}
