package org.wangge.client.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.wire.Job;

/** Follows one job of the server from its start to its end; a lost line does not end it. */
public final class JobWatch {
  /** Share of the work that is done while that is unknown. */
  public static final double UNKNOWN = -1;

  private static final Messages TEXT = Messages.of(JobWatch.class);
  private static final Duration SOON = Duration.ofMillis(250);
  private static final Duration PERIOD = Duration.ofMillis(700);
  private static final Duration AWAY = Duration.ofSeconds(3);

  private final JobCalls calls;
  private final Background background;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<Job> job = new ReadOnlyObjectWrapper<>();
  private Background.Work asking = () -> {};
  private Consumer<String> done = result -> {};
  private Consumer<Problem> failed = problem -> {};
  private Runnable stopped = () -> {};

  /** A watch that follows nothing yet. */
  public JobWatch(JobCalls calls, Background background) {
    this.calls = calls;
    this.background = background;
  }

  /** Whether work is under way. */
  public ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** The job as the server told last; null before its start. */
  public ReadOnlyObjectProperty<Job> job() {
    return job.getReadOnlyProperty();
  }

  /** Share done from 0 to 1, or {@link #UNKNOWN}. */
  public double share() {
    Job now = job.get();
    return now == null || now.total() <= 0
        ? UNKNOWN
        : Math.min(1, (double) now.done() / now.total());
  }

  /**
   * Starts work and follows it.
   *
   * @param start orders the work; called beside the window
   * @param done gets the result
   * @param failed gets the reason why it did not start or broke
   * @param stopped called when it was stopped on request
   */
  public void follow(
      Callable<Job> start, Consumer<String> done, Consumer<Problem> failed, Runnable stopped) {
    asking.cancel();
    this.done = done;
    this.failed = failed;
    this.stopped = stopped;
    job.set(null);
    running.set(true);
    asking = background.run(start, this::take, this::end);
  }

  /** Asks the server to stop the work. */
  public void stop() {
    Job now = job.get();
    if (running.get() && now != null) {
      asking.cancel();
      asking = background.run(() -> calls.stop(now.id()), this::take, this::end);
    }
  }

  /** Stops following; the server goes on. */
  public void close() {
    asking.cancel();
    running.set(false);
  }

  private void take(Job now) {
    boolean first = job.get() == null;
    job.set(now);
    switch (now.state()) {
      case "done" -> {
        running.set(false);
        done.accept(now.result());
      }
      case "failed" ->
          end(
              new WordedProblem(
                  ProblemCode.INTERNAL,
                  now.problem().isBlank() ? TEXT.get("job.failed") : now.problem(),
                  null));
      case "cancelled" -> {
        running.set(false);
        stopped.run();
      }
      default -> askAgain(first ? SOON : PERIOD);
    }
  }

  private void askAgain(Duration pause) {
    Job now = job.get();
    asking =
        background.later(
            pause,
            () -> asking = background.run(() -> calls.job(now.id()), this::take, this::lost));
  }

  private void lost(Problem problem) {
    if (problem.code() == ProblemCode.SERVER_UNREACHABLE) {
      // The server works on; the line state in the window's head tells the rest.
      askAgain(AWAY);
    } else {
      end(problem);
    }
  }

  private void end(Problem problem) {
    running.set(false);
    failed.accept(problem);
  }
}
