package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.wangge.server.access.Caller;
import org.wangge.server.jobs.Progress;
import org.wangge.server.settings.Settings;
import org.wangge.wire.BulletinState;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "bulletin")
final class BulletinCommand extends DataCommand {
  @Option(names = "--month", required = true, paramLabel = "YYYY-MM", order = 1)
  private YearMonth month;

  @Option(names = "--out", required = true, paramLabel = "DIR", order = 2)
  private Path out;

  @Option(names = "--area", paramLabel = "CODE", order = 3)
  private String area;

  @Option(names = "--preview", order = 4)
  private boolean preview;

  @Option(names = "--again", order = 5)
  private boolean again;

  BulletinCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    if (again && preview) {
      terminal().refusals().println(Messages.of("bulletin.again-or-preview"));
      terminal().refusals().flush();
      return Commands.USAGE;
    }
    String town = area == null ? program.settings().get(Settings.AREA) : area;
    if (!town.matches("[0-9]{9}")) {
      terminal().refusals().println(Messages.of("bulletin.town"));
      terminal().refusals().flush();
      return Commands.REFUSED;
    }
    Caller caller = ServerProgram.commandLine("bulletin");
    BulletinState state =
        again
            ? program.bulletins().reissue(caller, month, town, Progress.UNWATCHED)
            : program.bulletins().generate(caller, month, town, preview, Progress.UNWATCHED);
    terminal()
        .say(
            Messages.of(
                state.number() == 0
                    ? "bulletin.preview"
                    : again && state.number() > 1 ? "bulletin.again" : "bulletin.done",
                Map.of(
                    "town",
                    program.areas().nameOf(town),
                    "month",
                    month,
                    "number",
                    state.number())));
    Path folder = terminal().resolve(out);
    for (String format : List.of("pdf", "xlsx")) {
      Path file =
          folder.resolve(
              Messages.of(
                  "bulletin.file",
                  Map.of("town", program.areas().nameOf(town), "month", month, "format", format)));
      write(file, program.bulletins().file(caller, town, month, format));
      terminal().say(Messages.of("bulletin.written", Map.of("file", file)));
    }
    return Commands.OK;
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
