package org.wangge.exchange;

import java.time.LocalDateTime;
import java.time.LocalTime;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Date and time to the second. A deadline written as a date ends with that day. */
final class DateTimeCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    DateText text = DateText.of(cell);
    if (text.isRefused()) {
      return DateCodec.refused(cell, field, text);
    }
    if (!text.dayKnown()) {
      return Reading.refused(field, "date-incomplete");
    }
    LocalDateTime moment = text.moment();
    if (text.time() == null && Words.DEADLINES.stream().anyMatch(field.label()::contains)) {
      moment = LocalDateTime.of(text.date(), LocalTime.of(23, 59, 59));
    }
    return Reading.of(moment);
  }
}
