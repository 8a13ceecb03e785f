package org.wangge.server.bulletins;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wangge.problem.Wording;

/** The Chinese sentences, headings and labels of bulletins. */
final class BulletinWords {
  private final ResourceBundle bundle =
      ResourceBundle.getBundle("org.wangge.server.bulletins.bulletin", Locale.CHINA);

  /** The text of this key. */
  String of(String key) {
    return bundle.getString(key);
  }

  /** The text of this key with its placeholders filled. */
  String of(String key, Map<String, ?> arguments) {
    return Wording.fill(bundle.getString(key), arguments);
  }
}
