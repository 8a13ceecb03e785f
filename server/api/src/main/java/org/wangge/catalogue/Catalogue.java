package org.wangge.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** All modules, record types and code lists a server or workstation works with. Immutable. */
public final class Catalogue {
  private final List<Module> modules;
  private final Map<String, RecordType> types;
  private final Map<String, CodeList> codeLists;

  /** Builds a catalogue; keys must be unique. */
  public Catalogue(List<Module> modules, List<RecordType> types, List<CodeList> codeLists) {
    this.modules = List.copyOf(modules);
    Map<String, RecordType> typesByKey = new LinkedHashMap<>();
    types.forEach(type -> putOnce(typesByKey, type.key(), type));
    this.types = typesByKey;
    Map<String, CodeList> listsByKey = new LinkedHashMap<>();
    codeLists.forEach(list -> putOnce(listsByKey, list.key(), list));
    this.codeLists = listsByKey;
  }

  private static <T> void putOnce(Map<String, T> map, String key, T value) {
    if (map.put(key, value) != null) {
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", key));
    }
  }

  /** Modules in navigation order. */
  public List<Module> modules() {
    return modules;
  }

  /** The module of this key, or empty. */
  public Optional<Module> module(String key) {
    return modules.stream().filter(module -> module.key().equals(key)).findFirst();
  }

  /** Types in navigation order. */
  public List<RecordType> types() {
    return List.copyOf(types.values());
  }

  /** Code lists in file order. */
  public List<CodeList> codeLists() {
    return List.copyOf(codeLists.values());
  }

  /**
   * The type of this key.
   *
   * @throws Problem NOT_FOUND when there is none
   */
  public RecordType type(String key) {
    return find(key).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of("what", key)));
  }

  /** The type of this key, or empty. */
  public Optional<RecordType> find(String key) {
    return Optional.ofNullable(types.get(key));
  }

  /** The core type an extension hangs on, or the type itself. */
  public RecordType coreOf(RecordType type) {
    return type.isExtension() ? type(type.extensionOf()) : type;
  }

  /** Types that extend this core type. */
  public List<RecordType> extensionsOf(String core) {
    return types.values().stream().filter(type -> type.extensionOf().equals(core)).toList();
  }

  /** Types whose records belong to a record of this core type or of one of its extensions. */
  public List<RecordType> childrenOf(String core) {
    return types.values().stream()
        .filter(
            type ->
                type.parentField()
                    .map(field -> coreOf(type(field.reference())).key().equals(core))
                    .orElse(false))
        .toList();
  }

  /**
   * A way in which records of one type refer to another.
   *
   * @param type the referring type
   * @param field its reference field
   */
  public record Link(RecordType type, Field field) {}

  /**
   * The links that lead to records of this type, of its core or of another extension of it; each
   * from the type whose table holds the field.
   */
  public List<Link> linksTo(RecordType target) {
    String core = coreOf(target).key();
    List<Link> links = new ArrayList<>();
    for (RecordType type : types.values()) {
      for (Field field : type.ownFields()) {
        if (field.kind() == Kind.REFERENCE && coreOf(type(field.reference())).key().equals(core)) {
          links.add(new Link(type, field));
        }
      }
    }
    return links;
  }

  /** The code list of this key, or empty. */
  public Optional<CodeList> findCodeList(String key) {
    return Optional.ofNullable(codeLists.get(key));
  }

  /**
   * The code list of this key.
   *
   * @throws Problem BAD_CATALOGUE when there is none
   */
  public CodeList codeList(String key) {
    CodeList list = codeLists.get(key);
    if (list == null) {
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", key));
    }
    return list;
  }
}
