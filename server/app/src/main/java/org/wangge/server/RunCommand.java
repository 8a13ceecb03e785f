package org.wangge.server;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.wangge.server.http.ControlRoutes.ControlOrder;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run")
final class RunCommand implements Callable<Integer> {
  private static final long LONGEST_STOP_SECONDS = 90;

  private final Terminal terminal;

  @Option(names = "--data", required = true, paramLabel = "DIR", order = 0)
  private Path data;

  @Option(names = "--port", paramLabel = "N", order = 1)
  private Integer port;

  RunCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws InterruptedException {
    DataFolder folder = terminal.folder(data);
    Settings read = folder.settings();
    Settings settings = port == null ? read : read.with(Settings.PORT, port);
    Logging.into(folder, settings);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (ServerProgram program = ServerProgram.open(folder, settings, ServerProgram.townClock())) {
      program.serve((order, out, refusals) -> execute(program, order, out, refusals));
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(stop, stopped)));
      terminal.say(
          Messages.of(
              "run.ready", Map.of("address", program.address(), "code", program.enrolmentCode())));
      stop.await();
    } finally {
      LoggerFactory.getLogger(RunCommand.class).info("stopped");
      stopped.countDown();
    }
    return 0;
  }

  /** Runs when the process is asked to end: lets the main thread close everything first. */
  private static void stop(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (stopped.await(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
        Logging.close();
        // A stop that was asked for is no failure, whatever signal asked for it.
        Runtime.getRuntime().halt(0);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int execute(
      ServerProgram program, ControlOrder order, PrintWriter out, PrintWriter refusals) {
    Terminal remote =
        new Terminal(
            out, refusals, Path.of(order.directory()), order.arguments(), Optional.of(program));
    return Commands.execute(remote);
  }
}
