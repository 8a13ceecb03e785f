package org.wangge.exchange;

import java.util.Optional;
import java.util.UUID;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Another record, by its id or by what names it. */
final class ReferenceCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    String text = Plain.text(cell.text());
    if (Words.NONE.contains(Plain.compact(text))) {
      return Reading.NOTHING;
    }
    if (text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
      return Reading.of(UUID.fromString(text));
    }
    Optional<UUID> found = context.references().find(field, village, text);
    return found.isPresent()
        ? Reading.of(found.get())
        : Reading.refused(field, "reference-unknown");
  }
}
