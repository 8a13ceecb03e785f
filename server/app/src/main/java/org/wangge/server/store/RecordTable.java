package org.wangge.server.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.SearchBy;

/**
 * A record type as tables and columns: the core row with the life cycle, and for an extension the
 * row with the same id beside it.
 */
final class RecordTable {
  static final String ACTIVE = "A";
  static final String CANCELLED = "C";

  final RecordType type;
  final RecordType core;

  /** Table of the core row, for writing. */
  final Table<?> coreTable;

  /** Table of the extension's row, for writing; null when the type stands alone. */
  final Table<?> ownTable;

  /** What a record is read from. */
  final Table<?> from;

  final Field<UUID> id = of("id", SqlValues.id());
  final Field<Long> version = of("version", SQLDataType.BIGINT);
  final Field<String> status = of("status", SQLDataType.CHAR(1));
  final Field<Short> incomplete = of("incomplete", SQLDataType.SMALLINT);
  final Field<String> area = of("area", SQLDataType.VARCHAR(12));
  final Field<String> registeredBy = of("registered_by", SQLDataType.VARCHAR(60));
  final Field<LocalDateTime> registeredAt = of("registered_at", SQLDataType.LOCALDATETIME);
  final Field<String> updatedBy = of("updated_by", SQLDataType.VARCHAR(60));
  final Field<LocalDateTime> updatedAt = of("updated_at", SQLDataType.LOCALDATETIME);
  final Field<String> workstation = of("workstation", SQLDataType.VARCHAR(60));
  final Field<LocalDate> effectiveDate = of("effective_date", SQLDataType.LOCALDATE);
  final Field<LocalDate> cancelDate = of("cancel_date", SQLDataType.LOCALDATE);
  final Field<String> cancelReason = of("cancel_reason", SQLDataType.VARCHAR(2));
  final Field<String> cancelNote = of("cancel_note", SQLDataType.VARCHAR(300));
  final Field<UUID> importId = of("import_id", SqlValues.id());
  final Field<Integer> importRow = of("import_row", SQLDataType.INTEGER);

  /** Id of the extension's row; of the core row where there is no extension. */
  final Field<UUID> ownId;

  /** Every stored field of core and extension, by name. */
  final Map<String, Column> columns;

  /** Where the grid of a record stands; empty for types without one. */
  final Optional<Column> grid;

  /**
   * A stored field.
   *
   * @param field its description
   * @param inCore whether the core row holds it
   * @param sql the column, of the kind's SQL type
   * @param alias of the table it is read from
   */
  record Column(org.wangge.catalogue.Field field, boolean inCore, Field<Object> sql, String alias) {
    /** The column as text; only for kinds stored as such. */
    Field<String> text() {
      return sql.coerce(SQLDataType.VARCHAR);
    }

    /** Another column that is kept beside this one. */
    Field<String> beside(String column) {
      return RecordTable.column(alias, column, SQLDataType.VARCHAR);
    }

    /** Beside a unique field: its value while the record is active; a unique index holds it. */
    Field<Object> whileActive() {
      return RecordTable.column(alias, Columns.active(field), sql.getDataType());
    }

    /** The same column of a row read under another alias. */
    Column as(String other) {
      return new Column(
          field, inCore, RecordTable.column(other, Columns.of(field), sql.getDataType()), other);
    }

    boolean isName() {
      return field.search() == SearchBy.NAME;
    }
  }

  RecordTable(Catalogue catalogue, RecordType type) {
    this.type = type;
    this.core = catalogue.coreOf(type);
    this.coreTable = table(core.key());
    this.ownTable = type.isExtension() ? table(type.key()) : null;
    this.ownId = type.isExtension() ? column("E", "id", SqlValues.id()) : id;
    this.from =
        type.isExtension()
            ? coreTable.as("T").join(ownTable.as("E")).on(ownId.eq(id))
            : coreTable.as("T");
    Map<String, Column> all = new LinkedHashMap<>();
    core.ownFields().forEach(field -> all.put(field.name(), column(field, true)));
    if (type.isExtension()) {
      type.ownFields().forEach(field -> all.put(field.name(), column(field, false)));
    }
    this.columns = all;
    this.grid =
        all.values().stream()
            .filter(
                column ->
                    column.field().kind() == Kind.GRID
                        || (core.key().equals("grid") && column.field().name().equals("grid_code")))
            .findFirst();
  }

  /** The core row with the extension's row where there is one, whatever the fixed values say. */
  Table<?> fromAny() {
    return type.isExtension()
        ? coreTable.as("T").leftJoin(ownTable.as("E")).on(ownId.eq(id))
        : coreTable.as("T");
  }

  /** Everything a record is made of. */
  List<SelectFieldOrAsterisk> selection() {
    List<SelectFieldOrAsterisk> fields =
        new ArrayList<>(
            List.of(
                id,
                version,
                status,
                incomplete,
                area,
                registeredBy,
                registeredAt,
                updatedBy,
                updatedAt));
    if (type.isExtension()) {
      fields.add(ownId);
    }
    columns.values().forEach(column -> fields.add(column.sql()));
    return fields;
  }

  /** Rows the caller may know of. */
  Condition visible(Scope scope) {
    if (!scope.isGrid()) {
      return scope.area(area);
    }
    return scope
        .area(area)
        .and(grid.map(column -> scope.grid(column.text())).orElse(DSL.falseCondition()));
  }

  /** Rows whose core is registered with this extension now; an older extension's row is kept. */
  Condition ofType() {
    Condition condition = DSL.noCondition();
    for (Map.Entry<String, String> fixed : type.fixed().entrySet()) {
      Column column = columns.get(fixed.getKey());
      condition =
          condition.and(
              column.field().kind() == Kind.YES_NO
                  ? column.sql().eq(DSL.val((Object) Boolean.valueOf(fixed.getValue())))
                  : column.text().eq(fixed.getValue()));
    }
    return condition;
  }

  /** Columns of the form, in its order. */
  List<Column> form() {
    return type.fields().stream().map(field -> columns.get(field.name())).toList();
  }

  private static Column column(org.wangge.catalogue.Field field, boolean inCore) {
    String alias = inCore ? "T" : "E";
    @SuppressWarnings("unchecked")
    Field<Object> sql = (Field<Object>) column(alias, Columns.of(field), SqlValues.type(field));
    return new Column(field, inCore, sql, alias);
  }

  private static <T> Field<T> of(String name, DataType<T> type) {
    return column("T", name, type);
  }

  static <T> Field<T> column(String alias, String name, DataType<T> type) {
    return DSL.field(DSL.name(alias, upper(name)), type);
  }

  private static Table<?> table(String name) {
    return DSL.table(DSL.name(upper(name)));
  }

  /** The same column without the alias of reading, as statements that write need it. */
  static <T> Field<T> bare(Field<T> field) {
    return DSL.field(DSL.name(field.getName()), field.getDataType());
  }

  static String upper(String name) {
    return name.toUpperCase(Locale.ROOT);
  }
}
