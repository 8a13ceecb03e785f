package org.wangge.testing;

import static org.wangge.testing.TestClient.record;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wangge.record.RecordId;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.wire.Save;

/**
 * Saves one new record over HTTPS, with session, rights, rules, history and idempotency, against
 * one durable insert of the same values in raw JDBC into an encrypted database of the same engine.
 * A third way writes in raw JDBC, in one durable transaction, as many rows as a save leaves behind:
 * person, extension, log, one line of history per field, answered request.
 *
 * <p>Both run in this process and take turns, so that a disturbance of the machine meets both; the
 * load comes from the same process, so it takes its share of the processor. Arguments: seconds for
 * one turn (default 4), turns (default 5).
 */
public final class SaveBenchmark {
  private static final int[] CLIENTS = {1, 20};
  private static final String TYPE = "floating_person";

  private SaveBenchmark() {}

  /** One save by one client. */
  @FunctionalInterface
  private interface Operation extends AutoCloseable {
    void run() throws Exception;

    @Override
    default void close() throws SQLException {}
  }

  /** Makes what one client needs of its own. */
  @FunctionalInterface
  private interface Client {
    Operation open() throws Exception;
  }

  private record Turn(double perSecond, double medianMillis, double p99Millis) {}

  /** Runs the turns and prints a table. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 4;
    int turns = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Path folder = Files.createTempDirectory("save-benchmark");
    try (TestServer server = TestServer.start();
        Raw raw = Raw.create(folder.resolve("raw"))) {
      String token = server.client(TestAccount.OPERATOR_A).token();
      Client https = () -> save(server.client().withToken(token));
      // Statements, JSON and cryptography warm up first.
      turn(https, 4, 2 * seconds);
      turn(raw::open, 4, seconds);
      turn(raw::openWhole, 4, seconds);
      System.out.println(
          "| clients | way | saves/s, median (range) | median ms | p99 ms | ratio |");
      System.out.println("|---|---|---|---|---|---|");
      for (int clients : CLIENTS) {
        List<Turn> saves = new ArrayList<>();
        List<Turn> inserts = new ArrayList<>();
        List<Turn> wholes = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
          inserts.add(turn(raw::open, clients, seconds));
          wholes.add(turn(raw::openWhole, clients, seconds));
          saves.add(turn(https, clients, seconds));
        }
        double bound = median(inserts.stream().mapToDouble(Turn::perSecond).toArray());
        print(clients, "one durable insert, raw JDBC", inserts, bound);
        print(clients, "the rows of a save, raw JDBC", wholes, bound);
        print(clients, "save over HTTPS", saves, bound);
      }
    } finally {
      DataTemplate.deleteQuietly(folder);
    }
  }

  private static Operation save(TestClient client) {
    return () -> {
      Save save =
          Sample.fresh(
              TestServer.VILLAGE_A,
              Sample.floating(TestServer.VILLAGE_A, "曾测速", Sample.idNumber()));
      if (!client.put(record(TYPE, RecordId.next()), save).isOk()) {
        throw new IllegalStateException("a save was refused");
      }
    };
  }

  private static Turn turn(Client kind, int clients, int seconds)
      throws ExecutionException, InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Future<long[]>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        running.add(
            threads.submit(
                () -> {
                  try (Operation operation = kind.open()) {
                    long[] times = new long[1024];
                    int count = 0;
                    while (System.nanoTime() < end) {
                      long began = System.nanoTime();
                      operation.run();
                      if (count == times.length) {
                        times = Arrays.copyOf(times, count * 2);
                      }
                      times[count++] = System.nanoTime() - began;
                    }
                    return Arrays.copyOf(times, count);
                  }
                }));
      }
    }
    List<long[]> parts = new ArrayList<>();
    for (Future<long[]> one : running) {
      parts.add(one.get());
    }
    long[] all = parts.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Turn(
        (double) all.length / seconds,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6);
  }

  @SuppressWarnings("SystemOut") // a command line
  private static void print(int clients, String way, List<Turn> turns, double bound) {
    double[] rates = turns.stream().mapToDouble(Turn::perSecond).sorted().toArray();
    System.out.println(
        String.format(
            Locale.ROOT,
            "| %d | %s | %,.0f (%,.0f–%,.0f) | %.2f | %.1f | %.1f |",
            clients,
            way,
            median(rates),
            rates[0],
            rates[rates.length - 1],
            median(turns.stream().mapToDouble(Turn::medianMillis).toArray()),
            median(turns.stream().mapToDouble(Turn::p99Millis).toArray()),
            bound / median(rates)));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** An encrypted database of the same engine with one table that holds what the form holds. */
  private static final class Raw implements AutoCloseable {
    private static final int TEXTS = 16;
    private static final int CONNECTIONS = 32;

    /** Extension, log, request, and one line of history for each of the form's fields. */
    private static final int LINES = 3 + 22;

    private final Database database;

    private Raw(Database database) {
      this.database = database;
    }

    static Raw create(Path folder) throws SQLException {
      Raw raw =
          new Raw(
              Database.create(
                  new DatabaseSettings(
                      folder,
                      false,
                      "127.0.0.1",
                      0,
                      "",
                      Optional.empty(),
                      Optional.empty(),
                      "",
                      CONNECTIONS)));
      try (Connection connection = raw.database.source().getConnection();
          Statement statement = connection.createStatement()) {
        StringBuilder columns = new StringBuilder();
        for (int i = 0; i < TEXTS; i++) {
          columns.append(", text").append(i).append(" VARCHAR(100)");
        }
        statement.execute(
            "CREATE TABLE raw_person (id CHAR(16) FOR BIT DATA NOT NULL PRIMARY KEY,"
                + " number VARCHAR(40) NOT NULL UNIQUE, born DATE"
                + columns
                + ")");
        statement.execute(
            "CREATE TABLE raw_line (id CHAR(16) FOR BIT DATA NOT NULL, line INTEGER NOT NULL,"
                + " old_value VARCHAR(4000), new_value VARCHAR(4000), PRIMARY KEY (id, line))");
        connection.commit();
      }
      return raw;
    }

    Operation open() throws SQLException {
      return new Insert(database.source().getConnection(), 0);
    }

    Operation openWhole() throws SQLException {
      return new Insert(database.source().getConnection(), LINES);
    }

    @Override
    public void close() {
      database.close();
    }
  }

  /** Inserts a person, with so many further lines in the same transaction. */
  private static final class Insert implements Operation {
    private final Connection connection;
    private final PreparedStatement person;
    private final PreparedStatement line;
    private final int lines;

    Insert(Connection connection, int lines) throws SQLException {
      this.connection = connection;
      this.lines = lines;
      this.person =
          connection.prepareStatement(
              "INSERT INTO raw_person VALUES (?, ?, ?" + ", ?".repeat(Raw.TEXTS) + ")");
      this.line = connection.prepareStatement("INSERT INTO raw_line VALUES (?, ?, ?, ?)");
    }

    @Override
    public void run() throws SQLException {
      UUID id = RecordId.next();
      byte[] bytes =
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array();
      person.setBytes(1, bytes);
      person.setString(2, Sample.idNumber());
      person.setDate(3, Date.valueOf(Sample.BIRTH));
      for (int i = 0; i < Raw.TEXTS; i++) {
        person.setString(4 + i, "溪边12号");
      }
      person.executeUpdate();
      for (int i = 0; i < lines; i++) {
        line.setBytes(1, bytes);
        line.setInt(2, i);
        line.setString(3, null);
        line.setString(4, "溪边12号");
        line.addBatch();
      }
      if (lines > 0) {
        line.executeBatch();
      }
      // Durable when this returns.
      connection.commit();
    }

    @Override
    public void close() throws SQLException {
      person.close();
      line.close();
      connection.close();
    }
  }
}
