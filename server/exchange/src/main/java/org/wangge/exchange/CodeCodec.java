package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** One code of a list. */
final class CodeCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    CodeIndex codes = context.codes(field);
    var code =
        codes
            .find(unquoted(cell.text()))
            .or(() -> context.answers().of(field, unquoted(cell.text())));
    if (code.isPresent()) {
      return Reading.of(code.get());
    }
    return Words.NONE.contains(Plain.compact(cell.text()))
        ? Reading.NOTHING
        : Reading.typed(field, codes.list(), cell.text());
  }

  static String unquoted(String text) {
    return text.startsWith("'") && text.length() > 1 ? text.substring(1) : text;
  }
}
