package org.wangge.server.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Sensitivity;
import org.wangge.record.Record;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;

/** Records for lists that leave the server, with the classes of values asked for and no others. */
public final class ExportStore {
  private final RecordTables tables;

  /** Records of types of this catalogue. */
  public ExportStore(Catalogue catalogue) {
    this.tables = new RecordTables(catalogue);
  }

  /**
   * These records as far as they lie in the caller's scope.
   *
   * @param shown classes in clear; never more than the post may reveal
   */
  public Map<UUID, Record> records(
      Tx tx, Caller caller, String type, List<UUID> ids, Set<Sensitivity> shown) {
    RecordTable table = tables.of(type);
    Rights.require(caller.account(), Rights.Act.READ, table.type);
    Rights.require(caller.account(), Rights.Function.EXPORT);
    Set<Sensitivity> allowed = Rights.revealable(caller.account(), table.type);
    Set<Sensitivity> visible = Set.copyOf(shown.stream().filter(allowed::contains).toList());
    Map<UUID, Record> records = new HashMap<>();
    if (ids.isEmpty()) {
      return records;
    }
    tx.sql()
        .select(table.selection())
        .from(table.from)
        .where(table.id.in(ids))
        .and(table.visible(Scope.of(caller)))
        .and(table.ofType())
        .forEach(
            row -> records.put(row.get(table.id), RecordRow.of(table, row).seen(visible, table)));
    return records;
  }
}
