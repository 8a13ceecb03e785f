package org.wangge.server.store;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Sensitivity;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.validation.Masking;

/**
 * A record as it stands in the database, in clear. It leaves this package only as {@link #seenBy}
 * somebody.
 *
 * @param registered whether it has the extension's row and the fixed values of the form it was
 *     asked for
 * @param values all values of core and extension, by field name; empty ones are absent
 */
record RecordRow(
    UUID id,
    long version,
    String status,
    boolean incomplete,
    String area,
    String registeredBy,
    LocalDateTime registeredAt,
    String updatedBy,
    LocalDateTime updatedAt,
    boolean ownPresent,
    boolean registered,
    Values values) {

  static RecordRow of(RecordTable table, org.jooq.Record row) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordTable.Column column : table.columns.values()) {
      Object value = SqlValues.fromColumn(column.field(), row.get(column.sql()));
      if (value != null) {
        values.put(column.field().name(), value);
      }
    }
    boolean ownPresent = !table.type.isExtension() || row.get(table.ownId) != null;
    boolean fixed =
        table.type.fixed().entrySet().stream()
            .allMatch(entry -> entry.getValue().equals(String.valueOf(values.get(entry.getKey()))));
    return new RecordRow(
        row.get(table.id),
        row.get(table.version),
        row.get(table.status),
        row.get(table.incomplete) != 0,
        row.get(table.area),
        row.get(table.registeredBy),
        row.get(table.registeredAt),
        row.get(table.updatedBy),
        row.get(table.updatedAt),
        ownPresent,
        ownPresent && fixed,
        Values.of(values));
  }

  boolean isActive() {
    return status.equals(RecordTable.ACTIVE);
  }

  /** The fields of the form, masked as the caller's post demands. */
  Record seenBy(Caller caller, RecordTable table) {
    return seen(Rights.visible(caller.account().post()), table);
  }

  /** The fields of the form, those of other classes than these masked. */
  Record seen(Set<Sensitivity> visible, RecordTable table) {
    Map<String, Object> shown = new LinkedHashMap<>();
    Set<String> masked = new java.util.HashSet<>();
    for (Field field : table.type.fields()) {
      Object value = values.get(field.name());
      if (value == null) {
        continue;
      }
      if (visible.contains(field.sensitivity())) {
        shown.put(field.name(), value);
      } else {
        shown.put(field.name(), Masking.mask(field, value));
        masked.add(field.name());
      }
    }
    return new Record(
        id,
        table.type.key(),
        version,
        area,
        isActive() ? Status.ACTIVE : Status.CANCELLED,
        incomplete,
        Values.of(shown),
        masked,
        registeredBy,
        registeredAt,
        updatedBy,
        updatedAt);
  }
}
