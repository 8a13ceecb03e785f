package org.wangge.server.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.record.Record;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.validation.Display;
import org.wangge.validation.Masking;
import org.wangge.wire.Area;

/** What names a record to a person, and where it is registered. */
final class RecordTitles {
  private static final String HIDDEN = "***";

  private final RecordTables tables;
  private final AreaStore areas;

  RecordTitles(RecordTables tables, AreaStore areas) {
    this.tables = tables;
    this.areas = areas;
  }

  /**
   * The title of a record the caller may read; of one outside the area only personal parts masked.
   */
  String of(Tx tx, Caller caller, RecordTable table, RecordRow row) {
    boolean inside = RecordJudge.sees(Scope.of(caller), table, row);
    Set<Sensitivity> visible =
        inside ? Rights.visible(caller.account().post()) : Set.of(Sensitivity.OPEN);
    StringJoiner title = new StringJoiner(" ");
    for (String name : table.type.title()) {
      Field field = table.columns.get(name).field();
      Object value = row.values().get(name);
      if (value != null) {
        title.add(
            !visible.contains(field.sensitivity())
                ? Masking.mask(field, value)
                : field.kind() == Kind.REFERENCE
                    ? of(tx, caller, field.reference(), (UUID) value)
                    : Display.text(tables.catalogue(), field, value));
      }
    }
    return title.toString();
  }

  /** The title of a referenced record; stars where the caller may not know of it. */
  String of(Tx tx, Caller caller, String type, UUID id) {
    RecordTable table = tables.of(type);
    return tx.sql()
        .select(table.selection())
        .from(table.fromAny())
        .where(table.id.eq(id))
        .and(table.visible(Scope.of(caller)))
        .fetchOptional(row -> RecordRow.of(table, row))
        .map(row -> of(tx, caller, table, row))
        .orElse(HIDDEN);
  }

  /** A record with the titles of those it refers to. */
  Record told(Tx tx, Caller caller, Record record) {
    return told(tx, caller, List.of(record)).getFirst();
  }

  /** Records with the titles of those they refer to; each is looked up once. */
  List<Record> told(Tx tx, Caller caller, List<Record> records) {
    if (records.isEmpty()) {
      return records;
    }
    RecordType type = tables.of(records.getFirst().type()).type;
    List<Field> references =
        type.fields().stream().filter(field -> field.kind() == Kind.REFERENCE).toList();
    if (references.isEmpty()) {
      return records;
    }
    Map<UUID, String> known = new HashMap<>();
    return records.stream()
        .map(
            record -> {
              Map<String, String> told = new HashMap<>();
              for (Field field : references) {
                if (record.values().get(field.name()) instanceof UUID id) {
                  String title =
                      known.computeIfAbsent(id, key -> of(tx, caller, field.reference(), key));
                  told.put(field.name(), title);
                }
              }
              return record.withTitles(told);
            })
        .toList();
  }

  /** The name of a place; with the place above it where the caller does not belong there. */
  String place(Tx tx, Caller caller, String code) {
    Area area = areas.find(tx, code).orElse(null);
    if (area == null) {
      return code;
    }
    if (Scope.of(caller).covers(code) || area.parent().isEmpty()) {
      return area.name();
    }
    return areas.find(tx, area.parent()).map(Area::name).orElse("") + area.name();
  }
}
