package org.wangge.server.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * The settings of a server, read once at start. Every key stands in {@link #KEYS} with its default;
 * a key that the file leaves out has its default, and a key or value that is not understood is
 * refused with its line.
 */
public final class Settings {
  /** Code of the town or county that the server is for; empty = none named. */
  public static final Setting<String> AREA = Setting.digits("server.area", "");

  /** TCP port of the HTTPS interface; 0 = any free one. */
  public static final Setting<Integer> PORT = Setting.integer("server.port", 8443, 0, 65535);

  /** Address to listen at. */
  public static final Setting<String> ADDRESS = Setting.text("server.address", "0.0.0.0");

  /** Further names and addresses in the server's certificate. */
  public static final Setting<List<String>> NAMES = Setting.texts("server.names", "");

  /** Minutes without a request after which a session ends. */
  public static final Setting<Integer> SESSION_IDLE_MINUTES =
      Setting.integer("session.idle-minutes", 60, 1, 1440);

  /** Hours after which a session ends in any case. */
  public static final Setting<Integer> SESSION_HOURS =
      Setting.integer("session.absolute-hours", 12, 1, 72);

  /** Failures that lock an account. */
  public static final Setting<Integer> LOCK_FAILURES =
      Setting.integer("sign-in.lock-failures", 5, 3, 100);

  /** Minutes within which the failures are counted. */
  public static final Setting<Integer> LOCK_WINDOW_MINUTES =
      Setting.integer("sign-in.lock-window-minutes", 15, 1, 1440);

  /** Minutes for which an account stays locked. */
  public static final Setting<Integer> LOCK_MINUTES =
      Setting.integer("sign-in.lock-minutes", 15, 1, 1440);

  /** Fewest characters of a password. */
  public static final Setting<Integer> PASSWORD_LENGTH =
      Setting.integer("password.least-length", 10, 8, 64);

  /** Days after which a password must be changed; 0 = never. */
  public static final Setting<Integer> PASSWORD_DAYS =
      Setting.integer("password.most-days", 90, 0, 3650);

  /** Largest spreadsheet that is taken in, in megabytes. */
  public static final Setting<Integer> UPLOAD_MEGABYTES =
      Setting.integer("limit.upload-megabytes", 50, 1, 1024);

  /** Largest other request, in kilobytes, counted after unpacking. */
  public static final Setting<Integer> REQUEST_KILOBYTES =
      Setting.integer("limit.request-kilobytes", 1024, 16, 65536);

  /** Requests a second that a session may keep up. */
  public static final Setting<Integer> RATE =
      Setting.integer("limit.requests-per-second", 50, 1, 100_000);

  /** Requests that a session may send at once. */
  public static final Setting<Integer> BURST =
      Setting.integer("limit.requests-at-once", 200, 1, 100_000);

  /** Imports, exports and bulletins that run side by side. */
  public static final Setting<Integer> JOBS = Setting.integer("limit.jobs", 2, 1, 32);

  /** Where the database engine runs. */
  public static final Setting<DatabaseMode> DATABASE_MODE =
      Setting.choice("database.mode", DatabaseMode.EMBEDDED);

  /** Host of a database server of its own. */
  public static final Setting<String> DATABASE_HOST = Setting.text("database.host", "localhost");

  /** Its port. */
  public static final Setting<Integer> DATABASE_PORT =
      Setting.integer("database.port", 1527, 1, 65535);

  /** Name of the database on it. */
  public static final Setting<String> DATABASE_NAME = Setting.text("database.name", "wangge");

  /** File with the certificate that the database server must show. */
  public static final Setting<String> DATABASE_TRUST =
      Setting.text("database.trust", "certificates/database.pem");

  /** Database operations that run side by side. */
  public static final Setting<Integer> DATABASE_OPERATIONS =
      Setting.integer("database.operations", 8, 1, 64);

  /** Memory for database pages, in megabytes. */
  public static final Setting<Integer> DATABASE_CACHE_MEGABYTES =
      Setting.integer("database.cache-megabytes", 128, 8, 16384);

  /** Whether other programs may read the published views with SQL. */
  public static final Setting<Boolean> SQL_ON = Setting.yesNo("sql.on", true);

  /** Address at which they may; any but the loopback one speaks TLS. */
  public static final Setting<String> SQL_ADDRESS = Setting.text("sql.address", "127.0.0.1");

  /** Port at which they may. */
  public static final Setting<Integer> SQL_PORT = Setting.integer("sql.port", 1527, 1, 65535);

  /** How much the log tells. */
  public static final Setting<LogLevel> LOG_LEVEL = Setting.choice("log.level", LogLevel.INFO);

  /** Days for which the log is kept. */
  public static final Setting<Integer> LOG_DAYS = Setting.integer("log.days", 180, 1, 3650);

  /** Most space of the log, in megabytes. */
  public static final Setting<Integer> LOG_MEGABYTES =
      Setting.integer("log.megabytes", 2048, 16, 1_000_000);

  /** All keys in the order of the file. */
  public static final List<Setting<?>> KEYS =
      List.of(
          AREA,
          PORT,
          ADDRESS,
          NAMES,
          SESSION_IDLE_MINUTES,
          SESSION_HOURS,
          LOCK_FAILURES,
          LOCK_WINDOW_MINUTES,
          LOCK_MINUTES,
          PASSWORD_LENGTH,
          PASSWORD_DAYS,
          UPLOAD_MEGABYTES,
          REQUEST_KILOBYTES,
          RATE,
          BURST,
          JOBS,
          DATABASE_MODE,
          DATABASE_HOST,
          DATABASE_PORT,
          DATABASE_NAME,
          DATABASE_TRUST,
          DATABASE_OPERATIONS,
          DATABASE_CACHE_MEGABYTES,
          SQL_ON,
          SQL_ADDRESS,
          SQL_PORT,
          LOG_LEVEL,
          LOG_DAYS,
          LOG_MEGABYTES);

  private static final ResourceBundle MANUAL =
      ResourceBundle.getBundle("org.wangge.server.settings.manual", Locale.CHINA);

  private final Map<String, Object> values;

  private Settings(Map<String, Object> values) {
    this.values = values;
  }

  /** The settings of a new server. */
  public static Settings initial() {
    return parse(List.of(), "");
  }

  /**
   * Reads a settings file.
   *
   * @throws Problem BAD_SETTING with file, line, key and what is expected
   */
  public static Settings read(Path file) {
    try {
      return parse(Files.readAllLines(file, StandardCharsets.UTF_8), file.toString());
    } catch (IOException e) {
      throw new Problem(
          ProblemCode.BAD_SETTING,
          Map.of("file", file, "line", 0, "key", "", "expected", MANUAL.getString("expected.file")),
          e);
    }
  }

  /** Reads the lines of a settings file that is called {@code name} in refusals. */
  public static Settings parse(List<String> lines, String name) {
    Map<String, Setting<?>> known = new HashMap<>();
    KEYS.forEach(setting -> known.put(setting.key(), setting));
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = (i == 0 ? withoutByteOrderMark(lines.get(i)) : lines.get(i)).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      Setting<?> setting = known.get(key);
      if (equals < 0) {
        throw refusal(name, i, key, MANUAL.getString("expected.line"));
      } else if (setting == null) {
        throw refusal(name, i, key, MANUAL.getString("expected.key"));
      } else if (values.containsKey(key)) {
        throw refusal(name, i, key, MANUAL.getString("expected.once"));
      }
      try {
        values.put(key, setting.parser().apply(line.substring(equals + 1).strip()));
      } catch (IllegalArgumentException e) {
        throw refusal(name, i, key, setting.expected());
      }
    }
    for (Setting<?> setting : KEYS) {
      values.computeIfAbsent(setting.key(), _ -> setting.parser().apply(setting.initial()));
    }
    return new Settings(values);
  }

  /** The value of a key. */
  @SuppressWarnings("unchecked") // the map is filled by the key's own parser
  public <T> T get(Setting<T> setting) {
    return (T) values.get(setting.key());
  }

  /** These settings with one value replaced, as a command line option does. */
  public <T> Settings with(Setting<T> setting, T value) {
    Map<String, Object> copy = new HashMap<>(values);
    copy.put(setting.key(), value);
    return new Settings(copy);
  }

  /** The commented file that {@code init} writes: every key with its default and its manual. */
  public static String initialFile() {
    return initialFile(Map.of());
  }

  /** The commented file with some values replaced, given as text by key. */
  public static String initialFile(Map<String, String> replaced) {
    StringBuilder file = new StringBuilder();
    comment(file, MANUAL.getString("head"));
    for (Setting<?> setting : KEYS) {
      file.append('\n');
      comment(file, setting.manual());
      comment(file, setting.expected());
      String value = replaced.getOrDefault(setting.key(), setting.initial());
      file.append(setting.key()).append(" =").append(value.isEmpty() ? "" : " " + value);
      file.append('\n');
    }
    return file.toString();
  }

  /** Writes the commented file. */
  static void write(Path file, Map<String, String> replaced) {
    try {
      Files.writeString(file, initialFile(replaced), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void comment(StringBuilder file, String words) {
    words.lines().forEach(line -> file.append("# ").append(line).append('\n'));
  }

  private static String withoutByteOrderMark(String line) {
    return line.startsWith("\uFEFF") ? line.substring(1) : line;
  }

  private static Problem refusal(String file, int index, String key, String expected) {
    return new Problem(
        ProblemCode.BAD_SETTING,
        Map.of("file", file, "line", index + 1, "key", key, "expected", expected));
  }
}
