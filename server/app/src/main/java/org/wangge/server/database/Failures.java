package org.wangge.server.database;

import java.sql.SQLException;
import java.util.Set;
import org.wangge.problem.Problem;

/** What the engine's error states mean to us. */
public final class Failures {
  private static final Set<String> RETRY = Set.of("40001", "40XL1", "40XL2");

  private Failures() {}

  /** Whether the same work may succeed when done again: deadlock or lock time-out. */
  public static boolean mayRetry(SQLException failure) {
    return any(failure, RETRY);
  }

  /** Whether a unique or primary key was violated. */
  public static boolean isDuplicate(SQLException failure) {
    return any(failure, Set.of("23505"));
  }

  /**
   * The failure without its message, which may quote a value of a record and must not reach a log.
   */
  public static DatabaseFailure of(SQLException failure) {
    return new DatabaseFailure(failure.getSQLState(), failure.getErrorCode(), failure);
  }

  static boolean isShutDown(SQLException failure) {
    return any(failure, Set.of("08006", "XJ015"));
  }

  /** Whether there is no such database. A network server has one state for several refusals. */
  static boolean isMissing(SQLException failure, String name) {
    return any(failure, Set.of("XJ004"))
        || (any(failure, Set.of("08004"))
            && failure.getMessage() != null
            && failure.getMessage().contains(" " + name));
  }

  static boolean isInUse(SQLException failure) {
    return any(failure, Set.of("XSDB6"));
  }

  static Problem opening(SQLException failure) {
    if (any(failure, Set.of("XBM06"))) {
      return Unavailable.because("wrong-keys", of(failure));
    }
    return Unavailable.because("open", of(failure));
  }

  private static boolean any(SQLException failure, Set<String> states) {
    for (SQLException e = failure; e != null; e = e.getNextException()) {
      if (states.contains(e.getSQLState())) {
        return true;
      }
      if (e.getCause() instanceof SQLException cause && any(cause, states)) {
        return true;
      }
    }
    return false;
  }
}
