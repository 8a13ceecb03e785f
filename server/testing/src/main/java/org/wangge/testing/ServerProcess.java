package org.wangge.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.server.certificates.Certificates;
import org.wangge.server.settings.DataFolder;

/** The server program as its own process, started from this process's class path. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("https://([^/ ]+)/");

  private final Process process;
  private final BufferedReader output;
  private final DataFolder data;
  private final String readyLine;

  private ServerProcess(Process process, BufferedReader output, DataFolder data, String readyLine) {
    this.process = process;
    this.output = output;
    this.data = data;
    this.readyLine = readyLine;
  }

  /**
   * What a command printed.
   *
   * @param code exit code
   * @param out ordinary output
   * @param refusals error output
   */
  public record Result(int code, String out, String refusals) {}

  /** Runs one command to its end. */
  public static Result command(Object... arguments) {
    try {
      Process process = builder(List.of(arguments)).start();
      process.getOutputStream().close();
      CompletableFuture<String> refusals =
          CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
      String out = read(process.getInputStream());
      if (!process.waitFor(5, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("command did not end: " + List.of(arguments));
      }
      return new Result(process.exitValue(), out, refusals.join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** Starts {@code run} on a free port and waits until it is ready. */
  public static ServerProcess run(DataFolder data) {
    try {
      Process process =
          builder(List.of("run", "--data", data.root(), "--port", "0"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      String line = CompletableFuture.supplyAsync(() -> readLine(output)).get(2, TimeUnit.MINUTES);
      if (line == null || !READY.matcher(line).find()) {
        process.destroyForcibly();
        throw new AssertionError("server did not start: " + line);
      }
      return new ServerProcess(process, output, data, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("server did not start", e);
    }
  }

  private static ProcessBuilder builder(List<?> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx1g");
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.wangge.server.Main");
    arguments.forEach(argument -> command.add(argument.toString()));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder;
  }

  /** The line it printed when it was ready. */
  public String readyLine() {
    return readyLine;
  }

  /** Host and port. */
  public String address() {
    Matcher matcher = READY.matcher(readyLine);
    if (!matcher.find()) {
      throw new AssertionError(readyLine);
    }
    return matcher.group(1);
  }

  /** A caller that nobody knows yet. */
  public TestClient client() {
    return new TestClient(
        address(), Certificates.readCertificate(data.certificates().resolve("authority.pem")));
  }

  /** A caller signed in with this account. */
  public TestClient client(TestAccount account) {
    TestClient client = client();
    client.signIn(account.account(), TestAccount.PASSWORD);
    return client;
  }

  /** Asks it to stop, as the system does, and waits; answers the exit code. */
  public int stop() {
    // By its handle: the process itself would close what it has printed as well.
    process.toHandle().destroy();
    return await();
  }

  /** Ends it at once, as a power cut does. */
  public void kill() {
    process.toHandle().destroyForcibly();
    await();
  }

  /** Whether it still runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /** What it printed after the first line; only once it has ended. */
  public String furtherOutput() {
    StringBuilder text = new StringBuilder();
    for (String line = readLine(output); line != null; line = readLine(output)) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  private int await() {
    try {
      if (!process.waitFor(2, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new AssertionError("server did not stop");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static String read(InputStream stream) {
    try {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readLine(BufferedReader reader) {
    try {
      return reader.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
