package org.wangge.server.database;

import java.io.Writer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the engine's own messages into the server's log. Public because Derby calls it by name. */
public final class EngineLog {
  private static final Logger LOG = LoggerFactory.getLogger("derby");

  private EngineLog() {}

  private static void log(String message) {
    if (message.startsWith("ERROR")) {
      LOG.warn("{}", message);
    } else {
      LOG.debug("{}", message);
    }
  }

  /** Where Derby writes to; called once when the engine starts. */
  public static Writer writer() {
    return new Writer() {
      private final StringBuilder line = new StringBuilder();

      @Override
      public void write(char[] buffer, int offset, int length) {
        synchronized (line) {
          line.append(buffer, offset, length);
          int end = line.indexOf("\n");
          while (end >= 0) {
            if (end > 0) {
              log(line.substring(0, end).stripTrailing());
            }
            line.delete(0, end + 1);
            end = line.indexOf("\n");
          }
        }
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
