package org.wangge.client.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.wangge.client.ui.Background;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Background work that happens at once; clocks go only when the test says so. */
public final class ManualBackground implements Background {
  private final List<Timer> timers = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private boolean holding;

  private static final class Timer {
    private final Duration period;
    private final Runnable act;
    private final boolean again;
    private Duration left;
    private boolean cancelled;

    Timer(Duration period, Runnable act, boolean again) {
      this.period = period;
      this.left = period;
      this.act = act;
      this.again = again;
    }
  }

  @Override
  public <T> Work run(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
    boolean[] cancelled = {false};
    Runnable act =
        () -> {
          if (cancelled[0]) {
            return;
          }
          T result;
          try {
            result = work.call();
          } catch (Problem problem) {
            failed.accept(problem);
            return;
          } catch (Exception e) {
            failed.accept(new Problem(ProblemCode.INTERNAL, Map.of(), e));
            return;
          }
          done.accept(result);
        };
    if (holding) {
      held.add(act);
    } else {
      act.run();
    }
    return () -> cancelled[0] = true;
  }

  /** Keeps work from here on until {@link #release}. */
  public void hold() {
    holding = true;
  }

  /** Does what was held. */
  public void release() {
    holding = false;
    List<Runnable> now = new ArrayList<>(held);
    held.clear();
    now.forEach(Runnable::run);
  }

  @Override
  public Work later(Duration delay, Runnable act) {
    return start(new Timer(delay, act, false));
  }

  @Override
  public Work every(Duration period, Runnable act) {
    return start(new Timer(period, act, true));
  }

  private Work start(Timer timer) {
    timers.add(timer);
    return () -> timer.cancelled = true;
  }

  /** Lets time go by. */
  public void pass(Duration time) {
    for (Timer timer : new ArrayList<>(timers)) {
      timer.left = timer.left.minus(time);
      if (!timer.cancelled && !timer.left.isPositive()) {
        timer.left = timer.period;
        timer.cancelled = !timer.again;
        timer.act.run();
      }
    }
    timers.removeIf(timer -> timer.cancelled);
  }

  @Override
  public void onWindow(Runnable act) {
    act.run();
  }
}
