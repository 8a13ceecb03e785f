package org.wangge.exchange.sheet;

/**
 * How much of a file is read before it is refused as too large.
 *
 * @param fileBytes bytes of the file as sent
 * @param inflatedBytes bytes of all zip entries together
 * @param inflationRatio inflated to packed bytes of one entry, watched from 16 MB on
 * @param entries entries of the zip
 * @param sheets sheets of a workbook
 * @param rows rows of a sheet that hold something
 * @param columns columns of a sheet
 * @param cellCharacters characters of one cell
 * @param sheetBytes bytes the grid of one sheet may take in memory
 */
public record Limits(
    int fileBytes,
    long inflatedBytes,
    int inflationRatio,
    int entries,
    int sheets,
    int rows,
    int columns,
    int cellCharacters,
    long sheetBytes) {
  /** What a server with 512 MB of memory can take in. */
  public static Limits standard() {
    return new Limits(64 << 20, 640L << 20, 200, 2_000, 200, 200_000, 500, 32_767, 192L << 20);
  }
}
