package org.wangge.client.connection;

import java.time.LocalDateTime;

/**
 * Whether the server answers.
 *
 * @param connected true when the last request was answered
 * @param since since when
 */
public record LineState(boolean connected, LocalDateTime since) {}
