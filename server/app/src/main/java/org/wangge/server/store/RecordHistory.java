package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.CHANGE_FIELD;
import static org.wangge.server.store.schema.Tables.CHANGE_LOG;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.Sensitivity;
import org.wangge.record.Change;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.schema.tables.records.ChangeFieldRecord;
import org.wangge.server.store.schema.tables.records.ChangeLogRecord;
import org.wangge.validation.Display;
import org.wangge.validation.Masking;

/** Reads the history of a record as the caller may see it. */
final class RecordHistory {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.wangge.server.store.words", java.util.Locale.CHINA);

  private final RecordTables tables;
  private final AreaStore areas;
  private final RecordTitles titles;

  RecordHistory(RecordTables tables, AreaStore areas, RecordTitles titles) {
    this.tables = tables;
    this.areas = areas;
    this.titles = titles;
  }

  /** Newest first; of one save the act itself before the fields it changed. */
  List<Change> of(Tx tx, Caller caller, UUID id) {
    Map<Long, List<ChangeFieldRecord>> fields =
        tx.sql()
            .selectFrom(CHANGE_FIELD)
            .where(CHANGE_FIELD.RECORD_ID.eq(id))
            .fetchGroups(CHANGE_FIELD.VERSION, row -> row);
    List<Change> history = new ArrayList<>();
    tx.sql()
        .selectFrom(CHANGE_LOG)
        .where(CHANGE_LOG.RECORD_ID.eq(id))
        .orderBy(CHANGE_LOG.VERSION.desc())
        .forEach(
            log -> {
              List<ChangeFieldRecord> changed = fields.getOrDefault(log.getVersion(), List.of());
              if (changed.isEmpty() || !log.getAction().equals("change")) {
                history.add(line(log, "", "", "", ""));
              }
              for (ChangeFieldRecord field : changed) {
                history.add(field(tx, caller, log, field));
              }
            });
    return history;
  }

  private Change field(Tx tx, Caller caller, ChangeLogRecord log, ChangeFieldRecord changed) {
    if (changed.getField().equals(RecordWriter.AREA)) {
      return line(
          log,
          changed.getField(),
          WORDS.getString("area"),
          name(tx, changed.getOldValue()),
          name(tx, changed.getNewValue()));
    }
    Optional<Field> field =
        tables
            .find(changed.getOwner())
            .map(table -> table.columns.get(changed.getField()))
            .map(RecordTable.Column::field);
    // A field that left the catalogue: that it changed can be told, its values are nobody's.
    return field
        .map(
            known ->
                line(
                    log,
                    known.name(),
                    known.label(),
                    shown(tx, caller, known, changed.getOldValue()),
                    shown(tx, caller, known, changed.getNewValue())))
        .orElseGet(() -> line(log, changed.getField(), changed.getField(), "", ""));
  }

  private String shown(Tx tx, Caller caller, Field field, String text) {
    Object value = SqlValues.parse(field, text);
    if (value == null) {
      return "";
    }
    Set<Sensitivity> visible = Rights.visible(caller.account().post());
    if (!visible.contains(field.sensitivity())) {
      return Masking.mask(field, value);
    }
    if (field.kind() == Kind.REFERENCE) {
      return titles.of(tx, caller, field.reference(), (UUID) value);
    }
    return Display.text(tables.catalogue(), field, value);
  }

  private String name(Tx tx, String area) {
    return areas.find(tx, area).map(org.wangge.wire.Area::name).orElse(area);
  }

  private static Change line(
      ChangeLogRecord log, String field, String label, String from, String to) {
    return new Change(
        log.getVersion(),
        log.getAction(),
        field,
        label,
        from,
        to,
        log.getMadeBy(),
        log.getMadeAt(),
        log.getWorkstation(),
        log.getReason() == null ? "" : log.getReason());
  }
}
