package org.wangge.exchange;

import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** A grid of the row's village, by number, name or code. */
final class GridCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (Words.NONE.contains(Plain.compact(cell.text()))) {
      return Reading.NOTHING;
    }
    Optional<String> grid = context.places().grid(village, cell.text());
    if (grid.isPresent()) {
      return Reading.of(grid.get());
    }
    // Without a village there is one thing to say, and it is said about the village.
    return village == null ? Reading.NOTHING : Reading.refused(field, "grid-unknown");
  }
}
