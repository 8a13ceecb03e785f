package org.wangge.server.http;

import java.security.SecureRandom;

/** Short random numbers of requests, easy to read out on the telephone. */
final class RequestId {
  private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private RequestId() {}

  static String next() {
    StringBuilder id = new StringBuilder(LENGTH);
    long bits = RANDOM.nextLong();
    for (int i = 0; i < LENGTH; i++) {
      id.append(SIGNS.charAt((int) (bits & 31)));
      bits >>>= 5;
    }
    return id.toString();
  }
}
