package org.wangge.client.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wangge.problem.Problem;

/**
 * The one door for work that would stop the window: it runs beside it, its outcome comes back on
 * the window's thread.
 */
public interface Background {
  /**
   * Starts work.
   *
   * @param done gets the result on the window's thread
   * @param failed gets the refusal on the window's thread; anything that is not a {@link Problem}
   *     is logged and told as INTERNAL
   */
  <T> Work run(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed);

  /** Runs something on the window's thread after a while. */
  Work later(Duration delay, Runnable act);

  /** Runs something on the window's thread again and again, first after one period. */
  Work every(Duration period, Runnable act);

  /** Runs something on the window's thread as soon as it is free. */
  void onWindow(Runnable act);

  /** Work that was started. */
  interface Work {
    /** Stops caring about it; neither outcome is called afterwards. */
    void cancel();
  }
}
