package org.wangge.server.store;

import java.util.UUID;

/**
 * How a save came in.
 *
 * @param importId import it belongs to; null when typed in a form
 * @param row row of the sheet, from 1; 0 when typed
 */
public record Origin(UUID importId, int row) {
  /** Typed in a form. */
  public static final Origin FORM = new Origin(null, 0);

  /**
   * Row of an import. Such a save may lack what is required but not essential, and may set fields
   * that are otherwise the server's.
   */
  public static Origin of(UUID importId, int row) {
    return new Origin(importId, row);
  }

  /** Whether it is a row of an import. */
  public boolean isImport() {
    return importId != null;
  }
}
