package org.wangge.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.wangge.catalogue.Field;

/**
 * What people said that values of a sheet mean which no code list knows. Immutable.
 *
 * @param codes by {@link #key}
 */
public record Answers(Map<String, String> codes) {
  /** None. */
  public static final Answers NONE = new Answers(Map.of());

  /** Copies the map. */
  public Answers {
    codes = Map.copyOf(codes);
  }

  /** These and further ones. */
  public Answers with(String field, String typed, String code) {
    Map<String, String> all = new HashMap<>(codes);
    all.put(key(field, typed), code);
    return new Answers(all);
  }

  /** The code a text in a column of this field means. */
  Optional<String> of(Field field, String typed) {
    return Optional.ofNullable(codes.get(key(field.name(), typed)));
  }

  private static String key(String field, String typed) {
    return field + '\n' + form(typed);
  }

  /** The form in which texts are compared: blanks, width and case make no difference. */
  public static String form(String typed) {
    return Plain.compact(typed).toLowerCase(Locale.ROOT);
  }
}
