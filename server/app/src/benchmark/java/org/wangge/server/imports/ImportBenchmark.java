package org.wangge.server.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.pinyin.Readings;
import org.wangge.record.RecordId;
import org.wangge.server.access.Caller;
import org.wangge.server.database.Database;
import org.wangge.server.database.DatabaseSettings;
import org.wangge.server.demo.DemoGrid;
import org.wangge.server.demo.DemoRecords;
import org.wangge.server.demo.DemoTown;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.BulkLoad;
import org.wangge.server.store.BulkLoad.NewRow;
import org.wangge.server.store.Store;
import org.wangge.validation.Display;
import org.wangge.wire.Area;
import org.wangge.wire.ImportReport;

/**
 * Takes in a sheet of people from elsewhere, 30 columns wide, against its lower bound: the fastest
 * streaming reader at hand and raw batches into the same tables (person, extension, history, rows
 * of the import, the file) in one durable transaction, with nothing checked and nothing looked up.
 *
 * <p>Both sides begin every turn with a database of the same content and take turns in one process.
 * Arguments: rows of the sheet (default 1,000 10,000 100,000, joined by commas), people already in
 * the base (default 0), turns (default 3).
 */
public final class ImportBenchmark {
  private static final List<String> FIELDS =
      List.of(
          "grid name sex id_number birth_date phone domicile_place domicile_address"
              .concat(" residence_address education political marital occupation workplace")
              .concat(" inflow_reason inflow_date from_place register_date expected_leave employer")
              .concat(" is_family_move children_with residence_type landlord_name cert_type")
              .concat(" cert_number cert_expiry remark")
              .split(" "));
  private static final String TYPE = "floating_person";
  private static final double TENANT_SHARE = 0.3;
  private static final int BATCH = 500;

  private final RecordType type = ImportTown.CATALOGUE.type(TYPE);
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, String> villageNames = new HashMap<>();
  private final Map<String, String> initials = new HashMap<>();
  private final Map<String, String> readings = new HashMap<>();
  private final List<DemoGrid> grids = new ArrayList<>();
  private final int base;

  private ImportBenchmark(int base) {
    this.base = base;
  }

  /** Seconds of one turn. */
  private record Turn(double raw, double rehearsal, double commit) {
    double whole() {
      return rehearsal + commit;
    }
  }

  /** Runs the turns and prints a table. */
  @SuppressWarnings("SystemOut") // a command line
  public static void main(String[] arguments) throws Exception {
    int[] sizes =
        Arrays.stream((arguments.length > 0 ? arguments[0] : "1000,10000,100000").split(","))
            .mapToInt(Integer::parseInt)
            .toArray();
    int base = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 0;
    int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
    System.out.printf("heap of at most %d MB%n", Runtime.getRuntime().maxMemory() >> 20);
    System.out.println(
        "| rows | base | raw s | rehearsal s | commit s | commit : raw | whole : raw |");
    System.out.println("|---|---|---|---|---|---|---|");
    new ImportBenchmark(base).turns(sizes[0], 1);
    for (int size : sizes) {
      ImportBenchmark benchmark = new ImportBenchmark(base);
      List<Turn> all = benchmark.turns(size, turns);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %,d | %.2f | %.2f | %.2f | %.2f | %.2f |%n",
          size,
          base,
          median(all.stream().mapToDouble(Turn::raw)),
          median(all.stream().mapToDouble(Turn::rehearsal)),
          median(all.stream().mapToDouble(Turn::commit)),
          median(all.stream().mapToDouble(turn -> turn.commit() / turn.raw())),
          median(all.stream().mapToDouble(turn -> turn.whole() / turn.raw())));
    }
    Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .forEach(line -> System.out.println("resident memory at its most: " + line));
  }

  private static double median(java.util.stream.DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private List<Turn> turns(int size, int turns) throws Exception {
    Path folder = Files.createTempDirectory("import-benchmark");
    List<Turn> all = new ArrayList<>();
    try {
      byte[] sheet = sheet(folder, size);
      for (int turn = 0; turn < turns; turn++) {
        double raw = 0;
        double[] ours = new double[2];
        // The one that begins changes from turn to turn.
        for (int half = 0; half < 2; half++) {
          Path place = folder.resolve(turn + "-" + half);
          try (Database database = Database.create(DatabaseSettings.embedded(place))) {
            ImportTown town = new ImportTown(database);
            fill(database, town.town);
            System.gc();
            if ((turn + half) % 2 == 0) {
              raw = new Raw(database, town.town, sheet).run(size);
            } else {
              ours = ours(town, sheet, size);
            }
          }
          delete(place);
        }
        all.add(new Turn(raw, ours[0], ours[1]));
      }
    } finally {
      delete(folder);
    }
    return all;
  }

  private static double[] ours(ImportTown town, byte[] sheet, int size) {
    long start = System.nanoTime();
    ImportReport rehearsed = town.rehearse(town.town, "sheet.xlsx", sheet);
    double rehearsal = seconds(start);
    start = System.nanoTime();
    ImportReport committed = town.commit(town.town, rehearsed);
    double commit = seconds(start);
    if (committed.created() != size) {
      throw new IllegalStateException(committed.toString());
    }
    return new double[] {rehearsal, commit};
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  // ---- data

  private List<Area> villages(Database database) {
    return new AreaStore(new Store(database, java.time.Clock.systemUTC()))
        .below(ImportTown.TOWN).stream().filter(area -> area.level().equals("village")).toList();
  }

  /** A sheet of people, and what the raw side needs to know of its texts. */
  private byte[] sheet(Path folder, int size) throws IOException {
    List<Area> villages;
    try (Database database = Database.create(DatabaseSettings.embedded(folder.resolve("areas")))) {
      new ImportTown(database);
      villages = villages(database);
    }
    villages.forEach(village -> villageNames.put(village.code(), village.name()));
    DemoTown town = new DemoTown(7, villages, (int) (size / TENANT_SHARE * 1.02) + 1000);
    grids.addAll(town.grids());
    Map<String, String> gridNames = new HashMap<>();
    grids.forEach(grid -> gridNames.put(grid.code(), grid.name()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(out, "Benchmark", null);
    Worksheet sheet = workbook.newWorksheet("流动人口");
    sheet.value(0, 0, "序号");
    sheet.value(0, 1, "所属村");
    for (int i = 0; i < FIELDS.size(); i++) {
      sheet.value(0, i + 2, field(i).label());
    }
    int row = 0;
    for (NewRow one : town.tenants().stream().limit(size).map(DemoRecords::tenant).toList()) {
      row++;
      Map<String, Object> values = more(one.values().asMap(), row);
      sheet.value(row, 0, row);
      sheet.value(row, 1, villageNames.get(one.area()));
      codes.put("area" + villageNames.get(one.area()), one.area());
      for (int i = 0; i < FIELDS.size(); i++) {
        Object value = values.get(FIELDS.get(i));
        if (value == null) {
          continue;
        }
        String text =
            FIELDS.get(i).equals("grid")
                ? gridNames.get(value)
                : Display.text(ImportTown.CATALOGUE, field(i), value);
        if (FIELDS.get(i).equals("grid")) {
          codes.put(one.area() + text, value.toString());
        } else if (field(i).kind() == Kind.CODE || field(i).kind() == Kind.PLACE) {
          codes.put(FIELDS.get(i) + text, value.toString());
        }
        sheet.value(row, i + 2, text);
      }
      String name = values.get("name").toString();
      initials.computeIfAbsent(name, key -> Readings.initials(key).getFirst());
      readings.computeIfAbsent(name, Readings::full);
      if (row % 1000 == 0) {
        sheet.flush();
      }
    }
    workbook.finish();
    if (row != size) {
      throw new IllegalStateException(row + " people instead of " + size);
    }
    return out.toByteArray();
  }

  private Field field(int index) {
    return type.byName().get(FIELDS.get(index));
  }

  private static Map<String, Object> more(Map<String, Object> values, int row) {
    Map<String, Object> more = new HashMap<>(values);
    LocalDate registered = (LocalDate) values.get("register_date");
    more.put("occupation", row % 3 == 0 ? "钳工" : "普工");
    more.put("workplace", "第%d车间".formatted(row % 40));
    more.put("expected_leave", registered.plusYears(1));
    more.put("is_family_move", row % 4 == 0);
    more.put("children_with", (long) row % 3);
    more.put("cert_type", "02");
    more.put("cert_number", "ZJ%018d".formatted(row));
    more.put("cert_expiry", registered.plusYears(2));
    more.put("remark", row % 5 == 0 ? "住集体宿舍，第%d号床".formatted(row) : null);
    return more;
  }

  /** Grids of the sheet, and people who do not stand in it. */
  private void fill(Database database, Caller caller) {
    Store store = new Store(database, java.time.Clock.systemUTC());
    BulkLoad load = new BulkLoad(ImportTown.CATALOGUE);
    store.write(
        tx -> {
          load.records(
              tx, caller, "grid", grids.stream().map(DemoRecords::grid).toList(), tx.now());
          return null;
        });
    if (base > 0) {
      DemoTown others = new DemoTown(8, villages(database), base);
      List<NewRow> people =
          others.households().stream().flatMap(one -> DemoRecords.residents(one).stream()).toList();
      for (int start = 0; start < people.size(); start += 5_000) {
        List<NewRow> some = people.subList(start, Math.min(start + 5_000, people.size()));
        store.write(
            tx -> {
              load.records(tx, caller, "registered_resident", some, tx.now());
              return null;
            });
      }
    }
  }

  /** The lower bound. */
  private final class Raw {
    private static final String LIFE =
        "id, version, status, incomplete, area, registered_by, registered_at, updated_by,"
            + " updated_at, workstation, effective_date, import_id, import_row, doc_type,"
            + " nationality, has_house, population_type, is_dead, native_place, name_initials,"
            + " name_sort";
    private static final int LIFE_COLUMNS = 21;

    private final Database database;
    private final Caller caller;
    private final byte[] sheet;
    private final Timestamp now = Timestamp.valueOf("2026-11-06 08:20:00");
    private final Date today = Date.valueOf("2026-11-06");
    private final byte[] importId = bytes(RecordId.next());
    private final List<Integer> core = new ArrayList<>();
    private final List<Integer> own = new ArrayList<>();

    Raw(Database database, Caller caller, byte[] sheet) {
      this.database = database;
      this.caller = caller;
      this.sheet = sheet;
      RecordType person = ImportTown.CATALOGUE.type("person");
      for (int i = 0; i < FIELDS.size(); i++) {
        (person.field(FIELDS.get(i)).isPresent() ? core : own).add(i);
      }
    }

    double run(int size) throws SQLException, IOException {
      long start = System.nanoTime();
      try (Connection connection = database.source().getConnection();
          PreparedStatement head =
              connection.prepareStatement(
                  "INSERT INTO record_import VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                      + " ?, ?, ?, ?, ?, ?, ?)");
          PreparedStatement people =
              connection.prepareStatement(insert("person", LIFE, LIFE_COLUMNS, core));
          PreparedStatement extensions =
              connection.prepareStatement(insert("floating_person", "id", 1, own));
          PreparedStatement log =
              connection.prepareStatement(
                  "INSERT INTO change_log (record_id, version, type, area, action, made_by,"
                      + " made_at, workstation, reason, import_id)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
          PreparedStatement rows =
              connection.prepareStatement(
                  "INSERT INTO record_import_row VALUES (?, ?, ?, ?, ?, ?, ?)")) {
        head(head, size);
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet));
            Stream<Row> lines = workbook.getFirstSheet().openStream()) {
          int[] count = {0};
          for (Row line : (Iterable<Row>) lines.skip(1)::iterator) {
            row(line, people, extensions, log, rows);
            if (++count[0] % BATCH == 0) {
              send(people, extensions, log, rows);
            }
          }
          send(people, extensions, log, rows);
          if (count[0] != size) {
            throw new IllegalStateException("rows: " + count[0]);
          }
        }
        connection.commit();
      }
      return seconds(start);
    }

    private String insert(String table, String fixed, int number, List<Integer> fields) {
      StringBuilder columns = new StringBuilder(fixed);
      fields.forEach(index -> columns.append(", ").append(Columns.of(field(index))));
      return "INSERT INTO "
          + table
          + " ("
          + columns
          + ") VALUES (?"
          + ", ?".repeat(number - 1 + fields.size())
          + ")";
    }

    private static void send(PreparedStatement... statements) throws SQLException {
      for (PreparedStatement statement : statements) {
        statement.executeBatch();
      }
    }

    private void head(PreparedStatement head, int size) throws SQLException {
      Object[] values = {
        importId,
        bytes(caller.account().id()),
        caller.account().name(),
        caller.workstation(),
        caller.account().area(),
        now,
        importId,
        "sheet.xlsx",
        new byte[32],
        "s",
        0,
        TYPE,
        false,
        null,
        now,
        size,
        0,
        0,
        0,
        0,
        ""
      };
      set(head, 1, values);
      head.setBytes(values.length + 1, sheet);
      head.executeUpdate();
    }

    private void row(
        Row line,
        PreparedStatement people,
        PreparedStatement extensions,
        PreparedStatement log,
        PreparedStatement rows)
        throws SQLException {
      byte[] id = bytes(RecordId.next());
      String area = codes.get("area" + line.getCellText(1));
      String name = line.getCellText(3);
      String by = caller.account().name();
      String workstation = caller.workstation();
      set(
          people,
          1,
          id,
          1L,
          "A",
          (short) 0,
          area,
          by,
          now,
          by,
          now,
          workstation,
          today,
          importId,
          line.getRowNum(),
          "111",
          "156",
          true,
          "20",
          false,
          line.getCellText(5).substring(0, 6),
          initials.get(name),
          readings.get(name));
      for (int i = 0; i < core.size(); i++) {
        value(people, LIFE_COLUMNS + 1 + i, line, core.get(i), area);
      }
      people.addBatch();
      extensions.setBytes(1, id);
      for (int i = 0; i < own.size(); i++) {
        value(extensions, 2 + i, line, own.get(i), area);
      }
      extensions.addBatch();
      set(log, 1, id, 1L, TYPE, area, "register", by, now, workstation, null, importId);
      log.addBatch();
      set(rows, 1, importId, line.getRowNum(), "create", name, id, "", "[]");
      rows.addBatch();
    }

    private void value(PreparedStatement to, int at, Row line, int index, String area)
        throws SQLException {
      String text = line.getCellText(index + 2);
      Field field = field(index);
      switch (field.kind()) {
        case DATE -> to.setDate(at, text.isEmpty() ? null : Date.valueOf(text));
        case YES_NO -> to.setBoolean(at, text.equals("是"));
        case INTEGER -> to.setInt(at, text.isEmpty() ? 0 : Integer.parseInt(text));
        case GRID -> to.setString(at, codes.get(area + text));
        case CODE, PLACE -> to.setString(at, codes.get(field.name() + text));
        default -> to.setString(at, text.isEmpty() ? null : text);
      }
    }

    private static void set(PreparedStatement to, int from, Object... values) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        if (values[i] == null) {
          to.setNull(from + i, Types.VARCHAR);
        } else {
          to.setObject(from + i, values[i]);
        }
      }
    }

    private static byte[] bytes(UUID id) {
      return ByteBuffer.allocate(16)
          .putLong(id.getMostSignificantBits())
          .putLong(id.getLeastSignificantBits())
          .array();
    }
  }
}
