package org.wangge.exchange;

import java.util.Locale;
import java.util.regex.Pattern;

/** Text as a person meant it: without hidden characters, odd spaces and wide digits. */
public final class Plain {
  private static final Pattern BRACKETS = Pattern.compile("[(\\[【〔《][^)\\]】〕》]*[)\\]】〕》]");

  private Plain() {}

  /**
   * A value of free text: hidden and control characters gone, wide letters and digits narrow, runs
   * of spaces and line breaks one space, no space between two Chinese characters (names are often
   * spread to equal width), none at the ends.
   */
  public static String text(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean space = false;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (isHidden(c)) {
        continue;
      }
      if (isSpace(c)) {
        space = !out.isEmpty();
        continue;
      }
      int narrow = narrowAlphanumeric(c);
      if (isMiddleDot(narrow) && !out.isEmpty() && isHan(out.codePointBefore(out.length()))) {
        narrow = '·';
      }
      if (space && !(isHan(narrow) && isHan(out.codePointBefore(out.length())))) {
        out.append(' ');
      }
      space = false;
      out.appendCodePoint(narrow);
    }
    return out.toString();
  }

  /**
   * A number, code or single word: as {@link #text}, with wide punctuation narrow and no spaces.
   */
  public static String compact(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      i += Character.charCount(c);
      if (!isHidden(c) && !isSpace(c)) {
        out.appendCodePoint(narrow(c));
      }
    }
    return out.toString();
  }

  /** A heading to be compared: compact, lower case, only letters and digits of any script. */
  public static String heading(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    String compact = compact(raw).toLowerCase(Locale.ROOT);
    for (int i = 0; i < compact.length(); ) {
      int c = compact.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetterOrDigit(c) || c == '№') {
        out.appendCodePoint(c);
      }
    }
    return out.toString();
  }

  /** A heading without what stands in brackets, such as units and notes. */
  static String headingWithoutBrackets(String raw) {
    return heading(BRACKETS.matcher(compact(raw)).replaceAll(""));
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return (type == Character.CONTROL && !isSpace(c))
        || type == Character.FORMAT
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xfffd
        || c == 0x3164
        || c == 0x115f
        || c == 0x1160;
  }

  private static boolean isSpace(int c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x0b
        || c == 0x0c
        || c == 0x85
        || Character.isSpaceChar(c);
  }

  private static boolean isMiddleDot(int c) {
    return c == '•' || c == '・' || c == '･' || c == '‧' || c == '∙' || c == '●' || c == '．';
  }

  static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }

  private static int narrowAlphanumeric(int c) {
    boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
    return wide ? c - 0xfee0 : c;
  }

  private static int narrow(int c) {
    if (c >= 0xff01 && c <= 0xff5e) {
      return c - 0xfee0;
    }
    return switch (c) {
      case '‐', '‑', '‒', '–', '−', '﹣' -> '-';
      case '。' -> '.';
      case '、' -> ',';
      case '‘', '’' -> '\'';
      case '“', '”' -> '"';
      default -> c;
    };
  }
}
