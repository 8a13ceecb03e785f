package org.wangge.exchange;

import java.time.LocalDateTime;

/**
 * Who wrote a workbook out; stands at the foot of every printed page.
 *
 * @param operator name of the person
 * @param at town time
 * @param reason why; may be empty
 */
public record Stamp(String operator, LocalDateTime at, String reason) {}
