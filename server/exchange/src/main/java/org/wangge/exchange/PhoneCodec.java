package org.wangge.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/**
 * Phone numbers without spaces: mobile numbers as digits, landline numbers as {@code
 * 0574-63740000}, with {@code -12} for an extension. Several numbers in a cell are told apart.
 */
final class PhoneCodec implements CellCodec {
  private static final Pattern MOBILE = Pattern.compile("(?:\\+?0{0,2}86)?(1[3-9]\\d{9})");
  private static final Pattern LANDLINE =
      Pattern.compile(
          "(?:\\+?0{0,2}86)?\\(?(010|02\\d|0[3-9]\\d{2})\\)?(\\d{7,8})((?:[-#*x]|转)(\\d{1,5}))?");

  @Override
  public Reading read(Cell cell, Field field, String village, CellContext context) {
    if (DocumentNumberCodec.isDamaged(cell)) {
      return Reading.refused(field, "damaged-number");
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
    for (String part : text.split("[,，、;；/／\\\\|]+|\\s{1,}或\\s*|\\n")) {
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
    String[] words = part.split("\\s+");
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
    numbers.add(Plain.compact(part));
  }

  /** The number in its one form, or null. */
  private static String number(String text) {
    String compact = Plain.compact(text).replace("'", "");
    String digits = compact.replaceAll("[-.\\s]", "");
    Matcher mobile = MOBILE.matcher(digits);
    if (mobile.matches()) {
      return mobile.group(1);
    }
    Matcher landline = LANDLINE.matcher(compact.replaceFirst("^(\\(?0\\d{2,3}\\)?)[-.]", "$1"));
    if (landline.matches()) {
      String extension = landline.group(4);
      return landline.group(1)
          + "-"
          + landline.group(2)
          + (extension == null ? "" : "-" + extension);
    }
    return null;
  }

  @Override
  public String write(Object value, Field field, CellContext context) {
    return (String) value;
  }
}
