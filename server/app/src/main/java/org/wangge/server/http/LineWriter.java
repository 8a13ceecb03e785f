package org.wangge.server.http;

import java.io.IOException;
import java.io.Writer;

/** Writes each finished line with a mark before it, at once, to a writer that it shares. */
final class LineWriter extends Writer {
  private final Writer target;
  private final String mark;
  private final StringBuilder line = new StringBuilder();

  LineWriter(Writer target, String mark) {
    this.target = target;
    this.mark = mark;
  }

  @Override
  public void write(char[] buffer, int offset, int length) throws IOException {
    for (int i = offset; i < offset + length; i++) {
      if (buffer[i] == '\n') {
        end();
      } else if (buffer[i] != '\r') {
        line.append(buffer[i]);
      }
    }
  }

  private void end() throws IOException {
    synchronized (target) {
      target.write(mark);
      target.write(line.toString());
      target.write('\n');
      target.flush();
    }
    line.setLength(0);
  }

  @Override
  public void flush() {}

  @Override
  public void close() throws IOException {
    if (!line.isEmpty()) {
      end();
    }
  }
}
