package org.wangge.validation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;

/** Words that are understood and shown; they live in {@code words.properties}. */
final class Words {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.validation.words", Locale.CHINA);

  static final Set<String> YES = set("yes");
  static final Set<String> NO = set("no");
  static final Set<String> FOREVER = set("forever");
  static final Set<String> UNITS = set("units");
  static final Set<String> SURNAMES = set("surnames");

  private Words() {}

  /** The text that shows under this key. */
  static String of(String key) {
    return BUNDLE.getString(key);
  }

  private static Set<String> set(String key) {
    return new LinkedHashSet<>(Arrays.asList(BUNDLE.getString(key).split(" ")));
  }
}
