package org.wangge.wire;

import java.util.UUID;

/**
 * Writes a rehearsed import.
 *
 * @param requestId idempotency key
 * @param allOrNothing true refuses the whole when one row is refused
 */
public record ImportCommit(UUID requestId, boolean allOrNothing) {}
