package org.wangge.wire;

import java.util.List;

/**
 * Asks for masked values in clear.
 *
 * @param fields field names
 * @param reason why, at least 4 characters
 */
public record Reveal(List<String> fields, String reason) {}
