package org.wangge.problem;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese sentences for codes; placeholders are written {@code {name}} in the bundle. */
public final class Wording {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.problem.wording", Locale.CHINA);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");

  private Wording() {}

  /**
   * The sentence for {@code key} with its arguments filled in; a missing argument leaves a dash. An
   * unknown key answers the key itself, so that a new code of a newer server still shows something.
   */
  public static String of(String key, Map<String, ?> arguments) {
    String pattern;
    try {
      pattern = BUNDLE.getString(key);
    } catch (MissingResourceException e) {
      return key;
    }
    return fill(pattern, arguments);
  }

  /** Whether a sentence exists for the key. */
  public static boolean has(String key) {
    return BUNDLE.containsKey(key);
  }

  /** Fills {@code {name}} placeholders of any pattern. */
  public static String fill(String pattern, Map<String, ?> arguments) {
    Matcher matcher = PLACEHOLDER.matcher(pattern);
    StringBuilder sentence = new StringBuilder();
    while (matcher.find()) {
      Object value = arguments.get(matcher.group(1));
      matcher.appendReplacement(
          sentence, Matcher.quoteReplacement(value == null ? "—" : value.toString()));
    }
    return matcher.appendTail(sentence).toString();
  }
}
