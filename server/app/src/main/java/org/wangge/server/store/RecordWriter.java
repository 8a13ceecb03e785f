package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.CHANGE_FIELD;
import static org.wangge.server.store.schema.Tables.CHANGE_LOG;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Columns;
import org.wangge.pinyin.Readings;
import org.wangge.record.StaleVersion;
import org.wangge.server.access.Caller;
import org.wangge.server.store.RecordTable.Column;

/** Writes what was judged: core row, extension's row, history, all in one transaction. */
final class RecordWriter {
  /** The place a record belongs to, in the history; no field of the catalogue. */
  static final String AREA = "area";

  private static final int BATCH = 500;

  /**
   * Writes one judged save.
   *
   * @return the version it has now
   * @throws StaleVersion when somebody else was faster
   */
  long write(Tx tx, Caller caller, RecordTable table, Judgement judged, Origin origin) {
    if (judged.isNew()) {
      tx.sql()
          .insertInto(table.coreTable)
          .set(newCore(tx, caller, table, judged, origin))
          .execute();
      if (table.ownTable != null) {
        tx.sql().insertInto(table.ownTable).set(newOwn(table, judged)).execute();
      }
      log(tx, caller, table, judged.id(), 1, judged.area(), "register", "", origin);
      return 1;
    }
    long version = judged.current().version() + 1;
    Map<Field<?>, Object> core = values(judged.changes(), true);
    core.put(RecordTable.bare(table.incomplete), (short) (judged.incomplete() ? 1 : 0));
    core.put(RecordTable.bare(table.area), judged.area());
    touch(tx, caller, table, judged.current(), core);
    if (table.ownTable != null) {
      if (judged.current().ownPresent()) {
        Map<Field<?>, Object> own = values(judged.changes(), false);
        if (!own.isEmpty()) {
          tx.sql().update(table.ownTable).set(own).where(bareId(table).eq(judged.id())).execute();
        }
      } else {
        tx.sql().insertInto(table.ownTable).set(newOwn(table, judged)).execute();
      }
    }
    boolean registers = !judged.current().registered();
    String action = registers ? "register" : "change";
    log(tx, caller, table, judged.id(), version, judged.area(), action, "", origin);
    if (judged.moves()) {
      logField(
          tx, judged.id(), version, table.core.key(), AREA, judged.current().area(), judged.area());
    }
    judged
        .changes()
        .forEach(
            (column, change) -> {
              // A first value of a new extension is no change; it stands in the row itself.
              if (column.inCore() || judged.current().ownPresent()) {
                logField(tx, judged.id(), version, table, column, change);
              }
            });
    return version;
  }

  /** Writes new records in batches; changed ones must be written singly. */
  void insertAll(
      Tx tx, Caller caller, RecordTable table, List<Judgement> judged, List<Origin> origins) {
    for (int start = 0; start < judged.size(); start += BATCH) {
      int end = Math.min(start + BATCH, judged.size());
      List<Map<Field<?>, Object>> core = new ArrayList<>();
      List<Map<Field<?>, Object>> own = new ArrayList<>();
      List<Map<Field<?>, Object>> logs = new ArrayList<>();
      for (int i = start; i < end; i++) {
        Judgement one = judged.get(i);
        core.add(newCore(tx, caller, table, one, origins.get(i)));
        if (table.ownTable != null) {
          own.add(newOwn(table, one));
        }
        logs.add(
            logValues(tx, caller, table, one.id(), 1, one.area(), "register", "", origins.get(i)));
      }
      insertBatch(tx, table.coreTable, core);
      insertBatch(tx, table.ownTable, own);
      insertBatch(tx, CHANGE_LOG, logs);
    }
  }

  /** Writes system values of one record. */
  long set(
      Tx tx,
      Caller caller,
      RecordTable table,
      RecordRow current,
      Map<Column, Judgement.Change> changes,
      String action,
      String reason) {
    long version = current.version() + 1;
    touch(tx, caller, table, current, values(changes, true));
    Map<Field<?>, Object> own = values(changes, false);
    if (!own.isEmpty()) {
      tx.sql().update(table.ownTable).set(own).where(bareId(table).eq(current.id())).execute();
    }
    log(tx, caller, table, current.id(), version, current.area(), action, reason, Origin.FORM);
    changes.forEach((column, change) -> logField(tx, current.id(), version, table, column, change));
    return version;
  }

  /** Writes the life cycle of one record. */
  long setLife(
      Tx tx,
      Caller caller,
      RecordTable table,
      RecordRow current,
      Map<Field<?>, Object> values,
      String action,
      String reason,
      UUID step) {
    touch(tx, caller, table, current, values);
    long version = current.version() + 1;
    Map<Field<?>, Object> line =
        logValues(
            tx, caller, table, current.id(), version, current.area(), action, reason, Origin.FORM);
    line.put(CHANGE_LOG.STEP, step);
    tx.sql().insertInto(CHANGE_LOG).set(line).execute();
    return version;
  }

  /** Writes where a record lies that follows the one it belongs to. */
  void move(
      Tx tx,
      Caller caller,
      RecordTable table,
      RecordRow current,
      String area,
      Map<Column, Judgement.Change> changes) {
    long version = current.version() + 1;
    Map<Field<?>, Object> core = values(changes, true);
    core.put(RecordTable.bare(table.area), area);
    touch(tx, caller, table, current, core);
    log(tx, caller, table, current.id(), version, area, "change", "", Origin.FORM);
    if (!current.area().equals(area)) {
      logField(tx, current.id(), version, table.core.key(), AREA, current.area(), area);
    }
    changes.forEach((column, change) -> logField(tx, current.id(), version, table, column, change));
  }

  private static void touch(
      Tx tx, Caller caller, RecordTable table, RecordRow current, Map<Field<?>, Object> values) {
    Map<Field<?>, Object> row = new LinkedHashMap<>(values);
    row.put(RecordTable.bare(table.version), current.version() + 1);
    row.put(RecordTable.bare(table.updatedBy), caller.account().name());
    row.put(RecordTable.bare(table.updatedAt), tx.now());
    row.put(RecordTable.bare(table.workstation), caller.workstation());
    int rows =
        tx.sql()
            .update(table.coreTable)
            .set(row)
            .where(bareId(table).eq(current.id()))
            .and(RecordTable.bare(table.version).eq(current.version()))
            .execute();
    if (rows == 0) {
      RecordRow now =
          tx.sql()
              .select(table.selection())
              .from(table.fromAny())
              .where(table.id.eq(current.id()))
              .fetchSingle(found -> RecordRow.of(table, found));
      throw new StaleVersion(now.seenBy(caller, table));
    }
  }

  private static Field<UUID> bareId(RecordTable table) {
    return RecordTable.bare(table.id);
  }

  private static Map<Field<?>, Object> newCore(
      Tx tx, Caller caller, RecordTable table, Judgement judged, Origin origin) {
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(bareId(table), judged.id());
    row.put(RecordTable.bare(table.version), 1L);
    row.put(RecordTable.bare(table.status), RecordTable.ACTIVE);
    row.put(RecordTable.bare(table.incomplete), (short) (judged.incomplete() ? 1 : 0));
    row.put(RecordTable.bare(table.area), judged.area());
    row.put(RecordTable.bare(table.registeredBy), caller.account().name());
    row.put(RecordTable.bare(table.registeredAt), tx.now());
    row.put(RecordTable.bare(table.updatedBy), caller.account().name());
    row.put(RecordTable.bare(table.updatedAt), tx.now());
    row.put(RecordTable.bare(table.workstation), caller.workstation());
    row.put(RecordTable.bare(table.effectiveDate), tx.today());
    row.put(RecordTable.bare(table.importId), origin.importId());
    row.put(RecordTable.bare(table.importRow), origin.isImport() ? origin.row() : null);
    // Every column, so that all rows of a type are one statement.
    for (Column column : table.columns.values()) {
      if (column.inCore()) {
        put(row, column, judged.values().get(column.field().name()));
      }
    }
    return row;
  }

  private static Map<Field<?>, Object> newOwn(RecordTable table, Judgement judged) {
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(bareId(table), judged.id());
    for (Column column : table.columns.values()) {
      if (!column.inCore()) {
        put(row, column, judged.values().get(column.field().name()));
      }
    }
    return row;
  }

  private static Map<Field<?>, Object> values(
      Map<Column, Judgement.Change> changes, boolean inCore) {
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    changes.forEach(
        (column, change) -> {
          if (column.inCore() == inCore) {
            put(values, column, change.to());
          }
        });
    return values;
  }

  /** A value with the columns of its readings. */
  private static void put(Map<Field<?>, Object> row, Column column, Object value) {
    row.put(RecordTable.bare(column.sql()), SqlValues.toColumn(column.field(), value));
    if (!column.isName()) {
      return;
    }
    List<String> readings = Readings.initials((String) value);
    int number = 0;
    for (String initials : Columns.initials(column.field())) {
      row.put(text(initials), number < readings.size() ? cut(readings.get(number), 20) : null);
      number++;
    }
    if (column.field().sorted()) {
      row.put(
          text(Columns.sort(column.field())),
          value == null ? null : cut(Readings.full((String) value), 200));
    }
  }

  private static Field<String> text(String column) {
    return DSL.field(DSL.name(RecordTable.upper(column)), SQLDataType.VARCHAR);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }

  private static void log(
      Tx tx,
      Caller caller,
      RecordTable table,
      UUID id,
      long version,
      String area,
      String action,
      String reason,
      Origin origin) {
    tx.sql()
        .insertInto(CHANGE_LOG)
        .set(logValues(tx, caller, table, id, version, area, action, reason, origin))
        .execute();
  }

  private static Map<Field<?>, Object> logValues(
      Tx tx,
      Caller caller,
      RecordTable table,
      UUID id,
      long version,
      String area,
      String action,
      String reason,
      Origin origin) {
    Map<Field<?>, Object> row = new LinkedHashMap<>();
    row.put(CHANGE_LOG.RECORD_ID, id);
    row.put(CHANGE_LOG.VERSION, version);
    row.put(CHANGE_LOG.TYPE, table.type.key());
    row.put(CHANGE_LOG.AREA, area);
    row.put(CHANGE_LOG.ACTION, action);
    row.put(CHANGE_LOG.MADE_BY, caller.account().name());
    row.put(CHANGE_LOG.MADE_AT, tx.now());
    row.put(CHANGE_LOG.WORKSTATION, caller.workstation());
    row.put(CHANGE_LOG.REASON, reason.isEmpty() ? null : cut(reason, 300));
    row.put(CHANGE_LOG.IMPORT_ID, origin.importId());
    return row;
  }

  private static void logField(
      Tx tx, UUID id, long version, RecordTable table, Column column, Judgement.Change change) {
    logField(
        tx,
        id,
        version,
        column.inCore() ? table.core.key() : table.type.key(),
        column.field().name(),
        SqlValues.text(column.field(), change.from()),
        SqlValues.text(column.field(), change.to()));
  }

  private static void logField(
      Tx tx, UUID id, long version, String owner, String field, String from, String to) {
    tx.sql()
        .insertInto(CHANGE_FIELD)
        .set(CHANGE_FIELD.RECORD_ID, id)
        .set(CHANGE_FIELD.VERSION, version)
        .set(CHANGE_FIELD.OWNER, owner)
        .set(CHANGE_FIELD.FIELD, field)
        .set(CHANGE_FIELD.OLD_VALUE, from)
        .set(CHANGE_FIELD.NEW_VALUE, to)
        .execute();
  }

  private static void insertBatch(Tx tx, Table<?> table, List<Map<Field<?>, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Collection<Field<?>> columns = rows.getFirst().keySet();
    BatchBindStep batch =
        tx.sql().batch(tx.sql().insertInto(table, columns).values(new Object[columns.size()]));
    for (Map<Field<?>, Object> row : rows) {
      batch = batch.bind(row.values().toArray());
    }
    batch.execute();
  }
}
