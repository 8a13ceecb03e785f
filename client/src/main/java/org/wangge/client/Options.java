package org.wangge.client;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the command line says; everything else stands in the settings file.
 *
 * @param server address of the server, enrolled at once when a certificate is given too
 * @param authority certificate file of the town's authority
 * @param settings folder of settings, drafts and waiting saves
 */
public record Options(Optional<URI> server, Optional<Path> authority, Path settings) {
  /**
   * Reads {@code --server ADDRESS --ca FILE --settings FOLDER}.
   *
   * @throws IllegalArgumentException with the argument that is not understood
   */
  public static Options parse(String... arguments) {
    Optional<URI> server = Optional.empty();
    Optional<Path> authority = Optional.empty();
    Path settings = defaultFolder();
    for (int index = 0; index < arguments.length; index += 2) {
      if (index + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[index]);
      }
      String value = arguments[index + 1];
      switch (arguments[index]) {
        case "--server" -> server = Optional.of(URI.create(value));
        case "--ca" -> authority = Optional.of(Path.of(value));
        case "--settings" -> settings = Path.of(value);
        default -> throw new IllegalArgumentException(arguments[index]);
      }
    }
    return new Options(server, authority, settings);
  }

  private static Path defaultFolder() {
    String roaming = System.getenv("APPDATA");
    return roaming == null
        ? Path.of(System.getProperty("user.home"), ".wangge")
        : Path.of(roaming, "Wangge");
  }
}
