package org.wangge.exchange;

import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** A place by code or full name. */
final class PlaceCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (Words.NONE.contains(Plain.compact(cell.text()))) {
      return Reading.NOTHING;
    }
    Optional<String> place = context.places().place(cell.text());
    return Reading.typed(field, null, place.orElse(cell.text()));
  }
}
