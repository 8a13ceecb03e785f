package org.wangge.wire;

import java.util.List;
import java.util.Map;
import org.wangge.record.Record;
import org.wangge.validation.Finding;

/**
 * Problem details (RFC 9457), media type {@code application/problem+json}. The workstation words
 * the code itself.
 *
 * @param type {@code urn:wangge:problem:<code>}
 * @param title the code's key
 * @param status HTTP status
 * @param instance request id, to be quoted when asking for help
 * @param arguments arguments of the wording
 * @param findings findings of an invalid record; empty otherwise
 * @param current the record as it stands, after a stale save; null otherwise
 */
public record ProblemDocument(
    String type,
    String title,
    int status,
    String instance,
    Map<String, Object> arguments,
    List<Finding> findings,
    Record current) {}
