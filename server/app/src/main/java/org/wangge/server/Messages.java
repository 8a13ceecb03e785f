package org.wangge.server;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wangge.problem.Wording;

/** Chinese sentences of the command line. */
final class Messages {
  /** Name of the bundle, which also holds the texts of {@code --help}. */
  static final String BUNDLE = "org.wangge.server.messages";

  private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE, Locale.CHINA);

  private Messages() {}

  static String of(String key) {
    return TEXTS.getString(key);
  }

  static String of(String key, Map<String, ?> arguments) {
    return Wording.fill(TEXTS.getString(key), arguments);
  }

  static ResourceBundle bundle() {
    return TEXTS;
  }
}
