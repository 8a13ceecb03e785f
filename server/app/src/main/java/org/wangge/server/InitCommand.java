package org.wangge.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wangge.server.settings.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "init")
final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--data", required = true, paramLabel = "DIR", order = 0)
  private Path data;

  @Option(names = "--area", required = true, paramLabel = "CODE", order = 1)
  private String area;

  @Option(names = "--administrator", defaultValue = "admin", paramLabel = "NAME", order = 2)
  private String administrator;

  @Option(names = "--person", paramLabel = "NAME", order = 3)
  private String person;

  @Option(names = "--password-file", paramLabel = "FILE", order = 4)
  private Path passwordFile;

  @Option(names = "--set", paramLabel = "KEY=VALUE", order = 5)
  private Map<String, String> settings = Map.of();

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    DataFolder folder = terminal.folder(data);
    FirstPassword password =
        FirstPassword.of(Optional.ofNullable(passwordFile).map(terminal::resolve));
    String enrolment =
        Founding.found(
            folder,
            area,
            administrator,
            person == null ? Messages.of("init.person") : person,
            password.password(),
            settings,
            Logging::into);
    password.keep();
    terminal.say(Messages.of("init.done", Map.of("folder", folder.root())));
    terminal.say(Messages.of("init.administrator", Map.of("name", administrator)));
    if (password.isShown()) {
      terminal.say(Messages.of("init.password", Map.of("password", password.password())));
    }
    terminal.say(Messages.of("init.enrolment", Map.of("code", enrolment)));
    return 0;
  }
}
