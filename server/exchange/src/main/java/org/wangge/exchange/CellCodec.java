package org.wangge.exchange;

import org.wangge.catalogue.Field;
import org.wangge.exchange.sheet.Cell;

/** From a cell to a value of one kind. */
@FunctionalInterface
interface CellCodec {
  /**
   * The value a cell means. Only what is certain is read: a doubtful cell is refused with the
   * reason, never guessed.
   *
   * @param cell a cell that is neither blank nor an error
   * @param village 12-digit village of the row, null when unknown
   */
  Reading read(Cell cell, Field field, String village, CellContext context);
}
