package org.wangge.wire;

import java.util.List;
import org.wangge.record.Record;

/**
 * Records of one type that refer to a record through one field.
 *
 * @param type key of their type
 * @param field name of the reference field
 * @param records the newest of them, active ones first, as the account may see them
 * @param more whether there are further ones
 */
public record Related(String type, String field, List<Record> records, boolean more) {
  /** Copies the list. */
  public Related {
    records = List.copyOf(records);
  }
}
