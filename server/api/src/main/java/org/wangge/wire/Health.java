package org.wangge.wire;

import java.time.LocalDateTime;

/**
 * The server is up.
 *
 * @param program program version
 * @param now server time, town time
 */
public record Health(String program, LocalDateTime now) {}
