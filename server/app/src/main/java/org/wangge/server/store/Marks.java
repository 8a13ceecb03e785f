package org.wangge.server.store;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Marks of pages: where the last one ended. They come back from a workstation as they were given.
 */
final class Marks {
  private Marks() {}

  /**
   * Where a page ended.
   *
   * @param search number of the search
   * @param key its key as text; null when the key is empty or there is none
   * @param id id of the last row; null = begin this search
   */
  record Mark(int search, String key, UUID id) {}

  static String write(int search, Object key, UUID id) {
    String text = search + "\n" + (id == null ? "" : id) + "\n" + (key == null ? "" : "=" + key);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static Mark read(String mark) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(mark), StandardCharsets.UTF_8).split("\n", 3);
      return new Mark(
          Integer.parseInt(parts[0]),
          parts[2].isEmpty() ? null : parts[2].substring(1),
          parts[1].isEmpty() ? null : UUID.fromString(parts[1]));
    } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      throw malformed(e);
    }
  }

  /** A mark that is a plain number. */
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
