package org.wangge.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Numbers with decimal places; more places than the field keeps are rounded and said so. */
final class DecimalCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    Optional<BigDecimal> number = NumberText.of(cell);
    if (number.isEmpty()) {
      return NumberText.none(cell, field);
    }
    BigDecimal rounded = number.get().setScale(field.scale(), RoundingMode.HALF_UP);
    return rounded.compareTo(number.get()) == 0
        ? Reading.of(rounded)
        : Reading.doubtful(rounded, field, "number-rounded");
  }
}
