package org.wangge.bulletin;

import java.util.List;
import java.util.Objects;

/** The checks that the records of this package share. */
final class Checks {

  private Checks() {}

  /** Returns the text without control characters; refuses a missing or blank text. */
  static String line(String text, String what) {
    String clean = optionalLine(text, what);
    if (clean.isEmpty()) {
      throw new IllegalArgumentException(what + " is blank");
    }
    return clean;
  }

  /** Returns the text without control characters and outer blanks; it may be empty, not null. */
  static String optionalLine(String text, String what) {
    Objects.requireNonNull(text, what);
    return printable(text).strip();
  }

  /** Returns a copy of the lines, each checked by {@link #line}. */
  static List<String> lines(List<String> lines, String what) {
    return lines.stream().map(line -> line(line, what)).toList();
  }

  /**
   * Returns the text with every control character and lone surrogate replaced by a space: neither a
   * PDF nor a spreadsheet can hold them, and a stray one in a name must not stop a bulletin.
   */
  static String printable(String text) {
    if (text.codePoints().noneMatch(Checks::unprintable)) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> clean.appendCodePoint(unprintable(c) ? ' ' : c));
    return clean.toString();
  }

  private static boolean unprintable(int codePoint) {
    return Character.isISOControl(codePoint)
        || Character.getType(codePoint) == Character.SURROGATE
        || (codePoint & 0xFFFE) == 0xFFFE;
  }
}
