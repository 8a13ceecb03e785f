package org.wangge.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id hashes in the usual text form. The costs stand in the text, so that they can be raised
 * later without making old hashes useless.
 */
public final class PasswordHash {
  private static final int KILOBYTES = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** A hash takes 19 MiB; a crowd at the door must not take all memory. */
  private static final Semaphore AT_ONCE =
      new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

  /** Compared against when there is no such account, so that the answer takes as long. */
  private static final String NOBODY = of("nobody has this password");

  private PasswordHash() {}

  /** The hash of a password under a new salt. */
  public static String of(String password) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    byte[] hash = compute(password, salt, KILOBYTES, PASSES, LANES);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            KILOBYTES, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
  }

  /** Whether the password is the one that was hashed. Takes the same time either way. */
  public static boolean matches(String password, String encoded) {
    String[] parts = encoded.split("\\$", -1);
    if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    String[] costs = parts[3].split(",", -1);
    byte[] hash =
        compute(
            password,
            Base64.getDecoder().decode(parts[4]),
            cost(costs[0], "m="),
            cost(costs[1], "t="),
            cost(costs[2], "p="));
    return MessageDigest.isEqual(hash, Base64.getDecoder().decode(parts[5]));
  }

  /** Spends the time of a comparison, for an account that does not exist. */
  public static void compareWithNobody(String password) {
    matches(password, NOBODY);
  }

  private static int cost(String text, String name) {
    if (!text.startsWith(name)) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    return Integer.parseInt(text.substring(name.length()));
  }

  private static byte[] compute(String password, byte[] salt, int memory, int passes, int lanes) {
    Argon2Parameters parameters =
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memory)
            .withIterations(passes)
            .withParallelism(lanes)
            .withSalt(salt)
            .build();
    byte[] hash = new byte[HASH_BYTES];
    AT_ONCE.acquireUninterruptibly();
    try {
      Argon2BytesGenerator generator = new Argon2BytesGenerator();
      generator.init(parameters);
      generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    } finally {
      AT_ONCE.release();
    }
    return hash;
  }
}
