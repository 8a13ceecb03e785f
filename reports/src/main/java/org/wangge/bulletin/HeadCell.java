package org.wangge.bulletin;

/**
 * A cell of a merged table head. Levels count from 0 at the top, columns from 0 at the left; both
 * ends are included.
 *
 * @param text the label of a group or of a column
 * @param firstLevel the highest level it covers
 * @param lastLevel the lowest level it covers; for a column's own label the lowest of the head
 * @param firstColumn the first column it covers
 * @param lastColumn the last column it covers
 */
public record HeadCell(
    String text, int firstLevel, int lastLevel, int firstColumn, int lastColumn) {}
