package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.CHANGE_LOG;
import static org.wangge.server.store.schema.Tables.RECORD_IMPORT;
import static org.wangge.server.store.schema.Tables.RECORD_IMPORT_ROW;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Catalogue;

/**
 * Looks through the whole database for what must never be: a half record, a gap in a history, a
 * broken audit trail, an import that is half there.
 */
public final class StoreCheck {
  private final Store store;
  private final RecordTables tables;
  private final AuditStore audit;

  /** Checks records of this catalogue in this store. */
  public StoreCheck(Store store, Catalogue catalogue) {
    this.store = store;
    this.tables = new RecordTables(catalogue);
    this.audit = new AuditStore(store);
  }

  /**
   * Something that must not be.
   *
   * @param code stable key: {@code extension-without-core}, {@code history-gap}, {@code
   *     history-behind}, {@code import-half}, {@code audit-broken}
   * @param subject table or number it concerns
   * @param count how many rows
   */
  public record Fault(String code, String subject, long count) {}

  /** Everything found; empty when all is well. */
  public List<Fault> run() {
    List<Fault> faults = new ArrayList<>();
    for (RecordTable table : tables.all()) {
      if (table.ownTable != null) {
        add(faults, "extension-without-core", table.type.key(), extensionsAlone(table));
      } else {
        add(faults, "history-behind", table.type.key(), historiesBehind(table));
      }
    }
    add(faults, "history-gap", "change_log", gaps());
    faults.addAll(halfImports());
    OptionalLong broken = audit.verify().broken();
    broken.ifPresent(number -> faults.add(new Fault("audit-broken", Long.toString(number), 1)));
    return faults;
  }

  /** How many rows each record type has, active and cancelled. */
  public Map<String, Long> counts() {
    return store.read(
        tx -> {
          Map<String, Long> counts = new java.util.LinkedHashMap<>();
          for (RecordTable table : tables.all()) {
            Table<?> own = table.ownTable == null ? table.coreTable : table.ownTable;
            counts.put(table.type.key(), (long) tx.sql().fetchCount(own));
          }
          return counts;
        });
  }

  /**
   * Imports of which something is there and something is not: saves of an import that was never
   * written to its end, and imports whose rows do not agree with the records they made or changed.
   */
  private List<Fault> halfImports() {
    return store.read(
        tx -> {
          Map<UUID, Integer> saved =
              tx.sql()
                  .select(CHANGE_LOG.IMPORT_ID, DSL.countDistinct(CHANGE_LOG.RECORD_ID))
                  .from(CHANGE_LOG)
                  .leftJoin(RECORD_IMPORT)
                  .on(RECORD_IMPORT.ID.eq(CHANGE_LOG.IMPORT_ID))
                  .where(CHANGE_LOG.IMPORT_ID.isNotNull())
                  // Grids and households an import makes on its way are no rows of it.
                  .and(RECORD_IMPORT.ID.isNull().or(RECORD_IMPORT.TYPE.eq(CHANGE_LOG.TYPE)))
                  .groupBy(CHANGE_LOG.IMPORT_ID)
                  .fetchMap(row -> row.value1(), row -> row.value2());
          Map<UUID, Integer> told =
              tx.sql()
                  .select(
                      RECORD_IMPORT_ROW.IMPORT_ID, DSL.countDistinct(RECORD_IMPORT_ROW.RECORD_ID))
                  .from(RECORD_IMPORT_ROW)
                  .join(RECORD_IMPORT)
                  .on(RECORD_IMPORT.ID.eq(RECORD_IMPORT_ROW.IMPORT_ID))
                  .where(RECORD_IMPORT.COMMITTED_AT.isNotNull())
                  .and(RECORD_IMPORT_ROW.OUTCOME.in("create", "change"))
                  .groupBy(RECORD_IMPORT_ROW.IMPORT_ID)
                  .fetchMap(row -> row.value1(), row -> row.value2());
          Set<UUID> imports = new TreeSet<>(saved.keySet());
          imports.addAll(told.keySet());
          List<Fault> faults = new ArrayList<>();
          for (UUID id : imports) {
            int there = saved.getOrDefault(id, 0);
            int wanted = told.getOrDefault(id, 0);
            if (there != wanted) {
              faults.add(new Fault("import-half", id.toString(), Math.abs(there - wanted)));
            }
          }
          return faults;
        });
  }

  private static void add(List<Fault> faults, String code, String subject, long count) {
    if (count > 0) {
      faults.add(new Fault(code, subject, count));
    }
  }

  private long extensionsAlone(RecordTable table) {
    return store.read(
        tx ->
            (long)
                tx.sql()
                    .selectCount()
                    .from(table.ownTable.as("E"))
                    .leftJoin(table.coreTable.as("T"))
                    .on(table.ownId.eq(table.id))
                    .where(table.id.isNull())
                    .fetchSingle()
                    .value1());
  }

  /** Rows whose version is not the last one of their history. */
  private long historiesBehind(RecordTable table) {
    Field<Long> last =
        DSL.field(
            DSL.select(DSL.max(CHANGE_LOG.VERSION))
                .from(CHANGE_LOG)
                .where(CHANGE_LOG.RECORD_ID.eq(table.id)));
    return store.read(
        tx ->
            (long)
                tx.sql()
                    .selectCount()
                    .from(table.from)
                    .where(last.isNull().or(last.ne(table.version)))
                    .fetchSingle()
                    .value1());
  }

  /** Histories that do not run 1, 2, 3 without a gap. */
  private long gaps() {
    Table<?> histories =
        DSL.select(
                DSL.count().as("N"),
                DSL.min(CHANGE_LOG.VERSION).as("FIRST_VERSION"),
                DSL.max(CHANGE_LOG.VERSION).as("LAST_VERSION"))
            .from(CHANGE_LOG)
            .groupBy(CHANGE_LOG.RECORD_ID)
            .asTable("H");
    Field<Integer> rows = DSL.field(DSL.name("H", "N"), SQLDataType.INTEGER);
    Field<Long> first = DSL.field(DSL.name("H", "FIRST_VERSION"), SQLDataType.BIGINT);
    Field<Long> last = DSL.field(DSL.name("H", "LAST_VERSION"), SQLDataType.BIGINT);
    return store.read(
        tx ->
            (long)
                tx.sql()
                    .selectCount()
                    .from(histories)
                    .where(first.ne(DSL.inline(1L)).or(last.ne(rows.cast(SQLDataType.BIGINT))))
                    .fetchSingle()
                    .value1());
  }
}
