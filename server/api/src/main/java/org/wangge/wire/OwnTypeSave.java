package org.wangge.wire;

import java.util.UUID;

/**
 * Adds or changes a record type of the town's own.
 *
 * @param requestId idempotency key
 * @param moduleLabel name of a new module; empty where the draft's module exists
 * @param draft the type
 */
public record OwnTypeSave(UUID requestId, String moduleLabel, OwnTypeDraft draft) {}
