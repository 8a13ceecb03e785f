package org.wangge.server.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** Opens the stream it writes to with the first byte, so that a refusal before it is still told. */
final class LateStream extends OutputStream {
  private final Supplier<OutputStream> opener;
  private OutputStream stream;

  LateStream(Supplier<OutputStream> opener) {
    this.opener = opener;
  }

  private OutputStream opened() {
    if (stream == null) {
      stream = opener.get();
    }
    return stream;
  }

  @Override
  public void write(int value) throws IOException {
    opened().write(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    opened().write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (stream != null) {
      stream.flush();
    }
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
