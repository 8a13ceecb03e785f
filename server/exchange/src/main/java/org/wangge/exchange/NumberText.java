package org.wangge.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Amounts as villages write them: 1,024, 248人, 3 间, 12.5㎡. */
final class NumberText {
  private static final MathContext TRUSTED_DIGITS = new MathContext(15);

  private NumberText() {}

  /** The amount in a cell, or empty when it is none. */
  static Optional<BigDecimal> of(Cell cell) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return Double.isFinite(cell.number())
          ? Optional.of(new BigDecimal(cell.number()).round(TRUSTED_DIGITS))
          : Optional.empty();
    }
    if (cell.kind() != Cell.Kind.TEXT) {
      return Optional.empty();
    }
    String text = withoutUnit(Plain.compact(cell.text()));
    if (text.startsWith("'")) {
      text = text.substring(1);
    }
    if (text.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
      text = text.replace(",", "");
    }
    return text.matches("[+-]?\\d{1,18}(\\.\\d{1,10})?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /** A cell without an amount: empty where it says so, else refused as in a form. */
  static Reading none(Cell cell, Field field) {
    return Words.NONE.contains(Plain.compact(cell.text()))
        ? Reading.NOTHING
        : Reading.typed(field, null, cell.text());
  }

  private static String withoutUnit(String text) {
    int end = text.length();
    while (end > 0 && !Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    // m2 ends in a digit of its own.
    for (String unit : new String[] {"m2", "M2"}) {
      if (text.endsWith(unit) && text.length() > unit.length()) {
        return text.substring(0, text.length() - unit.length());
      }
    }
    String unit = text.substring(end);
    return Words.NUMBER_UNITS.contains(unit) ? text.substring(0, end) : text;
  }
}
