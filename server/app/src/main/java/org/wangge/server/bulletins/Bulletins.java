package org.wangge.server.bulletins;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.Fingerprint;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.jasper.PdfBulletin;
import org.wangge.bulletin.workbook.WorkbookBulletin;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Module;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.BulletinFigures;
import org.wangge.server.store.BulletinFigures.Measures;
import org.wangge.server.store.BulletinStore;
import org.wangge.server.store.BulletinStore.Heading;
import org.wangge.server.store.CalendarStore;
import org.wangge.server.store.MonthCounts;
import org.wangge.server.store.Store;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Table;

/**
 * The door to bulletins: counts a month, checks it, writes text and files, and freezes all of it.
 * What is frozen never changes; counting again makes a further edition, and only when asked to. The
 * month that is not over gives a preview, marked as such.
 */
public final class Bulletins {
  private static final Logger LOG = LoggerFactory.getLogger(Bulletins.class);
  private static final int TOWN_DIGITS = 9;
  private static final int STEPS = 5;
  private static final int MONTHS_SHOWN = 12;
  private static final int ANSWER_DAY = 20;
  private static final int ANSWER_DAYS = 10;
  private static final String PDF = "pdf";
  private static final String XLSX = "xlsx";

  private final Store store;
  private final BulletinFigures figures;
  private final BulletinStore bulletins;
  private final CalendarStore calendars;
  private final PdfBulletin pdf;
  private final WorkbookBulletin workbook;
  private final Map<String, String> modules = new LinkedHashMap<>();
  private final BulletinWords words = new BulletinWords();

  /**
   * Bulletins of this store.
   *
   * @param catalogue gives the modules of the table of entries
   */
  public Bulletins(
      Store store,
      Catalogue catalogue,
      BulletinFigures figures,
      BulletinStore bulletins,
      CalendarStore calendars,
      PdfBulletin pdf,
      WorkbookBulletin workbook) {
    this.store = store;
    this.figures = figures;
    this.bulletins = bulletins;
    this.calendars = calendars;
    this.pdf = pdf;
    this.workbook = workbook;
    for (Module module : catalogue.modules()) {
      modules.put(module.key(), module.label());
    }
  }

  /**
   * Makes the bulletin of a month, unless it is frozen already.
   *
   * @param area town code; empty = the town of the account
   * @param preview true for a preview, which is kept until the next one and never frozen
   * @return the state afterwards
   * @throws Problem FORBIDDEN or OUT_OF_AREA when the caller may not, MONTH_NOT_OVER without
   *     preview, FIGURES_DISAGREE when the figures contradict one another; nothing is kept then
   */
  public BulletinState generate(
      Caller caller, YearMonth month, String area, boolean preview, Progress progress) {
    String town = townToWrite(caller, area);
    if (preview) {
      return make(caller, month, town, 0, progress);
    }
    requireOver(month);
    Optional<BulletinStore.Row> frozen = frozen(town, month);
    return frozen.isPresent() ? state(frozen.get()) : make(caller, month, town, 1, progress);
  }

  /**
   * Counts a month anew and freezes the result as a further edition. Earlier editions stay.
   *
   * @param area town code; empty = the town of the account
   * @return the state afterwards
   * @throws Problem as {@link #generate}
   */
  public BulletinState reissue(Caller caller, YearMonth month, String area, Progress progress) {
    String town = townToWrite(caller, area);
    requireOver(month);
    int edition = frozen(town, month).map(row -> row.edition() + 1).orElse(1);
    return make(caller, month, town, edition, progress);
  }

  private void requireOver(YearMonth month) {
    if (!month.isBefore(YearMonth.from(store.today()))) {
      throw new Problem(ProblemCode.MONTH_NOT_OVER, Map.of("month", month.toString()));
    }
  }

  private Optional<BulletinStore.Row> frozen(String town, YearMonth month) {
    return store.read(tx -> bulletins.newest(tx, town, month)).filter(row -> row.edition() > 0);
  }

  private record Counted(MonthCounts counts, Parameters parameters, WorkingCalendar calendar) {}

  private BulletinState make(
      Caller caller, YearMonth month, String town, int edition, Progress progress) {
    long start = System.nanoTime();
    progress.total(STEPS);
    Counted counted = count(month, town);
    progress.done(1);
    Figures result = new Figures(counted.counts(), counted.parameters(), counted.calendar());
    Agreement agreement = new Agreement(words);
    List<String> checks = new ArrayList<>(agreement.check(result));
    List<BulletinTable> tables = new MonthTables(words).of(result, modules);
    checks.addAll(agreement.check(tables));
    BulletinPaper paper = paper(result, tables, edition, counted.calendar());
    progress.done(2);
    List<BulletinStore.File> files = new ArrayList<>();
    files.add(file(PDF, out -> pdf.write(paper, out)));
    progress.done(3);
    files.add(file(XLSX, out -> workbook.write(paper, out)));
    progress.done(4);
    BulletinStore.Row made =
        new BulletinStore.Row(
            RecordId.next(),
            town,
            month,
            edition,
            store.now(),
            caller.account().name(),
            counted.parameters().version(),
            paper.fingerprint().dataVersion(),
            PaperCodec.write(paper),
            String.join("\n", checks));
    boolean kept = store.write(tx -> bulletins.keep(tx, made, files));
    progress.done(STEPS);
    LOG.info(
        "bulletin of {} for {}, edition {}, {} ms",
        month,
        town,
        edition,
        (System.nanoTime() - start) / 1_000_000);
    // Two at once: the first to freeze has made this edition, and both get it.
    return state(
        kept
            ? made
            : store
                .read(tx -> bulletins.edition(tx, town, month, edition))
                .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND)));
  }

  private Counted count(YearMonth month, String town) {
    return store.snapshot(
        tx -> {
          BulletinStore.Parameters stored = bulletins.parameters(tx, month);
          Parameters parameters = Parameters.of(stored.version(), stored.values());
          Measures measures =
              new Measures(
                  parameters.activeDaysInMonth(),
                  parameters.activeDaysInWeek(),
                  parameters.satisfiedGrades());
          return new Counted(
              figures.of(tx, town, month, measures),
              parameters,
              new WorkingCalendar(calendars.exceptions(tx)));
        });
  }

  private BulletinPaper paper(
      Figures figures, List<BulletinTable> tables, int edition, WorkingCalendar calendar) {
    MonthCounts counts = figures.counts();
    YearMonth month = counts.month();
    String issuer = words.of("issuer", Map.of("town", counts.townName()));
    LocalDate today = store.today();
    boolean preview = edition == 0;
    Map<String, Object> names = new HashMap<>();
    names.put("town", counts.townName());
    names.put("year", month.getYear());
    names.put("month", month.getMonthValue());
    names.put("day", month.lengthOfMonth());
    names.put("issue", month.getMonthValue());
    names.put("days", calendar.workingDays(month).size());
    names.put("parameters", figures.parameters().version());
    names.put("data", dataVersion(edition, tables));
    // A preview of a month that still runs is cut off at its last day all the same.
    LocalDateTime cutOff = month.atEndOfMonth().atTime(23, 59, 59);
    return new BulletinPaper(
        PaperForm.SERIAL,
        issuer,
        words.of("head-mark"),
        preview ? "" : words.of("number", names),
        words.of("title", names),
        words.of("addressee"),
        new MonthText(words, figures, issuer, answerBy(month, today)).blocks(),
        issuer,
        preview ? null : today,
        List.of(words.of("copy", names)),
        issuer,
        month,
        preview,
        tables,
        List.of(
            words.of("explain.cut-off", names),
            words.of("explain.rates"),
            words.of("explain.working-days", names),
            words.of("explain.version", names)),
        new Fingerprint(cutOff, figures.parameters().version(), names.get("data").toString()));
  }

  private static LocalDate answerBy(YearMonth month, LocalDate issued) {
    LocalDate usual = month.plusMonths(1).atDay(ANSWER_DAY);
    LocalDate soonest = issued.plusDays(ANSWER_DAYS);
    return usual.isBefore(soonest) ? soonest : usual;
  }

  /** The edition and the beginning of the figures' hash: equal figures, equal hash. */
  private static String dataVersion(int edition, List<BulletinTable> tables) {
    return edition
        + "-"
        + sha256(tables.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 8);
  }

  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private static BulletinStore.File file(String format, Writer writer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] content = out.toByteArray();
    return new BulletinStore.File(format, content, sha256(content));
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The months of a town with what there is of them, newest first: the last twelve, and all that
   * have a bulletin.
   *
   * @param area town code; empty = the town of the account
   * @throws Problem FORBIDDEN or OUT_OF_AREA when the caller may not
   */
  public List<BulletinState> states(Caller caller, String area) {
    String town = townToRead(caller, area);
    boolean drafts = seesDrafts(caller);
    Map<YearMonth, BulletinState> states = new java.util.TreeMap<>();
    YearMonth current = YearMonth.from(store.today());
    for (int i = 0; i < MONTHS_SHOWN; i++) {
      YearMonth month = current.minusMonths(i);
      states.put(month, new BulletinState(month, town, "none", null, 0));
    }
    // Newest edition first, so the last one put for a month must not replace an earlier one.
    for (Heading heading : store.read(tx -> bulletins.headings(tx, town))) {
      boolean shown = drafts || heading.edition() > 0;
      BulletinState before = states.get(heading.month());
      if (shown && (before == null || before.state().equals("none"))) {
        states.put(
            heading.month(), state(heading.month(), town, heading.edition(), heading.madeAt()));
      }
    }
    return new ArrayList<>(states.values()).reversed();
  }

  /**
   * The tables and text of a month.
   *
   * @param area town code; empty = the town of the account
   * @throws Problem FORBIDDEN or OUT_OF_AREA when the caller may not, NOT_FOUND when there is none
   */
  public BulletinDocument document(Caller caller, String area, YearMonth month) {
    BulletinStore.Row row = find(caller, area, month);
    BulletinPaper paper = PaperCodec.read(row.paper());
    List<String> paragraphs = new ArrayList<>();
    for (Block block : paper.blocks()) {
      switch (block) {
        case Block.Heading heading -> paragraphs.add(heading.text());
        case Block.Paragraph paragraph -> paragraphs.add(paragraph.text());
        case Block.TableReference reference -> {
          // Tables have their own place on the screen.
        }
      }
    }
    return new BulletinDocument(
        state(row),
        paper.title().replace("\n", ""),
        paragraphs,
        paper.tables().stream().map(Bulletins::shown).toList(),
        row.checks().lines().toList());
  }

  private static Table shown(BulletinTable table) {
    List<Row> rows = new ArrayList<>(table.rows());
    rows.add(table.total());
    List<List<String>> cells = new ArrayList<>();
    for (Row row : rows) {
      List<String> printed = new ArrayList<>();
      for (int i = 0; i < table.columns().size(); i++) {
        printed.add(table.printed(row, i));
      }
      cells.add(printed);
    }
    return new Table(
        table.key(),
        table.number(),
        table.title(),
        table.columns().stream().map(column -> String.join(" ", column.groups())).toList(),
        table.columns().stream().map(Column::label).toList(),
        cells,
        table.notes());
  }

  /**
   * A file of a month's bulletin, byte for byte as it was made.
   *
   * @param area town code; empty = the town of the account
   * @param format {@code pdf} or {@code xlsx}
   * @throws Problem FORBIDDEN or OUT_OF_AREA when the caller may not, NOT_FOUND when there is none
   */
  public byte[] file(Caller caller, String area, YearMonth month, String format) {
    BulletinStore.Row row = find(caller, area, month);
    return store
        .read(tx -> bulletins.file(tx, row.id(), format))
        .map(BulletinStore.File::content)
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  private BulletinStore.Row find(Caller caller, String area, YearMonth month) {
    String town = townToRead(caller, area);
    return store
        .read(tx -> bulletins.newest(tx, town, month))
        .filter(row -> row.edition() > 0 || seesDrafts(caller))
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  private static boolean seesDrafts(Caller caller) {
    return Rights.functions(caller.account().post()).contains(Function.BULLETIN);
  }

  private static BulletinState state(BulletinStore.Row row) {
    return state(row.month(), row.area(), row.edition(), row.madeAt());
  }

  private static BulletinState state(
      YearMonth month, String area, int edition, LocalDateTime madeAt) {
    return new BulletinState(month, area, edition == 0 ? "draft" : "frozen", madeAt, edition);
  }

  private static String townToWrite(Caller caller, String area) {
    Rights.require(caller.account(), Function.BULLETIN);
    String town = town(caller.account(), area);
    if (!Rights.covers(caller.account(), town)) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    return town;
  }

  /** A village reads the bulletin of its town: it is addressed to all of them. */
  private static String townToRead(Caller caller, String area) {
    Rights.require(caller.account(), Function.BULLETIN_READ);
    Account account = caller.account();
    String town = town(account, area);
    if (!Rights.covers(account, town) && !account.area().startsWith(town)) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    return town;
  }

  private static String town(Account account, String area) {
    String code = area == null || area.isEmpty() ? account.area() : area;
    if (code.length() < TOWN_DIGITS) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", "area"));
    }
    return code.substring(0, TOWN_DIGITS);
  }
}
