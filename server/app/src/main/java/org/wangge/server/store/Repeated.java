package org.wangge.server.store;

import java.util.Collection;
import org.jooq.CloseableResultQuery;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * One statement asked for many values in a row, one at a time: prepared once, each answer taken
 * from an index. Derby may answer a list of values by reading the whole table, which grows with the
 * base; this does not.
 *
 * @param <T> type of the column asked
 */
final class Repeated<T> implements AutoCloseable {
  private static final String VALUE = "value";

  private final CloseableResultQuery<Record> query;

  /**
   * Prepares the question.
   *
   * @param column an indexed column
   * @param more what else must hold
   */
  Repeated(
      Tx tx,
      Collection<? extends SelectFieldOrAsterisk> selection,
      Table<?> from,
      Field<T> column,
      Condition more) {
    Param<T> value = DSL.param(VALUE, column.getDataType());
    this.query =
        tx.sql().select(selection).from(from).where(column.eq(value)).and(more).keepStatement(true);
  }

  /** Rows whose column has this value. */
  Result<Record> rows(T value) {
    return query.bind(VALUE, value).fetch();
  }

  @Override
  public void close() {
    query.close();
  }
}
