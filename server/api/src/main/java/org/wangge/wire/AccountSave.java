package org.wangge.wire;

import java.util.Set;
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
 * @param granted keys of modules whose restricted types the account may see
 */
public record AccountSave(
    UUID requestId,
    String name,
    String person,
    String post,
    String area,
    boolean enabled,
    String password,
    Set<String> granted) {
  /** Copies the set; none is an empty one. */
  public AccountSave {
    granted = granted == null ? Set.of() : Set.copyOf(granted);
  }

  /** An account without a grant. */
  public AccountSave(
      UUID requestId,
      String name,
      String person,
      String post,
      String area,
      boolean enabled,
      String password) {
    this(requestId, name, person, post, area, enabled, password, Set.of());
  }
}
