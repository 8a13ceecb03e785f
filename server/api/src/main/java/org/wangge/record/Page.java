package org.wangge.record;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list.
 *
 * @param rows rows in order
 * @param next mark to ask the following page with; empty on the last
 */
public record Page<T>(List<T> rows, Optional<String> next) {
  /** Copies the list. */
  public Page {
    rows = List.copyOf(rows);
  }
}
