package org.wangge.server.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A stream that refuses to give more bytes than allowed, however few came over the line. */
final class LimitedStream extends FilterInputStream {
  private long left;

  LimitedStream(InputStream stream, long most) {
    super(stream);
    this.left = most;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      count(1);
    }
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read > 0) {
      count(read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    long skipped = super.skip(bytes);
    count(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long bytes) {
    left -= bytes;
    if (left < 0) {
      throw new Problem(ProblemCode.TOO_LARGE);
    }
  }
}
