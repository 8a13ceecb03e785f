package org.wangge.wire;

import java.util.List;
import java.util.UUID;

/**
 * What an import does or did.
 *
 * @param id import id
 * @param file file name as sent
 * @param sheet sheet the rows came from
 * @param type type key the rows become
 * @param committed true once written
 * @param created rows that become or became new records
 * @param changed rows that change or changed a record
 * @param same rows equal to what stands there
 * @param refused rows refused
 * @param asked rows that need an answer first
 * @param notes sentences about the file as a whole (new grids, columns without a field)
 */
public record ImportReport(
    UUID id,
    String file,
    String sheet,
    String type,
    boolean committed,
    int created,
    int changed,
    int same,
    int refused,
    int asked,
    List<String> notes) {}
