package org.wangge.server;

import java.nio.file.Path;
import java.util.Map;
import org.wangge.server.accounts.PasswordPolicy;
import org.wangge.server.demo.Demo;
import org.wangge.wire.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo")
final class DemoCommand extends DataCommand {
  private static final String ADMINISTRATOR = "admin";

  @Option(names = "--people", defaultValue = "1500", paramLabel = "N", order = 1)
  private int people;

  @Option(names = "--seed", defaultValue = "20261001", paramLabel = "N", order = 2)
  private long seed;

  @Option(names = "--area", defaultValue = "330282104", paramLabel = "CODE", order = 3)
  private String area;

  DemoCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  void prepare() {
    if (folder().isInitialised()) {
      return;
    }
    String password = PasswordPolicy.generate();
    Founding.found(
        folder(),
        area,
        ADMINISTRATOR,
        Messages.of("init.person"),
        password,
        Map.of(),
        Logging::into);
    terminal().say(Messages.of("init.done", Map.of("folder", folder().root())));
    terminal().say(Messages.of("init.administrator", Map.of("name", ADMINISTRATOR)));
    terminal().say(Messages.of("init.password", Map.of("password", password)));
  }

  @Override
  int work(ServerProgram program) {
    Path folder = program.data().root().resolve("spreadsheets");
    Demo demo = new Demo(program.database(), program.catalogue(), program.clock());
    Demo.Report report = demo.fill(new Demo.Order(seed, people, area, folder));
    for (ImportReport taken : report.imports()) {
      terminal()
          .say(
              Messages.of(
                  "demo.import",
                  Map.of(
                      "file", taken.file(),
                      "created", taken.created(),
                      "changed", taken.changed(),
                      "refused", taken.refused(),
                      "asked", taken.asked())));
    }
    terminal()
        .say(
            Messages.of("demo.done", Map.of("people", report.people(), "events", report.events())));
    terminal().say(Messages.of("demo.folder", Map.of("folder", folder)));
    terminal().say(Messages.of("demo.accounts"));
    for (Demo.Opened opened : report.accounts()) {
      terminal()
          .say(
              Messages.of(
                  "demo.account",
                  Map.of(
                      "name", opened.account().name(),
                      "password", opened.password(),
                      "post", Messages.of("post." + opened.account().post().key()),
                      "place", program.areas().nameOf(place(opened.account().area())),
                      "person", opened.account().person())));
    }
    return Commands.OK;
  }

  private static String place(String area) {
    return area.length() > 12 ? area.substring(0, 12) : area;
  }
}
