package org.wangge.server.bulletins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Standard competition ranking (1, 2, 2, 4): units that the comparator holds equal share a place,
 * and units that take no part have none.
 */
final class Ranking {
  private Ranking() {}

  /**
   * Places by unit.
   *
   * @param units units in the town's order
   * @param takesPart whether something was due
   * @param better orders the best first; equal means 并列
   */
  static <T> Map<T, Long> of(List<T> units, Predicate<T> takesPart, Comparator<T> better) {
    List<T> ordered = new ArrayList<>(units.stream().filter(takesPart).toList());
    ordered.sort(better);
    Map<T, Long> places = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      T unit = ordered.get(i);
      boolean tied = i > 0 && better.compare(ordered.get(i - 1), unit) == 0;
      places.put(unit, tied ? places.get(ordered.get(i - 1)) : Long.valueOf(i + 1));
    }
    return places;
  }
}
