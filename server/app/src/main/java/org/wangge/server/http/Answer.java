package org.wangge.server.http;

import java.io.IOException;
import java.io.OutputStream;

/** What a handler answers. */
public sealed interface Answer {
  /** A value that is written as JSON. */
  record Json(int status, Object value) implements Answer {}

  /** Nothing but success. */
  record None() implements Answer {}

  /**
   * A file.
   *
   * @param mediaType media type
   * @param name name to save it under
   * @param length length in bytes; negative while unknown
   * @param content writes it
   */
  record File(String mediaType, String name, long length, Content content) implements Answer {}

  /** Writes the bytes of a file. */
  @FunctionalInterface
  interface Content {
    /** Writes all bytes; the stream is closed by the caller. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /** 200 with a value. */
  static Answer of(Object value) {
    return new Json(200, value);
  }

  /** 202 with the job that was started. */
  static Answer accepted(Object job) {
    return new Json(202, job);
  }

  /** 204. */
  static Answer none() {
    return new None();
  }

  /** A file held in memory. */
  static Answer file(String mediaType, String name, byte[] bytes) {
    return new File(mediaType, name, bytes.length, stream -> stream.write(bytes));
  }
}
