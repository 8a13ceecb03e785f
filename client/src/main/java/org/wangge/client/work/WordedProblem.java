package org.wangge.client.work;

import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A refusal that brings its own sentence, because nobody else knows enough to word it. */
public final class WordedProblem extends Problem {
  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * A refusal.
   *
   * @param sentence Chinese sentence for the user
   * @param cause what broke, only for the log; may be null
   */
  public WordedProblem(ProblemCode code, String sentence, Throwable cause) {
    super(code, Map.of(), cause);
    this.sentence = sentence;
  }

  @Override
  public String wording() {
    return sentence;
  }
}
