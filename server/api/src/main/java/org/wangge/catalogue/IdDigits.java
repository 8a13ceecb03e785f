package org.wangge.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the digits of a citizen's identity number (GB 11643) say. Only sound numbers say anything:
 * 17 digits and a digit or {@code X}, an existing birth date, and the right last character.
 */
public final class IdDigits {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK = "10X98765432";

  private IdDigits() {}

  /** Whether the text is 17 ASCII digits followed by a digit or a capital X. */
  public static boolean shaped(String number) {
    if (number == null || number.length() != 18) {
      return false;
    }
    for (int i = 0; i < 17; i++) {
      if (number.charAt(i) < '0' || number.charAt(i) > '9') {
        return false;
      }
    }
    char last = number.charAt(17);
    return last == 'X' || (last >= '0' && last <= '9');
  }

  /** The last character that the first 17 digits demand; they must be digits. */
  public static char checkCharacter(String number) {
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECK.charAt(sum % 11);
  }

  /** Whether shape, birth date and last character are right. */
  public static boolean sound(String number) {
    return shaped(number)
        && number.charAt(17) == checkCharacter(number)
        && writtenBirth(number).isPresent();
  }

  /** The birth date as written in a shaped number, whatever its last character; empty if none. */
  public static Optional<LocalDate> writtenBirth(String number) {
    if (!shaped(number)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number.substring(6, 10)),
              Integer.parseInt(number.substring(10, 12)),
              Integer.parseInt(number.substring(12, 14))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The birth date of a sound number, or empty. */
  public static Optional<LocalDate> birth(String number) {
    return sound(number) ? writtenBirth(number) : Optional.empty();
  }

  /** The sex of a sound number, {@code 1} male or {@code 2} female (GB/T 2261.1), or empty. */
  public static Optional<String> sex(String number) {
    return sound(number)
        ? Optional.of((number.charAt(16) - '0') % 2 == 1 ? "1" : "2")
        : Optional.empty();
  }
}
