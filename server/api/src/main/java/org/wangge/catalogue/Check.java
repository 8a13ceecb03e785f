package org.wangge.catalogue;

/**
 * A rule over one or several fields.
 *
 * @param key stable name, unique in the type
 * @param field the field under which the sentence stands
 * @param holds must be true; empty values make every comparison with them true, so that presence
 *     stays the business of required
 * @param forbids true refuses the save, false only warns
 * @param message Chinese sentence: what is wrong and what to do
 */
public record Check(String key, String field, Expression holds, boolean forbids, String message) {}
