package org.wangge.server;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.wangge.server.store.StoreCheck;
import picocli.CommandLine.Command;

@Command(name = "check")
final class CheckCommand extends DataCommand {
  CheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  int work(ServerProgram program) {
    List<String> damaged = program.database().damagedTables();
    if (damaged.isEmpty()) {
      terminal().say(Messages.of("check.tables"));
    } else {
      terminal()
          .refusals()
          .println(Messages.of("check.damaged", Map.of("tables", String.join("、", damaged))));
    }
    OptionalLong broken = program.audit().firstBroken();
    if (broken.isEmpty()) {
      terminal().say(Messages.of("check.audit"));
    } else {
      terminal()
          .refusals()
          .println(Messages.of("check.broken", Map.of("number", broken.getAsLong())));
    }
    List<StoreCheck.Fault> faults =
        program.check().run().stream()
            .filter(fault -> !fault.code().equals("audit-broken"))
            .toList();
    if (faults.isEmpty()) {
      terminal().say(Messages.of("check.records"));
    }
    for (StoreCheck.Fault fault : faults) {
      terminal()
          .refusals()
          .println(
              Messages.of(
                  "check.fault." + fault.code(),
                  Map.of("subject", fault.subject(), "count", fault.count())));
    }
    return damaged.isEmpty() && broken.isEmpty() && faults.isEmpty() ? 0 : 1;
  }
}
