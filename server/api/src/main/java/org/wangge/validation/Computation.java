package org.wangge.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;

/** Values that follow from others: the same on workstation and server. */
public final class Computation {
  private final Catalogue catalogue;
  private final Hooks hooks;

  /** Works with the types of this catalogue. */
  public Computation(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.hooks = new Hooks(catalogue);
  }

  /**
   * Completes the values of a record: fixed values of the type, birth date and sex from an identity
   * number where they are empty, what hooks fill, computed fields. Values of fields that certainly
   * do not apply are emptied.
   */
  public Values complete(RecordType type, Values values, LocalDate today) {
    Values result = values;
    RecordType core = catalogue.coreOf(type);
    for (var fixed : type.fixed().entrySet()) {
      Field field = core.byName().get(fixed.getKey());
      Object value =
          field.kind() == Kind.YES_NO ? Boolean.valueOf(fixed.getValue()) : fixed.getValue();
      result = result.with(fixed.getKey(), value);
    }
    result = fromNumber(type, result);
    for (Hook hook : hooks.of(type)) {
      result = hook.complete(type, result, today);
    }
    for (Field field : type.fields()) {
      if (field.relevantWhen().isPresent()
          && result.get(field.name()) != null
          && Boolean.FALSE.equals(field.relevantWhen().get().value(result.asMap(), today))) {
        result = result.with(field.name(), null);
      }
      if (field.computed().isPresent()) {
        result = result.with(field.name(), computed(field, result, today));
      }
    }
    return result;
  }

  private static Values fromNumber(RecordType type, Values values) {
    Field number = type.byName().get("id_number");
    if (number == null || !DocumentNumber.citizen(docType(type, number, values))) {
      return values;
    }
    String text = values.text("id_number");
    Values result = Hooks.fill(type, values, "birth_date", IdNumber.birth(text).orElse(null));
    return Hooks.fill(type, result, "sex", IdNumber.sex(text).orElse(null));
  }

  private static String docType(RecordType type, Field number, Values values) {
    return DocumentNumber.typeField(type, number)
        .map(field -> values.text(field.name()))
        .orElse(null);
  }

  private static Object computed(Field field, Values values, LocalDate today) {
    Object value = field.computed().map(source -> source.value(values.asMap(), today)).orElse(null);
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    return field.kind() == Kind.INTEGER
        ? (Object) number.setScale(0, RoundingMode.HALF_UP).longValue()
        : number.setScale(field.scale(), RoundingMode.HALF_UP);
  }

  /**
   * What a new record begins with. A sheet's row gets only what is true of every record of the
   * type; the day of typing says nothing about it.
   *
   * @param now town time
   */
  public Values initial(RecordType type, LocalDateTime now, Way way) {
    Values result = Values.none();
    for (Field field : type.fields()) {
      Object value =
          switch (field.initial()) {
            case "" -> null;
            case "today" -> way == Way.SHEET ? null : now.toLocalDate();
            case "now" -> way == Way.SHEET ? null : now.truncatedTo(ChronoUnit.MINUTES);
            default ->
                switch (field.kind()) {
                  case YES_NO -> Boolean.valueOf(field.initial());
                  case INTEGER -> Long.valueOf(field.initial());
                  case DECIMAL -> new BigDecimal(field.initial());
                  default -> field.initial();
                };
          };
      if (value != null) {
        result = result.with(field.name(), value);
      }
    }
    return result;
  }
}
