package org.wangge.server.store;

import java.util.UUID;
import org.wangge.record.Values;

/**
 * A save of a record.
 *
 * @param requestId the same save sent again carries the same id and is answered once; null for rows
 *     of an import, which is answered as a whole
 * @param version version that was read; 0 for a new record
 * @param area code of the place it belongs to; null = unchanged
 * @param changes changed values only; null values empty a field
 * @param confirmed the person has confirmed the warnings
 * @param origin how it came in
 */
public record SaveOrder(
    UUID requestId, long version, String area, Values changes, boolean confirmed, Origin origin) {}
