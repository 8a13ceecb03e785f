package org.wangge.server.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.exchange.AreaNames;
import org.wangge.exchange.CellContext;
import org.wangge.exchange.ListWorkbook;
import org.wangge.exchange.References;
import org.wangge.exchange.SafeNames;
import org.wangge.exchange.Stamp;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights;
import org.wangge.server.jobs.Progress;
import org.wangge.server.store.AreaStore;
import org.wangge.server.store.AuditStore;
import org.wangge.server.store.ExportStore;
import org.wangge.server.store.ImportStore;
import org.wangge.server.store.RecordStore;
import org.wangge.server.store.Store;
import org.wangge.wire.ExportOrder;

/**
 * Writes lists out as they are filtered, masked as the post demands. Sensitive values stand in
 * clear only when asked for and allowed; every export gives a reason and leaves audit rows: one
 * before the first record is read, one with the number of rows.
 */
public final class Exports {
  private static final int PAGE = 200;
  private static final int VILLAGE = 12;

  private final Store store;
  private final RecordStore records;
  private final ExportStore clear;
  private final ImportStore imports;
  private final AreaStore areas;
  private final AuditStore audit;
  private final Catalogue catalogue;

  /** Exports of these records. */
  public Exports(
      Store store,
      RecordStore records,
      ExportStore clear,
      ImportStore imports,
      AreaStore areas,
      AuditStore audit,
      Catalogue catalogue) {
    this.store = store;
    this.records = records;
    this.clear = clear;
    this.imports = imports;
    this.areas = areas;
    this.audit = audit;
    this.catalogue = catalogue;
  }

  /** A name for the file of an export. */
  public String fileName(String type) {
    return SafeNames.file(catalogue.type(type).label() + " " + store.today() + ".xlsx");
  }

  /**
   * Writes a list.
   *
   * @param out where it goes; left open
   * @return rows written
   * @throws Problem FORBIDDEN without the right, or for values the post may not see;
   *     REASON_REQUIRED without a reason of at least four characters; MALFORMED for an unknown
   *     field
   */
  public int write(Caller caller, ExportOrder order, OutputStream out, Progress progress) {
    Rights.require(caller.account(), Rights.Function.EXPORT);
    Rights.require(caller.account(), Rights.Act.READ, catalogue.type(order.type()));
    String reason = order.reason() == null ? "" : order.reason().strip();
    if (reason.codePointCount(0, reason.length()) < RecordStore.REASON) {
      throw new Problem(ProblemCode.REASON_REQUIRED);
    }
    RecordType type = catalogue.type(order.type());
    List<Field> fields = fields(type, order.fields());
    Set<Sensitivity> shown = shown(caller, type, order.clear());
    String subject = type.key() + (order.clear() ? " clear" : "") + " " + names(fields);
    audit.append(caller, "export", subject, reason, "begun");
    int rows = 0;
    try (ListWorkbook list =
        new ListWorkbook(
            out,
            type.label(),
            fields,
            context(caller),
            new Stamp(caller.account().person(), store.now(), reason))) {
      Optional<String> after = Optional.empty();
      do {
        Query page = page(order.query(), after);
        Page<Record> found = records.query(caller, type.key(), page);
        List<UUID> ids = found.rows().stream().map(Record::id).toList();
        Map<UUID, Record> seen =
            store.read(tx -> clear.records(tx, caller, type.key(), ids, shown));
        for (UUID id : ids) {
          if (seen.containsKey(id)) {
            list.add(seen.get(id));
            rows++;
          }
        }
        progress.done(rows);
        after = found.next();
      } while (after.isPresent());
    } catch (IOException e) {
      audit.append(caller, "export", subject, reason, "broken off after " + rows + " rows");
      throw new UncheckedIOException(e);
    }
    audit.append(caller, "export", subject, reason, rows + " rows");
    return rows;
  }

  /**
   * Classes in clear: of what the post sees anyway the everyday ones; asked for in clear, all that
   * it may reveal. Everything else stays masked.
   */
  private static Set<Sensitivity> shown(Caller caller, RecordType type, boolean inClear) {
    Set<Sensitivity> visible = Rights.visible(caller.account().post());
    Set<Sensitivity> everyday = EnumSet.of(Sensitivity.OPEN, Sensitivity.PERSONAL);
    if (inClear) {
      return Rights.revealable(caller.account(), type);
    }
    everyday.retainAll(visible);
    return everyday;
  }

  private static List<Field> fields(RecordType type, List<String> names) {
    if (names.isEmpty()) {
      return type.fields().stream()
          .filter(field -> field.kind() != Kind.PHOTO && field.kind() != Kind.FILE)
          .filter(field -> field.kind() != Kind.REFERENCE)
          .toList();
    }
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      fields.add(
          type.field(name)
              .orElseThrow(() -> new Problem(ProblemCode.MALFORMED, Map.of("what", name))));
    }
    return fields;
  }

  private static String names(List<Field> fields) {
    return String.join(",", fields.stream().map(Field::name).toList());
  }

  private static Query page(Query query, Optional<String> after) {
    return new Query(
        query.text(),
        query.filters(),
        query.sort(),
        query.descending(),
        after,
        PAGE,
        query.cancelled());
  }

  /** An account of a grid still sees the name of its village. */
  private static String village(String area) {
    return area.length() > VILLAGE ? area.substring(0, VILLAGE) : area;
  }

  private CellContext context(Caller caller) {
    List<AreaNames.Area> names = new ArrayList<>();
    areas
        .below(village(caller.account().area()))
        .forEach(area -> names.add(new AreaNames.Area(area.code(), area.name())));
    store
        .read(tx -> imports.grids(tx, caller))
        .forEach((code, name) -> names.add(new AreaNames.Area(code, name)));
    return new CellContext(catalogue, new AreaNames(names), References.none(), store.today());
  }
}
