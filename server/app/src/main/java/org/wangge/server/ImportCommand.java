package org.wangge.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.server.access.Caller;
import org.wangge.server.imports.Imports;
import org.wangge.server.jobs.Progress;
import org.wangge.server.settings.Settings;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.ImportAnswer;
import org.wangge.wire.ImportAnswers;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportQuestion;
import org.wangge.wire.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "import")
final class ImportCommand extends DataCommand {
  /** Refused rows that are told singly; the others stand in the workbook. */
  private static final int ROWS_TOLD = 20;

  @Option(names = "--village", paramLabel = "CODE", order = 1)
  private String village;

  @Option(names = "--type", paramLabel = "KEY", order = 2)
  private String type;

  @Option(names = "--rehearse", order = 3)
  private boolean rehearse;

  @Option(names = "--report", paramLabel = "DIR", order = 4)
  private Path report;

  @Option(names = "--questions", paramLabel = "FILE", order = 5)
  private Path questions;

  @Option(names = "--answers", paramLabel = "FILE", order = 6)
  private Path answers;

  @Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "import.files")
  private List<Path> files;

  private final List<ImportQuestion> open = new ArrayList<>();

  ImportCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    Caller caller = ServerProgram.commandLine("import");
    boolean allRead = true;
    for (Path file : files) {
      try {
        take(program, caller, file);
      } catch (Problem e) {
        // The other files are taken in all the same.
        allRead = false;
        terminal()
            .refusals()
            .println(Messages.of("import.refused", Map.of("file", file, "reason", e.wording())));
        if (e instanceof InvalidRecord invalid) {
          for (Finding finding : invalid.findings()) {
            terminal().refusals().println("  " + finding.wording());
          }
        }
        terminal().refusals().flush();
      }
    }
    if (questions != null) {
      write(Imports.questionSheet(open));
    }
    return allRead ? Commands.OK : Commands.REFUSED;
  }

  private void write(String sheet) {
    Path file = terminal().resolve(questions);
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, sheet);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    terminal()
        .say(Messages.of("import.questions", Map.of("count", open.size(), "file", questions)));
  }

  private void take(ServerProgram program, Caller caller, Path file) {
    Imports imports = program.imports();
    Imports.File sent =
        new Imports.File(
            file.getFileName().toString(),
            read(program, file),
            Optional.ofNullable(type),
            Optional.ofNullable(village),
            null);
    for (ImportReport rehearsed : imports.rehearseAll(caller, sent, Progress.UNWATCHED)) {
      ImportReport result = rehearsed;
      if (answers != null) {
        List<ImportAnswer> said =
            imports.readAnswers(
                rehearsed.type(), answers.getFileName().toString(), read(program, answers));
        result =
            imports.answer(
                caller,
                rehearsed.id(),
                new ImportAnswers(RecordId.next(), said, Map.of()),
                Progress.UNWATCHED);
      }
      if (questions != null) {
        open.addAll(imports.questions(caller, rehearsed.id()));
      }
      if (!rehearse) {
        result =
            imports.commit(
                caller,
                rehearsed.id(),
                new ImportCommit(RecordId.next(), false),
                Progress.UNWATCHED);
      }
      imports.summary(caller, result, ROWS_TOLD).forEach(terminal()::say);
      if (report != null) {
        report(imports, caller, result);
      }
    }
  }

  /** Writes every row in words, and the refused ones as a workbook. */
  private void report(Imports imports, Caller caller, ImportReport result) {
    Path folder = terminal().resolve(report);
    try {
      Files.createDirectories(folder);
      Path fresh = Files.createTempFile(folder, "import", ".part");
      if (result.refused() + result.asked() > 0) {
        String name;
        try (OutputStream out = Files.newOutputStream(fresh)) {
          name = imports.refusedWorkbook(caller, result.id(), out);
        }
        Path workbook = folder.resolve(name);
        Files.move(fresh, workbook, StandardCopyOption.REPLACE_EXISTING);
        terminal().say(Messages.of("import.workbook", Map.of("file", workbook)));
      } else {
        Files.delete(fresh);
      }
      String rows = result.file() + "-" + result.sheet() + ".txt";
      Path text = folder.resolve(rows.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_"));
      Files.write(text, imports.everyRow(caller, result.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] read(ServerProgram program, Path file) {
    Path resolved = terminal().resolve(file);
    try {
      if (!Files.isRegularFile(resolved)) {
        throw new Problem(ProblemCode.UNREADABLE_FILE);
      }
      if (Files.size(resolved)
          > program.settings().get(Settings.UPLOAD_MEGABYTES) * 1024L * 1024L) {
        throw new Problem(ProblemCode.TOO_LARGE);
      }
      return Files.readAllBytes(resolved);
    } catch (IOException e) {
      throw new Problem(ProblemCode.UNREADABLE_FILE, Map.of(), e);
    }
  }
}
