package org.wangge.exchange;

import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;
import org.wangge.validation.Finding;

/**
 * Pictures and files: a cell can only name them, so nothing is taken from it, and it is said so.
 */
final class StoredFileCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    return Words.NONE.contains(Plain.compact(cell.text()))
        ? Reading.NOTHING
        : new Reading(
            null, List.of(Finding.warn(field.name(), "not-from-sheet", Map.of())), List.of());
  }
}
