package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.CHANGE_LOG;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jooq.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.server.access.Caller;
import org.wangge.server.store.RecordTable.Column;

/**
 * What happens to the records that belong to a record when something happens to that one: they are
 * cancelled, restored and moved with it, each with its own line of history and all under one step.
 * Rights are those of the act on the record they belong to: whoever registers a death ends the
 * categories too, also those he may not read.
 */
final class RecordFamily {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.wangge.server.store.words", Locale.CHINA);

  private final RecordTables tables;
  private final RecordWriter writer;

  RecordFamily(RecordTables tables, RecordWriter writer) {
    this.tables = tables;
    this.writer = writer;
  }

  /** A record that belongs to another. */
  record Member(RecordTable table, RecordRow row) {}

  /** Cancels what belongs to a record, at any depth. */
  void cancel(
      Tx tx,
      Caller caller,
      RecordTable table,
      UUID id,
      Map<Field<?>, Object> life,
      String reason,
      UUID step) {
    for (Member member : members(tx, table, id, RecordTable.ACTIVE)) {
      writer.setLife(
          tx,
          caller,
          member.table(),
          member.row(),
          life,
          "cancel",
          with("cancelled-with", reason),
          step);
      cancel(tx, caller, member.table(), member.row().id(), life, reason, step);
    }
  }

  /** What was cancelled with a record in one step, at any depth. */
  List<Member> cancelledWith(Tx tx, RecordTable table, UUID id, UUID step) {
    List<Member> found = new ArrayList<>();
    if (step == null) {
      return found;
    }
    for (Member member : members(tx, table, id, RecordTable.CANCELLED)) {
      if (step.equals(stepOf(tx, member.row()))) {
        found.add(member);
        found.addAll(cancelledWith(tx, member.table(), member.row().id(), step));
      }
    }
    return found;
  }

  /** Restores members that were cancelled in one step with the record they belong to. */
  void restore(
      Tx tx,
      Caller caller,
      List<Member> members,
      Map<Field<?>, Object> life,
      String reason,
      UUID step) {
    for (Member member : members) {
      writer.setLife(
          tx,
          caller,
          member.table(),
          member.row(),
          life,
          "restore",
          with("restored-with", reason),
          step);
    }
  }

  /** Moves what belongs to a record to where it lies now. Cancelled members move as well. */
  void follow(Tx tx, Caller caller, RecordTable table, UUID id, String area, String grid) {
    List<Member> members = new ArrayList<>(members(tx, table, id, RecordTable.ACTIVE));
    members.addAll(members(tx, table, id, RecordTable.CANCELLED));
    for (Member member : members) {
      Map<Column, Judgement.Change> changes = new LinkedHashMap<>();
      member
          .table()
          .grid
          .ifPresent(
              column -> {
                Object before = member.row().values().get(column.field().name());
                if (!SqlValues.same(before, grid)) {
                  changes.put(column, new Judgement.Change(before, grid));
                }
              });
      if (!changes.isEmpty() || !member.row().area().equals(area)) {
        writer.move(tx, caller, member.table(), member.row(), area, changes);
      }
      follow(tx, caller, member.table(), member.row().id(), area, grid);
    }
  }

  /** The step in which a record was last written; null when it was written alone. */
  static UUID stepOf(Tx tx, RecordRow row) {
    return tx.sql()
        .select(CHANGE_LOG.STEP)
        .from(CHANGE_LOG)
        .where(CHANGE_LOG.RECORD_ID.eq(row.id()))
        .and(CHANGE_LOG.VERSION.eq(row.version()))
        .fetchOptional(CHANGE_LOG.STEP)
        .orElse(null);
  }

  private List<Member> members(Tx tx, RecordTable table, UUID id, String status) {
    List<Member> members = new ArrayList<>();
    for (RecordType child : tables.catalogue().childrenOf(table.core.key())) {
      RecordTable belonging = tables.of(child.key());
      Column parent = belonging.columns.get(child.parent());
      tx.sql()
          .select(belonging.selection())
          .from(belonging.from)
          .where(parent.sql().eq(id))
          .and(belonging.status.eq(status))
          .forEach(row -> members.add(new Member(belonging, RecordRow.of(belonging, row))));
    }
    return members;
  }

  private static String with(String key, String reason) {
    return MessageFormat.format(WORDS.getString(key), reason);
  }
}
