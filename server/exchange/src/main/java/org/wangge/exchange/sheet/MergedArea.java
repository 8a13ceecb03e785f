package org.wangge.exchange.sheet;

/**
 * A merged area; its value stands in the top left cell.
 *
 * @param firstRow from 1
 * @param firstColumn from 1
 * @param lastRow inclusive
 * @param lastColumn inclusive
 */
public record MergedArea(int firstRow, int firstColumn, int lastRow, int lastColumn) {
  /** Whether the cell lies in it. */
  public boolean covers(int row, int column) {
    return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
  }

  /** How many columns it spans. */
  public int width() {
    return lastColumn - firstColumn + 1;
  }

  /** How many rows it spans. */
  public int height() {
    return lastRow - firstRow + 1;
  }
}
