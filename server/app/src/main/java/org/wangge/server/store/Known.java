package org.wangge.server.store;

import java.util.UUID;

/**
 * A record found by its document number, for who already knows that number.
 *
 * @param id its id; null when it lies outside the account's area
 * @param version its version; 0 outside the area
 * @param type key of the form it is registered with
 * @param area code of the place it belongs to
 * @param place name of that place
 * @param title what names it, masked as the account's post demands
 * @param cancelled whether it is cancelled
 */
public record Known(
    UUID id,
    long version,
    String type,
    String area,
    String place,
    String title,
    boolean cancelled) {}
