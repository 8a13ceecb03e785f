package org.wangge.validation;

import org.wangge.catalogue.Field;

/** What stands in place of a value that the account may not see. */
public final class Masking {
  private static final String HIDDEN = "***";

  private Masking() {}

  /**
   * The masked text of a value: {@code 339999********9054}, {@code 138****5678}, {@code 王**}, and
   * three stars for everything else. An empty value stays empty.
   */
  public static String mask(Field field, Object value) {
    if (RecordChecker.isEmpty(value)) {
      return "";
    }
    String text = value.toString();
    return switch (field.kind()) {
      case ID_NUMBER -> number(text, 6, 4);
      case PHONE -> phone(text);
      case TEXT -> ValueParser.isName(field) ? name(text) : HIDDEN;
      default -> HIDDEN;
    };
  }

  private static String number(String text, int head, int tail) {
    if (text.length() < 12) {
      return text.length() <= 4
          ? HIDDEN
          : text.charAt(0) + "*".repeat(text.length() - 2) + text.charAt(text.length() - 1);
    }
    return text.substring(0, head)
        + "*".repeat(text.length() - head - tail)
        + text.substring(text.length() - tail);
  }

  private static String phone(String text) {
    if (Phone.mobile(text)) {
      return number11(text);
    }
    return text.length() < 8 ? HIDDEN : "****" + text.substring(text.length() - 3);
  }

  private static String number11(String text) {
    return text.substring(0, 3) + "****" + text.substring(7);
  }

  /** The surname stays; stars never tell how long the rest is. */
  private static String name(String text) {
    int kept =
        text.length() > 2 && Words.SURNAMES.stream().anyMatch(text::startsWith)
            ? 2
            : Character.charCount(text.codePointAt(0));
    return text.substring(0, Math.min(kept, text.length())) + "**";
  }
}
