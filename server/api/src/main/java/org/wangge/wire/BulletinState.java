package org.wangge.wire;

import java.time.LocalDateTime;
import java.time.YearMonth;

/**
 * State of a month's bulletin.
 *
 * @param month such as 2026-10
 * @param area town code
 * @param state none, draft or frozen
 * @param made when it was counted; null when none
 * @param number edition number, from 1; 0 when none
 */
public record BulletinState(
    YearMonth month, String area, String state, LocalDateTime made, int number) {}
