package org.wangge.server.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * The secrets of the database, made once and kept in a file only the server's own account may read.
 * Without the file the encrypted data is lost; it belongs in a safe, apart from backups.
 *
 * @param boot password from which the encryption key is derived
 * @param owner password of the server's own SQL account
 * @param reader password of the read-only SQL account
 */
record DatabaseKeys(String boot, String owner, String reader) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Path file(Path folder) {
    return folder.resolve("keys").resolve("database.properties");
  }

  /** Reads the file, or makes it where there is none. */
  static DatabaseKeys loadOrMake(Path folder) throws IOException {
    if (!Files.exists(file(folder))) {
      new DatabaseKeys(secret(), secret(), secret()).write(file(folder));
    }
    return load(folder);
  }

  static DatabaseKeys load(Path folder) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file(folder), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return new DatabaseKeys(
        properties.getProperty("boot", ""),
        properties.getProperty("owner", ""),
        properties.getProperty("reader", ""));
  }

  private void write(Path file) throws IOException {
    Path folder = file.getParent();
    Files.createDirectories(folder);
    restrict(folder, "rwx------");
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh);
    restrict(fresh, "rw-------");
    Properties properties = new Properties();
    properties.setProperty("boot", boot);
    properties.setProperty("owner", owner);
    properties.setProperty("reader", reader);
    try (Writer writer = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
      properties.store(writer, "Keep a copy in a safe: without this file the data cannot be read");
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void restrict(Path path, String permissions) throws IOException {
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
      return;
    }
    java.io.File file = path.toFile();
    boolean closed =
        file.setReadable(false, false)
            && file.setWritable(false, false)
            && file.setReadable(true, true)
            && file.setWritable(true, true);
    if (!closed) {
      throw new IOException("cannot restrict " + path.getFileName());
    }
  }

  private static String secret() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Nothing of the secrets. */
  @Override
  public String toString() {
    return "DatabaseKeys";
  }
}
