package org.wangge.server.store;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Columns;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.SearchBy;
import org.wangge.catalogue.Sensitivity;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.store.RecordTable.Column;

/**
 * Lists, by key and never by offset. A list over several villages is read village by village, each
 * in the order of its index, and merged; so no page costs more than its own rows, wherever it lies.
 * What stands in the search box is a row of searches, each answered by an index, shown one after
 * another.
 */
final class RecordLists {
  /** Behind every text that begins with what stands before it. */
  private static final String END = "\uFFFF";

  /** Alias of the record that one belongs to. */
  private static final String PARENT = "P";

  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
  private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z()-]{4,30}");

  private final AreaStore areas;
  private final RecordTables tables;
  private final RecordTitles titles;

  RecordLists(AreaStore areas, RecordTables tables, RecordTitles titles) {
    this.areas = areas;
    this.tables = tables;
    this.titles = titles;
  }

  /**
   * One search, or the whole list.
   *
   * @param where what is asked
   * @param column the column asked, empty of which is no hit; null for the whole list
   * @param key what it is ordered by before the id; null = by id, newest first
   * @param descending direction of key and id
   * @param whole true when one index runs over all villages in this order
   */
  private record Search(
      Condition where, Field<?> column, Field<?> key, boolean descending, boolean whole) {

    /** Not a hit of this search. */
    Condition missed() {
      return where.not().or(column.isNull());
    }
  }

  /** A row's place in the order of a search. */
  private record Place(Object key, UUID id) {}

  Page<Record> page(Tx tx, Caller caller, RecordTable table, Query query) {
    Condition base = base(caller, table, query);
    List<Search> searches = searches(caller, table, query);
    Optional<Marks.Mark> mark = query.after().map(Marks::read);
    int number = mark.map(Marks.Mark::search).orElse(0);
    if (number < 0 || number >= searches.size()) {
      if (searches.isEmpty()) {
        return new Page<>(List.of(), Optional.empty());
      }
      throw Marks.malformed(null);
    }
    Place after =
        mark.isEmpty() ? null : place(searches.get(number), mark.get().key(), mark.get().id());
    List<UUID> ids = new ArrayList<>();
    String next = null;
    for (; number < searches.size() && next == null; number++) {
      Condition where = base;
      for (Search earlier : searches.subList(0, number)) {
        where = where.and(earlier.missed());
      }
      Search search = searches.get(number);
      int room = query.limit() - ids.size();
      List<Place> places = places(tx, caller, table, query, where, search, after, room + 1);
      for (Place place : places.subList(0, Math.min(room, places.size()))) {
        ids.add(place.id());
      }
      if (places.size() > room) {
        // Room may be none when the searches before have filled the page: then start this one anew.
        Place last = room == 0 ? null : places.get(room - 1);
        next =
            Marks.write(number, last == null ? null : last.key(), last == null ? null : last.id());
      }
      after = null;
    }
    return new Page<>(rows(tx, caller, table, ids), Optional.ofNullable(next));
  }

  long count(Tx tx, Caller caller, RecordTable table, Query query) {
    return tx.sql()
        .selectCount()
        .from(from(table, query))
        .where(base(caller, table, query))
        .and(any(searches(caller, table, query)))
        .fetchSingle()
        .value1();
  }

  private static Place place(Search search, String key, UUID id) {
    if (id == null) {
      return null;
    }
    try {
      return new Place(
          search.key() == null || key == null ? null : key(search.key().getType(), key), id);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Marks.malformed(e);
    }
  }

  private static Object key(Class<?> type, String text) {
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    } else if (type == LocalDateTime.class) {
      return LocalDateTime.parse(text);
    } else if (type == Long.class) {
      return Long.valueOf(text);
    } else if (type == BigDecimal.class) {
      return new BigDecimal(text);
    } else if (type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    return text;
  }

  /** The first places of a search behind a place, over all villages it is asked for. */
  private List<Place> places(
      Tx tx,
      Caller caller,
      RecordTable table,
      Query query,
      Condition where,
      Search search,
      Place after,
      int wanted) {
    Scope scope = Scope.of(caller);
    if (search.whole() || scope.isVillage()) {
      return places(tx, from(table, query), table, where, search, after, wanted);
    }
    List<Place> merged = new ArrayList<>();
    for (String area : asked(tx, scope, query)) {
      merged.addAll(
          places(
              tx,
              from(table, query),
              table,
              where.and(table.area.eq(area)),
              search,
              after,
              wanted));
    }
    merged.sort(order(search));
    return merged.subList(0, Math.min(wanted, merged.size()));
  }

  private static List<Place> places(
      Tx tx,
      Table<?> from,
      RecordTable table,
      Condition where,
      Search search,
      Place after,
      int wanted) {
    Field<?> key = search.key() == null ? table.id : search.key();
    var select = tx.sql().select(table.id, key).from(from).where(where).and(search.where());
    if (after != null) {
      select = select.and(behind(table, search, after));
    }
    return select
        .orderBy(sorting(table, search))
        .limit(wanted)
        .fetch(row -> new Place(search.key() == null ? null : row.get(1), (UUID) row.get(0)));
  }

  private static List<SortField<?>> sorting(RecordTable table, Search search) {
    SortField<?> id = search.descending() ? table.id.desc() : table.id.asc();
    return search.key() == null
        ? List.of(id)
        : List.of(search.descending() ? search.key().desc() : search.key().asc(), id);
  }

  /** Rows that come later in the order. An empty key sorts behind every other. */
  private static Condition behind(RecordTable table, Search search, Place after) {
    Condition tie = search.descending() ? table.id.lt(after.id()) : table.id.gt(after.id());
    if (search.key() == null) {
      return tie;
    }
    @SuppressWarnings("unchecked")
    Field<Object> key = (Field<Object>) search.key();
    if (after.key() == null) {
      Condition sameKey = key.isNull().and(tie);
      return search.descending() ? sameKey.or(key.isNotNull()) : sameKey;
    }
    Condition sameKey = key.eq(after.key()).and(tie);
    return search.descending()
        ? key.le(after.key()).and(key.lt(after.key()).or(sameKey))
        : key.ge(after.key()).and(key.gt(after.key()).or(sameKey)).or(key.isNull());
  }

  private static Comparator<Place> order(Search search) {
    @SuppressWarnings({"unchecked", "rawtypes"})
    Comparator<Object> natural = (a, b) -> ((Comparable) a).compareTo(b);
    Comparator<Place> order =
        Comparator.comparing(Place::key, Comparator.nullsLast(natural))
            .thenComparing(Place::id, RecordLists::compare);
    return search.descending() ? order.reversed() : order;
  }

  /** As the bytes of ids sort in an index. */
  private static int compare(UUID one, UUID other) {
    int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
    return high != 0
        ? high
        : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
  }

  private List<Record> rows(Tx tx, Caller caller, RecordTable table, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, RecordRow> rows = new HashMap<>();
    tx.sql()
        .select(table.selection())
        .from(table.from)
        .where(table.id.in(ids))
        .and(table.visible(Scope.of(caller)))
        .forEach(row -> rows.put(row.get(table.id), RecordRow.of(table, row)));
    return titles.told(
        tx,
        caller,
        ids.stream()
            .filter(rows::containsKey)
            .map(id -> rows.get(id).seenBy(caller, table))
            .toList());
  }

  /** Places of the caller's scope, fewer where a filter on the area names fewer. */
  private List<String> asked(Tx tx, Scope scope, Query query) {
    List<String> codes = areas.codes(tx, scope.code());
    for (Filter filter : query.filters()) {
      if (filter.field().equals("area") && filter.operator() == Filter.Operator.IS) {
        codes = codes.stream().filter(filter.values()::contains).toList();
      } else if (filter.field().equals("area") && filter.operator() == Filter.Operator.UNDER) {
        codes =
            codes.stream()
                .filter(
                    code ->
                        filter.values().stream().anyMatch(value -> code.startsWith((String) value)))
                .toList();
      }
    }
    return codes;
  }

  private static Condition base(Caller caller, RecordTable table, Query query) {
    Condition condition =
        table
            .visible(Scope.of(caller))
            .and(table.status.eq(query.cancelled() ? RecordTable.CANCELLED : RecordTable.ACTIVE))
            .and(table.ofType());
    for (Filter filter : query.filters()) {
      condition = condition.and(condition(caller, table, filter));
    }
    return condition;
  }

  private static Condition condition(Caller caller, RecordTable table, Filter filter) {
    try {
      return switch (filter.field()) {
        case "area" -> compare(table.area, filter);
        case "registered_at" -> compare(table.registeredAt, filter);
        case "incomplete" ->
            table.incomplete.eq((short) (Boolean.TRUE.equals(filter.values().getFirst()) ? 1 : 0));
        default -> {
          Column column = table.columns.get(filter.field());
          boolean offered =
              column != null
                  && onForm(table, filter.field())
                  && (column.field().filter() || column.field().kind() == Kind.REFERENCE);
          if (!offered) {
            throw new Problem(ProblemCode.MALFORMED, Map.of("what", filter.field()));
          }
          requireVisible(caller, column);
          yield column.field().kind() == Kind.CODES
              ? containsAny(column, filter)
              : compare(column.sql(), filter);
        }
      };
    } catch (ClassCastException | java.util.NoSuchElementException e) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", filter.field()), e);
    }
  }

  private static boolean onForm(RecordTable table, String name) {
    return table.type.field(name).isPresent();
  }

  @SuppressWarnings("unchecked")
  private static <T> Condition compare(Field<T> field, Filter filter) {
    List<T> values = (List<T>) filter.values();
    return switch (filter.operator()) {
      case IS -> values.size() == 1 ? field.eq(values.getFirst()) : field.in(values);
      case FROM -> field.ge(values.getFirst());
      case TO -> field.le(values.getFirst());
      case UNDER -> {
        Field<String> text = field.coerce(SQLDataType.VARCHAR);
        yield DSL.or(
            filter.values().stream()
                .map(value -> text.ge((String) value).and(text.lt(Scope.after((String) value))))
                .toList());
      }
      case EMPTY -> field.isNull();
      case PRESENT -> field.isNotNull();
    };
  }

  /** A list of codes is stored as one text with commas. */
  private static Condition containsAny(Column column, Filter filter) {
    return switch (filter.operator()) {
      case EMPTY -> column.sql().isNull();
      case PRESENT -> column.sql().isNotNull();
      default ->
          DSL.or(
              filter.values().stream()
                  .map(
                      code ->
                          DSL.concat(DSL.inline(","), column.text(), DSL.inline(","))
                              .like("%," + code + ",%"))
                  .toList());
    };
  }

  /** What is masked for a post must not show in what a filter or an order lets through either. */
  private static void requireVisible(Caller caller, Column column) {
    if (!visible(caller, column)) {
      throw new Problem(ProblemCode.FORBIDDEN, Map.of("what", column.field().name()));
    }
  }

  private static boolean visible(Caller caller, Column column) {
    Set<Sensitivity> visible = Rights.visible(caller.account().post());
    return visible.contains(column.field().sensitivity());
  }

  /** What a list is read from; a text also looks through the record that one belongs to. */
  private Table<?> from(RecordTable table, Query query) {
    return query.text().isEmpty()
        ? table.from
        : parent(table)
            .<Table<?>>map(
                parent ->
                    table
                        .from
                        .join(parent.coreTable.as(PARENT))
                        .on(
                            RecordTable.column(PARENT, "id", SqlValues.id())
                                .eq(
                                    table
                                        .columns
                                        .get(table.type.parent())
                                        .sql()
                                        .coerce(SqlValues.id()))))
            .orElse(table.from);
  }

  private Optional<RecordTable> parent(RecordTable table) {
    return table.type.parentField().map(field -> tables.coreOf(tables.of(field.reference())));
  }

  private List<Search> searches(Caller caller, RecordTable table, Query query) {
    List<Search> searches = texts(caller, table, query.text());
    if (query.sort().isEmpty()) {
      return query.text().isEmpty()
          ? List.of(new Search(DSL.noCondition(), null, null, true, false))
          : searches;
    }
    Column column = table.columns.get(query.sort());
    if (column == null || !onForm(table, query.sort()) || !column.field().sorted()) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", query.sort()));
    }
    requireVisible(caller, column);
    Field<?> key = column.isName() ? column.beside(Columns.sort(column.field())) : column.sql();
    Condition any = query.text().isEmpty() ? DSL.noCondition() : any(searches);
    return List.of(new Search(any, null, key, query.descending(), false));
  }

  private static Condition any(List<Search> searches) {
    return searches.isEmpty()
        ? DSL.falseCondition()
        : DSL.or(searches.stream().map(Search::where).toList());
  }

  /** The searches of a text: whole numbers first, then names, then beginnings. */
  private List<Search> texts(Caller caller, RecordTable table, String text) {
    List<Search> numbers = new ArrayList<>();
    List<Search> names = new ArrayList<>();
    List<Search> beginnings = new ArrayList<>();
    if (text.isEmpty()) {
      return List.of();
    }
    List<Column> searched = new ArrayList<>(table.form());
    parent(table)
        .ifPresent(
            parent -> parent.columns.values().forEach(column -> searched.add(column.as(PARENT))));
    for (Column column : searched) {
      org.wangge.catalogue.Field field = column.field();
      if (field.search() == SearchBy.NONE) {
        continue;
      }
      if (field.search() == SearchBy.EXACT || !visible(caller, column)) {
        if (field.kind() == Kind.TEXT || NUMBER.matcher(text).matches()) {
          numbers.add(exact(column, text));
        }
      } else if (field.search() == SearchBy.NAME) {
        names.add(beginning(column.text(), text, true));
        if (LETTERS.matcher(text).matches()) {
          for (String initials : Columns.initials(field)) {
            names.add(beginning(column.beside(initials), text.toLowerCase(Locale.ROOT), true));
          }
        }
      } else {
        beginnings.add(beginning(column.text(), text, false));
      }
    }
    List<Search> all = new ArrayList<>(numbers);
    all.addAll(names);
    all.addAll(beginnings);
    return all;
  }

  private static Search exact(Column column, String text) {
    String value = column.field().kind() == Kind.TEXT ? text : text.toUpperCase(Locale.ROOT);
    return new Search(column.text().eq(value), column.sql(), null, true, true);
  }

  private static Search beginning(Field<String> column, String text, boolean whole) {
    return new Search(column.ge(text).and(column.lt(text + END)), column, column, false, whole);
  }
}
