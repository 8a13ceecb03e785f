package org.wangge.client.ui;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wangge.problem.Wording;

/** Chinese texts of one package, from the file {@code messages.properties} that lies beside it. */
public final class Messages {
  private final ResourceBundle bundle;

  private Messages(ResourceBundle bundle) {
    this.bundle = bundle;
  }

  /** The texts of the package that {@code owner} belongs to. */
  public static Messages of(Class<?> owner) {
    return new Messages(
        ResourceBundle.getBundle(
            owner.getPackageName() + ".messages", Locale.CHINA, owner.getClassLoader()));
  }

  /**
   * The text of this key.
   *
   * @throws java.util.MissingResourceException when the file lacks it, which is a fault of the
   *     program
   */
  public String get(String key) {
    return bundle.getString(key);
  }

  /** The text of this key with {@code {name}} filled in. */
  public String get(String key, String name, Object value) {
    return Wording.fill(get(key), Map.of(name, value));
  }

  /** The text of this key with every {@code {name}} filled in. */
  public String get(String key, Map<String, ?> arguments) {
    return Wording.fill(get(key), arguments);
  }

  /** Whether the file has this key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }
}
