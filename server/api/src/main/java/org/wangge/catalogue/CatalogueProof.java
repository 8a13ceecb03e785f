package org.wangge.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Proves that a catalogue does not contradict itself. */
public final class CatalogueProof {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,29}");
  private static final int MOST_LIST_COLUMNS = 9;

  private CatalogueProof() {}

  /**
   * Refuses the first contradiction.
   *
   * @throws Problem BAD_CATALOGUE with type, field and what is wrong with it
   */
  public static void prove(Catalogue catalogue) {
    Set<String> modules = new HashSet<>();
    for (Module module : catalogue.modules()) {
      demand(modules.add(module.key()) && !blank(module.label()), module.key());
    }
    for (CodeList list : catalogue.codeLists()) {
      proveCodeList(list);
    }
    for (RecordType type : catalogue.types()) {
      demand(modules.contains(type.module()), type.key() + ".module");
      proveType(type, catalogue);
    }
  }

  private static void proveCodeList(CodeList list) {
    demand(NAME.matcher(list.key()).matches() && !blank(list.label()), list.key());
    demand(!list.values().isEmpty(), list.key() + ".values");
    Set<String> codes = new HashSet<>();
    for (CodeList.Value value : list.values()) {
      String at = list.key() + "." + value.code();
      demand(codes.add(value.code()) && !value.code().contains(","), at);
      demand(!blank(value.label()), at);
      demand(value.parent().isEmpty() || codes.contains(value.parent()), at + ".parent");
    }
  }

  private static void proveType(RecordType type, Catalogue catalogue) {
    String key = type.key();
    demand(NAME.matcher(key).matches(), key);
    demand(!blank(type.label()), key + ".label");
    demand(!type.sections().isEmpty(), key + ".sections");
    for (Section section : type.sections()) {
      demand(!blank(section.label()) && !section.fields().isEmpty(), key + "." + section.label());
    }
    Set<String> names = new HashSet<>();
    for (Field field : type.fields()) {
      String at = key + "." + field.name();
      demand(NAME.matcher(field.name()).matches() && names.add(field.name()), at);
      demand(!Columns.LIFE_CYCLE.contains(field.name()), at);
      proveField(field, type, catalogue, at);
    }
    demand(
        type.fields().stream().filter(Field::inList).count() <= MOST_LIST_COLUMNS, key + ".inList");
    demand(!type.title().isEmpty() && names.containsAll(type.title()), key + ".title");
    Map<String, Field> core = catalogue.coreOf(type).byName();
    type.fixed()
        .forEach(
            (name, value) -> {
              Field field = core.get(name);
              demand(type.isExtension() && field != null, key + ".fixed." + name);
              demand(
                  field.kind() != Kind.CODE
                      || catalogue.codeList(field.codes()).value(value).isPresent(),
                  key + ".fixed." + name);
            });
    proveBelonging(type, catalogue);
    Set<String> checks = new HashSet<>();
    for (Check check : type.checks()) {
      String at = key + ".checks." + check.key();
      demand(check.key() != null && checks.add(check.key()), at);
      demand(!blank(check.message()), at + ".message");
      demand(kindOf(check.field(), type, catalogue) != null, at + ".field");
      proveCondition(check.holds(), type, catalogue);
    }
  }

  /** A record that belongs to another lies where that one lies, so nobody types its place. */
  private static void proveBelonging(RecordType type, Catalogue catalogue) {
    if (!type.parent().isEmpty()) {
      String at = type.key() + ".parent";
      Field field = type.parentField().orElse(null);
      demand(field != null && field.kind() == Kind.REFERENCE && !type.isExtension(), at);
      demand(field.essential() && field.required() && !field.core(), at);
      demand(!field.reference().equals(type.key()), at);
      demand(
          type.fields().stream()
              .filter(other -> other.kind() == Kind.GRID)
              .allMatch(other -> other.system() && other.name().equals("grid")),
          at + ".grid");
    }
    demand(type.category().isEmpty() || !type.parent().isEmpty(), type.key() + ".category");
    catalogue
        .findCodeList(CodeList.CATEGORIES)
        .filter(list -> !type.category().isEmpty())
        .ifPresent(
            list -> demand(list.value(type.category()).isPresent(), type.key() + ".category"));
  }

  private static void proveField(Field field, RecordType type, Catalogue catalogue, String at) {
    demand(!blank(field.label()), at + ".label");
    boolean lengthy =
        switch (field.kind()) {
          case TEXT, CODE, CODES, INTEGER, DECIMAL, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE ->
              true;
          case GEO, PHOTO, FILE -> true;
          case DATE, DATETIME, YES_NO, REFERENCE -> false;
        };
    demand(lengthy == field.length() > 0, at + ".length");
    demand(field.kind() != Kind.INTEGER || field.length() <= 18, at + ".length");
    demand(field.kind() == Kind.DECIMAL ? field.scale() > 0 : field.scale() == 0, at + ".scale");
    demand(field.scale() < Math.max(1, field.length()), at + ".scale");
    boolean coded = field.kind() == Kind.CODE || field.kind() == Kind.CODES;
    demand(coded != field.codes().isEmpty(), at + ".codes");
    if (coded) {
      CodeList list = catalogue.codeList(field.codes());
      demand(
          list.values().stream().allMatch(value -> value.code().length() <= field.length()),
          at + ".length");
    }
    demand((field.kind() == Kind.REFERENCE) != field.reference().isEmpty(), at + ".reference");
    if (field.kind() == Kind.REFERENCE) {
      RecordType target = catalogue.find(field.reference()).orElse(null);
      demand(target != null, at + ".reference");
      // What leads to a restricted record would tell that there is one.
      demand(type.restricted() || !target.restricted(), at + ".reference");
    }
    demand(List.of("", "server", "village").contains(field.unique()), at + ".unique");
    demand(field.search() != SearchBy.NAME || field.kind() == Kind.TEXT, at + ".search");
    field.requiredWhen().ifPresent(condition -> proveCondition(condition, type, catalogue));
    field.relevantWhen().ifPresent(condition -> proveCondition(condition, type, catalogue));
    field
        .computed()
        .ifPresent(
            computed ->
                demand(
                    Expressions.typeOf(computed, name -> kindOf(name, type, catalogue))
                        == Expressions.Type.of(field.kind()),
                    at + ".computed"));
  }

  private static void proveCondition(Expression condition, RecordType type, Catalogue catalogue) {
    demand(
        Expressions.typeOf(condition, name -> kindOf(name, type, catalogue))
            == Expressions.Type.CONDITION,
        type.key() + " : " + condition.source());
  }

  private static Kind kindOf(String name, RecordType type, Catalogue catalogue) {
    return type.field(name)
        .or(() -> type.isExtension() ? catalogue.coreOf(type).field(name) : Optional.empty())
        .map(Field::kind)
        .orElse(null);
  }

  private static boolean blank(String text) {
    return text == null || text.isBlank();
  }

  private static void demand(boolean holds, String what) {
    if (!holds) {
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", what));
    }
  }
}
