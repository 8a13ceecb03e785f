package org.wangge.exchange;

import java.util.Locale;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.IdDigits;
import org.wangge.catalogue.Kind;
import org.wangge.exchange.sheet.Cell;

/**
 * Id numbers and credit codes: wide digits, spaces, hyphens, quotes and hidden characters fall
 * away. A number the spreadsheet program has damaged is recognised and refused.
 */
final class DocumentNumberCodec implements CellCodec {
  private static final double EXACT_UP_TO = 1e15;

  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (isDamaged(cell)) {
      return Reading.refused(
          field, field.kind() == Kind.CREDIT_CODE ? "credit-damaged" : "id-damaged");
    }
    StringBuilder number = new StringBuilder();
    String compact = Plain.compact(cell.text()).toUpperCase(Locale.ROOT);
    if (Words.NONE.contains(compact)) {
      return Reading.NOTHING;
    }
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      if (c == '×' || c == '*' || c == 'Х' || c == 'Χ') {
        // Multiplication sign, Cyrillic and Greek letter typed for the check character X.
        boolean last = i == compact.length() - 1;
        number.append(last && number.length() == 17 ? 'X' : c);
      } else if (c != '-' && c != '\'' && c != '"' && c != '`' && c != '_' && c != '.') {
        number.append(c);
      }
    }
    return Reading.typed(field, null, number.toString());
  }

  /** A number of more than 15 digits in a number cell, or what one looks like as text. */
  static boolean isDamaged(Cell cell) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return Math.abs(cell.number()) >= EXACT_UP_TO;
    }
    String compact = Plain.compact(cell.text());
    return compact.matches("'?\\d(\\.\\d{1,17})?[eE]\\+?(1[5-9]|2\\d)")
        // As it looks when it was once a number and then made text again.
        || (compact.matches("'?\\d{15}0{3}") && !IdDigits.sound(compact.replace("'", "")));
  }
}
