package org.wangge.exchange;

import org.wangge.catalogue.Field;

/**
 * What a column of a sheet holds.
 *
 * @param heading its heading; the leaf is empty for a column without one
 * @param role what it is taken for
 * @param field the field of a FIELD column; null otherwise
 * @param guessed true when the heading alone does not say it for certain
 */
public record Column(Heading heading, Role role, Field field, boolean guessed) {
  /** What a column is taken for. */
  public enum Role {
    /** A field of the record type. */
    FIELD,
    /** The village of the row. */
    VILLAGE,
    /** Running numbers. */
    SERIAL,
    /** Left out on purpose: reasons of an earlier refusal, computed values. */
    IGNORED,
    /** Nothing known by this heading. */
    UNKNOWN
  }

  /** Column number from 1. */
  public int index() {
    return heading.column();
  }
}
