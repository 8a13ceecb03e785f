package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wangge.server.accounts.PasswordPolicy;
import org.wangge.server.settings.PrivateFiles;

/**
 * The first password of an account made on the command line: from the file that was named, or
 * generated. A generated one is shown once, or written to the named file for scripts.
 *
 * @param password the password
 * @param file file to write it to; empty = show it
 * @param generated whether it was generated
 */
record FirstPassword(String password, Optional<Path> file, boolean generated) {
  static FirstPassword of(Optional<Path> file) {
    try {
      if (file.isPresent() && Files.exists(file.get()) && Files.size(file.get()) > 0) {
        String password =
            Files.readString(file.get(), StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .strip();
        return new FirstPassword(password, file, false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new FirstPassword(PasswordPolicy.generate(), file, true);
  }

  /** Writes a generated password to its file. */
  void keep() {
    if (generated && file.isPresent()) {
      try {
        PrivateFiles.write(
            file.get(), (password + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Whether it must be shown, since it stands nowhere else. */
  boolean isShown() {
    return generated && file.isEmpty();
  }

  /** Nothing of the password. */
  @Override
  public String toString() {
    return "FirstPassword";
  }
}
