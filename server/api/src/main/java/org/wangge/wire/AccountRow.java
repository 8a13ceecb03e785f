package org.wangge.wire;

import java.time.LocalDateTime;
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
 */
public record AccountRow(
    UUID id,
    String name,
    String person,
    String post,
    String area,
    boolean enabled,
    LocalDateTime lockedUntil) {}
