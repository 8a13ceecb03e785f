package org.wangge.server.store;

import static org.wangge.server.store.schema.Tables.VISIT_DUTY;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SelectFieldOrAsterisk;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.store.RecordTable.Column;
import org.wangge.validation.Masking;

/**
 * Who is to be visited and when that was done last, and how often it is to be done. Each table is
 * read once, whatever the number of people.
 */
public final class VisitStore {
  /** Key of the record type of people. */
  public static final String PERSON = "person";

  /** Key of the record type of households. */
  public static final String HOUSEHOLD = "household";

  /** Alias of the record that makes somebody one to be visited. */
  private static final String REASON = "C";

  /** Alias of the visit. */
  private static final String VISIT = "V";

  /** Alias of the membership in a household. */
  private static final String MEMBER = "M";

  private final RecordTables tables;

  /** Visits to records of this catalogue. */
  public VisitStore(Catalogue catalogue) {
    this.tables = new RecordTables(catalogue);
  }

  /**
   * How often a category is visited from a day on.
   *
   * @param category code, or {@link #HOUSEHOLD}
   * @param from first day
   * @param window key of the window
   */
  public record Duty(String category, LocalDate from, String window) {}

  /**
   * A person or household with the reasons for visiting.
   *
   * @param kind {@link #PERSON} or {@link #HOUSEHOLD}
   * @param id id
   * @param name name, masked where the post does not see names
   * @param area village
   * @param grid grid; empty when none
   * @param since first day of each category; {@link #HOUSEHOLD} for the household as such
   * @param lastVisit last visit up to the day asked; null when none
   * @param responsible grid worker who answers for it; null when none
   */
  public record Visited(
      String kind,
      UUID id,
      String name,
      String area,
      String grid,
      Map<String, LocalDate> since,
      LocalDate lastVisit,
      UUID responsible) {
    /** Copies the map. */
    public Visited {
      since = Map.copyOf(since);
    }
  }

  /** All duties by category and day. */
  public List<Duty> duties(Tx tx) {
    return tx.sql()
        .selectFrom(VISIT_DUTY)
        .orderBy(VISIT_DUTY.CATEGORY, VISIT_DUTY.VALID_FROM)
        .fetch(row -> new Duty(row.getCategory(), row.getValidFrom(), row.getVisitWindow()));
  }

  /** Keeps a duty; one of the same category and day is replaced. */
  public void save(Tx tx, Caller caller, Duty duty) {
    int changed =
        tx.sql()
            .update(VISIT_DUTY)
            .set(VISIT_DUTY.VISIT_WINDOW, duty.window())
            .set(VISIT_DUTY.UPDATED_BY, caller.account().name())
            .set(VISIT_DUTY.UPDATED_AT, tx.now())
            .where(VISIT_DUTY.CATEGORY.eq(duty.category()))
            .and(VISIT_DUTY.VALID_FROM.eq(duty.from()))
            .execute();
    if (changed == 0) {
      tx.sql()
          .insertInto(VISIT_DUTY)
          .set(VISIT_DUTY.CATEGORY, duty.category())
          .set(VISIT_DUTY.VALID_FROM, duty.from())
          .set(VISIT_DUTY.VISIT_WINDOW, duty.window())
          .set(VISIT_DUTY.UPDATED_BY, caller.account().name())
          .set(VISIT_DUTY.UPDATED_AT, tx.now())
          .execute();
    }
  }

  /**
   * Everybody in the caller's scope who on that day was to be visited, for reasons the caller may
   * know of.
   *
   * @param place code of a place or grid to stay within; empty = the whole scope
   */
  public List<Visited> visited(Tx tx, Caller caller, String place, LocalDate day) {
    List<Visited> all = new ArrayList<>();
    for (String kind : List.of(PERSON, HOUSEHOLD)) {
      RecordTable table = tables.of(kind);
      if (Rights.acts(caller.account(), table.type).contains(Act.READ)) {
        Condition where =
            table
                .visible(Scope.of(caller))
                .and(table.visible(new Scope(place)))
                .and(stood(table.status, table.cancelDate, day));
        all.addAll(gathered(tx, caller, table, where, day));
      }
    }
    return all;
  }

  /** A person or household while its reasons are gathered. */
  private static final class Gathered {
    private final String name;
    private final String area;
    private final String grid;
    private final Map<String, LocalDate> since = new LinkedHashMap<>();
    private UUID responsible;

    Gathered(String name, String area, String grid) {
      this.name = name;
      this.area = area;
      this.grid = grid;
    }
  }

  private List<Visited> gathered(
      Tx tx, Caller caller, RecordTable table, Condition where, LocalDate day) {
    Map<UUID, Gathered> found = new LinkedHashMap<>();
    boolean households = table.type.key().equals(HOUSEHOLD);
    if (households) {
      List<SelectFieldOrAsterisk> fields = who(table);
      fields.add(table.registeredAt);
      tx.sql()
          .select(fields)
          .from(table.from)
          .where(where)
          .forEach(
              row -> {
                LocalDate since = row.get(table.registeredAt).toLocalDate();
                if (!since.isAfter(day)) {
                  found.put(row.get(table.id), gathered(caller, table, row));
                  found.get(row.get(table.id)).since.put(HOUSEHOLD, since);
                }
              });
    }
    for (RecordType reason : reasons(caller, table.type)) {
      addReason(tx, caller, table, reason, where, day, found);
    }
    Map<UUID, LocalDate> visits = found.isEmpty() ? Map.of() : lastVisits(tx, table, where, day);
    List<Visited> all = new ArrayList<>();
    found.forEach(
        (id, one) ->
            all.add(
                new Visited(
                    table.type.key(),
                    id,
                    one.name,
                    one.area,
                    one.grid,
                    one.since,
                    visits.get(id),
                    one.responsible)));
    return all;
  }

  /** Types whose records put somebody into a category, as far as the caller may read them. */
  private List<RecordType> reasons(Caller caller, RecordType of) {
    return tables.catalogue().types().stream()
        .filter(type -> !type.category().isEmpty())
        .filter(
            type ->
                type.parentField().filter(field -> field.reference().equals(of.key())).isPresent())
        .filter(type -> Rights.acts(caller.account(), type).contains(Act.READ))
        .toList();
  }

  private void addReason(
      Tx tx,
      Caller caller,
      RecordTable table,
      RecordType reason,
      Condition where,
      LocalDate day,
      Map<UUID, Gathered> found) {
    RecordTable belonging = tables.of(reason.key());
    Field<UUID> parent = RecordTable.column(REASON, reason.parent(), SqlValues.id());
    Field<LocalDateTime> registered =
        RecordTable.column(REASON, "registered_at", SQLDataType.LOCALDATETIME);
    List<SelectFieldOrAsterisk> fields = who(table);
    fields.add(registered);
    Field<LocalDate> joined = RecordTable.column(REASON, "joined_date", SQLDataType.LOCALDATE);
    Field<UUID> responsible = RecordTable.column(REASON, "responsible", SqlValues.id());
    boolean hasDay = belonging.columns.containsKey("joined_date");
    boolean hasWorker = belonging.columns.containsKey("responsible");
    if (hasDay) {
      fields.add(joined);
    }
    if (hasWorker) {
      fields.add(responsible);
    }
    tx.sql()
        .select(fields)
        .from(belonging.coreTable.as(REASON))
        .join(table.from)
        .on(table.id.eq(parent))
        .where(where)
        .and(
            stood(
                RecordTable.column(REASON, "status", SQLDataType.CHAR(1)),
                RecordTable.column(REASON, "cancel_date", SQLDataType.LOCALDATE),
                day))
        .forEach(
            row -> {
              LocalDate known = hasDay ? row.get(joined) : null;
              LocalDate since = known == null ? row.get(registered).toLocalDate() : known;
              if (since.isAfter(day)) {
                return;
              }
              Gathered one =
                  found.computeIfAbsent(row.get(table.id), id -> gathered(caller, table, row));
              one.since.put(reason.category(), since);
              if (hasWorker && one.responsible == null) {
                one.responsible = row.get(responsible);
              }
            });
  }

  private static List<SelectFieldOrAsterisk> who(RecordTable table) {
    List<SelectFieldOrAsterisk> fields = new ArrayList<>(List.of(table.id, table.area));
    fields.add(name(table).sql());
    table.grid.ifPresent(column -> fields.add(column.sql()));
    return fields;
  }

  private static Column name(RecordTable table) {
    return table.columns.get(table.type.key().equals(HOUSEHOLD) ? "head_name" : "name");
  }

  private static Gathered gathered(Caller caller, RecordTable table, org.jooq.Record row) {
    Column name = name(table);
    Object value = row.get(name.sql());
    boolean clear = Rights.visible(caller.account().post()).contains(name.field().sensitivity());
    Object shown = value == null || clear ? value : Masking.mask(name.field(), value);
    Object grid = table.grid.map(column -> row.get(column.sql())).orElse(null);
    return new Gathered(text(shown), row.get(table.area), text(grid));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  /** Whether a row stood on that day. */
  private static Condition stood(Field<String> status, Field<LocalDate> cancelled, LocalDate day) {
    return status.eq(RecordTable.ACTIVE).or(cancelled.gt(day));
  }

  /** Visits to the person or household itself; a visit to a member is one to the household. */
  private Map<UUID, LocalDate> lastVisits(
      Tx tx, RecordTable table, Condition where, LocalDate day) {
    Table<?> visit = tables.of("visit_record").coreTable.as(VISIT);
    Field<UUID> person = RecordTable.column(VISIT, PERSON, SqlValues.id());
    Field<LocalDate> date = RecordTable.column(VISIT, "visit_date", SQLDataType.LOCALDATE);
    Condition counted =
        RecordTable.column(VISIT, "status", SQLDataType.CHAR(1))
            .eq(RecordTable.ACTIVE)
            .and(date.le(day))
            .and(where);
    Map<UUID, LocalDate> last = new HashMap<>();
    tx.sql()
        .select(table.id, DSL.max(date))
        .from(visit)
        .join(table.from)
        .on(table.id.eq(RecordTable.column(VISIT, table.type.key(), SqlValues.id())))
        .where(counted)
        .groupBy(table.id)
        .forEach(row -> last.put(row.value1(), row.value2()));
    if (table.type.key().equals(HOUSEHOLD)) {
      tx.sql()
          .select(table.id, DSL.max(date))
          .from(visit)
          .join(tables.of("household_member").coreTable.as(MEMBER))
          .on(RecordTable.column(MEMBER, PERSON, SqlValues.id()).eq(person))
          .join(table.from)
          .on(table.id.eq(RecordTable.column(MEMBER, HOUSEHOLD, SqlValues.id())))
          .where(counted)
          .and(RecordTable.column(MEMBER, "status", SQLDataType.CHAR(1)).eq(RecordTable.ACTIVE))
          .groupBy(table.id)
          .forEach(row -> last.merge(row.value1(), row.value2(), (a, b) -> a.isAfter(b) ? a : b));
    }
    return last;
  }
}
