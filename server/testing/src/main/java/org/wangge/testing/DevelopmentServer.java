package org.wangge.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.wangge.server.ServerProgram;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;

/**
 * A server to develop against, with the accounts of {@link TestAccount}. Arguments: data folder
 * (made when it does not exist), port (default 8443).
 */
public final class DevelopmentServer {
  private DevelopmentServer() {}

  /** Serves until the process is ended. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] args) throws InterruptedException {
    DataFolder data = new DataFolder(Path.of(args[0]));
    if (!Files.exists(data.root())) {
      DataTemplate.makeIn(data.root());
    }
    Settings settings =
        data.settings()
            .with(Settings.PORT, args.length > 1 ? Integer.parseInt(args[1]) : 8443)
            .with(Settings.SQL_ON, false);
    ServerProgram program = ServerProgram.open(data, settings, ServerProgram.townClock());
    program.serve((order, out, refusals) -> 1);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(
                    () -> {
                      program.close();
                      stopped.countDown();
                    }));
    System.out.println(
        "%s %s %s".formatted(program.address(), program.enrolmentCode(), TestAccount.PASSWORD));
    stopped.await();
  }
}
