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
      return NumberText.none(cell, field);
    }
    BigDecimal plain = number.get().stripTrailingZeros();
    if (plain.scale() > 0) {
      return Reading.refused(field, "integer-format");
    }
    if (plain.precision() - plain.scale() > 18) {
      return Reading.refused(field, "number-too-large");
    }
    return Reading.of(plain.longValueExact());
  }
}
