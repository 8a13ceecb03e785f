package org.wangge.server.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.StaleVersion;
import org.wangge.record.Values;
import org.wangge.server.access.Caller;
import org.wangge.server.store.RecordTable.Column;
import org.wangge.validation.Computation;
import org.wangge.validation.Finding;
import org.wangge.validation.RecordChecker;
import org.wangge.validation.Way;

/** Thinks a save through: area, version, computed values, rules, references. Writes nothing. */
final class RecordJudge {
  private final Catalogue catalogue;
  private final Computation computation;
  private final RecordChecker checker;

  RecordJudge(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.computation = new Computation(catalogue);
    this.checker = new RecordChecker(catalogue);
  }

  /**
   * Judges a save.
   *
   * @param current the record with this id wherever it lies; null when there is none
   * @throws Problem when the save is refused for another reason than a finding
   */
  Judgement judge(
      Tx tx,
      Caller caller,
      RecordTable table,
      UUID id,
      SaveOrder order,
      RecordRow current,
      Lookup lookup) {
    Scope scope = Scope.of(caller);
    boolean isNew = current == null;
    if (isNew ? order.version() != 0 : !sees(scope, table, current)) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    if (!isNew && current.version() != order.version()) {
      throw new StaleVersion(current.seenBy(caller, table));
    }
    if (!isNew && !current.isActive()) {
      throw new Problem(ProblemCode.WRONG_STATE);
    }
    Optional<RecordRow> parent = parent(table, order, current, lookup);
    String area = order.area() == null && !isNew ? current.area() : order.area();
    if (!table.type.parent().isEmpty()) {
      area = parent.map(RecordRow::area).orElse(isNew ? caller.account().area() : current.area());
    }
    boolean placed = !isNew && current.area().equals(area);
    boolean belongs = !table.type.parent().isEmpty();
    if (!placed && !belongs && !(scope.covers(area) && lookup.isOpen(area))) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    requireEditable(table, order, current);

    Values values = values(tx, table, order, current);
    if (belongs && parent.isPresent() && table.grid.isPresent()) {
      String grid = lookup.gridOf(table.type.parentField().orElseThrow().reference(), parent.get());
      values = values.with(table.grid.get().field().name(), grid);
    }
    List<Finding> findings =
        new ArrayList<>(
            checker.check(
                table.type, values, tx.today(), order.origin().isImport() ? Way.SHEET : Way.FORM));
    Map<Column, Judgement.Change> changes = changes(table, current, values);
    if (!belongs) {
      findings.addAll(places(scope, table, area, values, changes, lookup));
    } else if (parent.isEmpty() && values.get(table.type.parent()) != null) {
      findings.add(unknown(table.type.parentField().orElseThrow()));
    }
    findings.addAll(checker.checkPlace(table.type, values, area));
    findings.addAll(references(table, changes, lookup));
    if (!order.origin().isImport()) {
      findings.addAll(retired(changes, tx.today()));
    }
    List<String> form = table.type.fields().stream().map(Field::name).toList();
    findings.sort(Comparator.comparingInt(finding -> place(form, finding)));
    return new Judgement(
        id,
        current,
        area,
        values,
        !checker.missingRequired(table.type, values, tx.today()).isEmpty(),
        changes,
        List.copyOf(findings));
  }

  /** The record this one belongs to: by its area the record's own is set. */
  private static Optional<RecordRow> parent(
      RecordTable table, SaveOrder order, RecordRow current, Lookup lookup) {
    Field field = table.type.parentField().orElse(null);
    if (field == null) {
      return Optional.empty();
    }
    boolean given = order.changes().names().contains(field.name());
    Object id =
        given || current == null
            ? order.changes().get(field.name())
            : current.values().get(field.name());
    return id instanceof UUID known ? lookup.parent(field.reference(), known) : Optional.empty();
  }

  private static Finding unknown(Field field) {
    return Finding.forbid(field.name(), "reference-unknown", Map.of("label", field.label()));
  }

  /** What is wrong or doubtful in values typed so far; nothing about the rest of the database. */
  List<Finding> findings(Tx tx, RecordTable table, Values typed, RecordRow current) {
    SaveOrder order = new SaveOrder(null, 0, null, typed, false, Origin.FORM);
    return checker.check(table.type, values(tx, table, order, current), tx.today(), Way.FORM);
  }

  private static int place(List<String> form, Finding finding) {
    int place = form.indexOf(finding.field());
    return place < 0 ? Integer.MAX_VALUE : place;
  }

  static boolean sees(Scope scope, RecordTable table, RecordRow row) {
    return scope.covers(row.area())
        && (!scope.isGrid()
            || table
                .grid
                .map(column -> scope.coversGrid(row.values().text(column.field().name())))
                .orElse(false));
  }

  /** Fields of the server may come with an import, which takes over a past, but never typed. */
  private static void requireEditable(RecordTable table, SaveOrder order, RecordRow current) {
    for (String name : order.changes().names()) {
      Field field = table.type.field(name).orElse(null);
      boolean mayBe =
          field != null && (field.editable() || (field.imported() && order.origin().isImport()));
      boolean same =
          field != null
              && SqlValues.same(
                  order.changes().get(name), current == null ? null : current.values().get(name));
      if (!mayBe && !same) {
        throw new Problem(ProblemCode.MALFORMED, Map.of("what", name, "field", name));
      }
    }
  }

  private Values values(Tx tx, RecordTable table, SaveOrder order, RecordRow current) {
    Values begun = current == null ? Values.none() : current.values();
    if (current == null || !current.ownPresent()) {
      Values initial =
          computation.initial(
              table.type, tx.now(), order.origin().isImport() ? Way.SHEET : Way.FORM);
      for (String name : initial.names()) {
        Column column = table.columns.get(name);
        if (current == null || (column != null && !column.inCore())) {
          begun = begun.with(name, initial.get(name));
        }
      }
    }
    return computation.complete(table.type, begun.with(order.changes()), tx.today());
  }

  private static Map<Column, Judgement.Change> changes(
      RecordTable table, RecordRow current, Values values) {
    Map<Column, Judgement.Change> changes = new LinkedHashMap<>();
    for (Column column : table.columns.values()) {
      Object from = current == null ? null : current.values().get(column.field().name());
      Object to = values.get(column.field().name());
      if (!SqlValues.same(from, to)) {
        changes.put(column, new Judgement.Change(from, to));
      }
    }
    return changes;
  }

  /** A grid must lie in the record's village and be registered. */
  private static List<Finding> places(
      Scope scope,
      RecordTable table,
      String area,
      Values values,
      Map<Column, Judgement.Change> changes,
      Lookup lookup) {
    List<Finding> findings = new ArrayList<>();
    Optional<Column> grid = table.grid;
    if (grid.isEmpty() || !(values.get(grid.get().field().name()) instanceof String code)) {
      if (scope.isGrid()) {
        throw new Problem(ProblemCode.OUT_OF_AREA);
      }
      return findings;
    }
    if (!scope.coversGrid(code)) {
      throw new Problem(ProblemCode.OUT_OF_AREA);
    }
    Field field = grid.get().field();
    boolean inside = code.startsWith(area) && code.length() > area.length();
    // A grid's own code is judged by the grid's hook, which can say what it must be.
    boolean registered = !changes.containsKey(grid.get()) || lookup.gridExists(code);
    if (field.kind() == Kind.GRID && (!inside || !registered)) {
      findings.add(Finding.forbid(field.name(), "grid-unknown", Map.of("label", field.label())));
    }
    return findings;
  }

  /** A value that is no longer in force may stay but not be chosen; a past may still bring it. */
  private List<Finding> retired(Map<Column, Judgement.Change> changes, LocalDate today) {
    List<Finding> findings = new ArrayList<>();
    changes.forEach(
        (column, change) -> {
          Field field = column.field();
          if (field.kind() == Kind.CODE && change.to() instanceof String code) {
            catalogue
                .codeList(field.codes())
                .value(code)
                .filter(value -> !value.offered(today))
                .ifPresent(
                    value ->
                        findings.add(
                            Finding.forbid(
                                field.name(),
                                "code-retired",
                                Map.of("label", field.label(), "typed", value.label()))));
          }
        });
    return findings;
  }

  /** A new reference must lead to an active record the caller may know of. */
  private static List<Finding> references(
      RecordTable table, Map<Column, Judgement.Change> changes, Lookup lookup) {
    List<Finding> findings = new ArrayList<>();
    changes.forEach(
        (column, change) -> {
          Field field = column.field();
          if (field.kind() == Kind.REFERENCE
              && !field.name().equals(table.type.parent())
              && change.to() instanceof UUID target
              && !lookup.referenceExists(field.reference(), target)) {
            findings.add(unknown(field));
          }
        });
    return findings;
  }
}
