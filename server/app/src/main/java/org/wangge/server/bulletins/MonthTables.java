package org.wangge.server.bulletins;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Ratio;
import org.wangge.bulletin.Row;
import org.wangge.server.bulletins.Figures.Entry;
import org.wangge.server.bulletins.Figures.Event;
import org.wangge.server.bulletins.Figures.SignIn;

/** The tables of a month: a row for each village and the total last. */
final class MonthTables {
  /** Key of the table of sign-ins. */
  static final String SIGN_IN = "sign-in";

  /** Key of the table of entries. */
  static final String ENTRIES = "entries";

  /** Key of the table of events. */
  static final String EVENTS = "events";

  /** Key of a growth column, the one rate that may pass a hundred or fall below zero. */
  static final String GROWTH = "growth";

  private final BulletinWords words;

  MonthTables(BulletinWords words) {
    this.words = words;
  }

  /**
   * The tables in order.
   *
   * @param modules module labels by key, in navigation order
   */
  List<BulletinTable> of(Figures figures, Map<String, String> modules) {
    return List.of(signIns(figures), entries(figures, modules), events(figures));
  }

  private BulletinTable signIns(Figures figures) {
    List<Column> columns =
        List.of(
            number(),
            village(),
            count("accounts"),
            count("working-days"),
            count("sign-in-days"),
            rate("sign-in-rate", "sign-in-days", "working-days"),
            count("active-month"),
            rate("month-activity", "active-month", "accounts"),
            count("active-week"),
            rate("week-activity", "active-week", "accounts"),
            count("absence"),
            plain("sign-in-before", ColumnKind.RATE),
            plain("sign-in-change", ColumnKind.POINTS),
            rank());
    Map<SignIn, Long> places = figures.signInPlaces();
    List<Row> rows = new ArrayList<>();
    for (SignIn row : figures.signIns()) {
      rows.add(signIn(row, rows.size() + 1L, row.absence(), places.get(row)));
    }
    // The longest absence of sixteen villages is no sum, so the total has none.
    Row total = signIn(figures.allSignIns(), null, null, null);
    return table(SIGN_IN, "1", columns, rows, total, signInNotes(figures));
  }

  private Row signIn(SignIn row, Long number, Long absence, Long place) {
    return Row.of(
        number,
        number == null ? words.of("total") : row.village().name(),
        row.accounts(),
        row.workingDays(),
        row.days(),
        row.rate(),
        row.activeInMonth(),
        row.monthActivity(),
        row.activeInWeek(),
        row.weekActivity(),
        absence,
        row.rateBefore(),
        row.change(),
        place);
  }

  private List<String> signInNotes(Figures figures) {
    List<String> notes = new ArrayList<>();
    notes.add(
        words.of(
            "note.sign-in",
            Map.of(
                "month", figures.parameters().activeDaysInMonth(),
                "week", figures.parameters().activeDaysInWeek())));
    unranked(
            "note.sign-in-unranked",
            figures.signIns().stream()
                .filter(row -> row.accounts() == 0)
                .map(row -> row.village().name())
                .toList())
        .ifPresent(notes::add);
    return notes;
  }

  private BulletinTable entries(Figures figures, Map<String, String> modules) {
    List<Column> columns = new ArrayList<>(List.of(number(), village()));
    modules.forEach(
        (key, label) ->
            columns.add(
                Column.of("module-" + key, label, ColumnKind.COUNT).under(group("entered"))));
    columns.addAll(
        List.of(
            count("entered").under(group("entered")),
            count("entered-before"),
            plain(GROWTH, ColumnKind.RATE),
            count("stock"),
            rank()));
    Map<Entry, Long> places = figures.entryPlaces();
    List<Row> rows = new ArrayList<>();
    for (Entry row : figures.entries()) {
      rows.add(entry(row, modules, rows.size() + 1L, places.get(row)));
    }
    Row total = entry(figures.allEntries(), modules, null, null);
    return table(ENTRIES, "2", columns, rows, total, List.of(words.of("note.entries")));
  }

  private Row entry(Entry row, Map<String, String> modules, Long number, Long place) {
    List<Object> cells = new ArrayList<>();
    cells.add(number);
    cells.add(number == null ? words.of("total") : row.village().name());
    modules.keySet().forEach(key -> cells.add(row.counts().byModule().getOrDefault(key, 0L)));
    cells.addAll(
        Arrays.asList(
            row.entered(), row.counts().lastMonth(), row.growth(), row.counts().stock(), place));
    return new Row(cells);
  }

  private BulletinTable events(Figures figures) {
    List<Column> columns =
        List.of(
            number(),
            village(),
            count("grids"),
            count("workers"),
            count("reported").under(group("reported")),
            new Column(
                "per-worker",
                List.of(group("reported")),
                label("per-worker"),
                ColumnKind.POINTS,
                Optional.of(new Ratio("reported", "workers"))),
            count("silent-grids").under(group("reported")),
            count("kept").under(group("reported")),
            count("raised").under(group("reported")),
            count("due").under(group("handled")),
            count("closed").under(group("handled")),
            rate("closing-rate", "closed", "due").under(group("handled")),
            count("on-time").under(group("handled")),
            rate("on-time-rate", "on-time", "due").under(group("handled")),
            count("overdue-open").under(group("late")),
            count("closed-late").under(group("late")),
            count("returned"),
            count("evaluated").under(group("call-back")),
            plain("satisfaction", ColumnKind.RATE).under(group("call-back")),
            count("reported-before").under(group("before")),
            plain(GROWTH, ColumnKind.RATE).under(group("before")),
            rank());
    Map<Event, Long> places = figures.eventPlaces();
    List<Row> rows = new ArrayList<>();
    for (Event row : figures.events()) {
      rows.add(event(row, rows.size() + 1L, places.get(row)));
    }
    Row total = event(figures.allEvents(), null, null);
    return table(EVENTS, "3", columns, rows, total, eventNotes(figures));
  }

  private Row event(Event row, Long number, Long place) {
    return Row.of(
        number,
        number == null ? words.of("total") : row.village().name(),
        row.counts().grids(),
        row.counts().workers(),
        row.counts().reported(),
        Rates.each(row.counts().reported(), row.counts().workers()),
        row.counts().silentGrids(),
        row.kept(),
        row.counts().raised(),
        row.due(),
        row.closed(),
        row.closingRate(),
        row.onTime(),
        row.onTimeRate(),
        row.counts().overdueOpen(),
        row.counts().closedLate(),
        row.counts().returned(),
        row.counts().evaluated(),
        row.satisfaction(),
        row.before(),
        row.growth(),
        place);
  }

  private List<String> eventNotes(Figures figures) {
    List<String> notes = new ArrayList<>();
    notes.add(
        words.of(
            figures.parameters().denominator() == Parameters.Denominator.DUE
                ? "note.events-due"
                : "note.events-reported"));
    notes.add(words.of("note.events"));
    unranked(
            "note.events-unranked",
            figures.events().stream()
                .filter(row -> row.due() == 0)
                .map(row -> row.village().name())
                .toList())
        .ifPresent(notes::add);
    return notes;
  }

  private Optional<String> unranked(String key, List<String> villages) {
    return villages.isEmpty()
        ? Optional.empty()
        : Optional.of(words.of(key, Map.of("villages", String.join(words.of("comma"), villages))));
  }

  private BulletinTable table(
      String key,
      String number,
      List<Column> columns,
      List<Row> rows,
      Row total,
      List<String> notes) {
    return new BulletinTable(
        key,
        words.of("table-number", Map.of("number", number)),
        words.of("table." + key),
        columns,
        rows,
        total,
        notes);
  }

  private String label(String key) {
    return words.of("column." + key);
  }

  private String group(String key) {
    return words.of("group." + key);
  }

  private Column number() {
    return plain("number", ColumnKind.RANK);
  }

  private Column village() {
    return plain("village", ColumnKind.TEXT);
  }

  private Column rank() {
    return plain("rank", ColumnKind.RANK);
  }

  private Column count(String key) {
    return plain(key, ColumnKind.COUNT);
  }

  private Column plain(String key, ColumnKind kind) {
    return Column.of(key, label(key), kind);
  }

  private Column rate(String key, String numerator, String denominator) {
    return Column.rate(key, label(key), numerator, denominator);
  }
}
