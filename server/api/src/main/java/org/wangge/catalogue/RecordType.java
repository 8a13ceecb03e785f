package org.wangge.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A record type: everything that form, list, filter, wire, spreadsheet, validation and table are
 * derived from. Immutable; equal to another with the same content.
 */
public final class RecordType {
  private final String key;
  private final String label;
  private final String module;
  private final String extensionOf;
  private final Map<String, String> fixed;
  private final boolean listed;
  private final List<Section> sections;
  private final List<Check> checks;
  private final List<String> title;
  private final List<String> sheetNames;
  private final List<String> hooks;
  private final String parent;
  private final String category;
  private final boolean restricted;
  private final List<Field> fields;
  private final List<Field> ownFields;
  private final Map<String, Field> byName;

  /**
   * Describes a type.
   *
   * @param key stable key and table name, lower case with underscores
   * @param label Chinese name
   * @param module module key, such as {@code population}
   * @param extensionOf key of the core type whose row carries id, version and life cycle; empty for
   *     a type that stands alone. An extension's row shares the core row's id.
   * @param fixed values an extension sets in the core row, by field name (population_type = 20)
   * @param listed false for types without a list of their own in the navigation
   * @param sections the form
   * @param checks cross-field rules of core and extension, in order
   * @param title names of fields that name a record to a person
   * @param sheetNames words by which a spreadsheet of this type is known (title or sheet name)
   * @param hooks names of special behaviour, see the validation package
   * @param parent name of the reference field through which a record belongs to another: it lies
   *     where that one lies and is cancelled, restored and moved with it; empty for most types
   * @param category code in the list {@code person_category}: an active record of this type is that
   *     category of its person; empty for most types
   * @param restricted whether only accounts that were granted the module may know of its records
   */
  public RecordType(
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
      List<String> hooks,
      String parent,
      String category,
      boolean restricted) {
    this.key = key;
    this.label = label;
    this.module = module;
    this.extensionOf = extensionOf;
    this.fixed = Map.copyOf(fixed);
    this.listed = listed;
    this.sections = List.copyOf(sections);
    this.checks = List.copyOf(checks);
    this.title = List.copyOf(title);
    this.sheetNames = List.copyOf(sheetNames);
    this.hooks = List.copyOf(hooks);
    this.parent = parent;
    this.category = category;
    this.restricted = restricted;
    this.fields = this.sections.stream().flatMap(section -> section.fields().stream()).toList();
    this.ownFields = fields.stream().filter(field -> !field.core()).toList();
    Map<String, Field> names = new LinkedHashMap<>();
    fields.forEach(field -> names.put(field.name(), field));
    this.byName = Collections.unmodifiableMap(names);
  }

  /** Stable key and table name, lower case with underscores. */
  public String key() {
    return key;
  }

  /** Chinese name. */
  public String label() {
    return label;
  }

  /** Module key, such as {@code population}. */
  public String module() {
    return module;
  }

  /** Key of the core type an extension hangs on; empty for a type that stands alone. */
  public String extensionOf() {
    return extensionOf;
  }

  /** Values an extension sets in the core row, by field name (population_type = 20). */
  public Map<String, String> fixed() {
    return fixed;
  }

  /** False for types without a list of their own in the navigation. */
  public boolean listed() {
    return listed;
  }

  /** The form. */
  public List<Section> sections() {
    return sections;
  }

  /** Cross-field rules of core and extension, in order. */
  public List<Check> checks() {
    return checks;
  }

  /** Names of fields that name a record to a person. */
  public List<String> title() {
    return title;
  }

  /** Words by which a spreadsheet of this type is known (title or sheet name). */
  public List<String> sheetNames() {
    return sheetNames;
  }

  /** Names of special behaviour, see the validation package. */
  public List<String> hooks() {
    return hooks;
  }

  /**
   * Name of the reference field through which a record belongs to another: it lies where that one
   * lies and is cancelled, restored and moved with it; empty for most types.
   */
  public String parent() {
    return parent;
  }

  /** The field that leads to the record this one belongs to, or empty. */
  public Optional<Field> parentField() {
    return parent.isEmpty() ? Optional.empty() : field(parent);
  }

  /**
   * Code in the list {@code person_category}: an active record of this type is that category of its
   * person; empty for most types.
   */
  public String category() {
    return category;
  }

  /** Whether only accounts that were granted the module may know of its records. */
  public boolean restricted() {
    return restricted;
  }

  /** Whether rows of this type hang on a core row with the same id. */
  public boolean isExtension() {
    return !extensionOf.isEmpty();
  }

  /** Fields of the form in order of entry, core fields included. */
  public List<Field> fields() {
    return fields;
  }

  /** Fields whose values live in this type's own table. */
  public List<Field> ownFields() {
    return ownFields;
  }

  /** The field of this name on the form, or empty. */
  public Optional<Field> field(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Fields by name, in order. */
  public Map<String, Field> byName() {
    return byName;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordType type
        && key.equals(type.key)
        && label.equals(type.label)
        && module.equals(type.module)
        && extensionOf.equals(type.extensionOf)
        && fixed.equals(type.fixed)
        && listed == type.listed
        && sections.equals(type.sections)
        && checks.equals(type.checks)
        && title.equals(type.title)
        && sheetNames.equals(type.sheetNames)
        && hooks.equals(type.hooks)
        && parent.equals(type.parent)
        && category.equals(type.category)
        && restricted == type.restricted;
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, fields.size());
  }

  @Override
  public String toString() {
    return "RecordType[" + key + "]";
  }
}
