package org.wangge.wire;

import java.util.Map;
import java.util.UUID;

/**
 * A save. Only changed fields are sent; a masked value that was not touched stays.
 *
 * @param requestId made by the workstation; a repeated save with the same id is answered once
 * @param version version read, 0 for a new record
 * @param area village code; needed for a new record, null = unchanged
 * @param changes changed values in the JSON form of their kinds, null = emptied
 * @param confirmed true when the person confirmed the warnings
 */
public record Save(
    UUID requestId, long version, String area, Map<String, Object> changes, boolean confirmed) {}
