package org.wangge.server.accounts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** What a password must be like (等级保护 level 2). */
public final class PasswordPolicy {
  /** Longer texts are refused unread: hashing them would be a way to keep the server busy. */
  public static final int MOST_CHARACTERS = 128;

  private static final Set<String> COMMON = readCommon();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SMALL = "abcdefghjkmnpqrstuvwxyz";
  private static final String CAPITAL = "ABCDEFGHJKMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";

  private final int leastLength;

  /** A policy with this least length. */
  public PasswordPolicy(int leastLength) {
    this.leastLength = leastLength;
  }

  /** Which rule a password breaks. */
  public enum Rule {
    /** Too short. */
    LENGTH,
    /** Longer than anybody types. */
    TOO_LONG,
    /** Fewer than three of: small letters, capitals, digits, others. */
    CLASSES,
    /** One of the commonest, whatever digits and signs stand around it. */
    COMMON,
    /** Contains the account name. */
    NAME,
    /** The same as before. */
    UNCHANGED;

    /** Argument {@code rule} of the problem. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The first rule that the password breaks, or empty. */
  public Optional<Rule> broken(String account, String password) {
    if (password.length() > MOST_CHARACTERS) {
      return Optional.of(Rule.TOO_LONG);
    }
    if (password.codePointCount(0, password.length()) < leastLength) {
      return Optional.of(Rule.LENGTH);
    }
    if (classes(password) < 3) {
      return Optional.of(Rule.CLASSES);
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (account.length() >= 3 && plain.contains(account.toLowerCase(Locale.ROOT))) {
      return Optional.of(Rule.NAME);
    }
    if (COMMON.contains(core(plain))
        || COMMON.contains(withoutDisguise(core(plain)))
        || COMMON.contains(core(withoutDisguise(plain)))) {
      return Optional.of(Rule.COMMON);
    }
    return Optional.empty();
  }

  /**
   * Refuses a password that breaks a rule.
   *
   * @throws Problem PASSWORD_POLICY with the rule and the least length
   */
  public void require(String account, String password) {
    broken(account, password)
        .ifPresent(
            rule -> {
              throw refusal(rule);
            });
  }

  /** The refusal for a broken rule. */
  Problem refusal(Rule rule) {
    return new Problem(
        ProblemCode.PASSWORD_POLICY, Map.of("rule", rule.key(), "least", leastLength));
  }

  /** A random first password that is easy to read out: no letters that look alike. */
  public static String generate() {
    StringBuilder password = new StringBuilder();
    for (int group = 0; group < 4; group++) {
      password.append(group == 0 ? "" : "-");
      for (int i = 0; i < 4; i++) {
        String from = i == 0 ? CAPITAL : i == 3 ? DIGITS : SMALL;
        password.append(from.charAt(RANDOM.nextInt(from.length())));
      }
    }
    return password.toString();
  }

  private static int classes(String password) {
    return (int) password.codePoints().map(PasswordPolicy::classOf).distinct().count();
  }

  private static int classOf(int character) {
    if (character >= 'a' && character <= 'z') {
      return 0;
    } else if (character >= 'A' && character <= 'Z') {
      return 1;
    } else if (character >= '0' && character <= '9') {
      return 2;
    }
    return 3;
  }

  private static String core(String plain) {
    return plain.replaceAll("^[^a-z]+|[^a-z]+$", "");
  }

  private static String withoutDisguise(String plain) {
    return plain
        .replace('@', 'a')
        .replace('0', 'o')
        .replace('1', 'i')
        .replace('3', 'e')
        .replace('5', 's')
        .replace('$', 's');
  }

  private static Set<String> readCommon() {
    try (InputStream stream = PasswordPolicy.class.getResourceAsStream("common-passwords.txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
