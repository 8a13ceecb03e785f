package org.wangge.wire;

import java.util.List;
import java.util.UUID;
import org.wangge.validation.Finding;

/**
 * One row of an import.
 *
 * @param row row number in the sheet, from 1
 * @param outcome create, change, same, refuse or ask
 * @param title what names the row
 * @param record id of the record made or changed; null before or when refused
 * @param changes names of the fields it changes
 * @param findings reasons and warnings; the field names a column of the type
 */
public record ImportRow(
    int row,
    String outcome,
    String title,
    UUID record,
    List<String> changes,
    List<Finding> findings) {}
