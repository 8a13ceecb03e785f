package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.Session;
import org.wangge.wire.SignIn;

class SignInIT {
  private static final String NEXT = "Xin-mima-58-hao";

  private final TestClock clock = new TestClock();
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(settings -> settings, clock);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply signIn(String account, String password) {
    return server.client().post(Paths.SESSION, new SignIn(account, password, "pc"));
  }

  @Test
  void anOperatorIsToldWhoHeIsAndWhatHeMayDo() {
    Session session = signIn("cun-a", TestAccount.PASSWORD).as(Session.class);

    assertThat(session.token()).hasSizeGreaterThanOrEqualTo(43);
    assertThat(session.postLabel()).isEqualTo("村操作员");
    assertThat(session.areaName()).isEqualTo("长溪村");
    assertThat(session.records().get("person")).contains("read", "write", "cancel");
    assertThat(session.functions()).contains("import", "export", "event").doesNotContain("audit");
    assertThat(session.mustChangePassword()).isFalse();
    assertThat(session.ends()).isEqualTo(clock.now().plusHours(12));
  }

  @Test
  void theNameIsTakenInSmallAndCapitalLettersAndWithSpacesAround() {
    assertThat(signIn(" CUN-A ", TestAccount.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aWrongNameAndAWrongPasswordAreAnsweredAlike() {
    Reply wrongName = signIn("nobody", TestAccount.PASSWORD);
    Reply wrongPassword = signIn("cun-a", "Wrong-words-11");

    assertThat(wrongName.status()).isEqualTo(wrongPassword.status()).isEqualTo(401);
    assertThat(wrongName.problem().title())
        .isEqualTo(wrongPassword.problem().title())
        .isEqualTo("sign-in-refused");
    assertThat(wrongName.problem().arguments()).isEqualTo(wrongPassword.problem().arguments());
  }

  @Test
  void aWrongNameTakesAsLongAsAWrongPassword() {
    signIn("warm-up", "x");
    long wrongName = fastest(() -> signIn("nobody-" + UUID.randomUUID(), "Wrong-words-11"));
    long wrongPassword = fastest(() -> signIn("cun-a", "Wrong-words-11"));

    // Two queries more or less; a hash that was left out would show as a third of the time.
    assertThat((double) wrongName / wrongPassword).isBetween(0.5, 2.0);
  }

  private static long fastest(Runnable work) {
    long fastest = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long began = System.nanoTime();
      work.run();
      fastest = Math.min(fastest, System.nanoTime() - began);
    }
    return fastest;
  }

  @Test
  void fiveFailuresLockForAQuarterOfAnHourAndTheSixthRightOneIsRefused() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("cun-a", "Wrong-words-11").code()).isEqualTo("sign-in-refused");
    }
    Reply locked = signIn("cun-a", TestAccount.PASSWORD);
    clock.advance(Duration.ofMinutes(14));
    Reply stillLocked = signIn("cun-a", TestAccount.PASSWORD);
    clock.advance(Duration.ofMinutes(2));
    Reply open = signIn("cun-a", TestAccount.PASSWORD);

    assertThat(locked.status()).isEqualTo(423);
    assertThat(locked.problem().title()).isEqualTo("account-locked");
    assertThat(locked.problem().arguments()).containsEntry("minutes", 15);
    assertThat(stillLocked.code()).isEqualTo("account-locked");
    assertThat(open.status()).isEqualTo(200);
  }

  @Test
  void aNameThatNobodyHasIsLockedAlike() {
    for (int i = 0; i < 5; i++) {
      assertThat(signIn("nobody", "Wrong-words-11").code()).isEqualTo("sign-in-refused");
    }

    assertThat(signIn("nobody", "Wrong-words-11").code()).isEqualTo("account-locked");
  }

  @Test
  void failuresLongAgoDoNotLock() {
    for (int i = 0; i < 4; i++) {
      signIn("cun-a", "Wrong-words-11");
    }
    clock.advance(Duration.ofMinutes(16));
    signIn("cun-a", "Wrong-words-11");

    assertThat(signIn("cun-a", TestAccount.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void anAdministratorLiftsALock() {
    for (int i = 0; i < 5; i++) {
      signIn("cun-a", "Wrong-words-11");
    }
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    AccountRow row = account(administrator, "cun-a");

    assertThat(row.lockedUntil()).isNotNull();
    assertThat(change(administrator, row, true, "").status()).isEqualTo(200);
    assertThat(signIn("cun-a", TestAccount.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aSessionEndsAfterAnHourWithoutARequestAndNotBefore() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);
    clock.advance(Duration.ofMinutes(59));
    Reply inTime = operator.get(Paths.AREAS);
    clock.advance(Duration.ofMinutes(59));
    Reply inTimeAgain = operator.get(Paths.AREAS);
    clock.advance(Duration.ofMinutes(60));
    Reply late = operator.get(Paths.AREAS);

    assertThat(inTime.status()).isEqualTo(200);
    assertThat(inTimeAgain.status()).isEqualTo(200);
    assertThat(late.code()).isEqualTo("not-signed-in");
  }

  @Test
  void aSessionEndsAfterTwelveHoursHoweverBusyItIs() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);
    for (int i = 0; i < 23; i++) {
      clock.advance(Duration.ofMinutes(30));
      assertThat(operator.get(Paths.AREAS).status()).isEqualTo(200);
    }
    clock.advance(Duration.ofMinutes(30));

    assertThat(operator.get(Paths.AREAS).code()).isEqualTo("not-signed-in");
  }

  @Test
  void signingOutEndsTheSession() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);

    assertThat(operator.delete(Paths.SESSION).status()).isEqualTo(204);
    assertThat(operator.get(Paths.SESSION).status()).isEqualTo(401);
  }

  @Test
  void aDisabledAccountLosesItsSessionsAtOnceAndCannotSignIn() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    change(administrator, account(administrator, "cun-a"), false, "");

    assertThat(operator.get(Paths.AREAS).code()).isEqualTo("not-signed-in");
    assertThat(signIn("cun-a", TestAccount.PASSWORD).code()).isEqualTo("sign-in-refused");
  }

  @Test
  void changingThePasswordEndsTheOtherSessionsAndKeepsThisOne() {
    TestClient here = server.client(TestAccount.OPERATOR_A);
    TestClient elsewhere = server.client(TestAccount.OPERATOR_A);
    Reply changed = here.post(Paths.PASSWORD, new PasswordChange(TestAccount.PASSWORD, NEXT));

    assertThat(changed.as(Session.class).account()).isEqualTo("cun-a");
    assertThat(here.get(Paths.AREAS).status()).isEqualTo(200);
    assertThat(elsewhere.get(Paths.AREAS).code()).isEqualTo("not-signed-in");
    assertThat(signIn("cun-a", TestAccount.PASSWORD).code()).isEqualTo("sign-in-refused");
    assertThat(signIn("cun-a", NEXT).status()).isEqualTo(200);
  }

  @Test
  void aWeakOrUnchangedPasswordIsRefusedWithTheRule() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);

    assertThat(rule(operator, "short-1A")).isEqualTo("length");
    assertThat(rule(operator, "alllowercase")).isEqualTo("classes");
    assertThat(rule(operator, "Password2026!")).isEqualTo("common");
    assertThat(rule(operator, "Xx-cun-a-999")).isEqualTo("name");
    assertThat(rule(operator, TestAccount.PASSWORD)).isEqualTo("unchanged");
    assertThat(signIn("cun-a", TestAccount.PASSWORD).status()).isEqualTo(200);
  }

  private static Object rule(TestClient operator, String password) {
    Reply reply = operator.post(Paths.PASSWORD, new PasswordChange(TestAccount.PASSWORD, password));
    assertThat(reply.code()).isEqualTo("password-policy");
    return reply.problem().arguments().get("rule");
  }

  @Test
  void guessingThePresentPasswordOfAnOpenSessionLocks() {
    TestClient operator = server.client(TestAccount.OPERATOR_A);
    for (int i = 0; i < 5; i++) {
      operator.post(Paths.PASSWORD, new PasswordChange("Wrong-words-11", NEXT));
    }

    assertThat(operator.post(Paths.PASSWORD, new PasswordChange(TestAccount.PASSWORD, NEXT)).code())
        .isEqualTo("account-locked");
  }

  @Test
  void aFirstPasswordAllowsNothingButChangingIt() {
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    make(administrator, "new-one", "新人", "village-operator", TestServer.VILLAGE_A);
    TestClient newcomer = server.client();
    Session session = newcomer.signIn("new-one", "Chushi-83-mima");

    assertThat(session.mustChangePassword()).isTrue();
    assertThat(newcomer.get(Paths.SESSION).status()).isEqualTo(200);
    assertThat(newcomer.get(Paths.AREAS).code()).isEqualTo("password-must-change");
    assertThat(newcomer.get(Paths.CATALOGUE).code()).isEqualTo("password-must-change");
    assertThat(newcomer.post(Paths.PASSWORD, new PasswordChange("Chushi-83-mima", NEXT)).status())
        .isEqualTo(200);
    assertThat(newcomer.get(Paths.AREAS).status()).isEqualTo(200);
  }

  @Test
  void aPasswordOfNinetyDaysMustBeChanged() {
    clock.advance(Duration.ofDays(91));

    assertThat(signIn("cun-a", TestAccount.PASSWORD).as(Session.class).mustChangePassword())
        .isTrue();
  }

  @Test
  void nobodyHoldsTwoOfTheThreePostsThatWatchOverOneAnother() {
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    Reply reply = make(administrator, "second", "镇六", "security-administrator", TestServer.TOWN);

    assertThat(reply.code()).isEqualTo("invalid-record");
    assertThat(reply.problem().findings().getFirst().code()).isEqualTo("account-posts-apart");
  }

  @Test
  void theLastAdministratorCannotBeDisabled() {
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);
    Reply reply = change(administrator, account(administrator, "admin"), false, "");

    assertThat(reply.problem().findings().getFirst().code())
        .isEqualTo("account-last-administrator");
  }

  @Test
  void anAccountThatDoesNotFitIsRefusedFieldByField() {
    TestClient administrator = server.client(TestAccount.SYSTEM_ADMINISTRATOR);

    assertThat(fields(make(administrator, "x", "", "king", "999999999")))
        .containsExactlyInAnyOrder("name", "person", "post", "area");
    assertThat(fields(make(administrator, "newer", "新人", "village-operator", TestServer.TOWN)))
        .containsExactly("area");
    assertThat(make(administrator, "cun-a", "新人", "auditor", TestServer.TOWN).code())
        .isEqualTo("duplicate");
    assertThat(make(administrator, "newer", "新人", "auditor", "330282105").code())
        .isIn("out-of-area", "invalid-record");
  }

  private static List<String> fields(Reply reply) {
    return reply.problem().findings().stream().map(finding -> finding.field()).toList();
  }

  @Test
  void aTokenThatWasMadeUpOpensNothing() {
    assertThat(server.client().withToken("A".repeat(43)).get(Paths.AREAS).status()).isEqualTo(401);
    assertThat(server.client().withToken("short").get(Paths.AREAS).status()).isEqualTo(401);
  }

  private static Reply make(
      TestClient administrator, String name, String person, String post, String area) {
    return administrator.post(
        Paths.ACCOUNTS,
        new AccountSave(UUID.randomUUID(), name, person, post, area, true, "Chushi-83-mima"));
  }

  private static AccountRow account(TestClient administrator, String name) {
    return administrator.get(Paths.ACCOUNTS).asList(AccountRow.class).stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Reply change(
      TestClient administrator, AccountRow row, boolean enabled, String password) {
    return administrator.put(
        path(Paths.ACCOUNT, row.id()),
        new AccountSave(
            UUID.randomUUID(),
            row.name(),
            row.person(),
            row.post(),
            row.area(),
            enabled,
            password));
  }
}
