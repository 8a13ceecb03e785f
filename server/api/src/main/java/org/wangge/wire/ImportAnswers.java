package org.wangge.wire;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Answers to what an import asks; it is then rehearsed again.
 *
 * @param requestId idempotency key
 * @param values what unknown values mean
 * @param rows by row number: {@code same} when the row and the record known by its number are the
 *     same although their names differ; {@code open} takes that back
 */
public record ImportAnswers(UUID requestId, List<ImportAnswer> values, Map<Integer, String> rows) {
  /** Takes what is left out for none. */
  public ImportAnswers {
    values = values == null ? List.of() : List.copyOf(values);
    rows = rows == null ? Map.of() : Map.copyOf(rows);
  }
}
