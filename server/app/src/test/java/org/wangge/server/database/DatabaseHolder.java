package org.wangge.server.database;

import java.nio.file.Path;

/** Another process that opens a data folder and holds it until it is killed. */
public final class DatabaseHolder {
  private DatabaseHolder() {}

  public static void main(String[] arguments) throws Exception {
    Database.open(DatabaseSettings.embedded(Path.of(arguments[0])));
    System.out.println("open");
    Thread.sleep(java.time.Duration.ofMinutes(5));
  }
}
