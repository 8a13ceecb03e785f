package org.wangge.server;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Set;

/**
 * Writes where something failed, and its message only where the message cannot hold what a person
 * typed: those of the database, of JSON and of number parsing quote it.
 */
final class FailureConverter extends ThrowableHandlingConverter {
  private static final int MOST_FRAMES = 60;
  private static final Set<String> HARMLESS =
      Set.of(
          "java.lang.NullPointerException",
          "java.lang.ClassCastException",
          "java.lang.OutOfMemoryError",
          "java.lang.StackOverflowError",
          "java.net.BindException",
          "java.net.SocketException",
          "java.net.SocketTimeoutException",
          "javax.net.ssl.SSLException",
          "javax.net.ssl.SSLHandshakeException",
          "org.wangge.problem.Problem",
          "org.wangge.server.database.DatabaseFailure");

  /** The class of a failure, with its message where that is harmless. */
  static String brief(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return HARMLESS.contains(failure.getClass().getName())
        ? name + ": " + failure.getMessage()
        : name;
  }

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    for (IThrowableProxy failure = event.getThrowableProxy();
        failure != null;
        failure = failure.getCause()) {
      text.append(text.isEmpty() ? "" : "caused by ").append(failure.getClassName());
      if (HARMLESS.contains(failure.getClassName())) {
        text.append(": ").append(failure.getMessage());
      }
      text.append(System.lineSeparator());
      StackTraceElementProxy[] frames = failure.getStackTraceElementProxyArray();
      int own = Math.min(frames.length - failure.getCommonFrames(), MOST_FRAMES);
      for (int i = 0; i < own; i++) {
        text.append("\t").append(frames[i]).append(System.lineSeparator());
      }
    }
    return text.toString();
  }
}
