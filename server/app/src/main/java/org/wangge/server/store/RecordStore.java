package org.wangge.server.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.Sensitivity;
import org.wangge.pinyin.Readings;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.StaleVersion;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.RecordTable.Column;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Cancel;
import org.wangge.wire.Checked;
import org.wangge.wire.Match;
import org.wangge.wire.Related;
import org.wangge.wire.Restore;

/**
 * Records of all types, for whoever asks: rights, area, versions, rules, history and masking are
 * enforced here, in every method, so that no caller can forget them. A record outside the caller's
 * area answers exactly as one that does not exist.
 *
 * <p>Each method has a twin that joins a running transaction.
 */
public final class RecordStore {
  /** Shortest reason for a look at masked values, in characters. */
  public static final int REASON = 4;

  /** Fields that say since when a record holds, and the birth that nothing of a person precedes. */
  private static final List<String> BEGINNINGS =
      List.of("joined_date", "enabled_date", "start_date", "inflow_date", "birth_date");

  private static final int LIKELY = 10;
  private static final int RELATED = 20;

  private final Store store;
  private final Catalogue catalogue;
  private final RecordTables tables;
  private final AreaStore areas;
  private final AuditStore audit;
  private final RequestStore requests = new RequestStore();
  private final RecordLists lists;
  private final RecordJudge judge;
  private final RecordWriter writer = new RecordWriter();
  private final RecordFamily family;
  private final RecordTitles titles;
  private final RecordHistory history;

  private final Map<String, SaveHook> hooks;

  /** Records described by this catalogue, in this store. */
  public RecordStore(Store store, Catalogue catalogue) {
    this(store, catalogue, Map.of());
  }

  /**
   * The same with behaviour of the server's own.
   *
   * @param hooks by the name that types give in their {@code hooks}
   */
  public RecordStore(Store store, Catalogue catalogue, Map<String, SaveHook> hooks) {
    this.store = store;
    this.hooks = Map.copyOf(hooks);
    this.catalogue = catalogue;
    this.tables = new RecordTables(catalogue);
    this.areas = new AreaStore(store);
    this.audit = new AuditStore(store);
    this.family = new RecordFamily(tables, writer);
    this.judge = new RecordJudge(catalogue);
    this.titles = new RecordTitles(tables, areas);
    this.lists = new RecordLists(areas, tables, titles);
    this.history = new RecordHistory(tables, areas, titles);
  }

  // ---- reading

  /**
   * A page of a list.
   *
   * @throws Problem FORBIDDEN for a filter or order by a field masked for the caller; MALFORMED for
   *     one the type does not offer
   */
  public Page<Record> query(Caller caller, String type, Query query) {
    return store.read(tx -> query(tx, caller, type, query));
  }

  /** The same in a running transaction. */
  public Page<Record> query(Tx tx, Caller caller, String type, Query query) {
    return lists.page(tx, caller, readable(caller, type), query);
  }

  /** How many records a list has; its paging is left aside. */
  public long count(Caller caller, String type, Query query) {
    return store.read(tx -> count(tx, caller, type, query));
  }

  /** The same in a running transaction. */
  public long count(Tx tx, Caller caller, String type, Query query) {
    return lists.count(tx, caller, readable(caller, type), query);
  }

  /**
   * A record.
   *
   * @throws Problem NOT_FOUND when there is none in the caller's area
   */
  public Record read(Caller caller, String type, UUID id) {
    return store.read(tx -> read(tx, caller, type, id));
  }

  /** The same in a running transaction. */
  public Record read(Tx tx, Caller caller, String type, UUID id) {
    RecordTable table = readable(caller, type);
    return titles.told(tx, caller, registered(tx, caller, table, id).seenBy(caller, table));
  }

  /** Everything that was done to a record, newest first. */
  public List<Change> history(Caller caller, String type, UUID id) {
    return store.read(tx -> history(tx, caller, type, id));
  }

  /** The same in a running transaction. */
  public List<Change> history(Tx tx, Caller caller, String type, UUID id) {
    RecordTable table = readable(caller, type);
    registered(tx, caller, table, id);
    return history.of(tx, caller, id);
  }

  /**
   * What belongs to a record or mentions it, by type and field in navigation order; types the
   * account may not read and links without a record are absent.
   */
  public List<Related> related(Caller caller, String type, UUID id) {
    return store.read(tx -> related(tx, caller, type, id));
  }

  /** The same in a running transaction. */
  public List<Related> related(Tx tx, Caller caller, String type, UUID id) {
    RecordTable table = readable(caller, type);
    registered(tx, caller, table, id);
    List<Related> related = new ArrayList<>();
    for (Catalogue.Link link : catalogue.linksTo(table.type)) {
      RecordTable from = table(link.type().key());
      Column column = from.columns.get(link.field().name());
      boolean open =
          Rights.acts(caller.account(), from.type).contains(Rights.Act.READ)
              && Rights.visible(caller.account().post()).contains(link.field().sensitivity());
      if (!open) {
        continue;
      }
      List<RecordRow> rows =
          tx.sql()
              .select(from.selection())
              .from(from.from)
              .where(column.sql().eq(id))
              .and(from.visible(Scope.of(caller)))
              .and(from.ofType())
              .orderBy(from.status, from.id.desc())
              .limit(RELATED + 1)
              .fetch(row -> RecordRow.of(from, row));
      if (!rows.isEmpty()) {
        List<Record> seen =
            rows.stream().limit(RELATED).map(row -> row.seenBy(caller, from)).toList();
        related.add(
            new Related(
                from.type.key(),
                link.field().name(),
                titles.told(tx, caller, seen),
                rows.size() > RELATED));
      }
    }
    return related;
  }

  /**
   * Masked values in clear. The audit row stands before the values are given out.
   *
   * @param fields names of fields of the form
   * @param reason why, at least {@link #REASON} characters
   * @throws Problem REASON_REQUIRED, NOT_FOUND, or FORBIDDEN when the post may not see such values
   */
  public Map<String, Object> reveal(
      Caller caller, String type, UUID id, List<String> fields, String reason) {
    return store.write(tx -> reveal(tx, caller, type, id, fields, reason));
  }

  /** The same in a running transaction. */
  public Map<String, Object> reveal(
      Tx tx, Caller caller, String type, UUID id, List<String> fields, String reason) {
    RecordTable table = readable(caller, type);
    Rights.require(caller.account(), Rights.Function.REVEAL);
    if (reason == null || reason.strip().length() < REASON) {
      throw new Problem(ProblemCode.REASON_REQUIRED);
    }
    RecordRow row = registered(tx, caller, table, id);
    Set<Sensitivity> may = Rights.revealable(caller.account(), table.type);
    Map<String, Object> clear = new LinkedHashMap<>();
    for (String name : fields) {
      var field =
          table
              .type
              .field(name)
              .orElseThrow(() -> new Problem(ProblemCode.MALFORMED, Map.of("what", name)));
      if (!may.contains(field.sensitivity())) {
        throw new Problem(ProblemCode.FORBIDDEN, Map.of("what", name));
      }
      clear.put(name, row.values().get(name));
    }
    audit.append(
        tx,
        caller,
        "reveal",
        type + " " + id + " " + String.join(",", fields),
        reason.strip(),
        "done");
    return java.util.Collections.unmodifiableMap(clear);
  }

  // ---- looking for the same

  /**
   * Judges values typed so far and looks for records of the same person or thing. Nothing is
   * stored.
   *
   * @param area place the record is for; null = where it stands
   * @param id id of the record being typed, new or known
   */
  public Checked check(Caller caller, String type, String area, UUID id, Values values) {
    return store.read(tx -> check(tx, caller, type, area, id, values));
  }

  /** The same in a running transaction. */
  public Checked check(Tx tx, Caller caller, String type, String area, UUID id, Values values) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.WRITE, table(type).type);
    Scope scope = Scope.of(caller);
    RecordRow current =
        find(tx, table, id).filter(row -> RecordJudge.sees(scope, table, row)).orElse(null);
    Values all = current == null ? values : current.values().with(values);
    String place = area == null && current != null ? current.area() : area;
    if (table.type.parentField().isPresent()) {
      org.wangge.catalogue.Field parent = table.type.parentField().get();
      place =
          all.get(parent.name()) instanceof UUID known
              ? new Lookup(tx, scope, tables, areas)
                  .parent(parent.reference(), known)
                  .map(RecordRow::area)
                  .orElse(caller.account().area())
              : caller.account().area();
    }
    if (!scope.covers(place)) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    List<Match> matches = new ArrayList<>();
    // Only a record the caller may see is left out: an id that is tried tells nothing.
    Set<UUID> seen = new HashSet<>();
    if (current != null) {
      seen.add(id);
    }
    RecordTable core = tables.coreOf(table);
    for (Column column : table.columns.values()) {
      Object value = all.get(column.field().name());
      if (column.inCore() && isDocument(column) && value instanceof String number) {
        for (RecordRow row : byNumber(tx, core, column, number)) {
          if (seen.add(row.id())) {
            matches.add(match(tx, caller, core, row, true));
          }
        }
      }
    }
    likely(core, place, all)
        .ifPresent(
            condition -> {
              for (RecordRow row : rows(tx, core, condition.and(core.visible(scope)), LIKELY)) {
                if (seen.add(row.id())) {
                  matches.add(match(tx, caller, core, row, false));
                }
              }
            });
    return new Checked(judge.findings(tx, table, values, current), matches);
  }

  /** Records with this document number, on the whole server; outside the area without their id. */
  public List<Match> findByDocument(Caller caller, String number) {
    return store.read(tx -> findByDocument(tx, caller, number));
  }

  /** The same in a running transaction. */
  public List<Match> findByDocument(Tx tx, Caller caller, String number) {
    List<Match> matches = new ArrayList<>();
    for (RecordTable core : tables.all()) {
      if (core.type.isExtension() || !mayWriteAny(caller, core)) {
        continue;
      }
      for (Column column : core.columns.values()) {
        if (isDocument(column)) {
          byNumber(tx, core, column, normal(number))
              .forEach(row -> matches.add(match(tx, caller, core, row, true)));
        }
      }
    }
    return matches;
  }

  /**
   * Records of a type by the value of a field that is unique on the server, such as the document
   * number or credit code, or in the village; active ones before cancelled ones. For imports, which
   * know the values from their sheet.
   *
   * @param field name of a unique field
   * @param area village within which it is unique; null where it is unique on the server
   * @return by value; values nobody has are absent
   */
  public Map<String, Known> known(
      Tx tx, Caller caller, String type, String field, String area, Collection<String> values) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.WRITE, table(type).type);
    Column column = table.columns.get(field);
    if (column == null || column.field().unique().isEmpty() || !column.inCore()) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", field));
    }
    RecordTable core = tables.coreOf(table);
    Scope scope = Scope.of(caller);
    Map<String, Known> known = new HashMap<>();
    Condition within = area == null ? DSL.noCondition() : core.area.eq(area);
    try (Repeated<String> asked =
        new Repeated<>(tx, core.selection(), core.from, column.text(), within)) {
      for (String value : new HashSet<>(values)) {
        for (org.jooq.Record found : asked.rows(value)) {
          RecordRow row = RecordRow.of(core, found);
          boolean inside = RecordJudge.sees(scope, core, row);
          Known one =
              new Known(
                  inside ? row.id() : null,
                  inside ? row.version() : 0,
                  tables.formOf(row, core),
                  row.area(),
                  titles.place(tx, caller, row.area()),
                  titles.of(tx, caller, core, row),
                  !row.isActive());
          known.merge(value, one, (a, b) -> a.cancelled() ? b : a);
        }
      }
    }
    return known;
  }

  // ---- writing

  /**
   * Registers or changes a record.
   *
   * @param id made by the workstation
   * @throws StaleVersion with the record as it stands, when somebody changed it meanwhile
   * @throws InvalidRecord when something forbids it, or when warnings were not confirmed
   * @throws Problem NOT_FOUND, OUT_OF_AREA, WRONG_STATE when it is cancelled, DUPLICATE,
   *     REQUEST_ID_REUSED, MALFORMED for a field that cannot be typed
   */
  public SaveResult save(Caller caller, String type, UUID id, SaveOrder order) {
    return store.write(tx -> save(tx, caller, type, id, order));
  }

  /** The same in a running transaction. */
  public SaveResult save(Tx tx, Caller caller, String type, UUID id, SaveOrder order) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.WRITE, table(type).type);
    String fingerprint = fingerprint("save", type, id, order);
    if (!claim(tx, caller, order.requestId(), fingerprint)) {
      return again(tx, caller, table, id);
    }
    Lookup lookup = new Lookup(tx, Scope.of(caller), tables, areas);
    RecordRow found = find(tx, table, id).orElse(null);
    // A record of another place is judged as one that does not exist, to the last step: whoever
    // tries ids learns nothing from what the refusal says.
    boolean foreign = found != null && !RecordJudge.sees(Scope.of(caller), table, found);
    RecordRow current = foreign ? null : found;
    UUID judgedAs = foreign ? RecordId.next() : id;
    Judgement judged = judge.judge(tx, caller, table, judgedAs, order, current, lookup);
    judged = judged.with(against(tx, table, judged, order.origin()));
    if (judged.forbids() || (!order.confirmed() && !judged.findings().isEmpty())) {
      throw new InvalidRecord(judged.findings());
    }
    judged = register(tx, caller, table, judged, order.origin());
    requireUnique(tx, caller, table, judged, lookup);
    if (foreign) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    if (judged.changesAnything()) {
      writer.write(tx, caller, table, judged, order.origin());
      follow(tx, caller, table, judged);
    }
    registered(tx, caller, table, judged, order.origin());
    return new SaveResult(
        titles.told(tx, caller, find(tx, table, id).orElseThrow().seenBy(caller, table)),
        judged.findings());
  }

  /**
   * Cancels a record: 人去注销. It is kept and may be restored.
   *
   * @throws Problem as {@link #save}
   */
  public SaveResult cancel(Caller caller, String type, UUID id, Cancel order) {
    return store.write(tx -> cancel(tx, caller, type, id, order));
  }

  /** The same in a running transaction. */
  public SaveResult cancel(Tx tx, Caller caller, String type, UUID id, Cancel order) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.CANCEL, table(type).type);
    String fingerprint = "cancel " + type + " " + id + " " + order;
    if (!claim(tx, caller, order.requestId(), fingerprint)) {
      return again(tx, caller, table, id);
    }
    RecordRow current = current(tx, caller, table, id, order.version());
    if (!current.isActive()) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    String note = order.note() == null ? "" : order.note().strip();
    CodeList reasons = catalogue.codeList("cancel_reason");
    requireSound(order, note, reasons, tx.today());
    requireAfterBeginning(order, table, current);
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    values.put(RecordTable.bare(table.status), RecordTable.CANCELLED);
    values.put(RecordTable.bare(table.cancelDate), order.date());
    values.put(RecordTable.bare(table.cancelReason), order.reason());
    values.put(RecordTable.bare(table.cancelNote), note.isEmpty() ? null : note);
    String reason = reasons.labelOf(order.reason()) + (note.isEmpty() ? "" : " " + note);
    UUID step = order.requestId() == null ? RecordId.next() : order.requestId();
    writer.setLife(tx, caller, table, current, values, "cancel", reason, step);
    family.cancel(tx, caller, table, id, values, reason, step);
    return again(tx, caller, table, id);
  }

  /**
   * Restores a cancelled record.
   *
   * @throws Problem REASON_REQUIRED; DUPLICATE when its number was registered again meanwhile; the
   *     rest as {@link #save}
   */
  public SaveResult restore(Caller caller, String type, UUID id, Restore order) {
    return store.write(tx -> restore(tx, caller, type, id, order));
  }

  /** The same in a running transaction. */
  public SaveResult restore(Tx tx, Caller caller, String type, UUID id, Restore order) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.CANCEL, table(type).type);
    String fingerprint = "restore " + type + " " + id + " " + order;
    if (!claim(tx, caller, order.requestId(), fingerprint)) {
      return again(tx, caller, table, id);
    }
    RecordRow current = current(tx, caller, table, id, order.version());
    if (current.isActive()) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    if (order.reason() == null || order.reason().isBlank()) {
      throw new Problem(ProblemCode.REASON_REQUIRED);
    }
    Lookup lookup = new Lookup(tx, Scope.of(caller), tables, areas);
    requireParent(table, current, lookup);
    List<RecordFamily.Member> members =
        family.cancelledWith(tx, table, id, RecordFamily.stepOf(tx, current));
    requireFree(tx, caller, table, current, lookup);
    for (RecordFamily.Member member : members) {
      requireFree(tx, caller, member.table(), member.row(), lookup);
    }
    Map<Field<?>, Object> values = new LinkedHashMap<>();
    values.put(RecordTable.bare(table.status), RecordTable.ACTIVE);
    values.put(RecordTable.bare(table.cancelDate), null);
    values.put(RecordTable.bare(table.cancelReason), null);
    values.put(RecordTable.bare(table.cancelNote), null);
    UUID step = order.requestId() == null ? RecordId.next() : order.requestId();
    String reason = order.reason().strip();
    writer.setLife(tx, caller, table, current, values, "restore", reason, step);
    family.restore(tx, caller, members, values, reason, step);
    return again(tx, caller, table, id);
  }

  /**
   * Sets fields of the server itself, as a workflow does: history and version as with a save, no
   * rules. What the account may do here is decided by the workflow; the area is enforced.
   *
   * @param version version read
   * @param values values of system fields
   * @param action stable key of the act, for the history
   * @param reason words of the act; may be empty
   */
  public Record set(
      Tx tx,
      Caller caller,
      String type,
      UUID id,
      long version,
      Values values,
      String action,
      String reason) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.READ, table(type).type);
    RecordRow current = current(tx, caller, table, id, version);
    Map<Column, Judgement.Change> changes = new LinkedHashMap<>();
    for (String name : values.names()) {
      Column column = table.columns.get(name);
      if (column == null || !column.field().system()) {
        throw new Problem(ProblemCode.MALFORMED, Map.of("what", name));
      }
      Object from = current.values().get(name);
      if (!SqlValues.same(from, values.get(name))) {
        changes.put(column, new Judgement.Change(from, values.get(name)));
      }
    }
    writer.set(tx, caller, table, current, changes, action, reason);
    return titles.told(tx, caller, find(tx, table, id).orElseThrow().seenBy(caller, table));
  }

  // ---- many at once

  /** What {@link #saveAll} would do with these rows; nothing is written. */
  public List<Outcome> rehearse(Caller caller, String type, List<BulkRow> rows) {
    return store.read(tx -> all(tx, caller, type, rows, false));
  }

  /**
   * Saves many rows of one type: the good ones are written, the others told. Whether all of it
   * stays is decided by the transaction it joins.
   *
   * @return for each row what became of it, in the same order
   */
  public List<Outcome> saveAll(Tx tx, Caller caller, String type, List<BulkRow> rows) {
    return all(tx, caller, type, rows, true);
  }

  private List<Outcome> all(Tx tx, Caller caller, String type, List<BulkRow> rows, boolean write) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.WRITE, table(type).type);
    Lookup.Kept lookup = new Lookup.Kept(tx, Scope.of(caller), tables, areas);
    Map<UUID, RecordRow> current = current(tx, table, rows);
    keepTaken(tx, table, rows, lookup);
    List<Outcome> outcomes = new ArrayList<>();
    List<Judgement> fresh = new ArrayList<>();
    List<Origin> origins = new ArrayList<>();
    Set<UUID> ids = new HashSet<>();
    for (BulkRow row : rows) {
      try {
        if (!ids.add(row.id())) {
          throw new Problem(ProblemCode.DUPLICATE, Map.of("what", "id"));
        }
        Judgement judged =
            judge.judge(tx, caller, table, row.id(), row.order(), current.get(row.id()), lookup);
        judged = judged.with(against(tx, table, judged, row.order().origin()));
        Outcome.Kind kind = kind(row, judged);
        if (kind == Outcome.Kind.CREATE || kind == Outcome.Kind.CHANGE) {
          if (write) {
            judged = register(tx, caller, table, judged, row.order().origin());
          }
          requireUnique(tx, caller, table, judged, lookup);
          claim(table, judged, lookup);
          if (kind == Outcome.Kind.CREATE) {
            fresh.add(judged);
            origins.add(row.order().origin());
          } else if (write) {
            writer.write(tx, caller, table, judged, row.order().origin());
            follow(tx, caller, table, judged);
          }
        }
        outcomes.add(new Outcome(row.id(), kind, names(judged), judged.findings(), null));
      } catch (Problem refusal) {
        outcomes.add(new Outcome(row.id(), Outcome.Kind.REFUSE, Set.of(), List.of(), refusal));
      }
    }
    if (write) {
      writer.insertAll(tx, caller, table, fresh, origins);
      for (int i = 0; i < fresh.size(); i++) {
        registered(tx, caller, table, fresh.get(i), origins.get(i));
      }
    }
    return outcomes;
  }

  /** What the server's own behaviour of this type finds in other records. */
  private List<Finding> against(Tx tx, RecordTable table, Judgement judged, Origin origin) {
    List<SaveHook> asked = hooks(table);
    if (asked.isEmpty() || !judged.changesAnything()) {
      return List.of();
    }
    SaveHook.NewRecord record = asNew(judged, origin);
    return asked.stream().flatMap(hook -> hook.check(tx, record).stream()).toList();
  }

  /** Lets the server's own behaviour of this type set its values of a new record. */
  private Judgement register(
      Tx tx, Caller caller, RecordTable table, Judgement judged, Origin origin) {
    Judgement result = judged;
    if (judged.isNew()) {
      for (SaveHook hook : hooks(table)) {
        result = result.with(table, hook.register(tx, caller, asNew(result, origin)));
      }
    }
    return result;
  }

  private void registered(
      Tx tx, Caller caller, RecordTable table, Judgement judged, Origin origin) {
    if (judged.isNew()) {
      for (SaveHook hook : hooks(table)) {
        hook.registered(tx, caller, asNew(judged, origin));
      }
    }
  }

  private List<SaveHook> hooks(RecordTable table) {
    return table.type.hooks().stream().filter(hooks::containsKey).map(hooks::get).toList();
  }

  private static SaveHook.NewRecord asNew(Judgement judged, Origin origin) {
    return new SaveHook.NewRecord(judged.id(), judged.area(), judged.values(), origin.isImport());
  }

  private static Outcome.Kind kind(BulkRow row, Judgement judged) {
    if (judged.forbids()) {
      return Outcome.Kind.REFUSE;
    }
    if (!row.order().confirmed() && !judged.findings().isEmpty()) {
      return Outcome.Kind.ASK;
    }
    if (judged.isNew()) {
      return Outcome.Kind.CREATE;
    }
    return judged.changesAnything() ? Outcome.Kind.CHANGE : Outcome.Kind.SAME;
  }

  private static Set<String> names(Judgement judged) {
    Set<String> names = new HashSet<>();
    judged.changes().keySet().forEach(column -> names.add(column.field().name()));
    return names;
  }

  private static void claim(RecordTable table, Judgement judged, Lookup.Kept lookup) {
    for (Column column : table.columns.values()) {
      Object value = judged.values().get(column.field().name());
      if (!column.field().unique().isEmpty() && value != null) {
        lookup.claim(column, value, within(column, judged.area()), judged.id());
      }
    }
  }

  /** Asks for all numbers of the rows beforehand, with one statement for each field. */
  private void keepTaken(Tx tx, RecordTable table, List<BulkRow> rows, Lookup.Kept lookup) {
    RecordTable core = tables.coreOf(table);
    for (Column column : table.columns.values()) {
      if (!column.field().unique().equals("server") || !column.inCore()) {
        continue;
      }
      try (Repeated<Object> asked =
          new Repeated<>(
              tx, List.of(core.id), core.from, column.whileActive(), DSL.noCondition())) {
        rows.stream()
            .map(row -> row.order().changes().get(column.field().name()))
            .filter(String.class::isInstance)
            .map(String.class::cast)
            .distinct()
            .forEach(
                value ->
                    lookup.found(
                        column,
                        value,
                        asked.rows(value).stream().findFirst().map(row -> row.get(core.id))));
      }
    }
  }

  private Map<UUID, RecordRow> current(Tx tx, RecordTable table, List<BulkRow> rows) {
    Map<UUID, RecordRow> current = new HashMap<>();
    try (Repeated<UUID> asked =
        new Repeated<>(tx, table.selection(), table.fromAny(), table.id, DSL.noCondition())) {
      rows.stream()
          .map(BulkRow::id)
          .distinct()
          .forEach(id -> asked.rows(id).forEach(row -> current.put(id, RecordRow.of(table, row))));
    }
    return current;
  }

  // ---- parts

  private RecordTable table(String type) {
    return tables.of(type);
  }

  private RecordTable readable(Caller caller, String type) {
    RecordTable table = table(type);
    Rights.require(caller.account(), Rights.Act.READ, table(type).type);
    return table;
  }

  /** The record with this id wherever it lies: what the caller may know of it is judged after. */
  private static Optional<RecordRow> find(Tx tx, RecordTable table, UUID id) {
    return tx.sql()
        .select(table.selection())
        .from(table.fromAny())
        .where(table.id.eq(id))
        .fetchOptional(row -> RecordRow.of(table, row));
  }

  /** The record if the caller may know of it and it is registered with this form. */
  private static RecordRow registered(Tx tx, Caller caller, RecordTable table, UUID id) {
    return tx.sql()
        .select(table.selection())
        .from(table.from)
        .where(table.id.eq(id))
        .and(table.visible(Scope.of(caller)))
        .and(table.ofType())
        .fetchOptional(row -> RecordRow.of(table, row))
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  private static RecordRow current(Tx tx, Caller caller, RecordTable table, UUID id, long version) {
    RecordRow current = registered(tx, caller, table, id);
    if (current.version() != version) {
      throw new StaleVersion(current.seenBy(caller, table));
    }
    return current;
  }

  private SaveResult again(Tx tx, Caller caller, RecordTable table, UUID id) {
    return new SaveResult(
        titles.told(tx, caller, registered(tx, caller, table, id).seenBy(caller, table)),
        List.of());
  }

  /**
   * Notes the request before anything else, so that the same one coming twice at once waits here
   * and is then found answered. False when it was answered before.
   */
  private boolean claim(Tx tx, Caller caller, UUID requestId, String fingerprint) {
    if (requestId == null) {
      return true;
    }
    if (requests.answered(tx, caller, requestId, fingerprint).isPresent()) {
      return false;
    }
    requests.remember(tx, caller, requestId, fingerprint, "");
    return true;
  }

  private static String fingerprint(String act, String type, UUID id, SaveOrder order) {
    StringBuilder text =
        new StringBuilder(act + " " + type + " " + id + " " + order.version() + " " + order.area());
    order.changes().asMap().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> text.append('\n').append(entry.getKey()).append('=').append(entry.getValue()));
    return text.toString();
  }

  /** A record ends on no day before the one on which it says that it began. */
  private static void requireAfterBeginning(Cancel order, RecordTable table, RecordRow current) {
    for (String name : BEGINNINGS) {
      if (current.values().get(name) instanceof LocalDate begun && order.date().isBefore(begun)) {
        String label = table.type.field(name).orElseThrow().label();
        throw new InvalidRecord(
            List.of(
                Finding.forbid(
                    "cancel_date",
                    "cancel-before-beginning",
                    Map.of("label", label, "typed", begun.toString()))));
      }
    }
  }

  private static void requireSound(Cancel order, String note, CodeList reasons, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    if (order.date() == null || order.date().isAfter(today)) {
      findings.add(Finding.forbid("cancel_date", "cancel-date"));
    }
    if (order.reason() == null || reasons.value(order.reason()).isEmpty()) {
      findings.add(Finding.forbid("cancel_reason", "cancel-reason"));
    }
    if ("99".equals(order.reason()) && note.isEmpty()) {
      findings.add(Finding.forbid("cancel_note", "cancel-note"));
    }
    if (note.length() > 300) {
      findings.add(Finding.forbid("cancel_note", "cancel-note-long"));
    }
    if (!findings.isEmpty()) {
      throw new InvalidRecord(findings);
    }
  }

  private void requireUnique(
      Tx tx, Caller caller, RecordTable table, Judgement judged, Lookup lookup) {
    for (Column column : table.columns.values()) {
      boolean asked = judged.changes().containsKey(column) || judged.moves();
      if (asked) {
        requireFree(tx, caller, table, column, judged.values(), judged.area(), judged.id(), lookup);
      }
    }
  }

  /** What belongs to the record goes where it went. */
  private void follow(Tx tx, Caller caller, RecordTable table, Judgement judged) {
    boolean elsewhere =
        judged.moves() || table.grid.filter(judged.changes()::containsKey).isPresent();
    if (!judged.isNew() && elsewhere) {
      String grid =
          table.grid.map(column -> judged.values().text(column.field().name())).orElse(null);
      family.follow(tx, caller, table, judged.id(), judged.area(), grid);
    }
  }

  /** A record cannot come back before the one it belongs to. */
  private static void requireParent(RecordTable table, RecordRow row, Lookup lookup) {
    table
        .type
        .parentField()
        .filter(
            field ->
                !(row.values().get(field.name()) instanceof UUID parent
                    && lookup.parent(field.reference(), parent).isPresent()))
        .ifPresent(
            field -> {
              throw new Problem(ProblemCode.PARENT_CANCELLED, Map.of("label", field.label()));
            });
  }

  private void requireFree(Tx tx, Caller caller, RecordTable table, RecordRow row, Lookup lookup) {
    for (Column column : table.columns.values()) {
      requireFree(tx, caller, table, column, row.values(), row.area(), row.id(), lookup);
    }
  }

  private void requireFree(
      Tx tx,
      Caller caller,
      RecordTable table,
      Column column,
      Values values,
      String area,
      UUID id,
      Lookup lookup) {
    Object value = values.get(column.field().name());
    if (column.field().unique().isEmpty() || value == null || !column.inCore()) {
      return;
    }
    Optional<UUID> taken = lookup.taken(table, column, value, within(column, area), id);
    if (taken.isPresent()) {
      throw duplicate(tx, caller, tables.coreOf(table), taken.get(), column);
    }
  }

  private static String within(Column column, String area) {
    return column.field().unique().equals("village") ? area : null;
  }

  /** Says what is the same and where it is registered; who may know of it also gets its id. */
  private Problem duplicate(Tx tx, Caller caller, RecordTable core, UUID id, Column column) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("field", column.field().name());
    arguments.put("label", column.field().label());
    arguments.put("what", column.field().label());
    find(tx, core, id)
        .ifPresent(
            row -> {
              String title = titles.of(tx, caller, core, row);
              String place = titles.place(tx, caller, row.area());
              arguments.put("title", title);
              arguments.put("place", place);
              arguments.put("what", title + "，" + place);
              if (RecordJudge.sees(Scope.of(caller), core, row)) {
                arguments.put("record", row.id().toString());
                arguments.put("type", tables.formOf(row, core));
              }
            });
    return new Problem(ProblemCode.DUPLICATE, arguments);
  }

  private boolean mayWriteAny(Caller caller, RecordTable core) {
    return Rights.acts(caller.account(), core.type).contains(Rights.Act.WRITE)
        || catalogue.extensionsOf(core.type.key()).stream()
            .anyMatch(type -> Rights.acts(caller.account(), type).contains(Rights.Act.WRITE));
  }

  private static boolean isDocument(Column column) {
    return column.field().unique().equals("server")
        && (column.field().kind() == Kind.ID_NUMBER || column.field().kind() == Kind.CREDIT_CODE);
  }

  private static String normal(String number) {
    return number.strip().toUpperCase(Locale.ROOT);
  }

  private static List<RecordRow> byNumber(Tx tx, RecordTable core, Column column, String number) {
    return rows(tx, core, column.text().eq(number), Integer.MAX_VALUE);
  }

  private static List<RecordRow> rows(Tx tx, RecordTable core, Condition condition, int limit) {
    return tx.sql()
        .select(core.selection())
        .from(core.from)
        .where(condition)
        .limit(limit)
        .fetch(row -> RecordRow.of(core, row));
  }

  /** In the village: the same reading of the name with the same birth date or phone. */
  private static Optional<Condition> likely(RecordTable core, String area, Values values) {
    Optional<Column> name =
        core.columns.values().stream()
            .filter(column -> column.isName() && column.field().sorted())
            .filter(column -> values.get(column.field().name()) != null)
            .findFirst();
    Condition same = null;
    for (Column column : core.columns.values()) {
      Object value = values.get(column.field().name());
      boolean telling =
          column.field().kind() == Kind.PHONE || column.field().name().equals("birth_date");
      if (telling && value != null) {
        same = same == null ? column.sql().eq(value) : same.or(column.sql().eq(value));
      }
    }
    if (name.isEmpty() || same == null) {
      return Optional.empty();
    }
    String reading = Readings.full(values.text(name.get().field().name()));
    return Optional.of(
        core.area
            .eq(area)
            .and(core.status.eq(RecordTable.ACTIVE))
            .and(name.get().beside(Columns.sort(name.get().field())).eq(reading))
            .and(same));
  }

  private Match match(Tx tx, Caller caller, RecordTable core, RecordRow row, boolean certain) {
    boolean inside = RecordJudge.sees(Scope.of(caller), core, row);
    return new Match(
        inside ? row.id() : null,
        tables.formOf(row, core),
        titles.of(tx, caller, core, row),
        titles.place(tx, caller, row.area()),
        certain);
  }
}
