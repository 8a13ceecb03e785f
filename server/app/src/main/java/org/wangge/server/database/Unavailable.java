package org.wangge.server.database;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Says why the database cannot be used. */
public final class Unavailable {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("org.wangge.server.database.words", Locale.CHINA);

  private Unavailable() {}

  /** Too many wait for the engine. */
  public static Problem busy() {
    return because("busy", null);
  }

  /**
   * The refusal with its reason in words.
   *
   * @param reason key in the bundle
   * @param cause only logged; null when there is none
   */
  static Problem because(String reason, Throwable cause) {
    return new Problem(
        ProblemCode.DATABASE_UNAVAILABLE, Map.of("what", WORDS.getString(reason)), cause);
  }
}
