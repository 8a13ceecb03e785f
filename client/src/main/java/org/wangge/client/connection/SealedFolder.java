package org.wangge.client.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.record.RecordId;

/**
 * A folder of sealed entries of one account on this workstation. Each entry is a file of its own,
 * written whole or not at all.
 */
public final class SealedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(SealedFolder.class);
  private static final String SUFFIX = ".sealed";
  private static final String KEY_FILE = "key";
  private static final String LOCKED = "locked-";

  private final Path folder;
  private final AccountKey key;

  private SealedFolder(Path folder, AccountKey key) {
    this.folder = folder;
    this.key = key;
  }

  /**
   * Opens the account's folder. When the password was reset elsewhere, what lies there is set aside
   * unharmed, to be taken back with the old password.
   */
  public static SealedFolder open(Path folder, String password) {
    try {
      Files.createDirectories(folder);
      Path keyFile = folder.resolve(KEY_FILE);
      if (Files.exists(keyFile)) {
        Optional<AccountKey> key = AccountKey.read(keyFile, password);
        if (key.isPresent()) {
          return new SealedFolder(folder, key.get());
        }
        setAside(folder);
      }
      AccountKey key = AccountKey.random();
      key.write(keyFile, password);
      return new SealedFolder(folder, key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void setAside(Path folder) throws IOException {
    List<Path> entries = files(folder, "*" + SUFFIX);
    if (!entries.isEmpty()) {
      Path aside = Files.createDirectory(folder.resolve(LOCKED + RecordId.next()));
      // The key goes first: entries without it could never be opened again.
      Files.copy(folder.resolve(KEY_FILE), aside.resolve(KEY_FILE));
      for (Path entry : entries) {
        Files.move(entry, aside.resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** The key under a new password, after the account changed it. */
  public void relock(String password) {
    key.write(folder.resolve(KEY_FILE), password);
  }

  /** How many entries lie aside under an old password. */
  public int locked() {
    try {
      int count = 0;
      for (Path aside : files(folder, LOCKED + "*")) {
        count += files(aside, "*" + SUFFIX).size();
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes back what the old password opens; answers how many entries. */
  public int recover(String oldPassword) {
    try {
      int count = 0;
      for (Path aside : files(folder, LOCKED + "*")) {
        Optional<AccountKey> old = AccountKey.read(aside.resolve(KEY_FILE), oldPassword);
        if (old.isEmpty()) {
          continue;
        }
        for (Path entry : files(aside, "*" + SUFFIX)) {
          Optional<byte[]> clear = old.get().open(Files.readAllBytes(entry));
          if (clear.isPresent()) {
            WholeFile.write(folder.resolve(entry.getFileName()), key.seal(clear.get()));
            Files.delete(entry);
            count++;
          }
        }
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an entry. */
  public synchronized void put(String name, byte[] clear) {
    try {
      WholeFile.write(folder.resolve(name + SUFFIX), key.seal(clear));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes an entry, if it is there. */
  public synchronized void remove(String name) {
    try {
      Files.deleteIfExists(folder.resolve(name + SUFFIX));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All entries whose name begins so, by name; damaged ones are logged and left. */
  public synchronized Map<String, byte[]> entries(String prefix) {
    try {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      for (Path file : files(folder, prefix + "*" + SUFFIX)) {
        Optional<byte[]> clear = key.open(Files.readAllBytes(file));
        String name = file.getFileName().toString();
        if (clear.isPresent()) {
          entries.put(name.substring(0, name.length() - SUFFIX.length()), clear.get());
        } else {
          LOG.warn("A sealed entry cannot be opened and is left as it is");
        }
      }
      return entries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> files(Path folder, String pattern) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
      stream.forEach(files::add);
    }
    try (Stream<Path> sorted = files.stream().sorted()) {
      return sorted.toList();
    }
  }
}
