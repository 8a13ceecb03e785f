package org.wangge.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.SearchBy;
import org.wangge.server.store.RecordDefinition;

/**
 * The catalogue and the migrated database say the same about every column, in both directions. When
 * they do not, the failure holds the SQL to paste into a new migration.
 */
class CatalogueMatchesDatabaseIT {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();
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

  private static EmbeddedDataSource source;

  @BeforeAll
  static void migrate() {
    source = new EmbeddedDataSource();
    source.setDatabaseName("memory:catalogue");
    source.setCreateDatabase("create");
    Flyway.configure().dataSource(source).locations(Migrations.SCRIPTS).load().migrate();
  }

  @AfterAll
  static void drop() {
    source.setCreateDatabase(null);
    source.setConnectionAttributes("drop=true");
    try (Connection connection = source.getConnection()) {
      throw new AssertionError("the database was not dropped: " + connection);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).as("Derby says so when it has dropped it").isEqualTo("08006");
    }
  }

  @Test
  void everyFieldHasItsColumnAndEveryColumnItsField() throws SQLException {
    List<String> toPaste = new ArrayList<>();
    List<String> tooMany = new ArrayList<>();
    for (RecordType type : CATALOGUE.types()) {
      Map<String, String> wanted = wanted(type);
      Map<String, String> found = columns(type.key());
      if (found.isEmpty()) {
        toPaste.add(
            "\n-- "
                + type.label()
                + ".\n"
                + String.join(";\n", RecordDefinition.create(type))
                + ";\n");
        continue;
      }
      wanted.forEach(
          (column, definition) -> {
            if (!definition.equals(found.get(column))) {
              toPaste.add(
                  found.containsKey(column)
                      ? "-- "
                          + type.key()
                          + "."
                          + column
                          + " is "
                          + found.get(column)
                          + " and should be "
                          + definition
                      : "ALTER TABLE "
                          + type.key()
                          + " ADD COLUMN "
                          + column
                          + " "
                          + definition
                          + ";");
            }
          });
      found.keySet().stream()
          .filter(column -> !wanted.containsKey(column))
          .forEach(column -> tooMany.add(type.key() + "." + column));
    }
    assertThat(toPaste).as("lines for a new migration").isEmpty();
    assertThat(tooMany).as("columns that no field of the catalogue has").isEmpty();
  }

  @Test
  void uniqueFieldsAreGuardedByTheDatabase() throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (RecordType type : CATALOGUE.types()) {
        for (Field field : type.ownFields()) {
          if (!field.unique().isEmpty()) {
            List<String> columns = new ArrayList<>();
            if (field.unique().equals("village")) {
              columns.add("area");
            }
            columns.add(Columns.active(field));
            if (!uniqueKeys(connection, type.key()).contains(columns)) {
              missing.add(
                  "ALTER TABLE "
                      + type.key()
                      + " ADD CONSTRAINT "
                      + type.key()
                      + "_"
                      + field.name()
                      + "_once UNIQUE ("
                      + String.join(", ", columns)
                      + ");");
            }
          }
        }
      }
    }
    assertThat(missing).as("lines for a new migration").isEmpty();
  }

  @Test
  void whatIsSearchedOrSortedHasAnIndex() throws SQLException {
    List<String> missing = new ArrayList<>();
    try (Connection connection = source.getConnection()) {
      for (RecordType type : CATALOGUE.types()) {
        Map<String, List<String>> indexes = indexes(connection, type.key());
        for (Field field : type.ownFields()) {
          for (String column : searched(field)) {
            if (indexes.values().stream().noneMatch(index -> leads(index, column))) {
              missing.add(type.key() + "." + column);
            }
          }
        }
      }
    }
    assertThat(missing).as("columns that a list would have to scan").isEmpty();
  }

  @Test
  void whatATownWouldMakeIsWhatTheMigrationsMade() throws SQLException {
    for (RecordType type : CATALOGUE.types()) {
      String copy = type.key() + "_2";
      try (Connection connection = source.getConnection();
          Statement statement = connection.createStatement()) {
        for (String sql : RecordDefinition.create(type)) {
          statement.execute(
              sql.replaceAll(
                  "\\b(CREATE TABLE|CONSTRAINT|CREATE INDEX|ON) " + type.key(), "$1 " + copy));
        }
        assertThat(columns(copy)).as(type.key()).isEqualTo(columns(type.key()));
        assertThat(uniqueKeys(connection, copy))
            .as(type.key())
            .containsExactlyInAnyOrderElementsOf(uniqueKeys(connection, type.key()));
      }
    }
  }

  private static List<String> searched(Field field) {
    List<String> columns = new ArrayList<>();
    if (field.search() != SearchBy.NONE) {
      columns.add(Columns.of(field));
    }
    if (field.search() == SearchBy.NAME) {
      columns.addAll(Columns.initials(field));
    }
    if (field.sorted()) {
      columns.add(field.search() == SearchBy.NAME ? Columns.sort(field) : Columns.of(field));
    }
    if (field.kind() == Kind.REFERENCE) {
      columns.add(Columns.of(field));
    }
    return columns;
  }

  /** Only area and status may stand before a searched column, since every query has them. */
  private static boolean leads(List<String> index, String column) {
    int place = index.indexOf(column);
    return place >= 0 && List.of("area", "status").containsAll(index.subList(0, place));
  }

  private static Map<String, String> wanted(RecordType type) {
    Map<String, String> wanted = new TreeMap<>();
    if (type.isExtension()) {
      wanted.put("id", LIFE_CYCLE.get("id"));
    } else {
      wanted.putAll(LIFE_CYCLE);
    }
    for (Field field : type.ownFields()) {
      wanted.put(Columns.of(field), Columns.type(field) + (field.essential() ? " NOT NULL" : ""));
      if (field.search() == SearchBy.NAME) {
        Columns.initials(field).forEach(column -> wanted.put(column, "VARCHAR(20)"));
        if (field.sorted()) {
          wanted.put(Columns.sort(field), "VARCHAR(200)");
        }
      }
      if (!field.unique().isEmpty()) {
        wanted.put(
            Columns.active(field),
            Columns.type(field)
                + " GENERATED ALWAYS AS (CASE WHEN status = 'A' THEN "
                + Columns.of(field)
                + " END)");
      }
    }
    return wanted;
  }

  private static Map<String, String> columns(String table) throws SQLException {
    Map<String, String> columns = new TreeMap<>();
    String sql =
        "SELECT c.columnname, CAST(c.columndatatype AS VARCHAR(100)),"
            + " CAST(c.columndefault AS VARCHAR(200))"
            + " FROM sys.syscolumns c JOIN sys.systables t ON c.referenceid = t.tableid"
            + " WHERE t.tabletype = 'T' AND t.tablename = ?";
    try (Connection connection = source.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.toUpperCase(Locale.ROOT));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String made = row.getString(3);
          columns.put(
              row.getString(1).toLowerCase(Locale.ROOT),
              tidy(row.getString(2) + (made == null ? "" : " " + made)));
        }
      }
    }
    return columns;
  }

  private static String tidy(String definition) {
    return definition.replace(" (1", "(1").replace("( ", "(").replace(" )", ")");
  }

  /** A unique constraint over a column that may be empty stands on an index that is not unique. */
  private static List<List<String>> uniqueKeys(Connection connection, String table)
      throws SQLException {
    String sql =
        "SELECT g.conglomeratename FROM sys.sysconstraints c"
            + " JOIN sys.syskeys k ON c.constraintid = k.constraintid"
            + " JOIN sys.sysconglomerates g ON k.conglomerateid = g.conglomerateid"
            + " WHERE c.type = 'U'";
    Set<String> constraints = new HashSet<>();
    try (var statement = connection.prepareStatement(sql);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        constraints.add(row.getString(1));
      }
    }
    Map<String, List<String>> keys = indexes(connection, table);
    keys.keySet().retainAll(constraints);
    return List.copyOf(keys.values());
  }

  private static Map<String, List<String>> indexes(Connection connection, String table)
      throws SQLException {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getIndexInfo(null, null, table.toUpperCase(Locale.ROOT), false, true)) {
      while (row.next()) {
        keys.computeIfAbsent(row.getString("INDEX_NAME"), name -> new ArrayList<>())
            .add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return keys;
  }
}
