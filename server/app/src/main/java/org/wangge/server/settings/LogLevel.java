package org.wangge.server.settings;

/** How much the log tells. */
public enum LogLevel {
  /** Failures only. */
  ERROR,
  /** Failures and what may become one. */
  WARN,
  /** One line per request as well. */
  INFO,
  /** For looking into a fault. */
  DEBUG
}
