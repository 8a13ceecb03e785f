package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Free text. Numbers are taken as shown; one too long for a number cell is refused. */
final class TextCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (DocumentNumberCodec.isDamaged(cell)) {
      return Reading.refused(field, "damaged-number");
    }
    String text = Plain.text(cell.text());
    // People write an apostrophe to keep a number as text; it is no part of it.
    if (text.startsWith("'") && text.length() > 1) {
      text = text.substring(1).strip();
    }
    return text.isEmpty() || isDash(text) ? Reading.NOTHING : Reading.of(text);
  }

  /** Signs that stand for "nothing"; words such as 无 are kept in free text. */
  private static boolean isDash(String text) {
    String compact = Plain.compact(text);
    return Words.NONE.contains(compact) && compact.chars().noneMatch(Character::isLetterOrDigit);
  }

  @Override
  public String write(Object value, Field field, CellContext context) {
    return (String) value;
  }
}
