package org.wangge.server.jobs;

/** Thrown inside a job that was asked to stop, so that its transaction is undone. */
public final class JobCancelled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stops the work. */
  public JobCancelled() {
    super("cancelled", null, false, false);
  }
}
