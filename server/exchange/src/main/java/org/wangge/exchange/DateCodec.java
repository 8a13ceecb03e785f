package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Dates in every usual notation; year and month alone mean the first day and are pointed out. */
final class DateCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    DateText text = DateText.of(cell);
    if (text.isRefused()) {
      return refused(cell, field, text);
    }
    return text.dayKnown()
        ? Reading.of(text.date())
        : Reading.doubtful(text.date(), field, "date-without-day");
  }

  /** Empty where the cell says so; else refused, in the words of the form where it was text. */
  static Reading refused(Cell cell, Field field, DateText text) {
    if (cell.kind() != Cell.Kind.TEXT) {
      return Reading.refused(field, text.problem());
    }
    return Words.NONE.contains(Plain.compact(cell.text()))
        ? Reading.NOTHING
        : Reading.typed(field, null, cell.text());
  }
}
