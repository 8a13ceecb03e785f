package org.wangge.validation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Unified social credit code, GB 32100: 18 characters, the last one checks the others. */
public final class CreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] WEIGHTS = {
    1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28
  };

  private CreditCode() {}

  /** Half-width, without spaces and hyphens, upper case. Never null. */
  public static String clean(String typed) {
    return Cleaning.compact(typed).replace("-", "").toUpperCase(Locale.ROOT);
  }

  /** The character that the first 17 demand; empty when one of them is not in the alphabet. */
  public static Optional<Character> checkCharacter(String code) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      int value = ALPHABET.indexOf(code.charAt(i));
      if (value < 0) {
        return Optional.empty();
      }
      sum += value * WEIGHTS[i];
    }
    return Optional.of(ALPHABET.charAt((31 - sum % 31) % 31));
  }

  /** The first thing wrong with a cleaned code. */
  public static Optional<Finding> check(String field, String code) {
    if (code.contains("*")) {
      return Optional.of(Finding.forbid(field, "value-masked"));
    }
    if (code.length() != 18) {
      return Optional.of(Finding.forbid(field, "credit-length", Map.of("count", code.length())));
    }
    Optional<Character> wanted = checkCharacter(code);
    if (wanted.isEmpty() || ALPHABET.indexOf(code.charAt(17)) < 0) {
      return Optional.of(Finding.forbid(field, "credit-characters"));
    }
    return wanted.get() == code.charAt(17)
        ? Optional.empty()
        : Optional.of(Finding.forbid(field, "credit-check-character"));
  }
}
