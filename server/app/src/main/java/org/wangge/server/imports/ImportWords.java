package org.wangge.server.imports;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences about imports as a whole. */
final class ImportWords {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.server.imports.words", Locale.CHINA);

  private ImportWords() {}

  /** The sentence with its parts filled in; numbers stand without thousands separators. */
  static String of(String key, Object... parts) {
    Object[] texts = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      texts[i] = String.valueOf(parts[i]);
    }
    return MessageFormat.format(BUNDLE.getString(key), texts);
  }
}
