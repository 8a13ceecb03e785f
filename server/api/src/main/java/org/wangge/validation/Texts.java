package org.wangge.validation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.wangge.catalogue.Field;

/** Limits every text has to keep, however it comes in. */
final class Texts {
  private Texts() {}

  /** What is wrong with a text's length or characters. */
  static Optional<Finding> fault(Field field, String text) {
    int count = text.codePointCount(0, text.length());
    // A column counts UTF-16 units, so a text full of rare characters has room for half as many.
    if (count > field.length() || text.length() > field.length()) {
      return Optional.of(
          Finding.forbid(
              field.name(),
              "text-too-long",
              Map.of("label", field.label(), "max", field.length(), "count", count)));
    }
    boolean unsound =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.getType(c) == Character.SURROGATE
                        || c == 0xFFFE
                        || c == 0xFFFF
                        || (Character.isISOControl(c)
                            && !(field.multiline() && (c == '\n' || c == '\t'))));
    return unsound
        ? Optional.of(
            Finding.forbid(field.name(), "text-control-characters", Map.of("label", field.label())))
        : Optional.empty();
  }

  /** Whether a point lies in China and its waters, longitude first. */
  static boolean inRange(String longitude, String latitude) {
    BigDecimal east = new BigDecimal(longitude);
    BigDecimal north = new BigDecimal(latitude);
    return east.compareTo(BigDecimal.valueOf(73)) >= 0
        && east.compareTo(BigDecimal.valueOf(136)) <= 0
        && north.compareTo(BigDecimal.valueOf(3)) >= 0
        && north.compareTo(BigDecimal.valueOf(54)) <= 0;
  }
}
