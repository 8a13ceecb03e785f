package org.wangge.server.imports;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.jobs.Progress;

/**
 * A process of its own that takes in one mutant after another, so that its memory is bounded by the
 * machine and its end is seen from outside. Exit code 0 when each came to a report or a refusal,
 * none worked for ten seconds without a step, and nothing is left behind.
 */
final class MutantRun {
  static final int HUNG = 3;
  static final int BROKEN = 4;

  private static final long LONGEST_WORK = TimeUnit.SECONDS.toNanos(10);

  /** A machine with other work to do may let this one wait. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(60);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final List<String> UNTOUCHED =
      List.of("person", "house", "household", "enterprise", "event", "change_log");

  private MutantRun() {}

  /** Arguments: folder, first number, how many. */
  @SuppressWarnings("SystemOut") // read by the process that started this one
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long first = Long.parseLong(arguments[1]);
    long last = first + Long.parseLong(arguments[2]);
    AtomicLong since = new AtomicLong(Long.MAX_VALUE);
    AtomicLong worked = new AtomicLong();
    AtomicLong running = new AtomicLong();
    Map<ProblemCode, Integer> refusals = new EnumMap<>(ProblemCode.class);
    long slowest = 0;
    long taken = 0;
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        Database database = Database.create(DatabaseSettings.embedded(folder.resolve("data")))) {
      ImportTown town = new ImportTown(database);
      Thread worker = Thread.currentThread();
      ScheduledFuture<?> watch =
          clock.scheduleAtFixedRate(
              () -> {
                long work = THREADS.getThreadCpuTime(worker.threadId()) - worked.get();
                long wait = System.nanoTime() - since.get();
                if (wait > LONGEST_WAIT || (wait > LONGEST_WORK && work > LONGEST_WORK)) {
                  System.out.println(
                      "hung: " + running.get() + " " + Mutant.of(running.get()).what());
                  for (StackTraceElement frame : worker.getStackTrace()) {
                    System.out.println("  at " + frame);
                  }
                  Runtime.getRuntime().halt(HUNG);
                }
              },
              1,
              1,
              TimeUnit.SECONDS);
      Map<String, Long> before = counts(town);
      for (long number = first; number < last; number++) {
        Mutant mutant = Mutant.of(number);
        running.set(number);
        // Where the process ends without another word, this tells at which one.
        Files.writeString(folder.resolve("now"), number + " " + mutant.what());
        long start = System.nanoTime();
        long begun = THREADS.getCurrentThreadCpuTime();
        worked.set(begun);
        since.set(start);
        try {
          town.imports.rehearseAll(
              town.town,
              new Imports.File(
                  mutant.name(),
                  mutant.content(),
                  java.util.Optional.empty(),
                  java.util.Optional.empty(),
                  null),
              moved(since, worked));
          taken++;
        } catch (Problem e) {
          refusals.merge(e.code(), 1, Integer::sum);
        } catch (RuntimeException | Error e) {
          System.out.println("broken: " + number + " " + mutant.what());
          e.printStackTrace(System.out);
          Runtime.getRuntime().halt(BROKEN);
        }
        since.set(Long.MAX_VALUE);
        slowest = Math.max(slowest, THREADS.getCurrentThreadCpuTime() - begun);
      }
      // A watch that broke off would let every hanging after it pass.
      if (watch.isDone()) {
        System.out.println("the watch for hanging ended early");
        Runtime.getRuntime().halt(BROKEN);
      }
      if (!counts(town).equals(before)) {
        System.out.println("records: " + before + " became " + counts(town));
        Runtime.getRuntime().halt(BROKEN);
      }
    }
    List<Path> left = left(folder.resolve("tmp"));
    if (!left.isEmpty()) {
      System.out.println("left behind: " + left);
      Runtime.getRuntime().halt(BROKEN);
    }
    System.out.printf(
        "%d read, refused %s, slowest worked %d ms%n",
        taken, refusals, TimeUnit.NANOSECONDS.toMillis(slowest));
  }

  /** A step done is no hanging. */
  private static Progress moved(AtomicLong since, AtomicLong worked) {
    return new Progress() {
      @Override
      public void total(long steps) {
        done(0);
      }

      @Override
      public void done(long steps) {
        worked.set(THREADS.getCurrentThreadCpuTime());
        since.set(System.nanoTime());
      }
    };
  }

  private static Map<String, Long> counts(ImportTown town) {
    Map<String, Long> counts = new HashMap<>();
    UNTOUCHED.forEach(table -> counts.put(table, town.count(table)));
    return counts;
  }

  private static List<Path> left(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      // The virtual machine keeps its own counters there.
      return files.filter(file -> !file.getFileName().toString().startsWith("hsperf")).toList();
    }
  }
}
