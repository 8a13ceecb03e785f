package org.wangge.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;
import picocli.CommandLine.Option;

/**
 * A command that works on the data of a server. When the server runs, the running server executes
 * it, since only one process at a time can open the database; when it does not run, the command
 * opens the database itself.
 */
abstract class DataCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--data", required = true, paramLabel = "DIR", order = 0)
  private Path data;

  DataCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Does the work on the opened server and answers the exit code. */
  abstract int work(ServerProgram program);

  /** Where the command was typed. */
  final Terminal terminal() {
    return terminal;
  }

  /** The data folder that was named. */
  final DataFolder folder() {
    return terminal.folder(data);
  }

  /** Makes ready what must be there before the data folder is opened. */
  void prepare() {}

  @Override
  public final Integer call() {
    if (terminal.running().isPresent()) {
      ServerProgram program = terminal.running().get();
      if (!program.data().root().equals(folder().root())) {
        throw new Problem(ProblemCode.NOT_INITIALISED, Map.of("folder", folder().root()));
      }
      return work(program);
    }
    prepare();
    Settings settings = folder().settings().with(Settings.SQL_ON, false);
    Logging.into(folder(), settings);
    try (ServerProgram program =
        ServerProgram.open(folder(), settings, ServerProgram.townClock())) {
      return work(program);
    } catch (Problem e) {
      if (e.code() == ProblemCode.DATA_IN_USE) {
        return ControlCaller.send(folder(), terminal);
      }
      throw e;
    }
  }
}
