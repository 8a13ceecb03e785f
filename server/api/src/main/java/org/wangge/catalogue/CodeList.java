package org.wangge.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A code list.
 *
 * @param key stable key
 * @param label Chinese name
 * @param verified false while the values are a proposal that the town should look at
 * @param values in display order
 */
public record CodeList(String key, String label, boolean verified, List<Value> values) {
  /** Copies the list. */
  public CodeList {
    values = List.copyOf(values);
  }

  /**
   * One value of a list.
   *
   * @param code as stored, leading zeros kept
   * @param label Chinese label
   * @param parent code of the value above in a two-level list; empty at the top
   * @param synonyms other words for it in spreadsheets
   */
  public record Value(String code, String label, String parent, List<String> synonyms) {
    /** Copies the list. */
    public Value {
      synonyms = List.copyOf(synonyms);
    }
  }

  /** The value with this code, or empty. */
  public Optional<Value> value(String code) {
    return values.stream().filter(value -> value.code().equals(code)).findFirst();
  }

  /** The label of a code, or the code itself where it is unknown. */
  public String labelOf(String code) {
    return value(code).map(Value::label).orElse(code);
  }
}
