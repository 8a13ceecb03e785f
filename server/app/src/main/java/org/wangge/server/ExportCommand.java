package org.wangge.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.wangge.record.Query;
import org.wangge.server.jobs.Progress;
import org.wangge.wire.ExportOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "export")
final class ExportCommand extends DataCommand {
  @Option(names = "--type", required = true, paramLabel = "KEY", order = 1)
  private String type;

  @Option(names = "--out", required = true, paramLabel = "FILE", order = 2)
  private Path out;

  @Option(names = "--clear", order = 3)
  private boolean clear;

  @Option(names = "--reason", paramLabel = "TEXT", order = 4)
  private String reason;

  ExportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    Path file = terminal().resolve(out);
    ExportOrder order =
        new ExportOrder(
            type,
            Query.all(),
            List.of(),
            clear,
            reason == null ? Messages.of("export.reason") : reason);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "export", ".part");
      try {
        int rows;
        try (OutputStream stream = Files.newOutputStream(fresh)) {
          rows =
              program
                  .exports()
                  .write(ServerProgram.commandLine("export"), order, stream, Progress.UNWATCHED);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        terminal().say(Messages.of("export.done", Map.of("rows", rows, "file", file)));
        return Commands.OK;
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
