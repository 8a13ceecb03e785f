package org.wangge.validation;

import java.util.Map;
import org.wangge.problem.Wording;

/**
 * Something found wrong or doubtful in a value or record.
 *
 * @param field field name, empty when it concerns the whole record
 * @param severity whether it stops the save
 * @param code stable code; wording key is {@code finding.<code>} unless {@code message} is given in
 *     the arguments (checks of the catalogue carry their own sentence)
 * @param arguments arguments of the wording; never the sensitive value itself
 */
public record Finding(String field, Severity severity, String code, Map<String, Object> arguments) {
  /** Copies the arguments. */
  public Finding {
    arguments = Map.copyOf(arguments);
  }

  /** How heavy a finding is. */
  public enum Severity {
    /** The save is refused. */
    FORBID,
    /** Saved after the person confirms. */
    WARN
  }

  /** A finding that stops the save. */
  public static Finding forbid(String field, String code) {
    return new Finding(field, Severity.FORBID, code, Map.of());
  }

  /** A finding that stops the save, with arguments. */
  public static Finding forbid(String field, String code, Map<String, Object> arguments) {
    return new Finding(field, Severity.FORBID, code, arguments);
  }

  /** A finding to be confirmed. */
  public static Finding warn(String field, String code, Map<String, Object> arguments) {
    return new Finding(field, Severity.WARN, code, arguments);
  }

  /** Whether it stops the save. */
  public boolean forbids() {
    return severity == Severity.FORBID;
  }

  /** The Chinese sentence. */
  public String wording() {
    Object message = arguments.get("message");
    return message instanceof String pattern
        ? Wording.fill(pattern, arguments)
        : Wording.of("finding." + code, arguments);
  }
}
