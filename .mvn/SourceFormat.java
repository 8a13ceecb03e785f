import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Checks or mends the layout of every Java source of the project with google-java-format.
 *
 * <p>Run as a source-file program by the build, on the JDK the code is compiled with: the formatter
 * reads the sources with that JDK's own parser, so it cannot run inside a Maven that runs on an
 * older one. Arguments: {@code check} or {@code mend}, then the root folder.
 */
final class SourceFormat {
  private static final Set<String> SKIPPED =
      Set.of("target", ".git", "data", "out", "node_modules");

  private SourceFormat() {}

  public static void main(String[] args) throws IOException {
    boolean mend = args[0].equals("mend");
    Path root = Path.of(args[1]);
    ConcurrentLinkedQueue<String> unformatted = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<String> unreadable = new ConcurrentLinkedQueue<>();
    sources(root).parallelStream()
        .forEach(
            file -> {
              String name = root.relativize(file).toString();
              try {
                String before = Files.readString(file);
                String after = new Formatter().formatSourceAndFixImports(before);
                if (!after.equals(before)) {
                  unformatted.add(name);
                  if (mend) {
                    Files.writeString(file, after);
                  }
                }
              } catch (FormatterException e) {
                unreadable.add(name + ": " + e.getMessage());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    unreadable.stream().sorted().forEach(line -> System.err.println("[format] unreadable " + line));
    String verb = mend ? "[format] mended " : "[format] not formatted: ";
    unformatted.stream().sorted().forEach(line -> System.err.println(verb + line));
    if (!mend && !unformatted.isEmpty()) {
      System.err.println("[format] mend all of them with: mvn -N -Pformat");
      System.exit(1);
    }
    if (!unreadable.isEmpty()) {
      System.exit(1);
    }
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped =
                !folder.equals(root) && SKIPPED.contains(folder.getFileName().toString());
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
