package org.wangge.exchange;

import java.util.HashMap;
import java.util.Map;
import org.wangge.record.Values;

/**
 * The heads of a household book's households, as far as their rows were sound; rows below get the
 * head's document number, which the form asks for and the book never repeats.
 */
public final class HouseholdHeads {
  private static final String HEAD_NAME = "head_name";
  private static final String HEAD_NUMBER = "head_id_number";

  private final Map<String, Values> heads = new HashMap<>();

  /** Remembers a sound row when it is the head of a household. */
  public void accept(String village, Values values) {
    if (isHead(values)) {
      heads.putIfAbsent(key(village, values), values);
    }
  }

  /** Whether a row is the head of a household with a number. */
  public static boolean isHead(Values values) {
    Object relation = values.get(HouseholdBook.RELATION);
    return ("02".equals(relation) || "01".equals(relation))
        && values.get(HouseholdBook.NUMBER) != null;
  }

  /** The row's values with the head's number, where the head is known and named alike. */
  public Values fill(String village, Values values) {
    if (values.get(HouseholdBook.NUMBER) == null || values.get(HEAD_NUMBER) != null) {
      return values;
    }
    Values head = heads.get(key(village, values));
    if (head == null || isHead(values)) {
      return values;
    }
    Object named = values.get(HEAD_NAME);
    return named == null || named.equals(head.get("name"))
        ? values.with(HEAD_NUMBER, head.get("id_number"))
        : values;
  }

  private static String key(String village, Values values) {
    return village + '\n' + values.get(HouseholdBook.NUMBER);
  }
}
