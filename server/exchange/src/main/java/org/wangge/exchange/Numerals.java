package org.wangge.exchange;

import java.util.List;
import java.util.OptionalInt;

/** Small numbers as villages write them: with digits, or in Chinese numerals up to 999. */
final class Numerals {
  private static final String DIGITS = Words.text("numeral.digits");
  private static final char TEN = Words.text("numeral.ten").charAt(0);
  private static final char HUNDRED = Words.text("numeral.hundred").charAt(0);

  private static final List<String> OTHER_FORMS =
      List.of(
          Words.text("numeral.zero"),
          Words.text("numeral.one"),
          Words.text("numeral.two"),
          Words.text("numeral.three"));

  private Numerals() {}

  /** The number a short text means, 0 to 999, or empty. */
  static OptionalInt of(String text) {
    if (text.isEmpty() || text.length() > 5) {
      return OptionalInt.empty();
    }
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.length() > 3 ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }
    int total = 0;
    int digit = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == HUNDRED) {
        total += 100 * (digit < 0 ? 1 : digit);
        digit = -1;
      } else if (c == TEN) {
        total += 10 * (digit < 0 ? 1 : digit);
        digit = -1;
      } else {
        int value = value(c);
        if (value < 0 || (digit > 0 && i > 0)) {
          return OptionalInt.empty();
        }
        digit = value;
      }
    }
    return OptionalInt.of(total + Math.max(digit, 0));
  }

  private static int value(char c) {
    int value = DIGITS.indexOf(c);
    if (value >= 0 || (c >= '0' && c <= '9')) {
      return value >= 0 ? value : c - '0';
    }
    for (int i = 0; i < OTHER_FORMS.size(); i++) {
      if (OTHER_FORMS.get(i).indexOf(c) >= 0) {
        return i;
      }
    }
    return -1;
  }
}
