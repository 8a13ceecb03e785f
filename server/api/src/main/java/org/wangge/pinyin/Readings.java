package org.wangge.pinyin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;

/**
 * Readings of names. A surname is read as a surname (曾 zeng, 单 shan, 尉迟 yu chi), everything else by
 * its usual reading; other readings follow, so that a name is found however somebody reads it.
 */
public final class Readings {
  private static final Map<String, String> OWN = own();

  /** Looked-up characters, at most as many as the dictionary has, and surnames apart. */
  private static final Map<Integer, List<String>> KNOWN = new ConcurrentHashMap<>();

  private static final int LONGEST_NAME = 60;
  private static final int MOST = 16;

  private Readings() {}

  private static Map<String, String> own() {
    ResourceBundle bundle = ResourceBundle.getBundle("org.wangge.pinyin.readings", Locale.CHINA);
    return bundle.keySet().stream()
        .collect(Collectors.toUnmodifiableMap(k -> k, bundle::getString));
  }

  /**
   * Pinyin initials of a name in lower case, the usual reading first and without doubles: {@code
   * 单静} gives {@code sj}, {@code dj}, {@code cj}. Letters and digits stand for themselves, spaces
   * and dots are left out. Empty when nothing of the name can be read.
   *
   * @param name a person's or an organisation's name; null counts as empty
   */
  public static List<String> initials(String name) {
    List<List<String>> syllables = syllables(name);
    if (syllables.isEmpty()) {
      return List.of();
    }
    List<List<Character>> letters = new ArrayList<>();
    for (List<String> readings : syllables) {
      Set<Character> distinct = new LinkedHashSet<>();
      readings.forEach(reading -> distinct.add(reading.charAt(0)));
      letters.add(List.copyOf(distinct));
    }
    StringBuilder usual = new StringBuilder();
    letters.forEach(choices -> usual.append(choices.getFirst()));
    Set<String> found = new LinkedHashSet<>();
    found.add(usual.toString());
    // One unusual reading is far likelier than two, so these come before the rest.
    for (int i = 0; i < letters.size(); i++) {
      for (char other : letters.get(i)) {
        StringBuilder variant = new StringBuilder(usual);
        variant.setCharAt(i, other);
        found.add(variant.toString());
      }
    }
    combine(letters, 0, new StringBuilder(), found);
    return found.stream().limit(MOST).toList();
  }

  private static void combine(
      List<List<Character>> letters, int at, StringBuilder begun, Set<String> found) {
    if (found.size() >= MOST) {
      return;
    }
    if (at == letters.size()) {
      found.add(begun.toString());
      return;
    }
    for (char letter : letters.get(at)) {
      begun.append(letter);
      combine(letters, at + 1, begun, found);
      begun.setLength(begun.length() - 1);
    }
  }

  /**
   * The usual reading of a name for sorting: syllables in lower case without tones, separated by
   * spaces, ü as v. Names with the same syllables stay together; a character nobody can read sorts
   * last.
   */
  public static String full(String name) {
    StringBuilder result = new StringBuilder();
    for (List<String> readings : syllables(name)) {
      if (!result.isEmpty()) {
        result.append(' ');
      }
      result.append(readings.getFirst());
    }
    return result.toString();
  }

  /** For each character that is read, its readings, the usual one first. */
  private static List<List<String>> syllables(String name) {
    List<List<String>> result = new ArrayList<>();
    if (name == null) {
      return result;
    }
    int[] characters = name.codePoints().limit(LONGEST_NAME).toArray();
    for (int i = 0; i < characters.length; i++) {
      if (i == 0 && characters.length > 2) {
        String surname = own("surname." + new String(characters, 0, 2));
        if (surname != null) {
          for (String syllable : surname.split(" ", -1)) {
            result.add(List.of(syllable));
          }
          i = 1;
          continue;
        }
      }
      List<String> readings = readings(characters[i], i == 0);
      if (!readings.isEmpty()) {
        result.add(readings);
      }
    }
    return result;
  }

  private static List<String> readings(int character, boolean surname) {
    if (character < 128) {
      return Character.isLetterOrDigit(character)
          ? List.of(Character.toString(Character.toLowerCase(character)))
          : List.of();
    }
    if (!Character.isIdeographic(character)) {
      return List.of();
    }
    return KNOWN.computeIfAbsent(
        surname ? -character : character, looked -> lookUp(character, surname));
  }

  private static List<String> lookUp(int character, boolean surname) {
    String text = Character.toString(character);
    Set<String> readings = new LinkedHashSet<>();
    String preferred = own((surname ? "surname." : "given.") + text);
    if (preferred != null) {
      readings.add(preferred);
    }
    String rare = own("rare." + text);
    if (rare != null) {
      readings.add(rare);
    }
    if (Character.isBmpCodePoint(character)) {
      String[] listed = PinyinHelper.toHanyuPinyinStringArray((char) character);
      if (listed != null) {
        for (String reading : listed) {
          readings.add(reading.replace("u:", "v").replaceAll("[0-9]", ""));
        }
      }
    }
    return readings.isEmpty() ? List.of("~") : List.copyOf(readings);
  }

  private static String own(String key) {
    return OWN.get(key);
  }
}
