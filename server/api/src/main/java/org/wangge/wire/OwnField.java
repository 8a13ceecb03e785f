package org.wangge.wire;

/**
 * A field the town has added to a shipped type.
 *
 * @param type key of the shipped type
 * @param field the field
 */
public record OwnField(String type, OwnFieldDraft field) {}
