package org.wangge.server.access;

import java.util.UUID;

/**
 * An account: one person, one post, one area with all below it.
 *
 * @param id id
 * @param name sign-in name
 * @param person name of the person
 * @param post post, which decides what may be done
 * @param area area code; scope is every code that begins with it
 */
public record Account(UUID id, String name, String person, Post post, String area) {}
