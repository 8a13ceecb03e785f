import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fails when a program ships a jar of others that THIRD-PARTY.md does not list.
 *
 * <p>Run as a source-file program by the build. Arguments: the folder of jars, then the list.
 */
final class ThirdPartyCheck {
  /** JavaFX has one jar per platform; the list names it once. */
  private static final Pattern PLATFORM = Pattern.compile("-(linux|win|mac)(-aarch64)?(?=\\.jar$)");

  private static final Pattern ROW = Pattern.compile("^\\| (\\S+\\.jar) \\|");

  private ThirdPartyCheck() {}

  public static void main(String[] args) throws IOException {
    Set<String> listed =
        Files.readAllLines(Path.of(args[1])).stream()
            .map(ROW::matcher)
            .filter(row -> row.find())
            .map(row -> row.group(1))
            .collect(Collectors.toSet());
    List<String> missing;
    try (Stream<Path> jars = Files.list(Path.of(args[0]))) {
      missing =
          jars.map(jar -> jar.getFileName().toString())
              .filter(name -> !name.startsWith("wangge-"))
              .map(name -> PLATFORM.matcher(name).replaceFirst(""))
              .distinct()
              .filter(name -> !listed.contains(name))
              .sorted()
              .toList();
    }
    if (!missing.isEmpty()) {
      System.err.println("[third-party] add to THIRD-PARTY.md, with licence and address:");
      missing.forEach(name -> System.err.println("| " + name + " |  |  |  |"));
      System.exit(1);
    }
  }
}
