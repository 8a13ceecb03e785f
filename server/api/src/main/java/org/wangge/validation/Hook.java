package org.wangge.validation;

import java.time.LocalDate;
import java.util.List;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;

/** Special behaviour of a record type that truly behaves unlike the rest; named in its file. */
public interface Hook {
  /** Fills values that follow from others; never overwrites what is there. */
  default Values complete(RecordType type, Values values, LocalDate today) {
    return values;
  }

  /**
   * Findings of a record that is to stand at a place; only the server knows where it will.
   *
   * @param area code of that place
   */
  default List<Finding> checkPlace(RecordType type, Values values, String area) {
    return List.of();
  }

  /** Findings that no check of the catalogue can express. */
  default List<Finding> check(RecordType type, Values values, LocalDate today, Way way) {
    return List.of();
  }
}
