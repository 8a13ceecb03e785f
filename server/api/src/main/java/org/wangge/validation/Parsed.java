package org.wangge.validation;

import java.util.Optional;

/**
 * What became of a typed text.
 *
 * @param value value of the field's kind; null when nothing was typed or it was refused
 * @param finding why it was refused; empty when it was understood
 */
public record Parsed(Object value, Optional<Finding> finding) {
  static final Parsed EMPTY = new Parsed(null, Optional.empty());

  static Parsed of(Object value) {
    return new Parsed(value, Optional.empty());
  }

  static Parsed refused(Finding finding) {
    return new Parsed(null, Optional.of(finding));
  }

  /** Whether the text was understood (or empty). */
  public boolean understood() {
    return finding.isEmpty();
  }
}
