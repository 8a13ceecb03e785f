package org.wangge.wire;

import java.util.List;

/**
 * A record type of the town's own (9+X), as the town describes it.
 *
 * @param key stable key; empty for a new type, which gets one from its label
 * @param version version that was read; 0 for a new type
 * @param module key of its module; empty where the module is new
 * @param label Chinese name of the type
 * @param fields fields in the order of the paper form; the first text field names the record
 * @param listed whether it stands in the navigation
 */
public record OwnTypeDraft(
    String key,
    long version,
    String module,
    String label,
    List<OwnFieldDraft> fields,
    boolean listed) {
  /** Copies the list. */
  public OwnTypeDraft {
    fields = fields == null ? List.of() : List.copyOf(fields);
  }
}
