package org.wangge.wire;

import java.time.LocalDate;
import java.util.List;

/**
 * Who is to be visited, the most pressing first.
 *
 * @param day the day it was judged
 * @param total how many there are; the rows may be fewer
 * @param rows the first of them
 */
public record VisitsDue(LocalDate day, int total, List<VisitDue> rows) {
  /** Copies the list. */
  public VisitsDue {
    rows = List.copyOf(rows);
  }
}
