package org.wangge.problem;

import java.util.Map;

/**
 * A refusal with a stable code and arguments. It is the one exception family that reaches users;
 * its wording comes from {@link Wording}, never from the exception's own message.
 */
public class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemCode code;
  private final transient Map<String, Object> arguments;

  /** A refusal without arguments. */
  public Problem(ProblemCode code) {
    this(code, Map.of());
  }

  /** A refusal whose wording names the given arguments; values must hold no secret. */
  public Problem(ProblemCode code, Map<String, Object> arguments) {
    this(code, arguments, null);
  }

  /** A refusal caused by {@code cause}, which is only logged. */
  public Problem(ProblemCode code, Map<String, Object> arguments, Throwable cause) {
    super(code.key() + forLog(code, arguments), cause);
    this.code = code;
    this.arguments = Map.copyOf(arguments);
  }

  /** Names of the arguments only, since values may be personal; those of files are not. */
  private static String forLog(ProblemCode code, Map<String, Object> arguments) {
    if (arguments.isEmpty()) {
      return "";
    }
    return " " + (code == ProblemCode.BAD_CATALOGUE ? arguments : arguments.keySet());
  }

  /** What is refused, by stable code. */
  public ProblemCode code() {
    return code;
  }

  /** Arguments of the wording, by name; never null. */
  public Map<String, Object> arguments() {
    return arguments == null ? Map.of() : arguments;
  }

  /** The Chinese sentence for the user. */
  public String wording() {
    return Wording.of("problem." + code.key(), arguments());
  }
}
