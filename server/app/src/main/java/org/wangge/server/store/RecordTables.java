package org.wangge.server.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** The tables of all record types of a catalogue. */
final class RecordTables {
  private final Catalogue catalogue;
  private final Map<String, RecordTable> byKey = new LinkedHashMap<>();

  RecordTables(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.types().forEach(type -> byKey.put(type.key(), new RecordTable(catalogue, type)));
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Iterable<RecordTable> all() {
    return byKey.values();
  }

  /**
   * The table of this type.
   *
   * @throws Problem NOT_FOUND when there is no such type
   */
  RecordTable of(String type) {
    return find(type).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND, Map.of("what", type)));
  }

  Optional<RecordTable> find(String type) {
    return Optional.ofNullable(byKey.get(type));
  }

  RecordTable coreOf(RecordTable table) {
    return of(table.core.key());
  }

  /** Key of the form a core row is registered with: the extension whose fixed values it has. */
  String formOf(RecordRow row, RecordTable core) {
    return catalogue.extensionsOf(core.type.key()).stream()
        .filter(type -> !type.fixed().isEmpty())
        .filter(
            type ->
                type.fixed().entrySet().stream()
                    .allMatch(
                        fixed ->
                            fixed
                                .getValue()
                                .equals(String.valueOf(row.values().get(fixed.getKey())))))
        .map(RecordType::key)
        .findFirst()
        .orElse(core.type.key());
  }
}
