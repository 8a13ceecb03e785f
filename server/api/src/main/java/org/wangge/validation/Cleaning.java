package org.wangge.validation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Tidies what people type and what spreadsheets hold, without changing what was meant. */
public final class Cleaning {
  /** Spaces of every width, and characters that cannot be seen at all. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u00AD\\uFEFF]");

  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00A0\\u2000-\\u200A\\u202F\\u3000]+");
  private static final Pattern BETWEEN_HAN = Pattern.compile("(?<=\\p{IsHan}) +(?=\\p{IsHan})");
  private static final Pattern DOTS =
      Pattern.compile("(?<=\\p{IsHan}) ?[•・‧∙⋅．.●] ?(?=\\p{IsHan})");

  private Cleaning() {}

  /**
   * A number, code, date or phone: half-width, without any space, apostrophe in front or invisible
   * character. Never null.
   */
  public static String compact(String typed) {
    if (typed == null) {
      return "";
    }
    if (isPlain(typed)) {
      return typed;
    }
    String text = INVISIBLE.matcher(typed).replaceAll("");
    text = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    while (text.startsWith("'") || text.startsWith("`") || text.startsWith("‘")) {
      text = text.substring(1);
    }
    return text;
  }

  /** A line of text: trimmed, inner spaces single, full-width letters and digits half-width. */
  public static String line(String typed) {
    if (typed == null) {
      return "";
    }
    if (isPlain(typed)) {
      return typed;
    }
    String text = INVISIBLE.matcher(narrow(typed)).replaceAll("");
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** A person's name: a line without spaces between Chinese characters, one kind of middle dot. */
  public static String name(String typed) {
    String text = BETWEEN_HAN.matcher(line(typed)).replaceAll("");
    return DOTS.matcher(text).replaceAll("·");
  }

  /** Several lines: each trimmed at its end, none empty at either end of the whole. */
  public static String lines(String typed) {
    if (typed == null) {
      return "";
    }
    String text = INVISIBLE.matcher(narrow(typed)).replaceAll("").replace("\r\n", "\n");
    text = text.replace('\r', '\n').replace('\u00A0', ' ');
    StringBuilder result = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      result.append(line.stripTrailing()).append('\n');
    }
    return result.toString().strip();
  }

  /** Visible ASCII without quotes in front or common Chinese characters: nothing to tidy. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = (c > ' ' && c < 0x7F && c != '\'' && c != '`') || (c >= '一' && c <= '鿿');
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private static String narrow(String text) {
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wide = (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ');
      result.append(wide ? (char) (c - 0xFEE0) : c);
    }
    return result.toString();
  }
}
