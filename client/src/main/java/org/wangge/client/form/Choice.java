package org.wangge.client.form;

import java.util.List;

/**
 * Something to choose.
 *
 * @param value value it stands for
 * @param code digits that choose it; may be empty
 * @param label what it is called
 * @param detail further words in small; may be empty
 * @param synonyms other words that find it
 */
public record Choice(
    Object value, String code, String label, String detail, List<String> synonyms) {
  /** Copies the list. */
  public Choice {
    synonyms = List.copyOf(synonyms);
  }

  /** A choice with a code. */
  public static Choice of(Object value, String code, String label) {
    return new Choice(value, code, label, "", List.of());
  }
}
