package org.wangge.server.store;

/**
 * A village or community of a town, in the town's own order.
 *
 * @param code 12-digit code
 * @param name Chinese name
 */
public record Village(String code, String name) {}
