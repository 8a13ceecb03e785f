package org.wangge.wire;

import java.util.Map;

/**
 * An act that the account may do now.
 *
 * @param act act key
 * @param label Chinese verb for the button
 * @param usual true for the one that is usual in this state
 * @param wordsRequired true when words must be written
 * @param grades satisfaction grades to choose from; empty when none
 * @param units units to choose from, by code and name; empty when none
 */
public record AllowedAct(
    String act,
    String label,
    boolean usual,
    boolean wordsRequired,
    Map<String, String> grades,
    Map<String, String> units) {}
