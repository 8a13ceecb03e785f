package org.wangge.server;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "areas")
final class AreasCommand extends DataCommand {
  @Parameters(paramLabel = "FILE", descriptionKey = "areas.file")
  private Path file;

  AreasCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    try (Reader reader =
        Files.newBufferedReader(terminal().resolve(file), StandardCharsets.UTF_8)) {
      int count = program.areas().load(reader);
      terminal().say(Messages.of("areas.done", Map.of("count", count)));
      return 0;
    } catch (NoSuchFileException e) {
      terminal().refusals().println(Messages.of("areas.missing", Map.of("file", file)));
      terminal().refusals().flush();
      return Commands.REFUSED;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
