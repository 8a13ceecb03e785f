package org.wangge.server.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.exchange.CellContext;
import org.wangge.exchange.FileDuplicates;
import org.wangge.exchange.HouseholdHeads;
import org.wangge.exchange.RowJudge;
import org.wangge.exchange.SheetRow;
import org.wangge.exchange.SheetTable;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.BulkRow;
import org.wangge.server.store.ImportHead;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.Known;
import org.wangge.server.store.Origin;
import org.wangge.server.store.Outcome;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.SaveOrder;
import org.wangge.validation.Display;
import org.wangge.validation.Finding;
import org.wangge.validation.Masking;
import org.wangge.wire.ImportRow;

/**
 * One pass over a sheet: each row is read, judged, held against what the base knows, and saved or
 * thought through. Rehearsal and commit are the same pass, so that a commit does what was shown.
 */
final class ImportRun {
  private static final int CHUNK = 500;
  private static final String GRID_TYPE = "grid";

  private final RecordStore records;
  private final ImportStore imports;
  private final Catalogue catalogue;
  private final Caller caller;
  private final CellContext context;
  private final SheetTable table;
  private final RecordType type;
  private final UUID importId;
  private final Saving saving;
  private final Map<Integer, ImportStore.RowState> before;
  private final Set<Integer> same;
  private final List<ImportRow> rows = new ArrayList<>();
  private final List<Candidate> waiting = new ArrayList<>();
  private final Set<String> registeredGrids = new LinkedHashSet<>();
  private final Set<String> missingGrids = new TreeSet<>();
  private final HouseholdRows households = new HouseholdRows();
  private final HouseholdHeads heads = new HouseholdHeads();
  private final boolean carriesHouseholds;
  private final List<String> notes = new ArrayList<>();
  private ImportHead.Counts counts = ImportHead.Counts.NONE;

  /** A row on its way to the store. */
  private record Candidate(
      int row, String village, Values own, Values values, List<Finding> findings) {}

  /**
   * What a pass came to.
   *
   * @param rows what became of each row, in order of the sheet
   * @param notes sentences about the whole
   */
  record Result(ImportHead.Counts counts, List<ImportRow> rows, List<String> notes) {}

  ImportRun(
      RecordStore records,
      ImportStore imports,
      Catalogue catalogue,
      Caller caller,
      CellContext context,
      SheetTable table,
      UUID importId,
      Saving saving,
      Map<Integer, ImportStore.RowState> before,
      Set<Integer> same) {
    this.records = records;
    this.imports = imports;
    this.catalogue = catalogue;
    this.caller = caller;
    this.context = context;
    this.table = table;
    this.type = table.type();
    this.importId = importId;
    this.saving = saving;
    this.before = before;
    this.same = same;
    this.carriesHouseholds = HouseholdRows.carriedBy(type);
  }

  /** Makes the pass. */
  Result run(Optional<String> village, boolean givenType, Progress progress) {
    progress.total(table.sheet().size());
    registeredGrids.addAll(saving.read(tx -> imports.grids(tx, caller)).keySet());
    RowJudge judge = new RowJudge(catalogue, type, context.today());
    FileDuplicates duplicates = new FileDuplicates(type);
    long[] done = {0};
    SheetTable.Notes seen =
        table.read(
            context,
            village,
            row -> {
              take(row, judge, duplicates);
              if (++done[0] % CHUNK == 0) {
                progress.done(done[0]);
              }
            });
    flush();
    rows.sort((a, b) -> Integer.compare(a.row(), b.row()));
    note(seen, givenType);
    if (carriesHouseholds) {
      saveHouseholds();
    }
    return new Result(counts, rows, notes);
  }

  private void take(SheetRow raw, RowJudge judge, FileDuplicates duplicates) {
    SheetRow row =
        carriesHouseholds && raw.village() != null
            ? raw.with(heads.fill(raw.village(), raw.values()))
            : raw;
    RowJudge.Judged judged = judge.judge(row, Optional.empty());
    List<Finding> findings = new ArrayList<>(judged.findings());
    if (row.village() != null && !Rights.covers(caller.account(), row.village())) {
      findings.add(refusal(SheetRow.AREA, new Problem(ProblemCode.OUT_OF_AREA)));
    }
    if (findings.stream().noneMatch(Finding::forbids)) {
      findings.addAll(duplicates.check(row.row(), row.village(), judged.values()));
    }
    Candidate candidate =
        new Candidate(row.row(), row.village(), judged.own(), judged.values(), findings);
    if (findings.stream().anyMatch(Finding::forbids)) {
      end(
          candidate,
          asksOnly(findings) ? Outcome.Kind.ASK : Outcome.Kind.REFUSE,
          null,
          Set.of(),
          List.of());
      return;
    }
    if (carriesHouseholds) {
      heads.accept(row.village(), judged.values());
    }
    waiting.add(candidate);
    if (waiting.size() == CHUNK) {
      flush();
    }
  }

  /** Whether an answer to what values mean is all the row lacks. */
  private static boolean asksOnly(List<Finding> findings) {
    return findings.stream()
        .filter(Finding::forbids)
        .allMatch(finding -> finding.code().equals(Imports.UNKNOWN_VALUE));
  }

  // ---- what the base knows

  private void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    registerGrids();
    Map<Integer, Known> known = known();
    Map<UUID, Values> titles =
        saving.read(
            tx ->
                imports.titles(
                    tx,
                    caller,
                    type.key(),
                    known.values().stream().map(Known::id).filter(id -> id != null).toList()));
    List<Candidate> sent = new ArrayList<>();
    List<BulkRow> orders = new ArrayList<>();
    for (Candidate candidate : waiting) {
      Known match = known.get(candidate.row());
      Optional<Finding> doubt =
          match == null ? Optional.empty() : doubt(candidate, match, titles.get(match.id()));
      if (doubt.isPresent()) {
        Outcome.Kind kind = match.id() == null ? Outcome.Kind.REFUSE : Outcome.Kind.ASK;
        end(candidate, kind, null, Set.of(), List.of(doubt.get()));
        continue;
      }
      sent.add(candidate);
      orders.add(order(candidate, match));
    }
    List<Outcome> outcomes = saving.save(type.key(), orders);
    for (int i = 0; i < sent.size(); i++) {
      end(sent.get(i), outcomes.get(i));
    }
    waiting.clear();
  }

  private BulkRow order(Candidate candidate, Known match) {
    Values own = candidate.own();
    if (!saving.writes() && own.get("grid") instanceof String grid && missingGrids.contains(grid)) {
      // It will be registered by the commit; to the store it does not exist yet.
      own = own.with("grid", null);
    }
    Map<String, Object> changes = new LinkedHashMap<>(own.asMap());
    changes.values().removeIf(value -> value == null);
    boolean isNew = match == null;
    UUID id = isNew ? newId(candidate.row()) : match.id();
    return new BulkRow(
        id,
        new SaveOrder(
            null,
            isNew ? 0 : match.version(),
            candidate.village(),
            Values.of(changes),
            true,
            Origin.of(importId, candidate.row())));
  }

  /** The commit makes the records the rehearsal has announced. */
  private UUID newId(int row) {
    ImportStore.RowState announced = before.get(row);
    return announced != null && announced.record() != null && announced.outcome().equals("create")
        ? announced.record()
        : RecordId.next();
  }

  /** Records the base knows by a unique number, or by what names them where there is none. */
  private Map<Integer, Known> known() {
    Map<Integer, Known> found = new HashMap<>();
    List<Field> unique =
        type.fields().stream()
            .filter(field -> !field.unique().isEmpty())
            .filter(field -> catalogue.coreOf(type).field(field.name()).isPresent())
            .toList();
    for (Field field : unique) {
      Map<String, List<Candidate>> byArea = new TreeMap<>();
      for (Candidate candidate : waiting) {
        if (!found.containsKey(candidate.row()) && candidate.values().get(field.name()) != null) {
          String area = field.unique().equals("village") ? candidate.village() : "";
          byArea.computeIfAbsent(area, key -> new ArrayList<>()).add(candidate);
        }
      }
      byArea.forEach((area, candidates) -> knownByNumber(field, area, candidates, found));
    }
    Map<String, List<Candidate>> unnumbered = new TreeMap<>();
    for (Candidate candidate : waiting) {
      boolean numbered =
          unique.stream().anyMatch(field -> candidate.values().get(field.name()) != null);
      if (!numbered && FileDuplicates.titleKey(type, candidate.values()).isPresent()) {
        unnumbered.computeIfAbsent(candidate.village(), key -> new ArrayList<>()).add(candidate);
      }
    }
    unnumbered.forEach((village, candidates) -> knownByTitle(village, candidates, found));
    return found;
  }

  private void knownByNumber(
      Field field, String area, List<Candidate> candidates, Map<Integer, Known> found) {
    List<String> numbers =
        candidates.stream().map(c -> c.values().get(field.name()).toString()).toList();
    Map<String, Known> known =
        saving.read(
            tx ->
                records.known(
                    tx, caller, type.key(), field.name(), area.isEmpty() ? null : area, numbers));
    for (Candidate candidate : candidates) {
      Known match = known.get(candidate.values().get(field.name()).toString());
      if (match != null) {
        found.put(candidate.row(), match);
      }
    }
  }

  private void knownByTitle(String village, List<Candidate> candidates, Map<Integer, Known> found) {
    String first = type.title().getFirst();
    List<ImportStore.Titled> titled =
        saving.read(
            tx ->
                imports.titled(
                    tx,
                    caller,
                    type.key(),
                    village,
                    candidates.stream().map(c -> c.values().get(first).toString()).toList()));
    Map<String, Known> byTitle = new HashMap<>();
    for (ImportStore.Titled one : titled) {
      FileDuplicates.titleKey(type, one.values())
          .ifPresent(key -> byTitle.putIfAbsent(key, one.known()));
    }
    for (Candidate candidate : candidates) {
      FileDuplicates.titleKey(type, candidate.values())
          .map(byTitle::get)
          .ifPresent(match -> found.put(candidate.row(), match));
    }
  }

  /** What speaks against taking the known record for the one the row means. */
  private Optional<Finding> doubt(Candidate candidate, Known match, Values title) {
    Field named = keyField(candidate);
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("label", named.label());
    arguments.put("place", match.place());
    if (match.id() == null) {
      return Optional.of(Finding.forbid(named.name(), "known-elsewhere", arguments));
    }
    if (match.cancelled()) {
      return Optional.of(Finding.forbid(named.name(), "known-cancelled", arguments));
    }
    if (!match.area().equals(candidate.village())) {
      return Optional.of(Finding.forbid(named.name(), "known-in-other-village", arguments));
    }
    boolean byNumber = !named.unique().isEmpty();
    if (byNumber
        && title != null
        && !same.contains(candidate.row())
        && !sameName(candidate.values(), title)) {
      return Optional.of(Finding.forbid(named.name(), "known-by-other-name", arguments));
    }
    boolean extendable = match.type().equals(catalogue.coreOf(type).key());
    if (!match.type().equals(type.key()) && !extendable) {
      arguments.put("type", catalogue.find(match.type()).map(RecordType::label).orElse("—"));
      return Optional.of(Finding.forbid(named.name(), "known-as-other-type", arguments));
    }
    return Optional.empty();
  }

  private Field keyField(Candidate candidate) {
    return type.fields().stream()
        .filter(field -> !field.unique().isEmpty())
        .filter(field -> candidate.values().get(field.name()) != null)
        .findFirst()
        .orElseGet(() -> type.byName().get(type.title().getFirst()));
  }

  private boolean sameName(Values values, Values title) {
    for (String name : type.title()) {
      boolean isName = type.byName().get(name).unique().isEmpty();
      if (isName && values.get(name) != null && title.get(name) != null) {
        return values.get(name).equals(title.get(name));
      }
    }
    return true;
  }

  // ---- grids the sheet names first

  private void registerGrids() {
    if (type.key().equals(GRID_TYPE) || catalogue.find(GRID_TYPE).isEmpty()) {
      return;
    }
    Set<String> wanted = new TreeSet<>();
    for (Candidate candidate : waiting) {
      boolean ofVillage =
          candidate.own().get("grid") instanceof String grid
              && type.byName().get("grid").kind() == Kind.GRID
              && grid.startsWith(candidate.village())
              && grid.length() == 15
              && !registeredGrids.contains(grid);
      if (ofVillage) {
        wanted.add((String) candidate.own().get("grid"));
      }
    }
    wanted.removeAll(missingGrids);
    if (wanted.isEmpty()) {
      return;
    }
    missingGrids.addAll(wanted);
    if (saving.writes()) {
      List<BulkRow> orders = new ArrayList<>();
      for (String code : wanted) {
        Values values =
            Values.of(Map.of("grid_code", code, "grid_name", context.places().nameOf(code)));
        orders.add(
            new BulkRow(
                RecordId.next(),
                new SaveOrder(
                    null, 0, code.substring(0, 12), values, true, Origin.of(importId, 0))));
      }
      saving.save(GRID_TYPE, orders);
      registeredGrids.addAll(wanted);
    }
  }

  // ---- outcomes

  private void end(Candidate candidate, Outcome outcome) {
    List<Finding> more = new ArrayList<>(outcome.findings());
    more.removeAll(candidate.findings());
    if (outcome.refusal() != null) {
      more.add(refusal(fieldOf(outcome.refusal()), outcome.refusal()));
    }
    Outcome.Kind kind = outcome.kind();
    Set<String> changes = new LinkedHashSet<>(outcome.changes());
    boolean gridToCome =
        !saving.writes()
            && candidate.own().get("grid") instanceof String grid
            && missingGrids.contains(grid);
    if (gridToCome && kind == Outcome.Kind.SAME) {
      kind = Outcome.Kind.CHANGE;
    }
    if (gridToCome && kind == Outcome.Kind.CHANGE) {
      changes.add("grid");
    }
    end(candidate, kind, outcome.id(), changes, more);
  }

  private void end(
      Candidate candidate,
      Outcome.Kind kind,
      UUID record,
      Set<String> changes,
      List<Finding> more) {
    List<Finding> findings = new ArrayList<>(candidate.findings());
    findings.addAll(more);
    boolean stands = kind != Outcome.Kind.REFUSE && kind != Outcome.Kind.ASK;
    counts = counts.plus(kind);
    List<String> changed =
        kind == Outcome.Kind.CHANGE
            ? type.fields().stream().map(Field::name).filter(changes::contains).toList()
            : List.of();
    rows.add(
        new ImportRow(
            candidate.row(),
            key(kind),
            title(candidate.values()),
            stands ? record : null,
            changed,
            findings));
    if (carriesHouseholds) {
      households.add(
          candidate.row(), candidate.village(), candidate.values(), stands ? record : null);
    }
  }

  static String key(Outcome.Kind kind) {
    return switch (kind) {
      case CREATE -> "create";
      case CHANGE -> "change";
      case SAME -> "same";
      case REFUSE -> "refuse";
      case ASK -> "ask";
    };
  }

  /** What names the row; numbers of documents only masked. */
  private String title(Values values) {
    List<String> parts = new ArrayList<>();
    for (String name : type.title()) {
      Field field = type.byName().get(name);
      Object value = values.get(name);
      if (value == null) {
        continue;
      }
      boolean shown =
          field.sensitivity() == Sensitivity.OPEN || field.sensitivity() == Sensitivity.PERSONAL;
      parts.add(shown ? Display.text(catalogue, field, value) : Masking.mask(field, value));
    }
    return String.join(" ", parts);
  }

  private static String fieldOf(Problem refusal) {
    return refusal.arguments().get("field") instanceof String field ? field : "";
  }

  private static Finding refusal(String field, Problem problem) {
    return Finding.forbid(field, "row-refused", Map.of("reason", problem.wording()));
  }

  // ---- households

  private void saveHouseholds() {
    List<HouseholdRows.Household> all = households.households();
    int created = 0;
    int changed = 0;
    int same = 0;
    int refused = 0;
    String example = "";
    String reason = "";
    for (int start = 0; start < all.size(); start += CHUNK) {
      List<HouseholdRows.Household> some = all.subList(start, Math.min(start + CHUNK, all.size()));
      Map<HouseholdRows.Household, Known> known = knownHouseholds(some);
      if (!saving.writes()) {
        created += some.size() - known.size();
        same += known.size();
        continue;
      }
      List<BulkRow> orders = new ArrayList<>();
      for (HouseholdRows.Household household : some) {
        Known match = known.get(household);
        orders.add(
            new BulkRow(
                match == null ? RecordId.next() : match.id(),
                new SaveOrder(
                    null,
                    match == null ? 0 : match.version(),
                    household.village(),
                    household.values(match == null),
                    true,
                    Origin.of(importId, household.row()))));
      }
      List<Outcome> outcomes = saving.save(HouseholdRows.TYPE, orders);
      for (int i = 0; i < outcomes.size(); i++) {
        switch (outcomes.get(i).kind()) {
          case CREATE -> created++;
          case CHANGE -> changed++;
          case SAME -> same++;
          case REFUSE, ASK -> {
            refused++;
            if (example.isEmpty()) {
              example = some.get(i).number();
              reason = reasonOf(outcomes.get(i));
            }
          }
        }
      }
    }
    if (!all.isEmpty()) {
      notes.add(ImportWords.of("note.households", created, changed, same));
    }
    if (refused > 0) {
      notes.add(ImportWords.of("note.households-refused", refused, example, reason));
    }
  }

  private static String reasonOf(Outcome outcome) {
    return outcome.refusal() != null
        ? outcome.refusal().wording()
        : outcome.findings().stream()
            .filter(Finding::forbids)
            .map(Finding::wording)
            .collect(Collectors.joining(ImportWords.of("reason.separator")));
  }

  private Map<HouseholdRows.Household, Known> knownHouseholds(
      List<HouseholdRows.Household> households) {
    Map<String, List<HouseholdRows.Household>> byVillage =
        households.stream()
            .collect(
                Collectors.groupingBy(
                    HouseholdRows.Household::village, TreeMap::new, Collectors.toList()));
    Map<HouseholdRows.Household, Known> found = new HashMap<>();
    byVillage.forEach(
        (village, some) -> {
          Map<String, Known> known =
              saving.read(
                  tx ->
                      records.known(
                          tx,
                          caller,
                          HouseholdRows.TYPE,
                          HouseholdRows.NUMBER,
                          village,
                          some.stream().map(HouseholdRows.Household::number).toList()));
          for (HouseholdRows.Household household : some) {
            Known match = known.get(household.number());
            if (match != null && match.id() != null && !match.cancelled()) {
              found.put(household, match);
            }
          }
        });
    return found;
  }

  // ---- notes

  private void note(SheetTable.Notes seen, boolean givenType) {
    String separator = ImportWords.of("separator");
    int first = table.firstHeaderRow();
    int last = table.lastHeaderRow();
    notes.add(
        ImportWords.of(
            givenType ? "note.type-given" : "note.type",
            type.label(),
            first == last ? String.valueOf(first) : first + "–" + last));
    if (seen.village() != null && table.columnOf(SheetRow.AREA) == 0) {
      notes.add(ImportWords.of("note.village", context.places().nameOf(seen.village())));
    }
    seen.guessed()
        .forEach((heading, label) -> notes.add(ImportWords.of("note.guessed", heading, label)));
    if (!seen.unmatched().isEmpty()) {
      notes.add(ImportWords.of("note.unmatched", String.join(separator, seen.unmatched())));
    }
    if (seen.hiddenRows() > 0) {
      notes.add(ImportWords.of("note.hidden-rows", seen.hiddenRows()));
    }
    if (!seen.hiddenColumns().isEmpty()) {
      notes.add(
          ImportWords.of("note.hidden-columns", String.join(separator, seen.hiddenColumns())));
    }
    seen.sections().forEach((row, text) -> notes.add(ImportWords.of("note.section", row, text)));
    if (!missingGrids.isEmpty()) {
      notes.add(
          ImportWords.of(
              "note.grids",
              missingGrids.stream()
                  .map(
                      code ->
                          context.places().nameOf(code.substring(0, 12))
                              + context.places().nameOf(code))
                  .collect(Collectors.joining(separator))));
    }
    boolean history =
        type.fields().stream()
            .anyMatch(field -> field.imported() && table.columnOf(field.name()) > 0);
    if (history && type.field("history").isPresent()) {
      notes.add(ImportWords.of("note.history"));
    }
  }
}
