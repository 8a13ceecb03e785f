package org.wangge.exchange;

import java.util.List;
import org.wangge.pinyin.Readings;

/** Pinyin of short words, without tones: in full and as initials. */
final class Pinyins {
  private static final int LONGEST_WORD = 12;

  private Pinyins() {}

  /** How somebody may type a word without an input method; empty for a word without Chinese. */
  static List<String> of(String word) {
    boolean chinese = word.codePoints().anyMatch(Plain::isHan);
    if (!chinese || word.length() > LONGEST_WORD) {
      return List.of();
    }
    List<String> initials = Readings.initials(word);
    return initials.isEmpty()
        ? List.of()
        : List.of(Readings.full(word).replace(" ", ""), initials.getFirst());
  }
}
