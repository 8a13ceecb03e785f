package org.wangge.server;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "backup")
final class BackupCommand extends DataCommand {
  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "backup.out")
  private Path out;

  BackupCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    Path target = out == null ? program.data().backups() : terminal().resolve(out);
    Path made = program.database().backup(target, program.clock());
    terminal().say(Messages.of("backup.done", Map.of("folder", made)));
    return 0;
  }
}
