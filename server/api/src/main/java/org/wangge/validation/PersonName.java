package org.wangge.validation;

import java.util.Optional;
import org.wangge.catalogue.Expressions;

/** Names of people. */
public final class PersonName {
  private PersonName() {}

  /**
   * Trimmed, without spaces between Chinese characters, with one kind of middle dot. Never null.
   */
  public static String clean(String typed) {
    return Cleaning.name(typed);
  }

  /** What is wrong with a cleaned name. */
  public static Optional<Finding> check(String field, String name) {
    return Expressions.isPersonName(name)
        ? Optional.empty()
        : Optional.of(Finding.forbid(field, "name-characters"));
  }
}
