package org.wangge.server.database;

/**
 * The engine refused a statement. Carries the SQL state and where it happened, never the engine's
 * message: it may quote a value of a record.
 */
public final class DatabaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseFailure(String state, int code, Throwable source) {
    super("SQL state " + state + ", code " + code);
    setStackTrace(source.getStackTrace());
  }
}
