package org.wangge.wire;

import java.util.List;

/**
 * The tables and text of a month, for the screen.
 *
 * @param state state of the month
 * @param title title of the bulletin
 * @param paragraphs opening and text, in order
 * @param tables tables in order
 * @param checks what was checked, with its result in words
 */
public record BulletinDocument(
    BulletinState state,
    String title,
    List<String> paragraphs,
    List<Table> tables,
    List<String> checks) {}
