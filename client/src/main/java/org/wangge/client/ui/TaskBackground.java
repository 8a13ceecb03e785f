package org.wangge.client.ui;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.concurrent.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Background work as JavaFX tasks on virtual threads. */
public final class TaskBackground implements Background, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(TaskBackground.class);

  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("work-", 0).factory());

  @Override
  public <T> Work run(Callable<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
    Task<T> task =
        new Task<>() {
          @Override
          protected T call() throws Exception {
            return work.call();
          }
        };
    task.setOnSucceeded(event -> done.accept(task.getValue()));
    task.setOnFailed(event -> failed.accept(problemOf(task.getException())));
    executor.execute(task);
    // The thread is not interrupted: a request under way ends by itself or by its time limit.
    return () -> task.cancel(false);
  }

  private static Problem problemOf(Throwable cause) {
    if (cause instanceof Problem problem) {
      return problem;
    }
    LOG.error("Work beside the window broke", cause);
    return new Problem(ProblemCode.INTERNAL, Map.of(), cause);
  }

  @Override
  public Work later(Duration delay, Runnable act) {
    return start(delay, 1, act);
  }

  @Override
  public Work every(Duration period, Runnable act) {
    return start(period, Animation.INDEFINITE, act);
  }

  private static Work start(Duration period, int times, Runnable act) {
    Timeline timeline =
        new Timeline(
            new KeyFrame(
                javafx.util.Duration.millis((double) period.toMillis()), event -> act.run()));
    timeline.setCycleCount(times);
    timeline.play();
    return timeline::stop;
  }

  @Override
  public void onWindow(Runnable act) {
    if (Platform.isFxApplicationThread()) {
      act.run();
    } else {
      Platform.runLater(act);
    }
  }

  /** Takes no more work; what is under way goes on until it ends. */
  @Override
  public void close() {
    executor.shutdown();
  }
}
