package org.wangge.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wangge.record.RecordId;
import org.wangge.server.access.Post;
import org.wangge.server.accounts.SessionWords;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Accounts for scripts and for the administrator who has locked himself out. */
@Command(name = "account")
final class AccountCommand {
  private AccountCommand() {}

  @Command(name = "add")
  static final class Add extends DataCommand {
    @Option(names = "--name", required = true, paramLabel = "NAME", order = 1)
    private String name;

    @Option(names = "--person", required = true, paramLabel = "NAME", order = 2)
    private String person;

    @Option(names = "--post", required = true, paramLabel = "POST", order = 3)
    private String post;

    @Option(names = "--area", required = true, paramLabel = "CODE", order = 4)
    private String area;

    @Option(names = "--password-file", paramLabel = "FILE", order = 5)
    private Path passwordFile;

    Add(Terminal terminal) {
      super(terminal);
    }

    @Override
    int work(ServerProgram program) {
      FirstPassword password =
          FirstPassword.of(Optional.ofNullable(passwordFile).map(terminal()::resolve));
      AccountRow made =
          program
              .accounts()
              .make(
                  ServerProgram.commandLine("account"),
                  new AccountSave(
                      RecordId.next(), name, person, post, area, true, password.password()));
      password.keep();
      terminal().say(Messages.of("account.made", Map.of("name", made.name())));
      if (password.isShown()) {
        terminal().say(Messages.of("init.password", Map.of("password", password.password())));
      }
      return 0;
    }
  }

  @Command(name = "password")
  static final class NewPassword extends DataCommand {
    @Option(names = "--name", required = true, paramLabel = "NAME", order = 1)
    private String name;

    @Option(names = "--password-file", paramLabel = "FILE", order = 2)
    private Path passwordFile;

    NewPassword(Terminal terminal) {
      super(terminal);
    }

    @Override
    int work(ServerProgram program) {
      FirstPassword password =
          FirstPassword.of(Optional.ofNullable(passwordFile).map(terminal()::resolve));
      AccountRow row =
          program.accounts().list(ServerProgram.commandLine("account")).stream()
              .filter(account -> account.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new org.wangge.problem.Problem(
                          org.wangge.problem.ProblemCode.NOT_FOUND, Map.of("what", name)));
      program
          .accounts()
          .change(
              ServerProgram.commandLine("account"),
              row.id(),
              new AccountSave(
                  RecordId.next(),
                  row.name(),
                  row.person(),
                  row.post(),
                  row.area(),
                  true,
                  password.password()));
      password.keep();
      terminal().say(Messages.of("account.password", Map.of("name", row.name())));
      if (password.isShown()) {
        terminal().say(Messages.of("init.password", Map.of("password", password.password())));
      }
      return 0;
    }
  }

  @Command(name = "list")
  static final class ListAll extends DataCommand {
    ListAll(Terminal terminal) {
      super(terminal);
    }

    @Override
    int work(ServerProgram program) {
      for (AccountRow row : program.accounts().list(ServerProgram.commandLine("account"))) {
        terminal()
            .say(
                String.join(
                    "\t",
                    row.name(),
                    row.person(),
                    Post.of(row.post()).map(SessionWords::label).orElse(row.post()),
                    row.area(),
                    Messages.of(row.enabled() ? "account.enabled" : "account.disabled")));
      }
      return 0;
    }
  }
}
