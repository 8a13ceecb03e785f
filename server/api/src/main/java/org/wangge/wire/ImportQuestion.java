package org.wangge.wire;

import java.util.Map;

/**
 * Something an import asks once, however many rows it stands in: a value no code list knows.
 *
 * @param field name of the field
 * @param label Chinese label of the field
 * @param typed what the sheet says
 * @param rows rows that say it
 * @param choices values to choose from, by code and label
 */
public record ImportQuestion(
    String field, String label, String typed, int rows, Map<String, String> choices) {}
