package org.wangge.server.store;

import java.util.UUID;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;

/**
 * What the server adds to the saving of a record of some type, named by the type's hooks. It runs
 * inside the saving transaction, so that nothing of it remains without the record.
 */
public interface SaveHook {
  /**
   * A record about to be written for the first time.
   *
   * @param id its id
   * @param area code of the place it belongs to
   * @param values its values, checked and completed
   * @param imported whether it is a row of an import, which may bring values the server else sets
   */
  record NewRecord(UUID id, String area, Values values, boolean imported) {}

  /** Sets values that only the server sets; runs after the checks and before the row is written. */
  Values register(Tx tx, Caller caller, NewRecord record);

  /** Writes what belongs to the record; runs after its row was written, with the final values. */
  void registered(Tx tx, Caller caller, NewRecord record);
}
