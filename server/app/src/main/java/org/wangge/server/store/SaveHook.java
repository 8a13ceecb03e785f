package org.wangge.server.store;

import java.util.List;
import java.util.UUID;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.validation.Finding;

/**
 * What the server adds to the saving of a record of some type, named by the type's hooks. It runs
 * inside the saving transaction, so that nothing of it remains without the record.
 */
public interface SaveHook {
  /**
   * A record about to be written.
   *
   * @param id its id
   * @param area code of the place it belongs to
   * @param values its values, checked and completed
   * @param imported whether it is a row of an import, which may bring values the server else sets
   */
  record NewRecord(UUID id, String area, Values values, boolean imported) {}

  /**
   * What the other records say against this one; runs after its own checks, with each save.
   *
   * @param record the record as it is to be saved, new or changed
   */
  default List<Finding> check(Tx tx, NewRecord record) {
    return List.of();
  }

  /** Sets values that only the server sets; runs after the checks and before the row is written. */
  default Values register(Tx tx, Caller caller, NewRecord record) {
    return record.values();
  }

  /** Writes what belongs to the record; runs after its row was written, with the final values. */
  default void registered(Tx tx, Caller caller, NewRecord record) {}
}
