package org.wangge.validation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Values;

/** The hooks by name. */
public final class Hooks {
  private final Map<String, Hook> byName;

  /** The hooks that work with this catalogue. */
  public Hooks(Catalogue catalogue) {
    byName =
        Map.of(
            "person", new PersonHook(),
            "resident", new ResidentHook(),
            "grid", new GridHook(),
            "event", new EventHook(catalogue));
  }

  /**
   * The hooks of a type, those of its core first.
   *
   * @throws Problem BAD_CATALOGUE when the type names an unknown one
   */
  public List<Hook> of(RecordType type) {
    return type.hooks().stream().map(this::named).toList();
  }

  private Hook named(String name) {
    Hook hook = byName.get(name);
    if (hook == null) {
      throw new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", name));
    }
    return hook;
  }

  /** A person: the number tells birth and sex, and a head of household is their own head. */
  private static final class PersonHook implements Hook {
    @Override
    public Values complete(RecordType type, Values values, LocalDate today) {
      Values result = values;
      String number = values.text("id_number");
      if (DocumentNumber.citizen(values.text("doc_type")) && IdNumber.sound(number)) {
        result = fill(type, result, "native_place", number.substring(0, 6));
      }
      Object relation = values.get("relation_to_head");
      if ("01".equals(relation) || "02".equals(relation)) {
        result = fill(type, result, "head_name", values.get("name"));
        result = fill(type, result, "head_id_number", number);
      }
      return result;
    }
  }

  /** A registered resident: what needs the whole village to judge stands on the server. */
  private static final class ResidentHook implements Hook {}

  /** A grid: its code begins with the code of its village. */
  private static final class GridHook implements Hook {
    @Override
    public List<Finding> checkPlace(RecordType type, Values values, String area) {
      String code = values.text("grid_code");
      return code == null || code.startsWith(area)
          ? List.of()
          : List.of(
              Finding.forbid(
                  "grid_code",
                  "code-of-other-place",
                  Map.of("label", label(type, "grid_code"), "place", area)));
    }
  }

  /** An event: the form asks for the second level of the category, ledgers rarely have it. */
  private static final class EventHook implements Hook {
    private final Catalogue catalogue;

    private EventHook(Catalogue catalogue) {
      this.catalogue = catalogue;
    }

    @Override
    public List<Finding> check(RecordType type, Values values, LocalDate today, Way way) {
      String category = values.text("category");
      if (way == Way.SHEET || category == null) {
        return List.of();
      }
      CodeList list = catalogue.codeList("event_category");
      boolean hasBelow = list.values().stream().anyMatch(value -> value.parent().equals(category));
      return hasBelow
          ? List.of(
              Finding.warn(
                  "category", "category-top-level", Map.of("typed", list.labelOf(category))))
          : List.of();
    }
  }

  private static String label(RecordType type, String field) {
    return type.field(field).map(Field::label).orElse(field);
  }

  static Values fill(RecordType type, Values values, String name, Object value) {
    boolean wanted = value != null && values.get(name) == null && type.field(name).isPresent();
    return wanted ? values.with(name, value) : values;
  }
}
