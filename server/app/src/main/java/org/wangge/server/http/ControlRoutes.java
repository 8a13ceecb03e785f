package org.wangge.server.http;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The door for the server's own command line on the same machine: the running server executes the
 * command and sends what it prints, line by line.
 */
public final class ControlRoutes {
  /** Path of the door; not part of the described interface. */
  public static final String PATH = "/control";

  /** Begins a line of the ordinary output. */
  public static final String OUT = "o ";

  /** Begins a line of the refusals. */
  public static final String REFUSALS = "e ";

  /** Begins the last line, with the exit code. */
  public static final String EXIT = "x ";

  private ControlRoutes() {}

  /**
   * A command line.
   *
   * @param arguments arguments as typed
   * @param directory folder that relative names start at
   */
  public record ControlOrder(List<String> arguments, String directory) {}

  /** Executes command lines. */
  @FunctionalInterface
  public interface Runner {
    /** Executes one and answers its exit code. */
    int run(ControlOrder order, PrintWriter out, PrintWriter refusals);
  }

  /** The route. */
  public static List<Route> of(Runner runner) {
    return List.of(
        Route.of(
            "POST",
            PATH,
            new Need.Control(),
            ControlOrder.class,
            byte[].class,
            "Executes a command line of the server",
            exchange -> run(runner, exchange.body(ControlOrder.class))));
  }

  private static Answer run(Runner runner, ControlOrder order) {
    Exchange.required(order.arguments(), "arguments");
    Exchange.required(order.directory(), "directory");
    return new Answer.File(
        "text/plain; charset=utf-8",
        "",
        -1,
        stream -> {
          Writer writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
          PrintWriter out = new PrintWriter(new LineWriter(writer, OUT), false);
          PrintWriter refusals = new PrintWriter(new LineWriter(writer, REFUSALS), false);
          int code = runner.run(order, out, refusals);
          out.close();
          refusals.close();
          writer.write(EXIT + code + "\n");
          writer.flush();
        });
  }
}
