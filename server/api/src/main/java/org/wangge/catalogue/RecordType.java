package org.wangge.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record type: everything that form, list, filter, wire, spreadsheet, validation and table are
 * derived from.
 *
 * @param key stable key and table name, lower case with underscores
 * @param label Chinese name
 * @param module module key, such as {@code population}
 * @param extensionOf key of the core type whose row carries id, version and life cycle; empty for a
 *     type that stands alone. An extension's row shares the core row's id.
 * @param fixed values an extension sets in the core row, by field name (population_type = 20)
 * @param listed false for types without a list of their own in the navigation
 * @param sections the form
 * @param checks cross-field rules of core and extension, in order
 * @param title names of fields that name a record to a person
 * @param sheetNames words by which a spreadsheet of this type is known (title or sheet name)
 * @param hooks names of special behaviour, see the validation package
 */
public record RecordType(
    String key,
    String label,
    String module,
    String extensionOf,
    Map<String, String> fixed,
    boolean listed,
    List<Section> sections,
    List<Check> checks,
    List<String> title,
    List<String> sheetNames,
    List<String> hooks) {

  /** Copies the lists. */
  public RecordType {
    fixed = Map.copyOf(fixed);
    sections = List.copyOf(sections);
    checks = List.copyOf(checks);
    title = List.copyOf(title);
    sheetNames = List.copyOf(sheetNames);
    hooks = List.copyOf(hooks);
  }

  /** Whether rows of this type hang on a core row with the same id. */
  public boolean isExtension() {
    return !extensionOf.isEmpty();
  }

  /** Fields of the form in order of entry, core fields included. */
  public List<Field> fields() {
    return sections.stream().flatMap(section -> section.fields().stream()).toList();
  }

  /** Fields whose values live in this type's own table. */
  public List<Field> ownFields() {
    return fields().stream().filter(field -> !field.core()).toList();
  }

  /** The field of this name on the form, or empty. */
  public Optional<Field> field(String name) {
    return fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Fields by name, in order. */
  public Map<String, Field> byName() {
    Map<String, Field> result = new LinkedHashMap<>();
    for (Field field : fields()) {
      result.put(field.name(), field);
    }
    return result;
  }
}
