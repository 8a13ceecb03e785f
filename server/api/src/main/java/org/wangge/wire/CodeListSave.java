package org.wangge.wire;

import java.util.List;
import java.util.UUID;
import org.wangge.catalogue.CodeList;

/**
 * Makes or changes a code list.
 *
 * @param requestId idempotency key
 * @param key key of a list that exists; empty for a new one, which gets a key from its label
 * @param label name of a new list; a shipped list keeps its own
 * @param verified whether the town has looked at the values
 * @param values values to add or to replace by code; the others stay
 */
public record CodeListSave(
    UUID requestId, String key, String label, boolean verified, List<CodeList.Value> values) {
  /** Copies the list. */
  public CodeListSave {
    values = values == null ? List.of() : List.copyOf(values);
  }
}
