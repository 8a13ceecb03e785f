package org.wangge.exchange;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words by which spreadsheets are understood, from {@code words.properties}. */
final class Words {
  private static final ResourceBundle BUNDLE =
      ResourceBundle.getBundle("org.wangge.exchange.words");

  static final Set<String> VILLAGE_HEADINGS = headings("heading.village");
  static final Set<String> SERIAL_HEADINGS = headings("heading.serial");
  static final Set<String> IGNORED_HEADINGS = headings("heading.ignored");
  static final Set<String> TOTALS = headings("row.total");
  static final Set<String> SIGNATURES = headings("row.signature");
  static final Set<String> EXAMPLES = headings("row.example");
  static final Set<String> HEADS = headings("value.head");
  static final Set<String> DITTO = values("row.ditto");
  static final Set<String> UNIT_HEADINGS = headings("unit.village");
  static final Set<String> NONE = values("value.none");
  static final Set<String> FOREVER = values("value.forever");
  static final Set<String> NUMBER_UNITS = values("unit.number");

  static final String NUMBER_UNIT_PEOPLE = list("unit.number").getFirst();
  static final String YES_WORD = text("value.yes");
  static final String NO_WORD = text("value.no");
  static final Pattern GRID = Pattern.compile(text("grid.pattern"));
  static final Pattern GROUP = Pattern.compile(text("group.pattern"));
  static final List<String> VILLAGE_ENDINGS = list("village.endings");
  static final String VILLAGE_ENDING = text("village.ending");
  static final String COMMUNITY_ENDING = text("community.ending");
  static final Pattern CHINESE_DATE = Pattern.compile(text("date.chinese"));
  static final Pattern CHINESE_TIME = Pattern.compile(text("time.chinese"));
  static final Set<String> AFTERNOON = Set.copyOf(list("time.afternoon"));
  static final List<String> DEADLINES = list("deadline.words");
  static final List<String> CODE_ENDINGS = list("code.endings");

  private Words() {}

  /** A single word, sentence or pattern. */
  static String text(String key) {
    return BUNDLE.getString(key).strip();
  }

  /** The usual name of a numbered grid. */
  static String gridName(int number) {
    return MessageFormat.format(text("grid.name"), number);
  }

  private static List<String> list(String key) {
    return Arrays.asList(BUNDLE.getString(key).strip().split("\\s+"));
  }

  private static Set<String> headings(String key) {
    return list(key).stream().map(Plain::heading).collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> values(String key) {
    return list(key).stream().map(Plain::compact).collect(Collectors.toUnmodifiableSet());
  }
}
