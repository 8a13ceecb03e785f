package org.wangge.wire;

import java.util.UUID;

/**
 * Restores a cancelled record.
 *
 * @param requestId idempotency key
 * @param version version read
 * @param reason why, required
 */
public record Restore(UUID requestId, long version, String reason) {}
