package org.wangge.catalogue;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * A tiny expression over the fields of one record, the same on workstation and server; never a
 * script. Grammar: {@code or}, {@code and}, {@code not}, comparisons {@code = <> < <= > >=}, {@code
 * in (…)}, {@code empty x}, {@code present x}, literals {@code 'text'}, numbers, {@code true},
 * {@code false}, dates {@code 2000-01-01}, the word {@code today}, field names, sums and
 * differences of numbers, and the functions {@code age(date)} (full years today), {@code
 * birth(id_number)}, {@code sex(id_number)}, {@code length(text)}, {@code years(date, date)},
 * {@code starts(text, text)}, {@code digits(text)}, {@code person_name(text)}, {@code
 * has_id_number(text)}. {@code in} over several codes asks for any of them. A date compared with a
 * date and time compares by the day.
 */
public interface Expression {
  /** The source text, as written in the catalogue file. */
  String source();

  /** Names of the fields it reads. */
  Set<String> fields();

  /**
   * The value over the record's values; null when an operand needed for a value is empty.
   *
   * @param today the day it is judged on, town time
   */
  Object value(Map<String, ?> values, LocalDate today);

  /**
   * Whether a condition holds. A comparison with an empty operand is true in a rule and false in a
   * condition of relevance or requirement, which is what {@code whenEmpty} says.
   */
  boolean holds(Map<String, ?> values, LocalDate today, boolean whenEmpty);
}
