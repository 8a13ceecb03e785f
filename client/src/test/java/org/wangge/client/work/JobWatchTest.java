package org.wangge.client.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryJobs;

class JobWatchTest {
  private static final Duration A_WHILE = Duration.ofSeconds(4);

  private final ManualBackground background = new ManualBackground();
  private final MemoryJobs jobs = new MemoryJobs();
  private final JobWatch watch = new JobWatch(jobs, background);
  private final List<String> told = new ArrayList<>();

  private void follow() {
    watch.follow(
        () -> jobs.ordered("bulletin"),
        result -> told.add("done " + result),
        problem -> told.add("failed " + problem.wording()),
        () -> told.add("stopped"));
  }

  @Test
  void aJobIsFollowedUntilItIsDone() {
    jobs.running(3, 12);
    jobs.done("2026-10");
    follow();
    assertThat(watch.running().get()).isTrue();
    assertThat(watch.share()).isEqualTo(JobWatch.UNKNOWN);
    background.pass(A_WHILE);
    assertThat(watch.share()).isEqualTo(0.25);
    background.pass(A_WHILE);
    assertThat(told).containsExactly("done 2026-10");
    assertThat(watch.running().get()).isFalse();
  }

  @Test
  void aLostLineDoesNotEndIt() {
    jobs.done("2026-10");
    follow();
    jobs.setAway(true);
    background.pass(A_WHILE);
    background.pass(A_WHILE);
    assertThat(told).isEmpty();
    assertThat(watch.running().get()).isTrue();
    jobs.setAway(false);
    background.pass(A_WHILE);
    assertThat(told).containsExactly("done 2026-10");
  }

  @Test
  void aBrokenJobIsToldInTheServersSentence() {
    jobs.failed("各村合计与全镇总数不一致，通报没有生成");
    follow();
    background.pass(A_WHILE);
    assertThat(told).containsExactly("failed 各村合计与全镇总数不一致，通报没有生成");
  }

  @Test
  void aJobCanBeStopped() {
    jobs.running(1, 10);
    follow();
    watch.stop();
    assertThat(told).containsExactly("stopped");
    assertThat(watch.running().get()).isFalse();
  }
}
