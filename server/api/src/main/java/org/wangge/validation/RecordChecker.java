package org.wangge.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Check;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Sensitivity;
import org.wangge.record.Values;

/** Judges a whole record by its type, the same on workstation and server. */
public final class RecordChecker {
  private final Catalogue catalogue;
  private final Hooks hooks;

  /** Judges by the types of this catalogue. */
  public RecordChecker(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.hooks = new Hooks(catalogue);
  }

  /**
   * Everything wrong or doubtful, in the order of the form. Rules over several fields are only
   * judged where each of these fields is sound by itself.
   *
   * @param values completed values (see {@link Computation}) in their kinds' Java types
   */
  public List<Finding> check(RecordType type, Values values, LocalDate today, Way way) {
    List<Finding> findings = new ArrayList<>();
    Set<String> unsound = new HashSet<>();
    for (Field field : type.fields()) {
      Object value = values.get(field.name());
      if (isEmpty(value)) {
        if (demanded(field, values, today, way)) {
          findings.add(Finding.forbid(field.name(), "required", Map.of("label", field.label())));
        }
        continue;
      }
      for (Finding finding : ofValue(type, field, value, values, today)) {
        findings.add(finding);
        if (finding.forbids()) {
          unsound.add(field.name());
        }
      }
    }
    for (Check check : type.checks()) {
      boolean judged =
          !values.asMap().isEmpty() && check.holds().fields().stream().noneMatch(unsound::contains);
      if (judged && !check.holds().holds(values.asMap(), today, true)) {
        Map<String, Object> arguments =
            Map.of(
                "message",
                check.message(),
                "label",
                type.field(check.field()).map(Field::label).orElse(check.field()));
        findings.add(
            new Finding(
                check.field(),
                check.forbids() ? Finding.Severity.FORBID : Finding.Severity.WARN,
                check.key(),
                arguments));
      }
    }
    if (unsound.isEmpty()) {
      for (Hook hook : hooks.of(type)) {
        findings.addAll(hook.check(type, values, today, way));
      }
    }
    if (findings.size() > 1) {
      List<String> order = List.copyOf(type.byName().keySet());
      findings.sort(
          Comparator.comparingInt(
              finding -> {
                int place = order.indexOf(finding.field());
                return place < 0 ? Integer.MAX_VALUE : place;
              }));
    }
    return List.copyOf(findings);
  }

  /**
   * What is wrong with a record at the place where it is to stand.
   *
   * @param area code of that place
   */
  public List<Finding> checkPlace(RecordType type, Values values, String area) {
    return hooks.of(type).stream()
        .flatMap(hook -> hook.checkPlace(type, values, area).stream())
        .toList();
  }

  /**
   * Required fields that are empty, in the order of the form; fields the server sets do not count.
   * A record of a spreadsheet with such fields is incomplete.
   */
  public List<Field> missingRequired(RecordType type, Values values, LocalDate today) {
    return type.fields().stream()
        .filter(field -> field.editable() && isEmpty(values.get(field.name())))
        .filter(field -> field.essential() || required(field, values, today))
        .toList();
  }

  private static boolean demanded(Field field, Values values, LocalDate today, Way way) {
    if (way == Way.SHEET) {
      return field.essential();
    }
    return field.editable() && (field.essential() || required(field, values, today));
  }

  /** Whether the record as it stands needs a value here. */
  public static boolean required(Field field, Values values, LocalDate today) {
    return relevant(field, values, today)
        && (field.required()
            || field
                .requiredWhen()
                .map(condition -> condition.holds(values.asMap(), today, false))
                .orElse(false));
  }

  /** Whether the field applies to the record as it stands and is shown. */
  public static boolean relevant(Field field, Values values, LocalDate today) {
    return field
        .relevantWhen()
        .map(condition -> condition.holds(values.asMap(), today, false))
        .orElse(true);
  }

  private List<Finding> ofValue(
      RecordType type, Field field, Object value, Values values, LocalDate today) {
    if (!ofKind(field.kind(), value)) {
      return List.of(Finding.forbid(field.name(), "kind", Map.of("label", field.label())));
    }
    if (value instanceof String text) {
      Optional<Finding> fault = Texts.fault(field, text);
      if (fault.isPresent()) {
        return List.of(fault.get());
      }
    }
    return switch (field.kind()) {
      case ID_NUMBER -> DocumentNumber.check(type, field, (String) value, values.asMap(), today);
      case CREDIT_CODE -> CreditCode.check(field.name(), (String) value).stream().toList();
      case PHONE ->
          Phone.check(field.name(), (String) value, field.sensitivity() == Sensitivity.OPEN)
              .stream()
              .toList();
      case CODE -> unknownCodes(field, List.of((String) value));
      case CODES -> unknownCodes(field, (List<?>) value);
      case INTEGER -> tooLarge(field, BigDecimal.valueOf((Long) value));
      case DECIMAL -> tooLarge(field, (BigDecimal) value);
      case GRID, PLACE, GEO -> reparsed(field, (String) value);
      case TEXT, DATE, DATETIME, YES_NO, REFERENCE, PHOTO, FILE -> List.of();
    };
  }

  private List<Finding> unknownCodes(Field field, List<?> codes) {
    CodeList list = catalogue.codeList(field.codes());
    for (Object code : codes) {
      if (!(code instanceof String text) || list.value(text).isEmpty()) {
        return List.of(
            Finding.forbid(
                field.name(),
                "code-unknown",
                Map.of("label", field.label(), "typed", String.valueOf(code))));
      }
    }
    int stored = codes.stream().mapToInt(code -> code.toString().length() + 1).sum() - 1;
    return stored > field.length()
        ? List.of(Finding.forbid(field.name(), "codes-too-many", Map.of("label", field.label())))
        : List.of();
  }

  private static List<Finding> tooLarge(Field field, BigDecimal number) {
    boolean fits =
        number.scale() <= field.scale()
            && number.precision() - number.scale() <= field.length() - field.scale();
    return fits
        ? List.of()
        : List.of(
            Finding.forbid(
                field.name(), "number-too-large", Map.of("label", field.label(), "typed", "")));
  }

  private static List<Finding> reparsed(Field field, String value) {
    return ValueParser.parse(field, null, value).finding().stream().toList();
  }

  /** Whether a value has the Java type that its kind promises. */
  static boolean ofKind(Kind kind, Object value) {
    return switch (kind) {
      case TEXT, CODE, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE, GEO, PHOTO, FILE ->
          value instanceof String;
      case INTEGER -> value instanceof Long;
      case DECIMAL -> value instanceof BigDecimal;
      case DATE -> value instanceof LocalDate;
      case DATETIME -> value instanceof LocalDateTime;
      case CODES -> value instanceof List<?>;
      case YES_NO -> value instanceof Boolean;
      case REFERENCE -> value instanceof UUID;
    };
  }

  static boolean isEmpty(Object value) {
    return value == null
        || (value instanceof String text && text.isEmpty())
        || (value instanceof List<?> list && list.isEmpty());
  }
}
