package org.wangge.exchange.sheet;

import java.time.LocalDateTime;

/**
 * A cell as it stands in a sheet.
 *
 * @param row row from 1, as the spreadsheet program shows it
 * @param column column from 1 (A = 1)
 * @param kind what the program holds it for
 * @param text as shown; for a date {@code 2026-10-31} or {@code 2026-10-31 08:30:00}; never null
 * @param number value of a number, serial day of a date (1900 system), 0 otherwise
 * @param formula true when the value was computed by the program that wrote the file
 */
public record Cell(int row, int column, Kind kind, String text, double number, boolean formula) {
  /** What a spreadsheet program holds a cell for. */
  public enum Kind {
    /** Nothing, or only spaces. */
    BLANK,
    /** Text, also when it consists of digits. */
    TEXT,
    /** A number: at most 15 digits of it can be trusted. */
    NUMBER,
    /** A number shown as date. */
    DATE,
    /** TRUE or FALSE. */
    BOOLEAN,
    /** An error such as #REF!. */
    ERROR
  }

  /** An empty cell at this place. */
  public static Cell blank(int row, int column) {
    return new Cell(row, column, Kind.BLANK, "", 0, false);
  }

  /** A text cell, blank when the text is. */
  public static Cell text(int row, int column, String text) {
    return text.isBlank() ? blank(row, column) : new Cell(row, column, Kind.TEXT, text, 0, false);
  }

  /** Whether nothing stands in it. */
  public boolean isBlank() {
    return kind == Kind.BLANK;
  }

  /**
   * Date and time of a DATE or NUMBER cell, to the second; null where it lies outside years 1900 to
   * 9999.
   */
  public LocalDateTime moment() {
    return Serial.moment(number);
  }

  /** The same content seen from another place, for merged areas. */
  public Cell at(int newRow, int newColumn) {
    return new Cell(newRow, newColumn, kind, text, number, formula);
  }
}
