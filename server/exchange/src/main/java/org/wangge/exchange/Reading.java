package org.wangge.exchange;

import java.util.List;
import java.util.Map;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.validation.Finding;
import org.wangge.validation.Parsed;
import org.wangge.validation.ValueParser;

/**
 * What a cell was read as.
 *
 * @param value value of the field's kind; null when the cell means "empty" or was refused
 * @param findings what is wrong or doubtful about the cell
 * @param more further values of the same kind that stood in the cell (second phone numbers)
 */
record Reading(Object value, List<Finding> findings, List<String> more) {
  static final Reading NOTHING = new Reading(null, List.of(), List.of());

  static Reading of(Object value) {
    return new Reading(value, List.of(), List.of());
  }

  /** What the parser of typed texts made of a text, the same as in a form. */
  static Reading typed(Field field, CodeList codes, String text) {
    Parsed parsed = ValueParser.parse(field, codes, text);
    return parsed.understood()
        ? of(parsed.value())
        : new Reading(null, List.of(parsed.finding().orElseThrow()), List.of());
  }

  boolean isRefused() {
    return findings.stream().anyMatch(Finding::forbids);
  }

  static Reading refused(Field field, String code) {
    return refused(field, code, Map.of("label", field.label(), "typed", ""));
  }

  static Reading refused(Field field, String code, Map<String, Object> arguments) {
    return new Reading(null, List.of(Finding.forbid(field.name(), code, arguments)), List.of());
  }

  /** A value that was understood but should be looked at. */
  static Reading doubtful(Object value, Field field, String code) {
    return new Reading(
        value,
        List.of(Finding.warn(field.name(), code, Map.of("label", field.label()))),
        List.of());
  }
}
