package org.wangge.validation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.catalogue.IdDigits;

/** Citizen's identity number, GB 11643: 17 digits and a digit or X. */
public final class IdNumber {
  /** Number in scientific notation: a spreadsheet took it for a quantity and lost its end. */
  private static final Pattern SCIENTIFIC = Pattern.compile("\\d(\\.\\d+)?E\\+?\\d{1,2}");

  private static final Pattern CHARACTERS = Pattern.compile("\\d{17}[0-9X]");
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83", "91");

  private IdNumber() {}

  /** Half-width, without spaces, X upper case. Never null. */
  public static String clean(String typed) {
    return Cleaning.compact(typed).toUpperCase(java.util.Locale.ROOT);
  }

  /** Whether a spreadsheet has destroyed its last digits for good. */
  public static boolean damaged(String number) {
    if (SCIENTIFIC.matcher(number).matches()) {
      return true;
    }
    return IdDigits.shaped(number)
        && number.endsWith("000")
        && number.charAt(17) != IdDigits.checkCharacter(number);
  }

  /**
   * The first thing wrong with a cleaned number.
   *
   * @param field field the finding stands under
   * @param today the day it is judged on
   */
  public static Optional<Finding> check(String field, String number, LocalDate today) {
    if (number.contains("*")) {
      return Optional.of(Finding.forbid(field, "value-masked"));
    }
    if (damaged(number)) {
      return Optional.of(Finding.forbid(field, "id-damaged"));
    }
    if (number.length() == 15 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Finding.forbid(field, "id-old"));
    }
    if (number.length() != 18) {
      return Optional.of(Finding.forbid(field, "id-length", Map.of("count", number.length())));
    }
    if (!CHARACTERS.matcher(number).matches()) {
      return Optional.of(Finding.forbid(field, "id-characters"));
    }
    Optional<LocalDate> birth = IdDigits.writtenBirth(number);
    if (birth.isEmpty() || birth.get().getYear() < 1850) {
      return Optional.of(Finding.forbid(field, "id-birth-date"));
    }
    if (birth.get().isAfter(today)) {
      return Optional.of(Finding.forbid(field, "id-birth-future"));
    }
    if (number.charAt(17) != IdDigits.checkCharacter(number)) {
      return Optional.of(Finding.forbid(field, "id-check-digit"));
    }
    if (number.endsWith("000")) {
      return Optional.of(Finding.warn(field, "id-maybe-damaged", Map.of()));
    }
    if (!PROVINCES.contains(number.substring(0, 2))) {
      return Optional.of(Finding.warn(field, "id-area-unknown", Map.of()));
    }
    return Optional.empty();
  }

  /** Whether number, birth date and last character are right. */
  public static boolean sound(String number) {
    return IdDigits.sound(number);
  }

  /** Birth date of a sound number. */
  public static Optional<LocalDate> birth(String number) {
    return IdDigits.birth(number);
  }

  /** Sex code of a sound number: {@code 1} male, {@code 2} female. */
  public static Optional<String> sex(String number) {
    return IdDigits.sex(number);
  }

  /** Full years on a day; empty for an unsound number or one born later. */
  public static Optional<Integer> age(String number, LocalDate today) {
    return birth(number)
        .filter(birth -> !birth.isAfter(today))
        .map(birth -> (int) ChronoUnit.YEARS.between(birth, today));
  }

  /** County code of the first registration, six digits, of a sound number; may be abolished. */
  public static Optional<String> area(String number) {
    return sound(number) ? Optional.of(number.substring(0, 6)) : Optional.empty();
  }
}
