package org.wangge.server.store;

import java.util.UUID;

/**
 * One of many saves that are done together.
 *
 * @param id id of the record, new or known
 * @param order the save
 */
public record BulkRow(UUID id, SaveOrder order) {}
