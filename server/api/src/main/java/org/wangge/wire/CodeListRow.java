package org.wangge.wire;

import java.util.List;

/**
 * A code list in the town's list of lists.
 *
 * @param key stable key
 * @param label Chinese name
 * @param verified false while the values are a proposal that the town should look at
 * @param own whether the town made it
 * @param values how many values it has
 * @param usedBy labels of the record types that choose from it
 */
public record CodeListRow(
    String key, String label, boolean verified, boolean own, int values, List<String> usedBy) {
  /** Copies the list. */
  public CodeListRow {
    usedBy = List.copyOf(usedBy);
  }
}
