package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** Several codes of a list in one cell, separated by any usual sign. */
final class CodesCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    CodeIndex codes = context.codes(field);
    String text = CodeCodec.unquoted(cell.text());
    var whole = codes.find(text);
    if (whole.isPresent()) {
      return Reading.of(List.of(whole.get()));
    }
    if (Words.NONE.contains(Plain.compact(text))) {
      return Reading.NOTHING;
    }
    Set<String> found = new LinkedHashSet<>();
    for (String part : Plain.text(text).split("[,，、;；/／|\\s+&]+", -1)) {
      if (part.isBlank()) {
        continue;
      }
      var code = codes.find(part).or(() -> context.answers().of(field, part));
      if (code.isEmpty()) {
        return Reading.typed(field, codes.list(), part);
      }
      found.add(code.get());
    }
    List<String> ordered = new ArrayList<>();
    for (CodeList.Value value : codes.list().values()) {
      if (found.contains(value.code())) {
        ordered.add(value.code());
      }
    }
    return ordered.isEmpty() ? Reading.NOTHING : Reading.of(List.copyOf(ordered));
  }
}
