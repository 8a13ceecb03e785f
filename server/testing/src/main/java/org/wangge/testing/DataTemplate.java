package org.wangge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.record.RecordId;
import org.wangge.server.Founding;
import org.wangge.server.ServerProgram;
import org.wangge.server.access.Caller;
import org.wangge.server.accounts.Accounts;
import org.wangge.server.accounts.SignedIn;
import org.wangge.server.settings.DataFolder;
import org.wangge.server.settings.Settings;
import org.wangge.wire.AccountSave;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.SignIn;

/**
 * One initialised data folder with all accounts, made once in a process and copied for each test.
 */
final class DataTemplate {
  private static final String FIRST_PASSWORD = "Chushi-83-mima";

  private DataTemplate() {}

  private static final class Holder {
    private static final Path FOLDER = make();
  }

  /** Copies the template into a folder that does not exist yet. */
  static void copyTo(Path folder) {
    copy(Holder.FOLDER, folder);
  }

  /** Sets up a server in an empty folder, with all accounts and the usual settings. */
  static void makeIn(Path root) {
    makeIn(root, Map.of());
  }

  /** The same with settings that differ from the default, as text by key. */
  static void makeIn(Path root, Map<String, String> changed) {
    DataFolder folder = new DataFolder(root);
    Founding.found(
        folder,
        TestServer.TOWN,
        TestAccount.SYSTEM_ADMINISTRATOR.account(),
        TestAccount.SYSTEM_ADMINISTRATOR.person(),
        FIRST_PASSWORD,
        changed,
        (_, _) -> {});
    Settings settings = folder.settings().with(Settings.SQL_ON, false);
    try (ServerProgram program = ServerProgram.open(folder, settings, ServerProgram.townClock())) {
      Accounts accounts = program.accounts();
      for (TestAccount account : TestAccount.values()) {
        if (account != TestAccount.SYSTEM_ADMINISTRATOR) {
          accounts.make(
              ServerProgram.commandLine("test"),
              new AccountSave(
                  RecordId.next(),
                  account.account(),
                  account.person(),
                  account.post().key(),
                  account.area(),
                  true,
                  FIRST_PASSWORD));
        }
        SignedIn session =
            accounts
                .signIn(new SignIn(account.account(), FIRST_PASSWORD, "test"), "test")
                .session();
        Caller caller = new Caller(session.account(), "test", "test");
        accounts.changePassword(
            session, caller, new PasswordChange(FIRST_PASSWORD, TestAccount.PASSWORD));
        accounts.signOut(session, caller);
      }
      for (String village : List.of(TestServer.VILLAGE_A, TestServer.VILLAGE_B)) {
        program
            .records()
            .save(
                ServerProgram.commandLine("test"),
                "grid",
                RecordId.next(),
                Sample.fresh(village, Sample.grid(village + "001")));
      }
    }
  }

  private static Path make() {
    try {
      Path folder = Files.createTempDirectory("wangge-template");
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> deleteQuietly(folder)));
      makeIn(folder.resolve("data"));
      return folder.resolve("data");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> paths = Files.walk(from)) {
      for (Path path : paths.toList()) {
        Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a folder with all in it. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  static void deleteQuietly(Path folder) {
    try {
      delete(folder);
    } catch (IOException e) {
      // A folder left behind in the system's temporary place is no failure of a test.
    }
  }
}
