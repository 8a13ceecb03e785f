package org.wangge.wire;

import java.util.List;
import org.wangge.record.Record;
import org.wangge.validation.Finding;

/**
 * The answer to a save.
 *
 * @param record the record as it stands now
 * @param warnings warnings that were confirmed
 */
public record Saved(Record record, List<Finding> warnings) {}
