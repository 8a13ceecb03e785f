package org.wangge.client.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The workstation's settings file {@code workstation.properties}. Holds addresses and habits, never
 * anything personal or secret. Every change is written at once, whole or not at all.
 */
public final class Settings {
  /** Address of the server, such as {@code https://192.168.1.5:8443}. */
  public static final String SERVER = "server";

  /** Name of this workstation in histories and the audit trail. */
  public static final String WORKSTATION = "workstation";

  /** {@code normal} or {@code large}. */
  public static final String TEXT_SIZE = "text-size";

  /** {@code true} for black on white. */
  public static final String HIGH_CONTRAST = "high-contrast";

  /** Account that signed in last. */
  public static final String ACCOUNT = "account";

  private final Path folder;
  private final Map<String, String> values = new TreeMap<>();

  /**
   * Reads the settings of a folder, which is made when it is not there.
   *
   * @throws UncheckedIOException when the folder cannot be used
   */
  public Settings(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      if (Files.exists(file())) {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file(), StandardCharsets.UTF_8)) {
          read.load(reader);
        }
        read.forEach((key, value) -> values.put((String) key, (String) value));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder everything of this workstation lies in. */
  public Path folder() {
    return folder;
  }

  /** Name of this workstation, of the machine unless it was given one. */
  public String workstation() {
    return get(WORKSTATION)
        .or(() -> Optional.ofNullable(System.getenv("COMPUTERNAME")))
        .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
        .orElse("workstation");
  }

  /** Where the town's certificate lies once the workstation is enrolled. */
  public Path authorityFile() {
    return folder.resolve("authority.pem");
  }

  private Path file() {
    return folder.resolve("workstation.properties");
  }

  /** The value of a key, or empty. */
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
  }

  /** Sets a value and writes the file; an empty value removes it. */
  public synchronized void set(String key, String value) {
    if (value.equals(values.getOrDefault(key, ""))) {
      return;
    }
    if (value.isEmpty()) {
      values.remove(key);
    } else {
      values.put(key, value);
    }
    write();
  }

  private void write() {
    List<String> lines = new ArrayList<>();
    values.forEach((key, value) -> lines.add(escape(key) + "=" + escape(value)));
    try {
      Path next = folder.resolve("workstation.properties.next");
      Files.write(next, lines, StandardCharsets.UTF_8);
      Files.move(next, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int index = 0; index < text.length(); index++) {
      char c = text.charAt(index);
      switch (c) {
        case '\\', '=', ':', '#', '!' -> escaped.append('\\').append(c);
        case ' ' -> escaped.append(index == 0 ? "\\ " : " ");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
