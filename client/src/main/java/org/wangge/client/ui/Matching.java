package org.wangge.client.ui;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wangge.pinyin.Readings;

/** Whether what a person types fits a label: by its characters or by its pinyin initials. */
public final class Matching {
  private static final int MOST_LABELS = 20_000;

  // Labels are few and always the same ones; their readings are worked out once.
  private static final Map<String, List<String>> INITIALS = new ConcurrentHashMap<>();

  private Matching() {}

  /** Whether the label contains the words or its initials contain them; always for no words. */
  public static boolean matches(String label, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return label.toLowerCase(Locale.ROOT).contains(wanted)
        || initials(label).stream().anyMatch(initials -> initials.contains(wanted));
  }

  /** Whether the pinyin initials of the label begin with the words. */
  public static boolean initialsBegin(String label, String words) {
    String wanted = words.strip().toLowerCase(Locale.ROOT);
    return initials(label).stream().anyMatch(initials -> initials.startsWith(wanted));
  }

  private static List<String> initials(String label) {
    if (INITIALS.size() > MOST_LABELS) {
      INITIALS.clear();
    }
    return INITIALS.computeIfAbsent(label, Readings::initials);
  }
}
