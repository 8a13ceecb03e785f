package org.wangge.client.testing;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import org.wangge.client.work.JobCalls;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.wire.Job;

/** Jobs that go through the states a test has laid out. */
public final class MemoryJobs implements JobCalls {
  private final UUID id = UUID.randomUUID();
  private final Deque<Job> answers = new ArrayDeque<>();
  private boolean away;

  /** The job as it is when it was just ordered. */
  public Job ordered(String kind) {
    return new Job(id, kind, "running", 0, 0, "", "");
  }

  /** The next answer: under way. */
  public void running(long done, long total) {
    answers.add(new Job(id, "", "running", done, total, "", ""));
  }

  /** The next answer: done. */
  public void done(String result) {
    answers.add(new Job(id, "", "done", 1, 1, result, ""));
  }

  /** The next answer: broken. */
  public void failed(String problem) {
    answers.add(new Job(id, "", "failed", 0, 1, "", problem));
  }

  /** Whether the server cannot be reached. */
  public void setAway(boolean now) {
    away = now;
  }

  @Override
  public Job job(UUID wanted) {
    if (away) {
      throw new Problem(ProblemCode.SERVER_UNREACHABLE);
    }
    return answers.size() > 1 ? answers.poll() : answers.peek();
  }

  @Override
  public Job stop(UUID wanted) {
    answers.clear();
    return new Job(id, "", "cancelled", 0, 0, "", "");
  }
}
