package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;
import org.wangge.validation.Phone;

/**
 * Phone numbers without spaces: mobile numbers as digits, landline numbers as {@code
 * 0574-63740000}, with {@code -12} for an extension. Several numbers in a cell are told apart.
 */
final class PhoneCodec implements CellCodec {
  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (DocumentNumberCodec.isDamaged(cell)) {
      return Reading.refused(field, "number-damaged");
    }
    String text = Plain.text(cell.text());
    if (Words.NONE.contains(Plain.compact(text))) {
      return Reading.NOTHING;
    }
    String whole = number(text);
    if (whole != null) {
      return Reading.of(whole);
    }
    List<String> numbers = new ArrayList<>();
    for (String part : text.split("[,，、;；/／\\\\|]+|\\s{1,}或\\s*|\\n", -1)) {
      if (!part.isBlank()) {
        addNumbers(part.strip(), numbers);
      }
    }
    if (numbers.isEmpty()) {
      return Reading.NOTHING;
    }
    return new Reading(
        numbers.getFirst(), List.of(), List.copyOf(numbers.subList(1, numbers.size())));
  }

  /** One part may still hold two numbers with only a space between them. */
  private static void addNumbers(String part, List<String> numbers) {
    String one = number(part);
    if (one != null) {
      numbers.add(one);
      return;
    }
    String[] words = part.split("\\s+", -1);
    if (words.length > 1) {
      List<String> found = new ArrayList<>();
      for (String word : words) {
        String number = number(word);
        if (number == null) {
          found.clear();
          break;
        }
        found.add(number);
      }
      if (!found.isEmpty()) {
        numbers.addAll(found);
        return;
      }
    }
    // Not a number as we know it: handed on as it stands, for the field's own rule to judge.
    numbers.add(Phone.clean(part));
  }

  /** The number in its one form, or null when it is no number as we know it. */
  private static String number(String text) {
    String clean = Phone.clean(text);
    return Phone.check("", clean, true).isEmpty() ? clean : null;
  }
}
