package org.wangge.wire;

import java.util.Map;
import java.util.UUID;

/**
 * Values typed so far, to be judged and searched for the same person.
 *
 * @param area village code the record is for
 * @param id id of the record being typed
 * @param values values in the JSON form of their kinds
 */
public record Check(String area, UUID id, Map<String, Object> values) {}
