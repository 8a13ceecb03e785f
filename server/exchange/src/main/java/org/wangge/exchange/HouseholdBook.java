package org.wangge.exchange;

import java.util.Set;
import java.util.function.BiFunction;
import org.wangge.exchange.sheet.Sheet;

/**
 * What a household book writes once per household. Villages merge those cells, or leave them empty
 * below the head of the household.
 */
final class HouseholdBook {
  /** Field of the household's number. */
  static final String NUMBER = "household_no";

  /** Field of the relation to the head. */
  static final String RELATION = "relation_to_head";

  /** Fields of the first row that hold for the whole household. */
  static final Set<String> SHARED =
      Set.of(NUMBER, "head_name", "head_id_number", "head_phone", "residence_address");

  private HouseholdBook() {}

  /**
   * Whether a row is a member below the head: a relation of another kind, and no number of its own.
   */
  static boolean isMember(BiFunction<Sheet.Row, String, String> wordOf, Sheet.Row row) {
    String relation = wordOf.apply(row, RELATION);
    return !relation.isEmpty()
        && !Words.HEADS.contains(relation)
        && wordOf.apply(row, NUMBER).isEmpty();
  }
}
