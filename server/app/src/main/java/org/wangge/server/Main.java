package org.wangge.server;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The command line {@code wangge-server}. */
public final class Main {
  private Main() {}

  /** Executes one command and ends the process with its exit code: 0 ok, 1 refused, 2 usage. */
  public static void main(String[] arguments) {
    Logging.quiet();
    Terminal terminal =
        new Terminal(
            writer(System.out, "stdout.encoding"),
            writer(System.err, "stderr.encoding"),
            Path.of("").toAbsolutePath(),
            List.of(arguments),
            Optional.empty());
    int code = Commands.execute(terminal);
    terminal.out().flush();
    terminal.refusals().flush();
    Logging.close();
    System.exit(code);
  }

  /** A writer that can write Chinese even where the surroundings name no character set. */
  private static PrintWriter writer(PrintStream stream, String property) {
    Charset named = Charset.forName(System.getProperty(property, "UTF-8"));
    boolean able = named.canEncode() && named.newEncoder().canEncode("网格");
    return new PrintWriter(stream, true, able ? named : StandardCharsets.UTF_8);
  }
}
