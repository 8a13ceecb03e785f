package org.wangge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.server.access.Post;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;
import org.wangge.wire.AccountSave;

/** Sets up a server in an empty folder: whole, or not at all. */
public final class Founding {
  private Founding() {}

  /**
   * Makes keys, certificates, database, places and the first administrator.
   *
   * @param area code of the town or county that the server is for
   * @param password first password of the administrator, to be changed at the first sign-in
   * @param changed settings that differ from the default, as text by key
   * @param prepared called when the empty folder stands, before anything can fail in it
   * @return the code with which workstations are enrolled
   * @throws Problem DATABASE_NOT_EMPTY, NOT_FOUND for an unknown place, BAD_SETTING,
   *     PASSWORD_POLICY
   */
  public static String found(
      DataFolder folder,
      String area,
      String administrator,
      String person,
      String password,
      Map<String, String> changed,
      BiConsumer<DataFolder, Settings> prepared) {
    Map<String, String> values = new LinkedHashMap<>(changed);
    values.put(Settings.AREA.key(), area);
    List<String> lines = new ArrayList<>();
    values.forEach((key, value) -> lines.add(key + " = " + value));
    Settings settings = Settings.parse(lines, "--set");
    boolean existed = Files.exists(folder.root());
    folder.create();
    try {
      prepared.accept(folder, settings);
      try (ServerProgram program =
          ServerProgram.found(
              folder, settings.with(Settings.SQL_ON, false), ServerProgram.townClock())) {
        program.areas().loadShipped(area);
        if (program.areas().find(area).isEmpty()) {
          throw new Problem(ProblemCode.NOT_FOUND, Map.of("what", area));
        }
        program
            .accounts()
            .make(
                ServerProgram.commandLine("init"),
                new AccountSave(
                    RecordId.next(),
                    administrator,
                    person,
                    Post.SYSTEM_ADMINISTRATOR.key(),
                    area,
                    true,
                    password));
        String code = program.enrolmentCode();
        // Last: a folder with settings is a server that was set up whole.
        folder.writeSettings(values);
        return code;
      }
    } catch (RuntimeException | Error e) {
      remove(folder.root(), existed);
      throw e;
    }
  }

  /** Takes back what a founding that failed has made in the folder, which was empty before. */
  private static void remove(Path root, boolean keepRoot) {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        if (!keepRoot || !path.equals(root)) {
          Files.delete(path);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
