package org.wangge.server.jobs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.server.access.Caller;
import org.wangge.wire.Job;

/**
 * Work that outlasts a request. A job belongs to the account that ordered it and is unknown to all
 * others. Results are told for a day; what a job wrote stays, of course, and a job that a crash cut
 * off wrote nothing.
 */
public final class Jobs implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int MOST_PER_ACCOUNT = 20;

  private final Ledger ledger;
  private final Clock clock;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<UUID, Running> jobs = new LinkedHashMap<>();
  private boolean closed;

  /** Runs at most {@code sideBySide} jobs at a time; the others wait for their turn. */
  public Jobs(int sideBySide, Ledger ledger, Clock clock) {
    this.places = new Semaphore(sideBySide, true);
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Where jobs are written down, so that a restarted server can say what became of them. */
  public interface Ledger {
    /** Notes that a job began. */
    void begin(Caller caller, UUID id, String kind);

    /** Notes how a job ended. */
    void end(Job job);

    /** A job of this account that is not held in memory, or empty. */
    Optional<Job> find(Caller caller, UUID id);
  }

  /** The work of a job. */
  @FunctionalInterface
  public interface Work {
    /**
     * Does the work.
     *
     * @return id or key of the result
     * @throws Problem when it is refused
     * @throws JobCancelled from {@code progress} when it was asked to stop
     */
    String run(Progress progress);
  }

  /**
   * Starts a job and answers at once.
   *
   * @param kind import, commit, bulletin or export
   * @param requestId idempotency key; the same one again answers the same job
   * @throws Problem TOO_MANY_REQUESTS when the account has too many unfinished ones
   */
  public Job start(Caller caller, String kind, UUID requestId, Work work) {
    Running job;
    synchronized (jobs) {
      if (closed) {
        throw new Problem(ProblemCode.SERVER_UNREACHABLE);
      }
      forgetOld();
      Optional<Running> before =
          jobs.values().stream()
              .filter(other -> requestId != null && requestId.equals(other.requestId))
              .findFirst();
      if (before.isPresent()) {
        if (!before.get().owner.equals(caller.account().id()) || !before.get().kind.equals(kind)) {
          throw new Problem(ProblemCode.REQUEST_ID_REUSED);
        }
        return before.get().told();
      }
      long unfinished =
          jobs.values().stream()
              .filter(other -> other.owner.equals(caller.account().id()) && !other.hasEnded())
              .count();
      if (unfinished >= MOST_PER_ACCOUNT) {
        throw new Problem(ProblemCode.TOO_MANY_REQUESTS);
      }
      job = new Running(RecordId.next(), caller.account().id(), kind, requestId);
      jobs.put(job.id, job);
    }
    ledger.begin(caller, job.id, kind);
    Map<String, String> context = MDC.getCopyOfContextMap();
    threads.execute(() -> run(job, work, context));
    return job.told();
  }

  /**
   * How a job of this account stands.
   *
   * @throws Problem NOT_FOUND for an unknown job or another account's
   */
  public Job of(Caller caller, UUID id) {
    Optional<Running> held = held(caller, id);
    return held.isPresent()
        ? held.get().told()
        : ledger.find(caller, id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  /**
   * Asks a job of this account to stop; it does so at its next step and leaves nothing behind.
   *
   * @throws Problem NOT_FOUND for an unknown job or another account's
   */
  public Job cancel(Caller caller, UUID id) {
    Running job = find(caller, id);
    job.stop = true;
    return job.told();
  }

  /** Waits until the job has ended and tells how. */
  public Job await(Caller caller, UUID id) throws InterruptedException {
    Running job = find(caller, id);
    job.ended.await();
    return job.told();
  }

  /** Asks all jobs to stop and waits for them, so that the database can be closed. */
  @Override
  public void close() {
    synchronized (jobs) {
      closed = true;
      jobs.values().forEach(job -> job.stop = true);
    }
    threads.shutdown();
    try {
      if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
        LOG.warn("jobs did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Running find(Caller caller, UUID id) {
    return held(caller, id).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  private Optional<Running> held(Caller caller, UUID id) {
    synchronized (jobs) {
      return Optional.ofNullable(jobs.get(id))
          .filter(job -> job.owner.equals(caller.account().id()));
    }
  }

  private void run(Running job, Work work, Map<String, String> context) {
    if (context != null) {
      MDC.setContextMap(context);
    }
    places.acquireUninterruptibly();
    try {
      job.done(0);
      String result = work.run(job);
      job.end("done", result, "");
    } catch (JobCancelled e) {
      job.end("cancelled", "", "");
    } catch (Problem e) {
      job.end("failed", "", e.wording());
    } catch (RuntimeException | Error e) {
      LOG.error("{} job {} failed", job.kind, job.id, e);
      String number = context == null ? "" : context.getOrDefault("request", "");
      job.end("failed", "", new Problem(ProblemCode.INTERNAL, Map.of("number", number)).wording());
    } finally {
      if (!job.hasEnded()) {
        job.end("failed", "", "");
      }
      places.release();
      MDC.clear();
    }
  }

  private void forgetOld() {
    Instant limit = clock.instant().minus(KEPT);
    jobs.values().removeIf(job -> job.hasEnded() && job.endedAt.isBefore(limit));
  }

  private final class Running implements Progress {
    private final UUID id;
    private final UUID owner;
    private final String kind;
    private final UUID requestId;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean stop;
    private volatile Instant endedAt;
    private volatile Job state;

    Running(UUID id, UUID owner, String kind, UUID requestId) {
      this.id = id;
      this.owner = owner;
      this.kind = kind;
      this.requestId = requestId;
      this.state = new Job(id, kind, "running", 0, 0, "", "");
    }

    Job told() {
      return state;
    }

    boolean hasEnded() {
      return endedAt != null;
    }

    @Override
    public void total(long steps) {
      state = new Job(id, kind, state.state(), state.done(), steps, "", "");
    }

    @Override
    public void done(long steps) {
      if (stop) {
        throw new JobCancelled();
      }
      state = new Job(id, kind, state.state(), steps, state.total(), "", "");
    }

    void end(String how, String result, String problem) {
      state = new Job(id, kind, how, state.done(), state.total(), result, problem);
      try {
        ledger.end(state);
      } finally {
        endedAt = clock.instant();
        ended.countDown();
      }
    }
  }
}
