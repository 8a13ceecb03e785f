package org.wangge.exchange;

/** Whether 18 characters carry their own check character (GB 11643). */
final class IdDigits {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";

  private IdDigits() {}

  static boolean valid(String number) {
    if (!number.matches("\\d{17}[0-9X]")) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 17; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[i];
    }
    return CHECKS.charAt(sum % 11) == number.charAt(17);
  }
}
