package org.wangge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.testing.TestClient.path;
import static org.wangge.testing.TestClient.record;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.server.settings.DataFolder;
import org.wangge.testing.ServerProcess.Result;
import org.wangge.testing.TestClient.Reply;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportReport;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;
import org.wangge.wire.Save;
import org.wangge.wire.Saved;

/**
 * A server process is ended by SIGKILL in the middle of saves, imports and bulletins, again and
 * again on the same data. After each restart every save that was acknowledged is there with its
 * values, an import is there whole or not at all, a bulletin that was acknowledged is frozen, and
 * the check finds nothing. Saves whose answer was lost are sent again and are there once.
 *
 * <p>Three rounds by default; many: {@code mvn verify -pl server/testing -am -Dit.test=KillIT
 * -Dkill.rounds=50 -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KillIT {
  private static final String TYPE = "floating_person";
  private static final int WRITERS = 4;
  private static final int ROWS = 40;
  private static final int ROUNDS = Integer.getInteger("kill.rounds", 3);
  private static final YearMonth FIRST_MONTH = YearMonth.of(2026, 1);

  @TempDir Path folder;

  /** Values of acknowledged saves by id: the phone number that was saved last. */
  private final Map<UUID, String> acknowledged = new ConcurrentHashMap<>();

  private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
  private final List<Import> imports = new ArrayList<>();
  private final Map<YearMonth, String> bulletins = new ConcurrentHashMap<>();
  private final Random random = new Random(20261031);

  /** A save whose answer did not come. */
  private record Sent(UUID id, Save save, String phone) {}

  /**
   * An import under way when the server was killed, or done before.
   *
   * @param id its id
   * @param numbers id numbers of its rows
   * @param done whether its commit was acknowledged
   */
  private record Import(UUID id, List<String> numbers, boolean done) {}

  @Test
  void whatWasAcknowledgedIsThereAfterAKillAndNothingIsHalfThere() throws Exception {
    DataFolder data = TestServer.copyData(folder.resolve("data"));
    for (int round = 0; round < ROUNDS; round++) {
      try (ServerProcess server = ServerProcess.run(data)) {
        if (round > 0) {
          verify(server, round);
        }
        work(server, round);
      }
    }
    try (ServerProcess server = ServerProcess.run(data)) {
      verify(server, ROUNDS);
      server.stop();
    }
    Result check = ServerProcess.command("check", "--data", data.root());
    assertThat(check.refusals()).isEmpty();
    assertThat(check.code()).isZero();
    assertThat(acknowledged).hasSizeGreaterThan(ROUNDS * WRITERS);
  }

  /** Lets writers, an import and a bulletin run, and kills the server in the middle of them. */
  private void work(ServerProcess server, int round) throws Exception {
    AtomicBoolean stop = new AtomicBoolean();
    // Signed in before the clock runs: on a busy machine that takes longer than a round.
    TestClient near = server.client(TestAccount.OPERATOR_A);
    TestClient far = server.client(TestAccount.OPERATOR_B);
    TestClient town = server.client(TestAccount.TOWN_OPERATOR);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> running = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        running.add(threads.submit(() -> save(near, stop)));
      }
      running.add(threads.submit(() -> importSheets(far, stop)));
      running.add(threads.submit(() -> countMonths(town, stop, round)));
      Thread.sleep(Duration.ofMillis(1500 + random.nextInt(3000)));
      server.kill();
      stop.set(true);
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private void save(TestClient client, AtomicBoolean stop) {
    while (!stop.get()) {
      UUID id = RecordId.next();
      String phone = "138%08d".formatted(Math.floorMod(id.hashCode(), 100_000_000));
      Map<String, Object> values = Sample.floating(TestServer.VILLAGE_A, "曾存活", Sample.idNumber());
      values.put("phone", phone);
      Save fresh = Sample.fresh(TestServer.VILLAGE_A, values);
      if (!send(client, new Sent(id, fresh, phone))) {
        return;
      }
      String changed = "139" + phone.substring(3);
      Save change = new Save(RecordId.next(), 1, null, Map.of("phone", changed), true);
      if (!send(client, new Sent(id, change, changed))) {
        return;
      }
    }
  }

  /** Sends a save; answers false when the line broke, which leaves it unanswered. */
  private boolean send(TestClient client, Sent sent) {
    Reply reply;
    try {
      reply = client.put(record(TYPE, sent.id()), sent.save());
    } catch (UncheckedIOException e) {
      unanswered.add(sent);
      return false;
    }
    reply.as(Saved.class);
    acknowledged.put(sent.id(), sent.phone());
    return true;
  }

  private void importSheets(TestClient client, AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        List<String> numbers = new ArrayList<>();
        StringBuilder csv = new StringBuilder("姓名,证件号码,联系方式,流入原因,流入时间,登记日期\n");
        for (int row = 0; row < ROWS; row++) {
          numbers.add(Sample.idNumber());
          csv.append("吴导入,%s,13857400002,务工,2026-01-05,2026-01-06\n".formatted(numbers.getLast()));
        }
        Reply sent =
            client.raw(
                "POST",
                Paths.IMPORTS
                    + "?name=a.csv&type=floating_person&village="
                    + TestServer.VILLAGE_B
                    + "&requestId="
                    + RecordId.next(),
                csv.toString().getBytes(StandardCharsets.UTF_8));
        Job rehearsed = client.await(sent.as(Job.class));
        assertThat(rehearsed.state()).as(rehearsed.problem()).isEqualTo("done");
        UUID id = UUID.fromString(rehearsed.result());
        imports.add(new Import(id, numbers, false));
        Job committed =
            client.await(
                client
                    .post(path(Paths.IMPORT_COMMIT, id), new ImportCommit(RecordId.next(), true))
                    .as(Job.class));
        assertThat(committed.state()).as(committed.problem()).isEqualTo("done");
        imports.removeLast();
        imports.add(new Import(id, numbers, true));
      }
    } catch (UncheckedIOException e) {
      // Killed in the middle: what of it must hold is looked at after the restart.
    }
  }

  private void countMonths(TestClient client, AtomicBoolean stop, int round) {
    try {
      for (int step = 0; !stop.get(); step++) {
        YearMonth month = FIRST_MONTH.minusMonths(round * 24L + step);
        Job job =
            client.await(
                client
                    .post(
                        Paths.BULLETINS,
                        new BulletinOrder(RecordId.next(), month, TestServer.TOWN, false))
                    .as(Job.class));
        assertThat(job.state()).as(job.problem()).isEqualTo("done");
        bulletins.put(month, client.get(path(Paths.BULLETIN, month)).text());
      }
    } catch (UncheckedIOException e) {
      // Killed in the middle.
    }
  }

  private void verify(ServerProcess server, int round) {
    TestClient near = server.client(TestAccount.OPERATOR_A);
    acknowledged.forEach(
        (id, phone) -> {
          Record there = near.get(record(TYPE, id)).as(Record.class);
          // A later save may have been written whose answer was lost.
          boolean lost = unanswered.stream().anyMatch(sent -> sent.id().equals(id));
          if (!lost) {
            assertThat(there.values().text("phone")).isEqualTo(phone);
          }
        });
    for (Sent sent = unanswered.poll(); sent != null; sent = unanswered.poll()) {
      Record repeated = near.put(record(TYPE, sent.id()), sent.save()).as(Saved.class).record();
      assertThat(repeated.values().text("phone")).isEqualTo(sent.phone());
      assertThat(repeated.version()).isEqualTo(sent.save().version() + 1);
      acknowledged.put(sent.id(), sent.phone());
    }
    TestClient far = server.client(TestAccount.OPERATOR_B);
    for (Import one : imports) {
      ImportReport report = far.get(path(Paths.IMPORT, one.id())).as(ImportReport.class);
      if (one.done()) {
        assertThat(report.committed()).isTrue();
      }
      long there = one.numbers().stream().filter(number -> isRegistered(far, number)).count();
      assertThat(there).isEqualTo(report.committed() ? ROWS : 0);
    }
    // Whole or not at all was seen; once is enough for each.
    imports.clear();
    TestClient town = server.client(TestAccount.TOWN_OPERATOR);
    bulletins.forEach(
        (month, text) -> assertThat(town.get(path(Paths.BULLETIN, month)).text()).isEqualTo(text));
    assertThat(town.get(Paths.BULLETINS).asList(BulletinState.class))
        .as("round " + round)
        .isNotEmpty();
    bulletins.clear();
  }

  private static boolean isRegistered(TestClient client, String number) {
    Query query = Sample.search(number);
    return !client.post(path(Paths.QUERY, TYPE), query).asPage(Record.class).rows().isEmpty();
  }
}
