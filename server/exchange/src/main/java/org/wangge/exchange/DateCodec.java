package org.wangge.exchange;

import java.time.LocalDate;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Dates in every usual notation; year and month alone mean the first day and are pointed out. */
final class DateCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    DateText text = DateText.of(cell);
    if (text.isRefused()) {
      return Reading.refused(field, text.problem());
    }
    return text.dayKnown()
        ? Reading.of(text.date())
        : Reading.doubtful(text.date(), field, "date-without-day");
  }

  @Override
  public String write(Object value, Field field, CellContext context) {
    LocalDate date = (LocalDate) value;
    return date.equals(DateText.FOREVER) ? Words.FOREVER_WORD : date.toString();
  }
}
