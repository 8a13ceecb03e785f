package org.wangge.wire;

/**
 * What a value of a sheet means; remembered for sheets of the same layout.
 *
 * @param field name of the field
 * @param typed what the sheet says
 * @param code code of the value that is meant
 */
public record ImportAnswer(String field, String typed, String code) {}
