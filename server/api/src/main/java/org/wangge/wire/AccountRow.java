package org.wangge.wire;

import java.time.LocalDateTime;
import java.util.Set;
import java.util.UUID;

/**
 * An account in the administrator's list.
 *
 * @param id id
 * @param name sign-in name
 * @param person name of the person
 * @param post post key
 * @param area area code
 * @param enabled may sign in
 * @param lockedUntil end of a lock; null when none
 * @param granted keys of modules whose restricted types the account may see
 */
public record AccountRow(
    UUID id,
    String name,
    String person,
    String post,
    String area,
    boolean enabled,
    LocalDateTime lockedUntil,
    Set<String> granted) {
  /** Copies the set; none is an empty one. */
  public AccountRow {
    granted = granted == null ? Set.of() : Set.copyOf(granted);
  }

  /** An account without a grant. */
  public AccountRow(
      UUID id,
      String name,
      String person,
      String post,
      String area,
      boolean enabled,
      LocalDateTime lockedUntil) {
    this(id, name, person, post, area, enabled, lockedUntil, Set.of());
  }
}
