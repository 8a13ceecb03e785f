package org.wangge.exchange;

/**
 * Heading of a column.
 *
 * @param column column from 1
 * @param upper texts of the rows above the lowest one, joined; empty for a simple heading
 * @param leaf text of the lowest row
 */
public record Heading(int column, String upper, String leaf) {
  /** The whole heading as a person would read it out. */
  public String text() {
    return upper + leaf;
  }
}
