package org.wangge.wire;

/**
 * Changes the password of the signed-in account.
 *
 * @param current present password
 * @param next wanted password
 */
public record PasswordChange(String current, String next) {}
