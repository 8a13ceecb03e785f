package org.wangge.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.SearchBy;

/**
 * The SQL that makes a record type's table: what a migration of a shipped type holds, and what is
 * run for a type a town adds itself. Columns, unique keys and indexes follow from the catalogue.
 */
public final class RecordDefinition {
  private static final Map<String, String> LIFE_CYCLE = new LinkedHashMap<>();

  static {
    LIFE_CYCLE.put("id", "CHAR(16) FOR BIT DATA NOT NULL");
    LIFE_CYCLE.put("version", "BIGINT NOT NULL");
    LIFE_CYCLE.put("status", "CHAR(1) NOT NULL");
    LIFE_CYCLE.put("incomplete", "SMALLINT NOT NULL");
    LIFE_CYCLE.put("area", "VARCHAR(12) NOT NULL");
    LIFE_CYCLE.put("registered_by", "VARCHAR(60) NOT NULL");
    LIFE_CYCLE.put("registered_at", "TIMESTAMP NOT NULL");
    LIFE_CYCLE.put("updated_by", "VARCHAR(60) NOT NULL");
    LIFE_CYCLE.put("updated_at", "TIMESTAMP NOT NULL");
    LIFE_CYCLE.put("workstation", "VARCHAR(60) NOT NULL");
    LIFE_CYCLE.put("effective_date", "DATE NOT NULL");
    LIFE_CYCLE.put("cancel_date", "DATE");
    LIFE_CYCLE.put("cancel_reason", "VARCHAR(2)");
    LIFE_CYCLE.put("cancel_note", "VARCHAR(300)");
    LIFE_CYCLE.put("import_id", "CHAR(16) FOR BIT DATA");
    LIFE_CYCLE.put("import_row", "INTEGER");
  }

  private RecordDefinition() {}

  /** The statements that make the table of a type, in order, without a closing semicolon. */
  public static List<String> create(RecordType type) {
    List<String> lines = new ArrayList<>();
    if (type.isExtension()) {
      lines.add("id " + LIFE_CYCLE.get("id"));
    } else {
      LIFE_CYCLE.forEach((column, definition) -> lines.add(column + " " + definition));
    }
    type.ownFields().forEach(field -> lines.addAll(columns(field)));
    String table = type.key();
    lines.add("CONSTRAINT " + table + "_key PRIMARY KEY (id)");
    if (type.isExtension()) {
      lines.add(
          "CONSTRAINT "
              + table
              + "_core FOREIGN KEY (id) REFERENCES "
              + type.extensionOf()
              + " (id)");
    } else {
      lines.add("CONSTRAINT " + table + "_status CHECK (status IN ('A', 'C'))");
    }
    type.ownFields().stream()
        .filter(field -> !field.unique().isEmpty())
        .forEach(field -> lines.add(once(type, field)));
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + table + " (\n  " + String.join(",\n  ", lines) + "\n)");
    statements.addAll(indexes(type));
    return statements;
  }

  /** The statements that add a field to the table of a type that exists. */
  public static List<String> add(RecordType type, Field field) {
    List<String> statements = new ArrayList<>();
    for (String column : columns(field)) {
      statements.add("ALTER TABLE " + type.key() + " ADD COLUMN " + column.replace("\n   ", ""));
    }
    if (!field.unique().isEmpty()) {
      statements.add("ALTER TABLE " + type.key() + " ADD " + once(type, field));
    }
    statements.addAll(indexes(type, field));
    return statements;
  }

  private static List<String> columns(Field field) {
    List<String> columns = new ArrayList<>();
    columns.add(
        Columns.of(field) + " " + Columns.type(field) + (field.essential() ? " NOT NULL" : ""));
    if (field.search() == SearchBy.NAME) {
      Columns.initials(field).forEach(column -> columns.add(column + " VARCHAR(20)"));
      if (field.sorted()) {
        columns.add(Columns.sort(field) + " VARCHAR(200)");
      }
    }
    if (!field.unique().isEmpty()) {
      columns.add(
          Columns.active(field)
              + " "
              + Columns.type(field)
              + "\n    GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN "
              + Columns.of(field)
              + " END)");
    }
    return columns;
  }

  private static String once(RecordType type, Field field) {
    return "CONSTRAINT "
        + type.key()
        + "_"
        + field.name()
        + "_once UNIQUE ("
        + (field.unique().equals("village") ? "area, " : "")
        + Columns.active(field)
        + ")";
  }

  private static List<String> indexes(RecordType type) {
    List<String> indexes = new ArrayList<>();
    if (!type.isExtension()) {
      indexes.add(index(type, "list", "area, status, id DESC"));
    }
    type.ownFields().forEach(field -> indexes.addAll(indexes(type, field)));
    return indexes;
  }

  private static List<String> indexes(RecordType type, Field field) {
    List<String> indexes = new ArrayList<>();
    String column = Columns.of(field);
    // An extension's rows are reached through the core row, which has area and status.
    boolean core = !type.isExtension();
    if (field.search() == SearchBy.NAME) {
      Columns.initials(field)
          .forEach(initials -> indexes.add(index(type, initials, initials + ", id" + area(core))));
      indexes.add(index(type, field.name(), column + ", id" + area(core)));
    } else if (field.search() == SearchBy.PREFIX) {
      indexes.add(index(type, field.name(), column + ", id" + area(core)));
    } else if (field.search() == SearchBy.EXACT) {
      indexes.add(index(type, field.name(), column));
    }
    if (field.sorted()) {
      String sort = field.search() == SearchBy.NAME ? Columns.sort(field) : column;
      indexes.add(
          index(type, field.name() + "_sort", (core ? "area, status, " : "") + sort + ", id"));
    }
    if (field.kind() == Kind.REFERENCE) {
      indexes.add(index(type, field.name(), column));
    } else if (field.kind() == Kind.GRID && core) {
      indexes.add(index(type, field.name(), column + ", status"));
    }
    return indexes;
  }

  private static String area(boolean core) {
    return core ? ", area" : "";
  }

  private static String index(RecordType type, String name, String columns) {
    return "CREATE INDEX " + type.key() + "_" + name + " ON " + type.key() + " (" + columns + ")";
  }
}
