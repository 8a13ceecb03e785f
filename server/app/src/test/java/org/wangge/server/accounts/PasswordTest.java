package org.wangge.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.server.accounts.PasswordPolicy.Rule;

class PasswordTest {
  private final PasswordPolicy policy = new PasswordPolicy(10);

  @ParameterizedTest
  @CsvSource({
    "Ab1-Ab1-A, LENGTH",
    "abcdefgh12, CLASSES",
    "ABCDEFGH12, CLASSES",
    "1234567890, CLASSES",
    "Password123!, COMMON",
    "P@ssw0rd2026, COMMON",
    "Woaini1314!!, COMMON",
    "Wangge@2026, COMMON",
    "Xx-cunwu01-9, NAME"
  })
  void aWeakPasswordIsRefusedForItsReason(String password, Rule rule) {
    assertThat(policy.broken("cunwu01", password)).contains(rule);
  }

  @ParameterizedTest
  @CsvSource({"Tian-luo-47-he", "xiaHu2026jiedao", "网格Tianluo7"})
  void aStrongPasswordIsTaken(String password) {
    assertThat(policy.broken("cunwu01", password)).isEmpty();
  }

  @Test
  void generatedPasswordsMeetThePolicyAndDiffer() {
    assertThat(Stream.generate(PasswordPolicy::generate).limit(200))
        .doesNotHaveDuplicates()
        .allSatisfy(password -> assertThat(policy.broken("admin", password)).isEmpty());
  }

  @Test
  void aHashMatchesItsPasswordOnlyAndIsNeverTheSameTwice() {
    String hash = PasswordHash.of("Tian-luo-47-he");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.matches("Tian-luo-47-he", hash)).isTrue();
    assertThat(PasswordHash.matches("Tian-luo-47-hE", hash)).isFalse();
    assertThat(PasswordHash.of("Tian-luo-47-he")).isNotEqualTo(hash);
  }

  /** Made with the reference implementation: argon2 somesalt -id -t 2 -k 65536 -p 1. */
  @Test
  void aHashOfTheReferenceImplementationMatches() {
    assertThat(
            PasswordHash.matches(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
                    + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }
}
