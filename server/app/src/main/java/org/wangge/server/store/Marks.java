package org.wangge.server.store;

import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Marks of pages, as they come back from a workstation. */
final class Marks {
  private Marks() {}

  static long number(String mark) {
    try {
      return Long.parseLong(mark);
    } catch (NumberFormatException e) {
      throw malformed(e);
    }
  }

  static Problem malformed(Throwable cause) {
    return new Problem(ProblemCode.MALFORMED, Map.of("what", "after"), cause);
  }
}
