package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Free text. Numbers are taken as shown; one too long for a number cell is refused. */
final class TextCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (DocumentNumberCodec.isDamaged(cell)) {
      return Reading.refused(field, "number-damaged");
    }
    String text = CodeCodec.unquoted(cell.text().strip());
    return isDash(text) ? Reading.NOTHING : Reading.typed(field, null, text);
  }

  /** Signs that stand for "nothing"; words such as 无 are kept in free text. */
  private static boolean isDash(String text) {
    String compact = Plain.compact(text);
    return compact.isEmpty()
        || (Words.NONE.contains(compact) && compact.chars().noneMatch(Character::isLetterOrDigit));
  }
}
