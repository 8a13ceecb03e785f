package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Yes or no, also as tick, cross, 1 and 0. */
final class YesNoCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    String text = CodeCodec.unquoted(cell.text());
    Reading typed = Reading.typed(field, null, text);
    return typed.isRefused() && Words.NONE.contains(Plain.compact(text)) ? Reading.NOTHING : typed;
  }
}
