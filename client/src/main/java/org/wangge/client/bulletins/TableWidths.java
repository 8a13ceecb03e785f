package org.wangge.client.bulletins;

import java.util.List;
import org.wangge.wire.Table;

/** How wide the columns of a bulletin's table must be, in units of the text size. */
final class TableWidths {
  private static final double PADDING = 1.0;
  private static final double ASCII = 0.62;

  private TableWidths() {}

  /** Width of each column: its longest cell, or half its heading, which stands in two lines. */
  static double[] of(Table table) {
    double[] widths = new double[table.columns().size()];
    for (int column = 0; column < widths.length; column++) {
      double width = Math.max(heading(table.columns().get(column)), 2);
      for (List<String> row : table.rows()) {
        if (column < row.size()) {
          width = Math.max(width, em(row.get(column)));
        }
      }
      widths[column] = width + PADDING;
    }
    return widths;
  }

  /** A heading of more than three characters is broken in two. */
  static double heading(String words) {
    double whole = em(words);
    return whole > 3 ? Math.ceil(whole / 2) : whole;
  }

  private static double em(String words) {
    return words == null ? 0 : words.codePoints().mapToDouble(c -> c < 128 ? ASCII : 1).sum();
  }
}
