package org.wangge.catalogue;

import java.util.List;

/**
 * What a town adds to the shipped catalogue (9+X): modules, record types and fields of its own in
 * the format of the catalogue's files, and values of code lists.
 *
 * @param modules modules behind the nine, in navigation order
 * @param types record types, in the order in which they were added
 * @param fields fields of types that are shipped
 * @param lists code lists: new ones, and what is changed in shipped ones
 */
public record TownAdditions(
    List<Module> modules, List<OwnType> types, List<OwnField> fields, List<OwnList> lists) {
  /** Names of a town's types and fields begin so; a shipped name never does. */
  public static final String PREFIX = "x_";

  /** A town without additions. */
  public static final TownAdditions NONE =
      new TownAdditions(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public TownAdditions {
    modules = List.copyOf(modules);
    types = List.copyOf(types);
    fields = List.copyOf(fields);
    lists = List.copyOf(lists);
  }

  /**
   * A record type.
   *
   * @param module key of its module
   * @param yaml the text of its file
   */
  public record OwnType(String module, String yaml) {}

  /**
   * A field of a shipped type.
   *
   * @param type key of the type
   * @param yaml the field as it stands in a section of a file
   */
  public record OwnField(String type, String yaml) {}

  /**
   * A code list.
   *
   * @param key key of the list
   * @param label its name; empty for a shipped list
   * @param verified whether the town has looked at its values; a shipped list stays as it is where
   *     this is false
   * @param values replace values of the same code, the others stand behind
   */
  public record OwnList(String key, String label, boolean verified, List<CodeList.Value> values) {
    /** Copies the list. */
    public OwnList {
      values = List.copyOf(values);
    }
  }
}
