package org.wangge.server;

import java.time.YearMonth;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: its commands, its refusals and its exit codes. */
final class Commands {
  /** All went well. */
  static final int OK = 0;

  /** Refused or failed, with a sentence on the error output. */
  static final int REFUSED = 1;

  /** Not understood. */
  static final int USAGE = 2;

  private Commands() {}

  @Command(name = "wangge-server", mixinStandardHelpOptions = true)
  private static final class Root implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      throw new ParameterException(spec.commandLine(), Messages.of("usage.no-command"));
    }
  }

  /** Executes the terminal's command line and answers the exit code. */
  static int execute(Terminal terminal) {
    return commandLine(terminal).execute(terminal.arguments().toArray(String[]::new));
  }

  /** The command line with all its commands. */
  static CommandLine commandLine(Terminal terminal) {
    CommandLine account =
        new CommandLine(AccountCommand.class, CommandLine.defaultFactory())
            .addSubcommand(new AccountCommand.Add(terminal))
            .addSubcommand(new AccountCommand.NewPassword(terminal))
            .addSubcommand(new AccountCommand.ListAll(terminal));
    CommandLine root =
        new CommandLine(new Root())
            .addSubcommand(new InitCommand(terminal))
            .addSubcommand(new RunCommand(terminal))
            .addSubcommand(new ImportCommand(terminal))
            .addSubcommand(new BulletinCommand(terminal))
            .addSubcommand(new ExportCommand(terminal))
            .addSubcommand(new CheckCommand(terminal))
            .addSubcommand(new AreasCommand(terminal))
            .addSubcommand(new BackupCommand(terminal))
            .addSubcommand(new DemoCommand(terminal))
            .addSubcommand("account", account);
    root.registerConverter(YearMonth.class, YearMonth::parse);
    root.setResourceBundle(Messages.bundle());
    root.getCommandSpec().version("wangge-server " + ServerProgram.version());
    addHelp(root);
    root.setOut(terminal.out());
    root.setErr(terminal.refusals());
    root.setExitCodeExceptionMapper(_ -> REFUSED);
    root.setParameterExceptionHandler((failure, _) -> misunderstood(failure));
    root.setExecutionExceptionHandler((failure, _, _) -> refused(failure, terminal));
    root.setUsageHelpAutoWidth(false);
    root.setUsageHelpWidth(110);
    return root;
  }

  private static void addHelp(CommandLine parent) {
    for (CommandLine command : parent.getSubcommands().values()) {
      command.getCommandSpec().mixinStandardHelpOptions(true);
      addHelp(command);
    }
  }

  private static int misunderstood(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    String sentence =
        switch (failure) {
          case MissingParameterException missing ->
              Messages.of(
                  "usage.missing",
                  Map.of(
                      "what",
                      String.join(
                          "、",
                          missing.getMissing().stream()
                              .map(
                                  spec ->
                                      spec.isOption()
                                          ? ((CommandLine.Model.OptionSpec) spec).longestName()
                                          : spec.paramLabel())
                              .toList())));
          case UnmatchedArgumentException unmatched ->
              Messages.of(
                  "usage.unknown", Map.of("what", String.join(" ", unmatched.getUnmatched())));
          default ->
              failure.getArgSpec() == null
                  ? Messages.of("usage.no-command")
                  : Messages.of(
                      "usage.value",
                      Map.of(
                          "what",
                          failure.getArgSpec().isOption()
                              ? ((CommandLine.Model.OptionSpec) failure.getArgSpec()).longestName()
                              : failure.getArgSpec().paramLabel()));
        };
    command.getErr().println(sentence);
    command
        .getErr()
        .println(
            Messages.of(
                "usage.help", Map.of("command", command.getCommandSpec().qualifiedName(" "))));
    command.getErr().flush();
    return USAGE;
  }

  private static int refused(Exception failure, Terminal terminal) {
    if (failure instanceof Problem problem) {
      terminal.refusals().println(problem.wording());
      if (problem instanceof InvalidRecord invalid) {
        for (Finding finding : invalid.findings()) {
          terminal.refusals().println("  " + finding.wording());
        }
      }
      if (problem.code() == ProblemCode.INTERNAL) {
        LoggerFactory.getLogger(Commands.class).error("command failed", problem);
      }
    } else {
      LoggerFactory.getLogger(Commands.class).error("command failed", failure);
      terminal
          .refusals()
          .println(Messages.of("failed", Map.of("failure", FailureConverter.brief(failure))));
    }
    terminal.refusals().flush();
    return REFUSED;
  }
}
