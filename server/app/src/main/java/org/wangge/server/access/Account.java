package org.wangge.server.access;

import java.util.Set;
import java.util.UUID;

/**
 * An account: one person, one post, one area with all below it.
 *
 * @param id id
 * @param name sign-in name
 * @param person name of the person
 * @param post post, which decides what may be done
 * @param area area code; scope is every code that begins with it
 * @param granted keys of modules whose restricted types (special groups, minors, health) the
 *     account was granted on top of its post
 */
public record Account(
    UUID id, String name, String person, Post post, String area, Set<String> granted) {
  /** Copies the set. */
  public Account {
    granted = Set.copyOf(granted);
  }

  /** An account without a grant. */
  public Account(UUID id, String name, String person, Post post, String area) {
    this(id, name, person, post, area, Set.of());
  }
}
