package org.wangge.server.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spoiled and hostile files: bytes flipped, parts of the zip dropped or doubled, entities, huge
 * dimensions, deep and countless styles, wrong content types. Each ends in a report or a refusal
 * within ten seconds, in a process that has 256 MB for all it does, and leaves nothing behind.
 *
 * <p>A hundred by default; many: {@code mvn verify -pl server/app -am -Dit.test=MutatedFilesIT
 * -Dfuzz.rounds=10000 -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dfailsafe.failIfNoSpecifiedTests=false}; {@code -Dfuzz.first} gives the number of the first one.
 */
class MutatedFilesIT {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 100);
  private static final int FIRST = Integer.getInteger("fuzz.first", 1);

  @TempDir Path folder;

  @Test
  void everyMutatedFileIsReadOrRefusedInTimeAndMemoryAndLeavesNothing() throws Exception {
    Path output = folder.resolve("output.txt");
    Files.createDirectory(folder.resolve("tmp"));
    Process process = start(output);
    int code = process.waitFor();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(code).as(Files.readString(folder.resolve("now")) + "\n" + said).isZero();
    assertThat(said).contains(" read, refused ").doesNotContain("OutOfMemoryError");
  }

  private Process start(Path output) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            // A reader that takes too much must not get away with calling the file unreadable.
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Djava.io.tmpdir=" + folder.resolve("tmp"),
            "-cp",
            System.getProperty("java.class.path"),
            MutantRun.class.getName(),
            folder.toString(),
            String.valueOf(FIRST),
            String.valueOf(ROUNDS))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
