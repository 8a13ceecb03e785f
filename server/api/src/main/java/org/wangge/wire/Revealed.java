package org.wangge.wire;

import java.util.Map;

/**
 * Values in clear, in the JSON form of their kinds.
 *
 * @param values by field name
 */
public record Revealed(Map<String, Object> values) {}
