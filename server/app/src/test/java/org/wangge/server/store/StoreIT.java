package org.wangge.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Page;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.wire.AuditRow;
import org.wangge.wire.Job;

/** What stands beside records in the database: audit, accounts, areas, requests, jobs, checks. */
class StoreIT {
  @TempDir static Path folder;
  private static Database database;
  private static Town town;

  @BeforeAll
  static void open() {
    database = Database.create(DatabaseSettings.embedded(folder));
    town = new Town(database);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void chainsTheAuditTrailHoweverManyAppendAtOnce() throws Exception {
    AuditStore audit = town.audit;
    long before = audit.verify().rows();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, 30)
              .<Future<?>>mapToObj(
                  i ->
                      threads.submit(
                          () -> audit.append(town.near, "export", "list " + i, "月度核对", "done")))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(audit.verify().rows()).isEqualTo(before + 30);
    assertThat(audit.verify().broken()).isEmpty();

    Caller auditor = Town.caller(Post.AUDITOR, Town.TOWN);
    Set<Long> numbers = new HashSet<>();
    Optional<String> mark = Optional.empty();
    do {
      Page<AuditRow> page = audit.page(auditor, mark, 7);
      page.rows().forEach(row -> assertThat(numbers.add(row.number())).isTrue());
      mark = page.next();
    } while (mark.isPresent());
    assertThat(numbers).hasSize((int) (before + 30));
    assertThatThrownBy(() -> audit.page(town.near, Optional.empty(), 7))
        .isInstanceOf(Problem.class);
  }

  @Test
  void letsNobodyChangeTheAuditTrailNotEvenTheServer() {
    town.audit.append(town.near, "export", "list", "月度核对", "done");
    for (String sql :
        List.of(
            "UPDATE audit SET reason = 'x'",
            "DELETE FROM audit",
            "DELETE FROM audit WHERE number = 1")) {
      assertThatThrownBy(() -> run(sql)).as(sql).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void showsAnAuditTrailThatWasTamperedWith() throws Exception {
    Path other = folder.resolve("tampered");
    try (Database own = Database.create(DatabaseSettings.embedded(other))) {
      AuditStore audit = new AuditStore(new Store(own, Town.CLOCK));
      for (int i = 0; i < 5; i++) {
        audit.append(town.near, "reveal", "person " + i, "核对证件", "done");
      }
      assertThat(audit.verify().broken()).isEmpty();
      run(own, "DROP TRIGGER audit_stands", "UPDATE audit SET reason = '改过' WHERE number = 3");
      assertThat(audit.verify().broken()).hasValue(3);
      run(own, "UPDATE audit SET reason = '核对证件' WHERE number = 3");
      assertThat(audit.verify().broken()).isEmpty();
      run(own, "DROP TRIGGER audit_stays", "DELETE FROM audit WHERE number = 5");
      assertThat(audit.verify().broken()).as("the end was cut off").hasValue(5);
    }
  }

  @Test
  void checksCleanAndFindsWhatMustNotBe() throws Exception {
    StoreCheck check = new StoreCheck(town.store, Town.CATALOGUE);
    UUID id = town.addFloating(town.near, "检查人", Town.number(LocalDate.of(1990, 1, 1), 1));
    town.save(town.near, "floating_person", id, 1, null, Map.of("phone", "13857400003"));
    assertThat(check.run()).isEmpty();
    assertThat(database.damagedTables()).isEmpty();
    assertThat(check.counts()).containsEntry("floating_person", 1L).containsEntry("grid", 2L);

    run("UPDATE person SET version = 7");
    assertThat(check.run()).containsExactly(new StoreCheck.Fault("history-behind", "person", 1));
    run("UPDATE person SET version = 2");
    run(
        "DELETE FROM change_field",
        "DELETE FROM change_log WHERE version = 1 AND type = 'floating_person'");
    assertThat(check.run()).extracting(StoreCheck.Fault::code).containsExactly("history-gap");
    run("DELETE FROM change_log WHERE type = 'floating_person'");
    assertThat(check.run()).extracting(StoreCheck.Fault::code).containsExactly("history-behind");
    run("DELETE FROM floating_person", "DELETE FROM person");
    assertThat(check.run()).isEmpty();
    UUID importId = RecordId.next();
    BulkRow row =
        new BulkRow(
            RecordId.next(),
            new SaveOrder(
                null,
                0,
                Town.NEAR,
                Values.of(Town.floating("半截人", Town.number(LocalDate.of(1990, 1, 1), 2))),
                true,
                Origin.of(importId, 1)));
    town.store.write(tx -> town.records.saveAll(tx, town.near, "floating_person", List.of(row)));
    assertThat(check.run())
        .containsExactly(new StoreCheck.Fault("import-half", importId.toString(), 1));
  }

  @Test
  void takesBackEverythingOfAFailedTransaction() {
    RequestStore requests = new RequestStore();
    UUID id = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                town.store.write(
                    tx -> {
                      requests.remember(tx, town.near, id, "x", "done");
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    Optional<String> answer = town.store.read(tx -> requests.answered(tx, town.near, id, "x"));
    assertThat(answer).isEmpty();
  }

  @Test
  void doesWorkAgainAfterADeadlockAndAfterNothingElse() throws Exception {
    AreaStore areas = town.areas;
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch bothHaveOne = new CountDownLatch(2);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> one = threads.submit(() -> cross(bothHaveOne, runs, Town.NEAR, Town.FAR));
      Future<?> two = threads.submit(() -> cross(bothHaveOne, runs, Town.FAR, Town.NEAR));
      one.get();
      two.get();
    }
    assertThat(runs.get()).as("one of the two ran twice").isEqualTo(3);
    assertThat(areas.nameOf(Town.NEAR)).isEqualTo(Town.NEAR_NAME);

    AtomicInteger failures = new AtomicInteger();
    assertThatThrownBy(
            () ->
                town.store.write(
                    tx -> {
                      failures.incrementAndGet();
                      return tx.sql().execute("UPDATE no_such_table SET x = 1");
                    }))
        .hasMessageContaining("42X05");
    assertThat(failures.get()).isEqualTo(1);
  }

  private static Void cross(
      CountDownLatch bothHaveOne, AtomicInteger runs, String first, String second) {
    return town.store.write(
        tx -> {
          runs.incrementAndGet();
          tx.sql().execute("UPDATE area SET sort = sort + 1 WHERE code = ?", first);
          bothHaveOne.countDown();
          try {
            bothHaveOne.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          tx.sql().execute("UPDATE area SET sort = sort + 1 WHERE code = ?", second);
          return null;
        });
  }

  @Test
  void saysNothingOfValuesInAFailure() {
    assertThatThrownBy(
            () ->
                town.store.write(
                    tx -> {
                      new RequestStore()
                          .remember(tx, town.near, UUID.randomUUID(), "x", "秘".repeat(5000));
                      return null;
                    }))
        .hasMessageContaining("22001")
        .hasNoCause()
        .hasMessageNotContaining("秘");
  }

  @Test
  void neverOpensATransactionInsideAnother() {
    assertThatThrownBy(() -> town.store.write(tx -> town.areas.nameOf(Town.NEAR)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void keepsAccountsSessionsAndAttempts() {
    AccountStore accounts = new AccountStore(town.store);
    LocalDateTime now = town.store.now();
    Account account =
        new Account(RecordId.next(), "wuxd01", "王操作", Post.VILLAGE_OPERATOR, Town.NEAR);
    AccountStore.StoredAccount stored =
        new AccountStore.StoredAccount(account, 1, true, "$argon2id$", now, true, 0, null);
    byte[] token = new byte[32];
    token[0] = 7;
    town.store.write(
        tx -> {
          accounts.insert(tx, stored);
          accounts.openSession(tx, token, account.id(), "PC-1", now.plusHours(8));
          accounts.signIn(tx, account, "wuxd01", true, "PC-1");
          accounts.signIn(tx, null, "nobody", false, "PC-1");
          return null;
        });
    Optional<AccountStore.StoredAccount> byName =
        town.store.read(tx -> accounts.byName(tx, "wuxd01"));
    assertThat(byName).contains(stored);
    Optional<AccountStore.StoredAccount> byId =
        town.store.read(tx -> accounts.byId(tx, account.id()));
    assertThat(byId).contains(stored);
    List<AccountStore.StoredAccount> ofTown = town.store.read(tx -> accounts.list(tx, Town.TOWN));
    assertThat(ofTown).containsExactly(stored);
    List<AccountStore.StoredAccount> ofFar = town.store.read(tx -> accounts.list(tx, Town.FAR));
    assertThat(ofFar).isEmpty();
    assertThat(accounts.isEmpty()).isFalse();

    AccountStore.StoredSession session =
        town.store.read(tx -> accounts.session(tx, token)).orElseThrow();
    assertThat(session.account()).isEqualTo(stored);
    assertThat(session.endsAt()).isEqualTo(now.plusHours(8));

    Account renamed = new Account(account.id(), "wuxd02", "王操作", Post.VILLAGE_OPERATOR, Town.NEAR);
    AccountStore.StoredAccount changed =
        new AccountStore.StoredAccount(renamed, 1, false, "$argon2id$2", now, false, 0, null);
    town.store.write(
        tx -> {
          accounts.update(tx, changed);
          return null;
        });
    assertThatThrownBy(
            () ->
                town.store.write(
                    tx -> {
                      accounts.update(tx, changed);
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.STALE_VERSION));
    Account taken = new Account(RecordId.next(), "wuxd02", "李操作", Post.VILLAGE_OPERATOR, Town.FAR);
    assertThatThrownBy(
            () ->
                town.store.write(
                    tx -> {
                      accounts.insert(
                          tx,
                          new AccountStore.StoredAccount(
                              taken, 1, true, "$argon2id$", now, true, 0, null));
                      return null;
                    }))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.DUPLICATE));
    town.store.write(
        tx -> {
          accounts.setFailures(tx, account.id(), 5, now.plusMinutes(15));
          accounts.endSessions(tx, account.id());
          return null;
        });
    AccountStore.StoredAccount locked =
        town.store.read(tx -> accounts.byId(tx, account.id())).orElseThrow();
    assertThat(locked.failures()).isEqualTo(5);
    assertThat(locked.lockedUntil()).isEqualTo(now.plusMinutes(15));
    Optional<AccountStore.StoredSession> ended = town.store.read(tx -> accounts.session(tx, token));
    assertThat(ended).isEmpty();
  }

  @Test
  void readsTheTreeOfPlaces() {
    assertThat(town.areas.villages(Town.TOWN)).hasSizeGreaterThan(15).contains(Town.NEAR, Town.FAR);
    assertThat(town.areas.below(Town.NEAR))
        .extracting(org.wangge.wire.Area::name)
        .containsExactly(Town.NEAR_NAME);
    assertThat(town.areas.nameOf("999999")).isEqualTo("999999");
    assertThatThrownBy(
            () ->
                town.areas.load(
                    new java.io.StringReader("code,name,level,parent\n33x,坏,village,33\n")))
        .isInstanceOf(Problem.class);
  }

  @Test
  void tellsWhatBecameOfWorkAStoppedServerLeft() {
    JobStore jobs = new JobStore(town.store);
    UUID id = UUID.randomUUID();
    jobs.begin(town.near, id, "import");
    jobs.note(new Job(id, "import", "running", 5, 10, "", ""));
    assertThat(jobs.find(town.near, id)).contains(new Job(id, "import", "running", 5, 10, "", ""));
    assertThat(jobs.find(town.far, id)).isEmpty();
    assertThat(jobs.failRunning("服务器停过")).isEqualTo(1);
    jobs.note(new Job(id, "import", "done", 10, 10, "x", ""));
    assertThat(jobs.find(town.near, id).orElseThrow().state()).isEqualTo("failed");
  }

  private static void run(String... statements) throws SQLException {
    run(database, statements);
  }

  private static void run(Database on, String... statements) throws SQLException {
    try (Connection connection = on.source().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }
}
