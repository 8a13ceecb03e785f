package org.wangge.server.http;

import java.util.List;
import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.StaleVersion;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.ProblemDocument;

/** The one table from refusal to HTTP status, and from exception to problem document. */
final class ProblemTable {
  private ProblemTable() {}

  /** The status of a refusal. */
  static int status(ProblemCode code) {
    return switch (code) {
      case MALFORMED,
          REASON_REQUIRED,
          PASSWORD_POLICY,
          UNREADABLE_FILE,
          ENCRYPTED_FILE,
          EMPTY_FILE,
          UNKNOWN_SHEET ->
          400;
      case NOT_SIGNED_IN, SIGN_IN_REFUSED -> 401;
      case FORBIDDEN, OUT_OF_AREA, PASSWORD_MUST_CHANGE -> 403;
      case NOT_FOUND -> 404;
      case STALE_VERSION,
          DUPLICATE,
          WRONG_STATE,
          PARENT_CANCELLED,
          REQUEST_ID_REUSED,
          DATABASE_NOT_EMPTY ->
          409;
      case TOO_LARGE -> 413;
      case INVALID_RECORD, MONTH_NOT_OVER, FIGURES_DISAGREE -> 422;
      case ACCOUNT_LOCKED -> 423;
      case TOO_MANY_REQUESTS -> 429;
      case DATABASE_UNAVAILABLE, DATA_IN_USE, SERVER_UNREACHABLE -> 503;
      case BAD_SETTING,
          BAD_CATALOGUE,
          DATABASE_TOO_NEW,
          NOT_INITIALISED,
          PORT_IN_USE,
          SERVER_NOT_TRUSTED,
          INTERNAL ->
          500;
    };
  }

  /** The document that tells a refusal. */
  static ProblemDocument document(Problem problem, String requestId) {
    return document(problem, status(problem.code()), requestId);
  }

  /** The document with another status, for what never reached a route. */
  static ProblemDocument document(Problem problem, int status, String requestId) {
    String key = problem.code().key();
    return new ProblemDocument(
        "urn:wangge:problem:" + key,
        key,
        status,
        requestId,
        problem.arguments(),
        problem instanceof InvalidRecord invalid ? invalid.findings() : List.of(),
        problem instanceof StaleVersion stale ? stale.current() : null);
  }

  /** What a caller is told of a failure that is none of his making. */
  static Problem internal(Throwable cause, String requestId) {
    return new Problem(ProblemCode.INTERNAL, Map.of("number", requestId), cause);
  }
}
