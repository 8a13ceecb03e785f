package org.wangge.exchange;

import java.math.BigDecimal;
import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Whole numbers, with or without a unit word behind. */
final class IntegerCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    Optional<BigDecimal> number = NumberText.of(cell);
    if (number.isEmpty()) {
      return Reading.refused(field, "unreadable-number");
    }
    BigDecimal plain = number.get().stripTrailingZeros();
    if (plain.scale() > 0) {
      return Reading.refused(field, "not-whole-number");
    }
    if (plain.precision() - plain.scale() > 18) {
      return Reading.refused(field, "unreadable-number");
    }
    return Reading.of(plain.longValueExact());
  }

  @Override
  public String write(Object value, Field field, CellContext context) {
    return value.toString();
  }
}
