package org.wangge.wire;

import java.util.UUID;

/**
 * A record that is or may be the same person or thing.
 *
 * @param id its id; null when it lies outside the account's area
 * @param type its type key
 * @param title what names it, masked as the account's post demands
 * @param place where it is registered, such as a village name
 * @param certain true when the document number is the same
 */
public record Match(UUID id, String type, String title, String place, boolean certain) {}
