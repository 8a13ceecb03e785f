package org.wangge.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

/**
 * Records that stand twice in one file: by a number that must be unique, or, where a type has none,
 * by what names a record. The later row is the one refused, with the row it repeats.
 */
public final class FileDuplicates {
  private final RecordType type;
  private final List<Field> unique;
  private final Map<String, Earlier> seen = new HashMap<>();

  private record Earlier(int row, String name) {}

  /** Watches rows of a type. */
  public FileDuplicates(RecordType type) {
    this.type = type;
    this.unique = type.fields().stream().filter(field -> !field.unique().isEmpty()).toList();
  }

  /**
   * What a sound row repeats; a row that repeats nothing is remembered.
   *
   * @param village 12-digit village of the row
   */
  public List<Finding> check(int row, String village, Values values) {
    Map<String, Field> keys = keys(village, values);
    List<Finding> findings = new ArrayList<>();
    keys.forEach(
        (key, field) -> {
          Earlier earlier = seen.get(key);
          if (earlier != null) {
            String code =
                earlier.name().equals(nameOf(values)) ? "duplicate-in-file" : "same-id-other-name";
            findings.add(
                Finding.forbid(
                    field.name(), code, Map.of("label", field.label(), "row", earlier.row())));
          }
        });
    if (findings.isEmpty()) {
      keys.keySet().forEach(key -> seen.put(key, new Earlier(row, nameOf(values))));
    }
    return findings;
  }

  private Map<String, Field> keys(String village, Values values) {
    Map<String, Field> keys = new HashMap<>();
    for (Field field : unique) {
      Object value = values.get(field.name());
      if (value != null) {
        String within = field.unique().equals("village") ? village : "";
        keys.put(field.name() + '\n' + within + '\n' + value, field);
      }
    }
    if (keys.isEmpty()) {
      Optional<String> title = titleKey(type, values);
      title.ifPresent(
          text ->
              keys.put(
                  "title\n" + village + '\n' + text, type.byName().get(type.title().getFirst())));
    }
    return keys;
  }

  /**
   * What names a record of a type without a number, in one line; empty when a part of it is
   * missing.
   */
  public static Optional<String> titleKey(RecordType type, Values values) {
    StringBuilder key = new StringBuilder();
    for (String name : type.title()) {
      Object value = values.get(name);
      if (value == null) {
        return Optional.empty();
      }
      key.append(Plain.compact(value.toString())).append('\n');
    }
    return Optional.of(key.toString());
  }

  private String nameOf(Values values) {
    // The first part of the title that is not the number itself.
    for (String name : type.title()) {
      boolean number = unique.stream().anyMatch(field -> field.name().equals(name));
      if (!number && values.get(name) != null) {
        return Plain.compact(values.get(name).toString());
      }
    }
    return "";
  }
}
