package org.wangge.wire;

import java.util.UUID;

/**
 * Does an act on an event.
 *
 * @param requestId idempotency key
 * @param version version of the event read
 * @param act act key
 * @param words what is written; empty where not required
 * @param unit code of the chosen unit; empty where none
 * @param grade satisfaction grade; empty where none
 */
public record EventAct(
    UUID requestId, long version, String act, String words, String unit, String grade) {}
