package org.wangge.server.store;

import java.util.List;
import org.wangge.record.Record;
import org.wangge.validation.Finding;

/**
 * The answer to a save.
 *
 * @param record the record as it stands now and as the account may see it
 * @param warnings warnings that were confirmed
 */
public record SaveResult(Record record, List<Finding> warnings) {
  /** Copies the list. */
  public SaveResult {
    warnings = List.copyOf(warnings);
  }
}
