package org.wangge.record;

import java.util.List;

/**
 * One condition of a list.
 *
 * @param field a field with {@code filter: true}, or one of {@code area}, {@code grid}, {@code
 *     incomplete}, {@code registered_at}
 * @param operator how it compares
 * @param values operands in the kind's Java type; none for EMPTY and PRESENT
 */
public record Filter(String field, Operator operator, List<Object> values) {
  /** Copies the list. */
  public Filter {
    values = List.copyOf(values);
  }

  /** Comparisons that an index can answer. */
  public enum Operator {
    /** One of the values. */
    IS,
    /** At least the value. */
    FROM,
    /** At most the value. */
    TO,
    /** Begins with the value (area codes). */
    UNDER,
    /** No value. */
    EMPTY,
    /** Some value. */
    PRESENT
  }
}
