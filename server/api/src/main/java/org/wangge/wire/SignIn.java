package org.wangge.wire;

/**
 * Opens a session.
 *
 * @param account account name
 * @param password password as typed
 * @param workstation name of the workstation
 */
public record SignIn(String account, String password, String workstation) {}
