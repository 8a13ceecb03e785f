package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.IMPORT_ANSWER;
import static org.wangge.server.store.schema.Tables.IMPORT_ROW_ANSWER;
import static org.wangge.server.store.schema.Tables.RECORD_IMPORT;
import static org.wangge.server.store.schema.Tables.RECORD_IMPORT_ROW;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Kind;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Page;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.schema.tables.records.RecordImportRecord;
import org.wangge.validation.Finding;
import org.wangge.wire.ImportAnswer;
import org.wangge.wire.ImportRow;

/**
 * Imports: the file, what became of each row, and what the base already knows of a file's records.
 * An import belongs to the account that sent it and is unknown to all others.
 */
public final class ImportStore {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TOWN = 9;
  private static final int BATCH = 500;
  private static final int LONGEST_FINDINGS = 16_000;
  private static final int LONGEST_NOTES = 8_000;

  private final RecordTables tables;
  private final AreaStore areas;
  private final RecordTitles titles;

  /** Imports in this store, of types of this catalogue. */
  public ImportStore(Store store, Catalogue catalogue) {
    this.tables = new RecordTables(catalogue);
    this.areas = new AreaStore(store);
    this.titles = new RecordTitles(tables, areas);
  }

  // ---- files and rows

  /** Keeps a rehearsal with its file and rows. */
  public void keep(Tx tx, Caller caller, ImportHead head, byte[] content, List<ImportRow> rows) {
    RecordImportRecord row = tx.sql().newRecord(RECORD_IMPORT);
    row.setId(head.id());
    row.setAccountId(caller.account().id());
    row.setMadeBy(caller.account().name());
    row.setWorkstation(cut(caller.workstation(), 60));
    row.setArea(caller.account().area());
    row.setMadeAt(tx.now());
    row.setRequestId(head.requestId());
    row.setFileName(cut(head.fileName(), 200));
    row.setFileHash(hash(content));
    row.setSheet(cut(head.sheet(), 100));
    row.setSheetNumber(head.sheetNumber());
    row.setType(head.type());
    row.setGivenType(head.givenType());
    row.setGivenVillage(head.givenVillage());
    put(row, head);
    row.setContent(content);
    tx.sql().insertInto(RECORD_IMPORT).set(row).execute();
    insertRows(tx, head.id(), rows);
  }

  /** Notes that an import was written, with what became of it in the end. */
  public void committed(Tx tx, ImportHead head, List<ImportRow> changedRows) {
    tx.sql()
        .update(RECORD_IMPORT)
        .set(RECORD_IMPORT.COMMITTED_AT, tx.now())
        .set(RECORD_IMPORT.CREATED, head.counts().created())
        .set(RECORD_IMPORT.CHANGED, head.counts().changed())
        .set(RECORD_IMPORT.SAME, head.counts().same())
        .set(RECORD_IMPORT.REFUSED, head.counts().refused())
        .set(RECORD_IMPORT.ASKED, head.counts().asked())
        .set(RECORD_IMPORT.NOTES, notes(head.notes()))
        .where(RECORD_IMPORT.ID.eq(head.id()))
        .execute();
    for (int start = 0; start < changedRows.size(); start += BATCH) {
      BatchBindStep batch =
          tx.sql()
              .batch(
                  tx.sql()
                      .deleteFrom(RECORD_IMPORT_ROW)
                      .where(RECORD_IMPORT_ROW.IMPORT_ID.eq((UUID) null))
                      .and(RECORD_IMPORT_ROW.ROW_NO.eq((Integer) null)));
      for (ImportRow row :
          changedRows.subList(start, Math.min(start + BATCH, changedRows.size()))) {
        batch = batch.bind(head.id(), row.row());
      }
      batch.execute();
    }
    insertRows(tx, head.id(), changedRows);
  }

  /** Puts a further rehearsal in place of the last one. */
  public void rehearsedAgain(Tx tx, ImportHead head, List<ImportRow> rows) {
    tx.sql()
        .update(RECORD_IMPORT)
        .set(RECORD_IMPORT.CREATED, head.counts().created())
        .set(RECORD_IMPORT.CHANGED, head.counts().changed())
        .set(RECORD_IMPORT.SAME, head.counts().same())
        .set(RECORD_IMPORT.REFUSED, head.counts().refused())
        .set(RECORD_IMPORT.ASKED, head.counts().asked())
        .set(RECORD_IMPORT.NOTES, notes(head.notes()))
        .where(RECORD_IMPORT.ID.eq(head.id()))
        .execute();
    tx.sql()
        .deleteFrom(RECORD_IMPORT_ROW)
        .where(RECORD_IMPORT_ROW.IMPORT_ID.eq(head.id()))
        .execute();
    insertRows(tx, head.id(), rows);
  }

  /**
   * What values of sheets with this layout mean, as people of the town have said.
   *
   * @param layout mark of the layout
   * @return typed text and code by field
   */
  public List<ImportAnswer> answers(Tx tx, Caller caller, String type, String layout) {
    return tx.sql()
        .select(IMPORT_ANSWER.FIELD, IMPORT_ANSWER.TYPED, IMPORT_ANSWER.CODE)
        .from(IMPORT_ANSWER)
        .where(IMPORT_ANSWER.TOWN.eq(town(caller)))
        .and(IMPORT_ANSWER.TYPE.eq(type))
        .and(IMPORT_ANSWER.LAYOUT.eq(mark(layout)))
        .fetch(row -> new ImportAnswer(row.value1(), row.value2(), row.value3()));
  }

  /** Remembers an answer for this layout in place of an earlier one. */
  public void remember(Tx tx, Caller caller, String type, String layout, ImportAnswer answer) {
    Condition same =
        IMPORT_ANSWER
            .TOWN
            .eq(town(caller))
            .and(IMPORT_ANSWER.TYPE.eq(type))
            .and(IMPORT_ANSWER.LAYOUT.eq(mark(layout)))
            .and(IMPORT_ANSWER.FIELD.eq(answer.field()))
            .and(IMPORT_ANSWER.TYPED.eq(answer.typed()));
    int changed =
        tx.sql()
            .update(IMPORT_ANSWER)
            .set(IMPORT_ANSWER.CODE, answer.code())
            .set(IMPORT_ANSWER.MADE_BY, caller.account().name())
            .set(IMPORT_ANSWER.MADE_AT, tx.now())
            .where(same)
            .execute();
    if (changed == 0) {
      tx.sql()
          .insertInto(IMPORT_ANSWER)
          .set(IMPORT_ANSWER.TOWN, town(caller))
          .set(IMPORT_ANSWER.TYPE, type)
          .set(IMPORT_ANSWER.LAYOUT, mark(layout))
          .set(IMPORT_ANSWER.FIELD, answer.field())
          .set(IMPORT_ANSWER.TYPED, answer.typed())
          .set(IMPORT_ANSWER.CODE, answer.code())
          .set(IMPORT_ANSWER.MADE_BY, caller.account().name())
          .set(IMPORT_ANSWER.MADE_AT, tx.now())
          .execute();
    }
  }

  /** Rows of an import that mean the record known by their number although the names differ. */
  public Set<Integer> sameRows(Tx tx, UUID id) {
    return tx.sql()
        .select(IMPORT_ROW_ANSWER.ROW_NO)
        .from(IMPORT_ROW_ANSWER)
        .where(IMPORT_ROW_ANSWER.IMPORT_ID.eq(id))
        .fetchSet(IMPORT_ROW_ANSWER.ROW_NO);
  }

  /** Notes that a row means the record known by its number, or takes that back. */
  public void answerRow(Tx tx, UUID id, int row, boolean same) {
    tx.sql()
        .deleteFrom(IMPORT_ROW_ANSWER)
        .where(IMPORT_ROW_ANSWER.IMPORT_ID.eq(id))
        .and(IMPORT_ROW_ANSWER.ROW_NO.eq(row))
        .execute();
    if (same) {
      tx.sql()
          .insertInto(IMPORT_ROW_ANSWER)
          .set(IMPORT_ROW_ANSWER.IMPORT_ID, id)
          .set(IMPORT_ROW_ANSWER.ROW_NO, row)
          .set(IMPORT_ROW_ANSWER.ANSWER, "same")
          .execute();
    }
  }

  private static String town(Caller caller) {
    String area = caller.account().area();
    return area.length() > TOWN ? area.substring(0, TOWN) : area;
  }

  private static String mark(String layout) {
    return HexFormat.of().formatHex(hash(layout.getBytes(StandardCharsets.UTF_8)));
  }

  private static void put(RecordImportRecord row, ImportHead head) {
    row.setCreated(head.counts().created());
    row.setChanged(head.counts().changed());
    row.setSame(head.counts().same());
    row.setRefused(head.counts().refused());
    row.setAsked(head.counts().asked());
    row.setNotes(notes(head.notes()));
  }

  private static void insertRows(Tx tx, UUID id, List<ImportRow> rows) {
    for (int start = 0; start < rows.size(); start += BATCH) {
      BatchBindStep batch =
          tx.sql()
              .batch(
                  tx.sql()
                      .insertInto(
                          RECORD_IMPORT_ROW,
                          RECORD_IMPORT_ROW.IMPORT_ID,
                          RECORD_IMPORT_ROW.ROW_NO,
                          RECORD_IMPORT_ROW.OUTCOME,
                          RECORD_IMPORT_ROW.TITLE,
                          RECORD_IMPORT_ROW.RECORD_ID,
                          RECORD_IMPORT_ROW.CHANGES,
                          RECORD_IMPORT_ROW.FINDINGS)
                      .values((UUID) null, null, null, null, null, null, null));
      for (ImportRow row : rows.subList(start, Math.min(start + BATCH, rows.size()))) {
        batch =
            batch.bind(
                id,
                row.row(),
                row.outcome(),
                cut(row.title(), 200),
                row.record(),
                cut(String.join(",", row.changes()), 2000),
                findings(row.findings()));
      }
      batch.execute();
    }
  }

  /**
   * An import of the caller's account.
   *
   * @throws Problem NOT_FOUND for an unknown one or another account's
   */
  public ImportHead head(Tx tx, Caller caller, UUID id) {
    return tx.sql()
        .select(HEAD)
        .from(RECORD_IMPORT)
        .where(RECORD_IMPORT.ID.eq(id))
        .and(own(caller))
        .fetchOptional(ImportStore::head)
        .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
  }

  /** The rehearsal the caller's account asked for with this request; empty when it is new. */
  public Optional<ImportHead> asked(Tx tx, Caller caller, UUID requestId) {
    return tx.sql()
        .select(HEAD)
        .from(RECORD_IMPORT)
        .where(RECORD_IMPORT.REQUEST_ID.eq(requestId))
        .and(own(caller))
        .limit(1)
        .fetchOptional(ImportStore::head);
  }

  /**
   * The file of an import.
   *
   * @throws Problem NOT_FOUND when it is no longer kept
   */
  public byte[] content(Tx tx, Caller caller, UUID id) {
    byte[] content =
        tx.sql()
            .select(RECORD_IMPORT.CONTENT)
            .from(RECORD_IMPORT)
            .where(RECORD_IMPORT.ID.eq(id))
            .and(own(caller))
            .fetchOptional(RECORD_IMPORT.CONTENT)
            .orElse(null);
    if (content == null) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    return content;
  }

  /**
   * A page of rows in order of the sheet.
   *
   * @param outcome create, change, same, refuse or ask; empty = all
   * @param after mark of the previous page
   */
  public Page<ImportRow> rows(
      Tx tx, Caller caller, UUID id, String outcome, Optional<String> after, int limit) {
    head(tx, caller, id);
    long from = after.map(Marks::number).orElse(0L);
    int size = Math.clamp(limit, 1, 1000);
    Condition wanted =
        outcome.isEmpty() ? DSL.noCondition() : RECORD_IMPORT_ROW.OUTCOME.eq(outcome);
    List<ImportRow> rows =
        tx.sql()
            .selectFrom(RECORD_IMPORT_ROW)
            .where(RECORD_IMPORT_ROW.IMPORT_ID.eq(id))
            .and(RECORD_IMPORT_ROW.ROW_NO.gt((int) Math.min(from, Integer.MAX_VALUE)))
            .and(wanted)
            .orderBy(RECORD_IMPORT_ROW.ROW_NO)
            .limit(size + 1)
            .fetch(
                row ->
                    new ImportRow(
                        row.getRowNo(),
                        row.getOutcome(),
                        row.getTitle(),
                        row.getRecordId(),
                        row.getChanges().isEmpty()
                            ? List.of()
                            : List.of(row.getChanges().split(",", -1)),
                        findings(row.getFindings())));
    boolean more = rows.size() > size;
    List<ImportRow> page = more ? rows.subList(0, size) : rows;
    return new Page<>(
        page, more ? Optional.of(Integer.toString(page.getLast().row())) : Optional.empty());
  }

  /** Outcome and record of every row, for telling which of them a commit has changed. */
  public Map<Integer, RowState> states(Tx tx, UUID id) {
    Map<Integer, RowState> states = new HashMap<>();
    tx.sql()
        .select(RECORD_IMPORT_ROW.ROW_NO, RECORD_IMPORT_ROW.OUTCOME, RECORD_IMPORT_ROW.RECORD_ID)
        .from(RECORD_IMPORT_ROW)
        .where(RECORD_IMPORT_ROW.IMPORT_ID.eq(id))
        .forEach(row -> states.put(row.value1(), new RowState(row.value2(), row.value3())));
    return states;
  }

  /**
   * How a row was left.
   *
   * @param outcome create, change, same, refuse or ask
   * @param record record it made or changed, or would; null when refused
   */
  public record RowState(String outcome, UUID record) {}

  /**
   * Forgets files, and names and findings of rows, of imports made before a moment; that an import
   * took place stays known, since records point to it.
   */
  public int forget(Tx tx, LocalDateTime before) {
    List<UUID> old =
        tx.sql()
            .select(RECORD_IMPORT.ID)
            .from(RECORD_IMPORT)
            .where(RECORD_IMPORT.MADE_AT.lt(before))
            .and(RECORD_IMPORT.CONTENT.isNotNull())
            .fetch(RECORD_IMPORT.ID);
    for (UUID id : old) {
      tx.sql().deleteFrom(RECORD_IMPORT_ROW).where(RECORD_IMPORT_ROW.IMPORT_ID.eq(id)).execute();
      tx.sql().deleteFrom(IMPORT_ROW_ANSWER).where(IMPORT_ROW_ANSWER.IMPORT_ID.eq(id)).execute();
      tx.sql()
          .update(RECORD_IMPORT)
          .set(RECORD_IMPORT.CONTENT, (byte[]) null)
          .where(RECORD_IMPORT.ID.eq(id))
          .execute();
    }
    return old.size();
  }

  // ---- what the base knows

  /**
   * Active records of a village by what names them, for types without a number of their own.
   *
   * @param firsts values of the first part of the type's title
   */
  public List<Titled> titled(
      Tx tx, Caller caller, String type, String village, Collection<String> firsts) {
    Rights.require(caller.account(), Rights.Act.WRITE, tables.of(type).type);
    RecordTable table = tables.of(type);
    RecordTable core = tables.coreOf(table);
    RecordTable.Column first = core.columns.get(table.type.title().getFirst());
    List<Titled> found = new ArrayList<>();
    Condition active =
        core.area
            .eq(village)
            .and(core.status.eq(RecordTable.ACTIVE))
            .and(core.visible(Scope.of(caller)));
    try (Repeated<String> asked =
        new Repeated<>(tx, core.selection(), core.fromAny(), first.text(), active)) {
      for (String text : new HashSet<>(firsts)) {
        for (org.jooq.Record row : asked.rows(text)) {
          RecordRow record = RecordRow.of(core, row);
          found.add(
              new Titled(
                  record.values(),
                  new Known(
                      record.id(),
                      record.version(),
                      tables.formOf(record, core),
                      record.area(),
                      titles.place(tx, caller, record.area()),
                      titles.of(tx, caller, core, record),
                      false)));
        }
      }
    }
    return found;
  }

  /**
   * A record found by what names it.
   *
   * @param values its core values in clear; they stay within the server
   * @param known what the caller may know of it
   */
  public record Titled(Values values, Known known) {}

  /**
   * What names these records, in clear, by id; those outside the caller's scope are absent. For
   * telling whether a number and a name belong together; the values stay within the server.
   */
  public Map<UUID, Values> titles(Tx tx, Caller caller, String type, Collection<UUID> ids) {
    Rights.require(caller.account(), Rights.Act.WRITE, tables.of(type).type);
    RecordTable table = tables.coreOf(tables.of(type));
    Map<UUID, Values> found = new HashMap<>();
    List<org.jooq.SelectFieldOrAsterisk> columns = new ArrayList<>(List.of(table.id));
    List<RecordTable.Column> parts =
        tables.of(type).type.title().stream()
            .map(table.columns::get)
            .filter(column -> column != null)
            .toList();
    parts.forEach(column -> columns.add(column.sql()));
    try (Repeated<UUID> asked =
        new Repeated<>(tx, columns, table.from, table.id, table.visible(Scope.of(caller)))) {
      for (UUID id : new HashSet<>(ids)) {
        for (org.jooq.Record row : asked.rows(id)) {
          Map<String, Object> values = new HashMap<>();
          for (RecordTable.Column column : parts) {
            values.put(
                column.field().name(), SqlValues.fromColumn(column.field(), row.get(column.sql())));
          }
          found.put(id, Values.of(values));
        }
      }
    }
    return found;
  }

  /** Grids registered at and below a place: code and name. */
  public Map<String, String> grids(Tx tx, Caller caller) {
    Map<String, String> grids = new HashMap<>();
    tables
        .find("grid")
        .ifPresent(
            table ->
                tx.sql()
                    .select(
                        table.columns.get("grid_code").text(),
                        table.columns.get("grid_name").text())
                    .from(table.from)
                    .where(table.status.eq(RecordTable.ACTIVE))
                    .and(Scope.of(caller).area(table.area))
                    .forEach(
                        row -> {
                          if (row.value1() != null) {
                            grids.put(row.value1(), row.value2());
                          }
                        }));
    return grids;
  }

  /**
   * The one active record in the caller's scope that a text names: by a unique number, or by the
   * first part of its title within a village.
   */
  public Optional<UUID> named(Tx tx, Caller caller, String type, String village, String text) {
    RecordTable table = tables.of(type);
    String number = text.toUpperCase(Locale.ROOT);
    Condition named = DSL.falseCondition();
    for (RecordTable.Column column : table.columns.values()) {
      boolean isText =
          column.field().kind() == Kind.TEXT
              || column.field().kind() == Kind.ID_NUMBER
              || column.field().kind() == Kind.CREDIT_CODE;
      if (isText && column.field().unique().equals("server")) {
        named = named.or(column.text().eq(number)).or(column.text().eq(text));
      } else if (isText && column.field().name().equals(table.type.title().getFirst())) {
        named =
            named.or(
                column
                    .text()
                    .eq(text)
                    .and(village == null ? DSL.falseCondition() : table.area.eq(village)));
      }
    }
    List<UUID> ids =
        tx.sql()
            .select(table.id)
            .from(table.from)
            .where(named)
            .and(table.status.eq(RecordTable.ACTIVE))
            .and(table.visible(Scope.of(caller)))
            .limit(2)
            .fetch(table.id);
    return ids.size() == 1 ? Optional.of(ids.getFirst()) : Optional.empty();
  }

  // ---- parts

  private static final List<org.jooq.Field<?>> HEAD =
      List.of(
          RECORD_IMPORT.ID,
          RECORD_IMPORT.REQUEST_ID,
          RECORD_IMPORT.FILE_NAME,
          RECORD_IMPORT.SHEET,
          RECORD_IMPORT.SHEET_NUMBER,
          RECORD_IMPORT.TYPE,
          RECORD_IMPORT.GIVEN_TYPE,
          RECORD_IMPORT.GIVEN_VILLAGE,
          RECORD_IMPORT.COMMITTED_AT,
          RECORD_IMPORT.CREATED,
          RECORD_IMPORT.CHANGED,
          RECORD_IMPORT.SAME,
          RECORD_IMPORT.REFUSED,
          RECORD_IMPORT.ASKED,
          RECORD_IMPORT.NOTES);

  private static ImportHead head(org.jooq.Record row) {
    return new ImportHead(
        row.get(RECORD_IMPORT.ID),
        row.get(RECORD_IMPORT.REQUEST_ID),
        row.get(RECORD_IMPORT.FILE_NAME),
        row.get(RECORD_IMPORT.SHEET),
        row.get(RECORD_IMPORT.SHEET_NUMBER),
        row.get(RECORD_IMPORT.TYPE),
        row.get(RECORD_IMPORT.GIVEN_TYPE),
        row.get(RECORD_IMPORT.GIVEN_VILLAGE),
        row.get(RECORD_IMPORT.COMMITTED_AT),
        new ImportHead.Counts(
            row.get(RECORD_IMPORT.CREATED),
            row.get(RECORD_IMPORT.CHANGED),
            row.get(RECORD_IMPORT.SAME),
            row.get(RECORD_IMPORT.REFUSED),
            row.get(RECORD_IMPORT.ASKED)),
        row.get(RECORD_IMPORT.NOTES).isEmpty()
            ? List.of()
            : List.of(row.get(RECORD_IMPORT.NOTES).split("\n", -1)));
  }

  private static Condition own(Caller caller) {
    return RECORD_IMPORT.ACCOUNT_ID.eq(caller.account().id());
  }

  private static String notes(List<String> notes) {
    StringBuilder text = new StringBuilder();
    for (String note : notes) {
      String line = note.replace('\n', ' ');
      if (text.length() + line.length() + 1 > LONGEST_NOTES) {
        break;
      }
      text.append(text.isEmpty() ? "" : "\n").append(line);
    }
    return text.toString();
  }

  private static String findings(List<Finding> findings) {
    try {
      List<Finding> kept = findings;
      String text = JSON.writeValueAsString(kept);
      while (text.length() > LONGEST_FINDINGS) {
        kept = kept.subList(0, kept.size() - 1);
        text = JSON.writeValueAsString(kept);
      }
      return text;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Finding> findings(String text) {
    try {
      return JSON.readValue(text, new TypeReference<List<Finding>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hash(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
