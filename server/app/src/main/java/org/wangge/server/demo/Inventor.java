package org.wangge.server.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.ResourceBundle;
import java.util.Set;

/** Invents people, numbers and words from a seed; the same seed gives the same. */
final class Inventor {
  /** County code that is assigned to nobody: the mark of invented numbers. */
  static final String COUNTY = "339999";

  private static final int[] ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String ID_CHECKS = "10X98765432";
  private static final String CREDIT_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("yyyyMMdd");
  private static final List<String> MOBILE_PREFIXES =
      List.of("130", "132", "135", "136", "137", "138", "139", "150", "158", "186", "188");

  private final Random random;
  private final ResourceBundle words =
      ResourceBundle.getBundle("org.wangge.server.demo.invented", Locale.CHINA);
  private final List<String> surnames = list("surnames");
  private final List<String> specialSurnames = list("special.surnames");
  private final List<String> givenNames = list("given");
  private final List<String> rareCharacters = list("rare");
  private final Map<String, Integer> serials = new HashMap<>();
  private final Set<String> creditCodes = new HashSet<>();
  private int phones;

  Inventor(long seed) {
    this.random = new Random(seed);
  }

  /** Words of this key. */
  List<String> list(String key) {
    return Arrays.asList(words.getString(key).split(" "));
  }

  /** Phrases of this key, which may hold spaces. */
  List<String> phrases(String key) {
    return Arrays.asList(words.getString(key).split("\\|"));
  }

  /** The text of this key. */
  String text(String key) {
    return words.getString(key);
  }

  /** All keys that begin so, in order. */
  List<String> keys(String prefix) {
    return words.keySet().stream().filter(key -> key.startsWith(prefix)).sorted().toList();
  }

  /** One of these, each as likely. */
  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** From, to: both included. */
  int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** True so often. */
  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  /** A day from, to: both included. */
  LocalDate day(LocalDate from, LocalDate to) {
    return from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, to) + 1));
  }

  /** A surname; one in eight has an unusual reading or two characters. */
  String surname() {
    return chance(0.125) ? one(specialSurnames) : one(surnames);
  }

  /** A full name with this surname; one in fifteen has a rare character. */
  String name(String surname) {
    String given = one(givenNames);
    if (chance(0.07)) {
      given = chance(0.5) ? one(rareCharacters) : given.charAt(0) + one(rareCharacters);
    }
    return surname + given;
  }

  /** A person of this surname, sex and age on the first of September 2026. */
  DemoPerson person(String surname, boolean male, int age) {
    LocalDate oldest = LocalDate.of(2026, 9, 1).minusYears(age + 1L).plusDays(1);
    LocalDate birth = day(oldest, oldest.plusYears(1).minusDays(1));
    return new DemoPerson(name(surname), idNumber(birth, male), male, birth, phone());
  }

  /** A citizen number of the invented county; each is given once. */
  String idNumber(LocalDate birth, boolean male) {
    String head = COUNTY + BIRTH.format(birth);
    int serial = serials.merge(head + male, 1, Integer::sum);
    int number = male ? serial * 2 - 1 : serial * 2;
    if (number > 999) {
      throw new IllegalStateException("no number left for " + birth);
    }
    String digits = head + "%03d".formatted(number);
    int sum = 0;
    for (int i = 0; i < ID_WEIGHTS.length; i++) {
      sum += (digits.charAt(i) - '0') * ID_WEIGHTS[i];
    }
    return digits + ID_CHECKS.charAt(sum % 11);
  }

  /** A mobile number; each is given once until ten million are. */
  String phone() {
    // A step that has no factor in common with ten million visits every number once.
    int number = (int) (phones++ * 7_654_321L % 10_000_000L);
    String prefix = MOBILE_PREFIXES.get(phones % MOBILE_PREFIXES.size());
    return prefix + "0" + "%07d".formatted(number);
  }

  /** A credit code of the invented county; each is given once. */
  String creditCode() {
    while (true) {
      StringBuilder code = new StringBuilder("91").append(COUNTY);
      int sum = 0;
      for (int weight : ORGANISATION_WEIGHTS) {
        int digit = random.nextInt(10);
        code.append(digit);
        sum += digit * weight;
      }
      int check = 11 - sum % 11;
      code.append(check == 11 ? "0" : check == 10 ? "X" : String.valueOf(check));
      code.append(creditCheck(code));
      if (creditCodes.add(code.toString())) {
        return code.toString();
      }
    }
  }

  private static char creditCheck(CharSequence code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < code.length(); i++) {
      sum += CREDIT_DIGITS.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % 31;
    }
    return CREDIT_DIGITS.charAt((31 - sum % 31) % 31);
  }
}
