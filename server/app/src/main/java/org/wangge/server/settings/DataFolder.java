package org.wangge.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * The folder with everything that belongs to one server.
 *
 * @param root the folder
 */
public record DataFolder(Path root) {
  /** Makes the path absolute. */
  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** The commented settings. */
  public Path settingsFile() {
    return root.resolve("settings.properties");
  }

  /** The embedded database. */
  public Path database() {
    return root.resolve("database");
  }

  /** Certificates of the authority and the server. */
  public Path certificates() {
    return root.resolve("certificates");
  }

  /** Keys and secrets, readable by their owner only. */
  public Path keys() {
    return root.resolve("keys");
  }

  /** Log files. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** Copies of the database. */
  public Path backups() {
    return root.resolve("backups");
  }

  /** Spreadsheets that are being taken in. */
  public Path imports() {
    return root.resolve("imports");
  }

  /** Held by the process that works on the folder. */
  public Path lockFile() {
    return root.resolve("server.lock");
  }

  /** Port of the running server. */
  public Path portFile() {
    return root.resolve("server.port");
  }

  /** Secret with which a command line speaks to the running server. */
  public Path controlSecret() {
    return keys().resolve("control");
  }

  /** A file named in the settings; relative names start at the folder. */
  public Path resolve(String name) {
    return root.resolve(name);
  }

  /** Whether a server was set up here. */
  public boolean isInitialised() {
    return Files.isRegularFile(settingsFile());
  }

  /**
   * Makes an empty folder ready for a server. It counts as one only when {@link #writeSettings} has
   * followed.
   *
   * @throws Problem DATABASE_NOT_EMPTY when something stands there already
   */
  public void create() {
    try {
      if (Files.exists(root)) {
        try (var entries = Files.list(root)) {
          if (entries.findAny().isPresent()) {
            throw new Problem(ProblemCode.DATABASE_NOT_EMPTY, Map.of("folder", root));
          }
        }
      }
      PrivateFiles.folder(root);
      PrivateFiles.folder(keys());
      Files.createDirectories(certificates());
      Files.createDirectories(logs());
      PrivateFiles.folder(imports());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the commented settings.
   *
   * @param changed values that differ from the default, as text by key
   */
  public void writeSettings(Map<String, String> changed) {
    Settings.write(settingsFile(), changed);
  }

  /**
   * The settings of the folder.
   *
   * @throws Problem BAD_SETTING, or NOT_INITIALISED when no server was set up here
   */
  public Settings settings() {
    if (!isInitialised()) {
      throw new Problem(ProblemCode.NOT_INITIALISED, Map.of("folder", root));
    }
    return Settings.read(settingsFile());
  }
}
