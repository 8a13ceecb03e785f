package org.wangge.exchange;

/** What a row below the headings is. */
enum RowKind {
  /** A record. */
  DATA,
  /** Nothing, or only what was filled in beforehand. */
  BLANK,
  /** A heading inside the table: a grid, a village, a group. */
  SECTION,
  /** Sums. */
  TOTAL,
  /** Who filled it in, notes. */
  SIGNATURE,
  /** Headings once more, on a new page. */
  HEADING,
  /** An example of how to fill in. */
  EXAMPLE
}
