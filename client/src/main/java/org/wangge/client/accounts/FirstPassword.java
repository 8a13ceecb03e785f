package org.wangge.client.accounts;

import java.security.SecureRandom;

/**
 * Makes first passwords that can be read out: no letters or digits that look alike, and the three
 * classes of characters the policy asks for.
 */
final class FirstPassword {
  private static final String UPPER = "ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghjkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final int GROUPS = 3;
  private static final int IN_GROUP = 4;

  private final SecureRandom random;

  FirstPassword(SecureRandom random) {
    this.random = random;
  }

  /** Such as Kfmp-7294-rtXw. */
  String next() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < GROUPS; group++) {
      if (group > 0) {
        password.append('-');
      }
      for (int place = 0; place < IN_GROUP; place++) {
        password.append(pick(group == 1 ? DIGITS : place == 0 ? UPPER : LOWER));
      }
    }
    return password.toString();
  }

  private char pick(String from) {
    return from.charAt(random.nextInt(from.length()));
  }
}
