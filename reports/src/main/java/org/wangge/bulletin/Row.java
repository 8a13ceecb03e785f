package org.wangge.bulletin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One row of a bulletin table.
 *
 * @param cells one per column, in the order of the columns; null where there is no value. The types
 *     are those of {@link ColumnKind}; {@link BulletinTable} checks them.
 */
public record Row(List<Object> cells) {
  /** Copies the cells. */
  public Row {
    // List.copyOf refuses null, and null is a lawful cell.
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }

  /** A row of the given cells. */
  public static Row of(Object... cells) {
    return new Row(Arrays.asList(cells));
  }
}
