package org.wangge.exchange;

import java.util.Locale;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Yes or no, also as tick, cross, 1 and 0. */
final class YesNoCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    String word = Plain.compact(cell.text()).toUpperCase(Locale.ROOT);
    if (Words.YES.contains(word)) {
      return Reading.of(true);
    }
    if (Words.NO.contains(word)) {
      return Reading.of(false);
    }
    return Words.NONE.contains(Plain.compact(cell.text()))
        ? Reading.NOTHING
        : Reading.refused(field, "unreadable-yes-no");
  }

  @Override
  public String write(Object value, Field field, CellContext context) {
    return (Boolean) value ? Words.YES_WORD : Words.NO_WORD;
  }
}
