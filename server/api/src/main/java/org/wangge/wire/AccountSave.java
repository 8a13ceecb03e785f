package org.wangge.wire;

import java.util.UUID;

/**
 * Makes or changes an account.
 *
 * @param requestId idempotency key
 * @param name sign-in name
 * @param person name of the person
 * @param post post key
 * @param area area code
 * @param enabled may sign in
 * @param password new first password, to be changed at the next sign-in; empty = unchanged
 */
public record AccountSave(
    UUID requestId,
    String name,
    String person,
    String post,
    String area,
    boolean enabled,
    String password) {}
