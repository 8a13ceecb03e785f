package org.wangge.exchange;

import java.util.Optional;
import java.util.UUID;
import org.wangge.catalogue.Field;

/** Records named in cells of reference fields. */
@FunctionalInterface
public interface References {
  /**
   * The one record a cell names; empty when there is none or several.
   *
   * @param field the reference field
   * @param village 12-digit village of the row, null when unknown
   * @param text what stands in the cell
   */
  Optional<UUID> find(Field field, String village, String text);

  /** Knows no records: every name is unknown. */
  static References none() {
    return (field, village, text) -> Optional.empty();
  }
}
