package org.wangge.wire;

import java.util.List;
import org.wangge.record.Query;

/**
 * Orders an export of a list.
 *
 * @param type type key
 * @param query list as filtered; paging is ignored
 * @param fields columns; empty = all the post may see
 * @param clear true asks for masked values in clear where the post may
 * @param reason why, at least 4 characters
 */
public record ExportOrder(
    String type, Query query, List<String> fields, boolean clear, String reason) {}
