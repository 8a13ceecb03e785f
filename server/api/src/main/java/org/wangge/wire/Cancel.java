package org.wangge.wire;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Cancels a record (人去注销).
 *
 * @param requestId idempotency key
 * @param version version read
 * @param date day it ended, not in the future
 * @param reason code of the list cancel_reason
 * @param note needed when the reason is 99
 */
public record Cancel(UUID requestId, long version, LocalDate date, String reason, String note) {}
