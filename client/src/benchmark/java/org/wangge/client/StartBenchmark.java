package org.wangge.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.wangge.client.work.NativeFileDoor;

/**
 * From the start of the process to the first painted frame: the workstation with its sign-in
 * against an empty JavaFX window of the same size, each in a process of its own, taking turns. Both
 * are started with the options of the launchers, as they are and with an ahead-of-time cache (JEP
 * 514) made by a run before.
 *
 * <p>Arguments: turns (default 9), folder with the jars of the program as packaged (a cache takes
 * nothing from folders of classes), further options of Java, such as {@code
 * -Dglass.platform=Headless -Dprism.order=sw}; without those it needs a display.
 */
public final class StartBenchmark {
  private static final String PAINTED = "painted";
  private static final List<String> OPTIONS =
      List.of(
          "-Xmx768m",
          "-XX:+UseSerialGC",
          "-Duser.language=zh",
          "-Duser.country=CN",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED");

  private final Path folder;
  private final String classPath;
  private final List<String> further;

  private StartBenchmark(Path folder, String classPath, List<String> further) {
    this.folder = folder;
    this.classPath = classPath;
    this.further = further;
  }

  /** What is started. */
  private enum Program {
    EMPTY(Empty.class),
    SIGN_IN(SignIn.class);

    private final Class<? extends Application> type;

    Program(Class<? extends Application> type) {
      this.type = type;
    }

    String title() {
      return this == EMPTY ? "empty window" : "sign-in";
    }
  }

  /** Runs the turns and prints a table; a child names its program as the one argument. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) throws Exception {
    if (arguments.length == 2 && arguments[0].equals("child")) {
      Application.launch(Program.valueOf(arguments[1]).type);
      return;
    }
    int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9;
    Path jars = Path.of(arguments[1]);
    List<String> further = Arrays.asList(arguments).subList(2, arguments.length);
    Path folder = Files.createTempDirectory("start-benchmark");
    try {
      StartBenchmark benchmark =
          new StartBenchmark(folder, classPath(jars, jar(folder.resolve("probe.jar"))), further);
      Map<String, List<String>> ways = new LinkedHashMap<>();
      ways.put("", List.of());
      ways.put(" with cache", List.of("-XX:AOTCache="));
      for (Program program : Program.values()) {
        benchmark.train(program);
      }
      Map<String, double[]> times = new LinkedHashMap<>();
      for (int turn = -1; turn < turns; turn++) {
        for (Map.Entry<String, List<String>> way : ways.entrySet()) {
          for (Program program : Program.values()) {
            List<String> options =
                way.getValue().stream().map(o -> o + benchmark.cache(program)).toList();
            double time = benchmark.run(program, options);
            if (turn >= 0) {
              times.computeIfAbsent(program.title() + way.getKey(), k -> new double[turns])[turn] =
                  time;
            }
          }
        }
      }
      print(times);
      for (Program program : Program.values()) {
        System.out.printf(
            "cache of %s: %d MB%n", program.title(), Files.size(benchmark.cache(program)) >> 20);
      }
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  @SuppressWarnings("SystemOut") // a command line
  private static void print(Map<String, double[]> times) {
    System.out.println("| start | ms to the first frame, median (range) | ratio to empty |");
    System.out.println("|---|---|---|");
    times.forEach(
        (way, all) -> {
          double[] sorted = all.clone();
          Arrays.sort(sorted);
          double[] empty = times.get(way.replace("sign-in", "empty window"));
          double[] ratios = new double[all.length];
          Arrays.setAll(ratios, i -> all[i] / empty[i]);
          Arrays.sort(ratios);
          System.out.printf(
              Locale.ROOT,
              "| %s | %,.0f (%,.0f–%,.0f) | %.2f |%n",
              way,
              sorted[sorted.length / 2],
              sorted[0],
              sorted[sorted.length - 1],
              ratios[ratios.length / 2]);
        });
  }

  private Path cache(Program program) {
    return folder.resolve(program.name() + ".aot");
  }

  private void train(Program program) throws IOException, InterruptedException {
    run(program, List.of("-XX:AOTCacheOutput=" + cache(program)));
    if (!Files.exists(cache(program))) {
      throw new IllegalStateException("no cache was made");
    }
  }

  /** Milliseconds from the start of the process to its first frame. */
  private double run(Program program, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(options);
    command.addAll(further);
    command.add("-Dbenchmark.settings=" + folder.resolve("settings"));
    command.addAll(List.of("-cp", classPath, StartBenchmark.class.getName(), "child"));
    command.add(program.name());
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    double painted = -1;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.equals(PAINTED)) {
          painted = (System.nanoTime() - start) / 1e6;
        }
      }
    }
    int code = process.waitFor();
    if (painted < 0 || code != 0) {
      throw new IllegalStateException(program + " ended with " + code + ", painted " + painted);
    }
    return painted;
  }

  /** The jars in one order, since a cache belongs to a class path. */
  private static String classPath(Path jars, Path probe) throws IOException {
    try (Stream<Path> files = Files.list(jars)) {
      return Stream.concat(Stream.of(probe), files.sorted())
          .map(Path::toString)
          .reduce((a, b) -> a + System.getProperty("path.separator") + b)
          .orElseThrow();
    }
  }

  /** The classes of this benchmark as a jar. */
  private static Path jar(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Class<?> type :
          List.of(StartBenchmark.class, Program.class, Empty.class, SignIn.class)) {
        String name = type.getName().replace('.', '/') + ".class";
        zip.putNextEntry(new ZipEntry(name));
        try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
          bytes.transferTo(zip);
        }
      }
    }
    return file;
  }

  /** Tells when the scene has been painted, then ends. */
  @SuppressWarnings("SystemOut") // read by the process that started this one
  private static void whenPainted(Stage stage, Runnable end) {
    int[] pulses = {0};
    stage
        .getScene()
        .addPostLayoutPulseListener(
            () -> {
              // A pulse waits until the frame before it is painted.
              if (++pulses[0] == 2) {
                System.out.println(PAINTED);
                System.out.flush();
                end.run();
                Platform.exit();
              } else {
                Platform.requestNextPulse();
              }
            });
  }

  /** An empty window. */
  public static final class Empty extends Application {
    /** Made by JavaFX. */
    public Empty() {}

    @Override
    public void start(Stage stage) {
      stage.setScene(new Scene(new StackPane(), 1366, 768));
      whenPainted(stage, () -> {});
      stage.show();
    }
  }

  /** The workstation, started as its own application does. */
  public static final class SignIn extends Application {
    /** Made by JavaFX. */
    public SignIn() {}

    @Override
    public void start(Stage stage) {
      Options options = Options.parse("--settings", System.getProperty("benchmark.settings"));
      Workstation workstation =
          new Workstation(
              stage, options, new NativeFileDoor(() -> stage, getHostServices()::showDocument));
      Platform.setImplicitExit(false);
      whenPainted(stage, workstation::close);
      workstation.show();
    }
  }
}
