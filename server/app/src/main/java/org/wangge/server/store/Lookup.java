package org.wangge.server.store;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What judging a record asks of the rest of the database, within one transaction. The answers may
 * be kept for the length of that transaction when many records are judged in a row.
 */
class Lookup {
  private final Tx tx;
  private final Scope scope;
  private final RecordTables tables;
  private final AreaStore areas;

  Lookup(Tx tx, Scope scope, RecordTables tables, AreaStore areas) {
    this.tx = tx;
    this.scope = scope;
    this.tables = tables;
    this.areas = areas;
  }

  /** Whether records may be registered there. */
  boolean isOpen(String area) {
    return areas.isOpen(tx, area);
  }

  /** Whether a grid of this code is registered and active. */
  boolean gridExists(String grid) {
    return tables
        .find("grid")
        .map(
            table ->
                tx.sql()
                    .fetchExists(
                        table.from,
                        table
                            .columns
                            .get("grid_code")
                            .text()
                            .eq(grid)
                            .and(table.status.eq(RecordTable.ACTIVE))))
        .orElse(true);
  }

  /** The active record of this type in the caller's scope that another belongs to. */
  Optional<RecordRow> parent(String type, UUID id) {
    RecordTable table = tables.of(type);
    return tx.sql()
        .select(table.selection())
        .from(table.from)
        .where(table.id.eq(id))
        .and(table.status.eq(RecordTable.ACTIVE))
        .and(table.visible(scope))
        .fetchOptional(row -> RecordRow.of(table, row));
  }

  /** Code of the grid a record lies in; null where its type has none or it is empty. */
  String gridOf(String type, RecordRow row) {
    return tables
        .of(type)
        .grid
        .map(column -> row.values().text(column.field().name()))
        .orElse(null);
  }

  /** Whether an active record of this type lies in the caller's scope. */
  boolean referenceExists(String type, UUID id) {
    RecordTable table = tables.of(type);
    return tx.sql()
        .fetchExists(
            table.from,
            table.id.eq(id).and(table.status.eq(RecordTable.ACTIVE)).and(table.visible(scope)));
  }

  /**
   * Another active record with this value, wherever it lies.
   *
   * @param area the area within which the value is unique; null = the whole server
   */
  Optional<UUID> taken(
      RecordTable table, RecordTable.Column column, Object value, String area, UUID self) {
    return tx.sql()
        .select(table.id)
        .from(table.coreTable.as("T"))
        .where(column.whileActive().eq(value))
        .and(area == null ? org.jooq.impl.DSL.noCondition() : table.area.eq(area))
        .and(table.id.ne(self))
        .limit(1)
        .fetchOptional(table.id);
  }

  /** Notes that a record judged before takes this value; only where many are judged in a row. */
  void claim(RecordTable.Column column, Object value, String area, UUID id) {}

  /** The same for many records in a row: what was asked once is not asked again. */
  static final class Kept extends Lookup {
    private final Map<String, Boolean> answers = new HashMap<>();
    private final Map<String, UUID> claims = new HashMap<>();
    private final Map<String, Optional<RecordRow>> parents = new HashMap<>();
    private final Map<String, Optional<UUID>> found = new HashMap<>();

    Kept(Tx tx, Scope scope, RecordTables tables, AreaStore areas) {
      super(tx, scope, tables, areas);
    }

    @Override
    boolean isOpen(String area) {
      return kept("area " + area, () -> super.isOpen(area));
    }

    @Override
    boolean gridExists(String grid) {
      return kept("grid " + grid, () -> super.gridExists(grid));
    }

    @Override
    Optional<RecordRow> parent(String type, UUID id) {
      Optional<RecordRow> before = parents.get(type + " " + id);
      if (before == null) {
        before = super.parent(type, id);
        parents.put(type + " " + id, before);
      }
      return before;
    }

    @Override
    boolean referenceExists(String type, UUID id) {
      return kept(type + " " + id, () -> super.referenceExists(type, id));
    }

    @Override
    Optional<UUID> taken(
        RecordTable table, RecordTable.Column column, Object value, String area, UUID self) {
      String key = key(column, value, area);
      UUID claimed = claims.get(key);
      if (claimed != null && !claimed.equals(self)) {
        return Optional.of(claimed);
      }
      Optional<UUID> before = found.get(key);
      return before == null
          ? super.taken(table, column, value, area, self)
          : before.filter(id -> !id.equals(self));
    }

    /** Keeps what was found for a value, so that it need not be asked for singly. */
    void found(RecordTable.Column column, Object value, Optional<UUID> id) {
      found.put(key(column, value, null), id);
    }

    @Override
    void claim(RecordTable.Column column, Object value, String area, UUID id) {
      claims.put(key(column, value, area), id);
    }

    private static String key(RecordTable.Column column, Object value, String area) {
      return column.field().name() + " " + area + " " + value;
    }

    private boolean kept(String question, Supplier<Boolean> answer) {
      Boolean before = answers.get(question);
      if (before == null) {
        before = answer.get();
        answers.put(question, before);
      }
      return before;
    }
  }
}
