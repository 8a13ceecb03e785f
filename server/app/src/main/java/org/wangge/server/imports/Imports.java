package org.wangge.server.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.Answers;
import org.wangge.exchange.AreaNames;
import org.wangge.exchange.CellContext;
import org.wangge.exchange.References;
import org.wangge.exchange.RefusedWorkbook;
import org.wangge.exchange.SheetTable;
import org.wangge.exchange.TemplateWorkbook;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.exchange.sheet.SheetReader;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Page;
import org.wangge.record.RecordId;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.ImportHead;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.RequestStore;
import org.wangge.server.store.Store;
import org.wangge.server.store.Tx;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Area;
import org.wangge.wire.ImportAnswer;
import org.wangge.wire.ImportAnswers;
import org.wangge.wire.ImportCommit;
import org.wangge.wire.ImportQuestion;
import org.wangge.wire.ImportReport;
import org.wangge.wire.ImportRow;

/**
 * Takes spreadsheets in. A rehearsal tells for each row what it will do and writes no record; its
 * commit writes all good rows in one transaction, so that half an import can never exist. An import
 * belongs to the account that sent the file.
 */
public final class Imports {
  private static final Period KEPT = Period.ofDays(30);
  private static final int ROWS_AT_ONCE = 1_000;
  private static final int VILLAGE = 12;
  private static final int TOWN = 9;

  private final Store store;
  private final RecordStore records;
  private final ImportStore imports;

  /** Finding of a value that no code list knows. */
  static final String UNKNOWN_VALUE = "code-unknown";

  private static final String SAME = "same";
  private static final int LONGEST_TYPED = 200;

  private final AreaStore areas;
  private final AuditStore audit;
  private final RequestStore requests = new RequestStore();
  private final Catalogue catalogue;
  private final SheetReader reader;

  /** Imports into these records. */
  public Imports(
      Store store,
      RecordStore records,
      ImportStore imports,
      AreaStore areas,
      AuditStore audit,
      Catalogue catalogue) {
    this.store = store;
    this.records = records;
    this.imports = imports;
    this.areas = areas;
    this.audit = audit;
    this.catalogue = catalogue;
    this.reader = new SheetReader(Limits.standard());
  }

  /**
   * A file to be taken in.
   *
   * @param name file name as sent; villages put there what it is
   * @param content its bytes
   * @param type key of the type; empty to recognise it
   * @param village 12-digit code for rows that name none; empty to take what the sheet says
   * @param requestId idempotency key; null for none
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record File(
      String name,
      byte[] content,
      Optional<String> type,
      Optional<String> village,
      UUID requestId) {}

  // ---- rehearsal

  /**
   * Reads the sheet that holds most records and tells what each row will do. No record is written.
   *
   * @throws Problem FORBIDDEN; EMPTY_FILE, ENCRYPTED_FILE, UNREADABLE_FILE, TOO_LARGE;
   *     UNKNOWN_SHEET when no sheet holds records of a type the caller may write; NOT_FOUND for an
   *     unknown type
   */
  public ImportReport rehearse(Caller caller, File file, Progress progress) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    Optional<ImportHead> before = asked(caller, file.requestId());
    if (before.isPresent()) {
      return report(before.get());
    }
    List<Found> found = find(caller, file);
    Found largest = found.getFirst();
    for (Found other : found) {
      if (other.table().sheet().size() > largest.table().sheet().size()) {
        largest = other;
      }
    }
    return rehearse(caller, file, largest, found, progress);
  }

  /** The same for every sheet of the file that holds records, one import for each. */
  public List<ImportReport> rehearseAll(Caller caller, File file, Progress progress) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    List<ImportReport> reports = new ArrayList<>();
    for (Found found : find(caller, file)) {
      reports.add(rehearse(caller, file, found, List.of(found), progress));
    }
    return reports;
  }

  private Optional<ImportHead> asked(Caller caller, UUID requestId) {
    return requestId == null
        ? Optional.empty()
        : store.read(tx -> imports.asked(tx, caller, requestId));
  }

  /** A table of records and the place of its sheet in the file. */
  private record Found(int number, SheetTable table) {}

  private List<Found> find(Caller caller, File file) {
    Optional<RecordType> type = file.type().map(catalogue::type);
    type.ifPresent(t -> Rights.require(caller.account(), Rights.Act.WRITE, t));
    List<Sheet> sheets = reader.read(file.name(), file.content());
    List<Found> found = new ArrayList<>();
    for (int number = 0; number < sheets.size(); number++) {
      Optional<SheetTable> table = table(sheets.get(number), file.name(), type);
      if (table.isPresent()
          && !sheets.get(number).hidden()
          && Rights.acts(caller.account(), table.get().type()).contains(Rights.Act.WRITE)) {
        found.add(new Found(number, table.get()));
      }
    }
    if (found.isEmpty()) {
      throw new Problem(ProblemCode.UNKNOWN_SHEET);
    }
    return found;
  }

  private Optional<SheetTable> table(Sheet sheet, String name, Optional<RecordType> type) {
    return sheet.size() == 0 ? Optional.empty() : SheetTable.find(sheet, name, catalogue, type);
  }

  private ImportReport rehearse(
      Caller caller, File file, Found found, List<Found> all, Progress progress) {
    SheetTable table = found.table();
    Optional<String> village = file.village().or(() -> ownVillage(caller));
    UUID id = RecordId.next();
    ImportRun run =
        new ImportRun(
            records,
            imports,
            catalogue,
            caller,
            context(caller, null, table),
            table,
            id,
            Saving.rehearsal(store, records, caller),
            Map.of(),
            Set.of());
    ImportRun.Result result = run.run(village, file.type().isPresent(), progress);
    if (result.rows().isEmpty()) {
      throw new Problem(ProblemCode.EMPTY_FILE);
    }
    List<String> notes = new ArrayList<>(result.notes());
    if (all.size() > 1) {
      notes.add(
          ImportWords.of(
              "note.sheets",
              all.stream()
                  .filter(other -> other.number() != found.number())
                  .map(other -> other.table().sheet().name())
                  .collect(Collectors.joining(ImportWords.of("separator")))));
    }
    ImportHead head =
        new ImportHead(
            id,
            file.requestId(),
            file.name(),
            table.sheet().name(),
            found.number(),
            table.type().key(),
            file.type().isPresent(),
            village.orElse(null),
            null,
            result.counts(),
            notes);
    store.write(
        tx -> {
          imports.forget(tx, tx.now().minus(KEPT));
          imports.keep(tx, caller, head, file.content(), result.rows());
          return null;
        });
    return report(head);
  }

  /** A village's operator means the own village where the sheet names none. */
  private static Optional<String> ownVillage(Caller caller) {
    String area = caller.account().area();
    return area.length() == VILLAGE ? Optional.of(area) : Optional.empty();
  }

  /**
   * Names of the areas around the caller, grids included.
   *
   * @param tx a running transaction; null to read in one of its own
   * @param table the table whose cells are read, for what people said of its layout; null for none
   */
  private CellContext context(Caller caller, Tx tx, SheetTable table) {
    String own = caller.account().area();
    String town = own.length() > TOWN ? own.substring(0, TOWN) : own;
    List<AreaNames.Area> names = new ArrayList<>();
    for (Area area : tx == null ? areas.below("") : areas.below(tx, "")) {
      boolean around = area.code().startsWith(town) || town.startsWith(area.code());
      if (around) {
        names.add(new AreaNames.Area(area.code(), area.name()));
      }
    }
    Map<String, String> grids =
        tx == null
            ? store.read(reading -> imports.grids(reading, caller))
            : imports.grids(tx, caller);
    grids.forEach((code, name) -> names.add(new AreaNames.Area(code, name)));
    Map<String, Optional<UUID>> kept = new HashMap<>();
    References references =
        (field, village, text) ->
            kept.computeIfAbsent(
                field.reference() + '\n' + village + '\n' + text,
                key ->
                    tx == null
                        ? store.read(
                            reading ->
                                imports.named(reading, caller, field.reference(), village, text))
                        : imports.named(tx, caller, field.reference(), village, text));
    return new CellContext(
        catalogue, new AreaNames(names), references, store.today(), answers(caller, tx, table));
  }

  private Answers answers(Caller caller, Tx tx, SheetTable table) {
    if (table == null) {
      return Answers.NONE;
    }
    String type = table.type().key();
    String layout = table.layoutMark();
    List<ImportAnswer> given =
        tx == null
            ? store.read(reading -> imports.answers(reading, caller, type, layout))
            : imports.answers(tx, caller, type, layout);
    Answers answers = Answers.NONE;
    for (ImportAnswer one : given) {
      answers = answers.with(one.field(), one.typed(), one.code());
    }
    return answers;
  }

  // ---- questions and answers

  /**
   * What a rehearsed import asks: each value that no code list knows, once.
   *
   * @throws Problem NOT_FOUND for an unknown import or another account's
   */
  public List<ImportQuestion> questions(Caller caller, UUID id) {
    RecordType type = catalogue.type(report(caller, id).type());
    Map<List<String>, Integer> asked = new LinkedHashMap<>();
    for (String outcome : List.of("refuse", "ask")) {
      for (ImportRow row : allRows(caller, id, outcome)) {
        Set<List<String>> once = new HashSet<>();
        for (Finding finding : row.findings()) {
          if (finding.code().equals(UNKNOWN_VALUE) && type.field(finding.field()).isPresent()) {
            once.add(
                List.of(
                    finding.field(),
                    String.valueOf(finding.arguments().getOrDefault("typed", ""))));
          }
        }
        once.forEach(key -> asked.merge(key, 1, Integer::sum));
      }
    }
    List<ImportQuestion> questions = new ArrayList<>();
    asked.forEach(
        (key, rows) -> {
          Field field = type.field(key.getFirst()).orElseThrow();
          Map<String, String> choices = new LinkedHashMap<>();
          for (CodeList.Value value : catalogue.codeList(field.codes()).values()) {
            if (value.offered(store.today())) {
              choices.put(value.code(), value.label());
            }
          }
          questions.add(
              new ImportQuestion(field.name(), field.label(), key.getLast(), rows, choices));
        });
    return questions;
  }

  /**
   * Takes answers, remembers what values mean for sheets of the same layout, and rehearses again.
   *
   * @throws Problem NOT_FOUND for an unknown import or another account's; WRONG_STATE when it was
   *     written already; INVALID_RECORD naming an answer that is none of the choices
   */
  public ImportReport answer(Caller caller, UUID id, ImportAnswers answers, Progress progress) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    ImportHead head = store.read(tx -> imports.head(tx, caller, id));
    if (head.committedAt() != null) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    requireChoices(catalogue.type(head.type()), answers);
    SheetTable table = store.read(tx -> kept(tx, caller, head));
    store.write(
        tx -> {
          for (ImportAnswer one : answers.values()) {
            imports.remember(
                tx,
                caller,
                head.type(),
                table.layoutMark(),
                new ImportAnswer(one.field(), Answers.form(one.typed()), one.code()));
          }
          answers.rows().forEach((row, said) -> imports.answerRow(tx, id, row, said.equals(SAME)));
          return null;
        });
    Set<Integer> same = store.read(tx -> imports.sameRows(tx, id));
    ImportRun run =
        new ImportRun(
            records,
            imports,
            catalogue,
            caller,
            context(caller, null, table),
            table,
            id,
            Saving.rehearsal(store, records, caller),
            Map.of(),
            same);
    ImportRun.Result result =
        run.run(Optional.ofNullable(head.givenVillage()), head.givenType(), progress);
    ImportHead again = head.with(result.counts(), notes(head, result));
    store.write(
        tx -> {
          if (imports.head(tx, caller, id).committedAt() != null) {
            throw new Problem(ProblemCode.WRONG_STATE);
          }
          imports.rehearsedAgain(tx, again, result.rows());
          return null;
        });
    return report(again);
  }

  private void requireChoices(RecordType type, ImportAnswers answers) {
    List<Finding> findings = new ArrayList<>();
    for (ImportAnswer one : answers.values()) {
      Field field =
          type.field(Objects.toString(one.field(), ""))
              .filter(known -> !known.codes().isEmpty())
              .orElseThrow(() -> new Problem(ProblemCode.MALFORMED, Map.of("what", "field")));
      String typed = Objects.toString(one.typed(), "");
      if (typed.isBlank() || typed.length() > LONGEST_TYPED) {
        throw new Problem(ProblemCode.MALFORMED, Map.of("what", "typed"));
      }
      if (catalogue.codeList(field.codes()).value(Objects.toString(one.code(), "")).isEmpty()) {
        findings.add(
            Finding.forbid(
                field.name(),
                UNKNOWN_VALUE,
                Map.of("label", field.label(), "typed", Objects.toString(one.code(), ""))));
      }
    }
    if (!answers.rows().values().stream().allMatch(List.of(SAME, "open")::contains)) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", "rows"));
    }
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
  }

  /**
   * Reads answers that were written into a sheet of questions: field, value of the sheet, and its
   * meaning as code or label; other rows, and rows without a meaning, are passed over.
   *
   * @param type type the answers are for
   * @throws Problem as for any spreadsheet; INVALID_RECORD for a meaning no list knows
   */
  public List<ImportAnswer> readAnswers(String type, String name, byte[] content) {
    RecordType known = catalogue.type(type);
    List<ImportAnswer> answers = new ArrayList<>();
    for (Sheet sheet : reader.read(name, content)) {
      for (int index = 0; index < sheet.size(); index++) {
        Sheet.Row row = sheet.row(index);
        String field = row.cell(1).text().strip();
        String meaning = row.cell(3).text().strip();
        if (known.field(field).isEmpty() || meaning.isEmpty()) {
          continue;
        }
        String code =
            catalogue.codeList(known.field(field).orElseThrow().codes()).values().stream()
                .filter(value -> value.code().equals(meaning) || value.label().equals(meaning))
                .map(CodeList.Value::code)
                .findFirst()
                .orElse(meaning);
        answers.add(new ImportAnswer(field, row.cell(2).text().strip(), code));
      }
    }
    return answers;
  }

  /** The questions of imports as a sheet to be filled in: one line each, the meaning left open. */
  public static String questionSheet(List<ImportQuestion> questions) {
    StringBuilder text = new StringBuilder("\uFEFF" + ImportWords.of("questions.head") + "\n");
    for (ImportQuestion one : questions) {
      List<String> cells =
          List.of(
              one.field(),
              one.typed(),
              "",
              one.label(),
              Integer.toString(one.rows()),
              String.join(ImportWords.of("separator"), one.choices().values()));
      text.append(
              cells.stream()
                  .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                  .collect(Collectors.joining(",")))
          .append('\n');
    }
    return text.toString();
  }

  // ---- commit

  /**
   * Writes a rehearsed import: its good rows, or nothing when all were asked for and one is
   * refused. The rows are thought through once more, since the base may have changed.
   *
   * @throws Problem NOT_FOUND for an unknown import or another account's; WRONG_STATE when it was
   *     written before by another request; INVALID_RECORD when all or nothing was asked for and a
   *     row is refused; REQUEST_ID_REUSED
   */
  public ImportReport commit(Caller caller, UUID id, ImportCommit order, Progress progress) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    return report(store.write(tx -> commit(tx, caller, id, order, progress)));
  }

  private ImportHead commit(Tx tx, Caller caller, UUID id, ImportCommit order, Progress progress) {
    ImportHead head = imports.head(tx, caller, id);
    String fingerprint = "import " + id + " " + order.allOrNothing();
    if (order.requestId() != null
        && requests.answered(tx, caller, order.requestId(), fingerprint).isPresent()) {
      return head;
    }
    if (head.committedAt() != null) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    Map<Integer, ImportStore.RowState> before = imports.states(tx, id);
    SheetTable table = kept(tx, caller, head);
    ImportRun run =
        new ImportRun(
            records,
            imports,
            catalogue,
            caller,
            context(caller, tx, table),
            table,
            id,
            Saving.within(tx, records, caller),
            before,
            imports.sameRows(tx, id));
    ImportRun.Result result =
        run.run(Optional.ofNullable(head.givenVillage()), head.givenType(), progress);
    int left = result.counts().refused() + result.counts().asked();
    if (order.allOrNothing() && left > 0) {
      throw new Problem(ProblemCode.INVALID_RECORD, Map.of("count", left));
    }
    List<ImportRow> changed =
        result.rows().stream()
            .filter(
                row ->
                    !new ImportStore.RowState(row.outcome(), row.record())
                        .equals(before.get(row.row())))
            .toList();
    ImportHead written = head.with(result.counts(), notes(head, result));
    imports.committed(tx, written, changed);
    if (order.requestId() != null) {
      requests.remember(tx, caller, order.requestId(), fingerprint, "");
    }
    audit.append(
        tx,
        caller,
        "import",
        head.type() + " " + id,
        "",
        "created "
            + result.counts().created()
            + ", changed "
            + result.counts().changed()
            + ", refused "
            + left);
    return imports.head(tx, caller, id);
  }

  private static List<String> notes(ImportHead head, ImportRun.Result result) {
    List<String> notes = new ArrayList<>(result.notes());
    String sheets = ImportWords.of("note.sheets", "");
    String start = sheets.substring(0, sheets.length() - 1);
    head.notes().stream().filter(note -> note.startsWith(start)).forEach(notes::add);
    return notes;
  }

  private SheetTable kept(Tx tx, Caller caller, ImportHead head) {
    List<Sheet> sheets = reader.read(head.fileName(), imports.content(tx, caller, head.id()));
    Optional<RecordType> type =
        head.givenType() ? Optional.of(catalogue.type(head.type())) : Optional.empty();
    return table(sheets.get(head.sheetNumber()), head.fileName(), type)
        .orElseThrow(() -> new Problem(ProblemCode.UNKNOWN_SHEET));
  }

  // ---- what became of it

  /**
   * What an import does or did.
   *
   * @throws Problem NOT_FOUND for an unknown import or another account's
   */
  public ImportReport report(Caller caller, UUID id) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    return report(store.read(tx -> imports.head(tx, caller, id)));
  }

  private static ImportReport report(ImportHead head) {
    ImportHead.Counts counts = head.counts();
    return new ImportReport(
        head.id(),
        head.fileName(),
        head.sheet(),
        head.type(),
        head.committedAt() != null,
        counts.created(),
        counts.changed(),
        counts.same(),
        counts.refused(),
        counts.asked(),
        head.notes());
  }

  /**
   * A page of rows in order of the sheet.
   *
   * @param outcome create, change, same, refuse or ask; empty = all
   * @param after mark of the previous page
   * @param limit rows wanted, at most 1000
   */
  public Page<ImportRow> rows(
      Caller caller, UUID id, String outcome, Optional<String> after, int limit) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    return store.read(tx -> imports.rows(tx, caller, id, outcome, after, limit));
  }

  private List<ImportRow> allRows(Caller caller, UUID id, String outcome) {
    List<ImportRow> all = new ArrayList<>();
    Optional<String> after = Optional.empty();
    do {
      Page<ImportRow> page = rows(caller, id, outcome, after, ROWS_AT_ONCE);
      all.addAll(page.rows());
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  /**
   * Writes the refused rows, and those that need an answer, in the sender's layout with the reason
   * beside each wrong cell.
   *
   * @param out where it goes; left open
   * @return the file's name
   * @throws Problem EMPTY_FILE when no row was refused; NOT_FOUND when the file is no longer kept
   */
  public String refusedWorkbook(Caller caller, UUID id, OutputStream out) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    Map<Integer, List<Finding>> findings = new HashMap<>();
    for (String outcome : List.of("refuse", "ask")) {
      allRows(caller, id, outcome).forEach(row -> findings.put(row.row(), row.findings()));
    }
    if (findings.isEmpty()) {
      throw new Problem(ProblemCode.EMPTY_FILE);
    }
    ImportHead head = store.read(tx -> imports.head(tx, caller, id));
    SheetTable table = store.read(tx -> kept(tx, caller, head));
    try {
      new RefusedWorkbook(table, findings).write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RefusedWorkbook.fileName(head.fileName());
  }

  /**
   * Writes an empty template of a type.
   *
   * @param out where it goes; left open
   * @return the file's name
   * @throws Problem FORBIDDEN when the caller may not write such records; NOT_FOUND for an unknown
   *     type
   */
  public String template(Caller caller, String type, OutputStream out) {
    Rights.require(caller.account(), Rights.Function.IMPORT);
    Rights.require(caller.account(), Rights.Act.WRITE, catalogue.type(type));
    List<String> villages =
        areas.below(caller.account().area()).stream()
            .filter(area -> area.code().length() == VILLAGE)
            .map(Area::name)
            .toList();
    TemplateWorkbook template =
        new TemplateWorkbook(catalogue.type(type), context(caller, null, null), villages);
    try {
      template.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return template.fileName();
  }

  // ---- in words

  /**
   * An import in words for a command line: counts, notes, and each refused row with its reasons.
   *
   * @param mostRows refused rows told singly; the rest is counted
   */
  public List<String> summary(Caller caller, ImportReport report, int mostRows) {
    List<String> lines = new ArrayList<>();
    String type = catalogue.find(report.type()).map(RecordType::label).orElse(report.type());
    lines.add(
        ImportWords.of(
            report.committed() ? "summary.head.committed" : "summary.head.rehearsed",
            report.file(),
            type));
    lines.add(
        ImportWords.of(
            "summary.counts",
            report.created(),
            report.changed(),
            report.same(),
            report.refused(),
            report.asked()));
    report.notes().forEach(note -> lines.add(ImportWords.of("summary.note", note)));
    List<ImportRow> left = new ArrayList<>(allRows(caller, report.id(), "refuse"));
    left.addAll(allRows(caller, report.id(), "ask"));
    left.sort((a, b) -> Integer.compare(a.row(), b.row()));
    left.stream().limit(mostRows).forEach(row -> lines.add(line(row)));
    if (left.size() > mostRows) {
      lines.add(ImportWords.of("summary.more", left.size() - mostRows));
    }
    return lines;
  }

  /** Each row in words: what it will do or did, and why it is refused. */
  public List<String> everyRow(Caller caller, UUID id) {
    return allRows(caller, id, "").stream().map(Imports::line).toList();
  }

  private static String line(ImportRow row) {
    String outcome = ImportWords.of("outcome." + row.outcome());
    String reasons =
        row.findings().stream()
            .filter(finding -> row.record() != null || finding.forbids())
            .map(Finding::wording)
            .distinct()
            .collect(Collectors.joining(ImportWords.of("reason.separator")));
    return reasons.isEmpty()
        ? ImportWords.of("summary.row-plain", row.row(), outcome, row.title())
        : ImportWords.of("summary.row", row.row(), outcome, row.title(), reasons);
  }
}
