package org.wangge.wire;

import java.util.UUID;

/**
 * Adds a field of the town's own to a shipped type, or changes one.
 *
 * @param requestId idempotency key
 * @param type key of the shipped type
 * @param field the field; it stands in the section of the town's additions
 */
public record OwnFieldSave(UUID requestId, String type, OwnFieldDraft field) {}
