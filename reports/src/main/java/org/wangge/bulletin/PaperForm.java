package org.wangge.bulletin;

/** The two forms in which towns publish a supervision bulletin. */
public enum PaperForm {
  /** A red-head document by GB/T 9704-2012 with a document number, e.g. {@code 掌社〔2026〕10号}. */
  DOCUMENT,
  /** A serial supervision bulletin with an issue number, e.g. {@code 第10期}. */
  SERIAL
}
