package org.wangge.exchange;

import java.util.List;

/** Pinyin of short words, without tones: in full and as initials. */
final class Pinyins {
  private Pinyins() {}

  static List<String> of(String word) {
    return List.of();
  }
}
