package org.wangge.client.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.wangge.client.ui.Messages;
import org.wangge.problem.ProblemCode;

/** The one door to files of the person who works here. */
public interface FileDoor {
  /**
   * Lets the person choose a file to read.
   *
   * @param title what it is for
   * @param kind what such files are called
   * @param endings endings with the dot, such as {@code .xlsx}
   */
  Optional<Path> chooseToRead(String title, String kind, List<String> endings);

  /**
   * Lets the person choose where a file is written.
   *
   * @param name name that is proposed
   */
  Optional<Path> chooseToWrite(String title, String name);

  /** Opens a file in the program the computer has for it. */
  void show(Path file);

  /**
   * Writes a file whole or not at all; not for the window's thread.
   *
   * @throws WordedProblem when it cannot be written, most often because it is open elsewhere
   */
  static void write(Path file, byte[] content) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, ".", ".part");
      try {
        Files.write(part, content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new WordedProblem(
          ProblemCode.UNREADABLE_FILE,
          Messages.of(FileDoor.class).get("file.not-written", "name", file.getFileName()),
          e);
    }
  }

  /**
   * Reads a file; not for the window's thread.
   *
   * @throws WordedProblem when it cannot be read
   */
  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WordedProblem(
          ProblemCode.UNREADABLE_FILE,
          Messages.of(FileDoor.class).get("file.not-read", "name", file.getFileName()),
          e);
    }
  }
}
