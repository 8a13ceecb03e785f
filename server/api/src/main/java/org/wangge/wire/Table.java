package org.wangge.wire;

import java.util.List;

/**
 * A table of a bulletin for the screen; figures are ready for display.
 *
 * @param key stable key
 * @param number such as 表1
 * @param title title
 * @param groups upper heading of each column, empty where none
 * @param columns heading of each column
 * @param rows rows of cells in display form; the last row is the total
 * @param notes notes under the table
 */
public record Table(
    String key,
    String number,
    String title,
    List<String> groups,
    List<String> columns,
    List<List<String>> rows,
    List<String> notes) {}
