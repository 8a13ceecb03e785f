package org.wangge.server.access;

/**
 * Who asks, from where.
 *
 * @param account the signed-in account
 * @param workstation name of the workstation, {@code server} for command lines
 * @param request id of the request in log and audit
 */
public record Caller(Account account, String workstation, String request) {}
