package org.wangge.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Post;
import org.wangge.wire.Job;

@Timeout(30)
class JobsTest {
  private final Jobs jobs = new Jobs(2, new PlainLedger(), Clock.systemUTC());
  private final Caller operator = caller();
  private final Caller another = caller();

  @AfterEach
  void close() {
    jobs.close();
  }

  private static Caller caller() {
    UUID id = UUID.randomUUID();
    return new Caller(
        new Account(id, "a", "a", Post.VILLAGE_OPERATOR, "330282104201"), "pc", "request");
  }

  @Test
  void aJobTellsItsProgressAndResult() throws Exception {
    CountDownLatch half = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    Job job =
        jobs.start(
            operator,
            "import",
            UUID.randomUUID(),
            progress -> {
              progress.total(10);
              progress.done(5);
              half.countDown();
              awaitQuietly(on);
              progress.done(10);
              return "result";
            });
    half.await();
    Job running = jobs.of(operator, job.id());
    on.countDown();
    Job ended = jobs.await(operator, job.id());

    assertThat(running.state()).isEqualTo("running");
    assertThat(running.done()).isEqualTo(5);
    assertThat(running.total()).isEqualTo(10);
    assertThat(ended.state()).isEqualTo("done");
    assertThat(ended.result()).isEqualTo("result");
  }

  @Test
  void aJobThatIsCancelledStopsAtItsNextStep() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch on = new CountDownLatch(1);
    AtomicInteger steps = new AtomicInteger();
    Job job =
        jobs.start(
            operator,
            "import",
            UUID.randomUUID(),
            progress -> {
              begun.countDown();
              awaitQuietly(on);
              progress.done(1);
              steps.incrementAndGet();
              return "";
            });
    begun.await();
    jobs.cancel(operator, job.id());
    on.countDown();

    assertThat(jobs.await(operator, job.id()).state()).isEqualTo("cancelled");
    assertThat(steps).hasValue(0);
  }

  @Test
  void aRefusedJobTellsWhyInChinese() throws Exception {
    Job job =
        jobs.start(
            operator,
            "import",
            UUID.randomUUID(),
            progress -> {
              throw new Problem(ProblemCode.EMPTY_FILE);
            });
    Job ended = jobs.await(operator, job.id());

    assertThat(ended.state()).isEqualTo("failed");
    assertThat(ended.problem()).isEqualTo(new Problem(ProblemCode.EMPTY_FILE).wording());
  }

  @Test
  void aBrokenJobTellsNothingOfTheInside() throws Exception {
    Job job =
        jobs.start(
            operator,
            "import",
            UUID.randomUUID(),
            progress -> {
              throw new IllegalStateException("secret");
            });
    Job ended = jobs.await(operator, job.id());

    assertThat(ended.state()).isEqualTo("failed");
    assertThat(ended.problem())
        .isEqualTo(new Problem(ProblemCode.INTERNAL, Map.of("number", "")).wording())
        .doesNotContain("secret");
  }

  @Test
  void theSameRequestStartsOneJob() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    UUID requestId = UUID.randomUUID();
    Jobs.Work work =
        progress -> {
          runs.incrementAndGet();
          return "";
        };
    Job first = jobs.start(operator, "commit", requestId, work);
    Job second = jobs.start(operator, "commit", requestId, work);
    jobs.await(operator, first.id());
    jobs.await(operator, second.id());

    assertThat(second.id()).isEqualTo(first.id());
    assertThat(runs).hasValue(1);
  }

  @Test
  void anotherAccountCannotSeeStopOrGuessTheJob() {
    UUID requestId = UUID.randomUUID();
    Job job = jobs.start(operator, "commit", requestId, progress -> "");

    assertThatThrownBy(() -> jobs.of(another, job.id()))
        .hasMessageContaining(ProblemCode.NOT_FOUND.key());
    assertThatThrownBy(() -> jobs.cancel(another, job.id()))
        .hasMessageContaining(ProblemCode.NOT_FOUND.key());
    assertThatThrownBy(() -> jobs.start(another, "commit", requestId, progress -> ""))
        .hasMessageContaining(ProblemCode.REQUEST_ID_REUSED.key());
  }

  @Test
  void aJobOfAnEarlierRunIsLookedUpInTheLedger() throws Exception {
    PlainLedger ledger = new PlainLedger();
    UUID id;
    try (Jobs earlier = new Jobs(1, ledger, Clock.systemUTC())) {
      id = earlier.start(operator, "commit", UUID.randomUUID(), progress -> "import").id();
      earlier.await(operator, id);
    }
    try (Jobs later = new Jobs(1, ledger, Clock.systemUTC())) {
      assertThat(later.of(operator, id).result()).isEqualTo("import");
      assertThatThrownBy(() -> later.of(another, id))
          .hasMessageContaining(ProblemCode.NOT_FOUND.key());
    }
  }

  private static final class PlainLedger implements Jobs.Ledger {
    private final Map<UUID, UUID> owners = new ConcurrentHashMap<>();
    private final Map<UUID, Job> ended = new ConcurrentHashMap<>();

    @Override
    public void begin(Caller caller, UUID id, String kind) {
      owners.put(id, caller.account().id());
    }

    @Override
    public void end(Job job) {
      ended.put(job.id(), job);
    }

    @Override
    public Optional<Job> find(Caller caller, UUID id) {
      return caller.account().id().equals(owners.get(id))
          ? Optional.ofNullable(ended.get(id))
          : Optional.empty();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
