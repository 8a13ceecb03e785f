package org.wangge.client.connection;

import java.util.List;
import java.util.UUID;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Change;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.wire.Cancel;
import org.wangge.wire.Checked;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;
import org.wangge.wire.Saved;

/**
 * Requests about records. Every call waits for the answer and throws {@link
 * org.wangge.problem.Problem} when it is refused or the server cannot be reached.
 */
public interface RecordCalls {
  /** A page of a list. */
  Page<Record> query(RecordType type, Query query);

  /** A record as it stands now. */
  Record read(RecordType type, UUID id);

  /** Judges values typed so far and looks for the same person or thing; stores nothing. */
  Checked check(RecordType type, String area, UUID id, Values values);

  /**
   * Saves.
   *
   * @throws org.wangge.validation.InvalidRecord with findings
   * @throws org.wangge.record.StaleVersion with the record as it stands
   */
  Saved save(RecordType type, UUID id, Saving saving);

  /** Cancels a record. */
  Saved cancel(RecordType type, UUID id, Cancel cancel);

  /** Restores a cancelled record. */
  Saved restore(RecordType type, UUID id, Restore restore);

  /** The record's history, newest first. */
  List<Change> history(RecordType type, UUID id);

  /** What belongs to a record or mentions it. */
  List<Related> related(RecordType type, UUID id);

  /** Masked values in clear; leaves an audit row. */
  Values reveal(RecordType type, UUID id, List<String> fields, String reason);
}
