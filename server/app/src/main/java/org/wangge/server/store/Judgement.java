package org.wangge.server.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wangge.record.Values;
import org.wangge.server.store.RecordTable.Column;
import org.wangge.validation.Finding;

/**
 * A save thought through to the end, before anything is written.
 *
 * @param current the record as it stands; null when it is new
 * @param area place it belongs to afterwards
 * @param values completed values
 * @param incomplete whether required values are missing
 * @param changes fields that change; of a new record all that have a value
 * @param findings what was found, in the order of the form
 */
record Judgement(
    UUID id,
    RecordRow current,
    String area,
    Values values,
    boolean incomplete,
    Map<Column, Change> changes,
    List<Finding> findings) {

  /** Old and new value; null when empty. */
  record Change(Object from, Object to) {}

  boolean isNew() {
    return current == null;
  }

  boolean forbids() {
    return findings.stream().anyMatch(Finding::forbids);
  }

  boolean moves() {
    return current != null && !current.area().equals(area);
  }

  /** The same with values the server adds to a new record. */
  Judgement with(RecordTable table, Values added) {
    Values all = values.with(added);
    Map<Column, Change> changed = new LinkedHashMap<>(changes);
    for (String name : added.names()) {
      Column column = table.columns.get(name);
      if (column != null && !SqlValues.isEmpty(added.get(name))) {
        changed.put(column, new Change(null, added.get(name)));
      }
    }
    return new Judgement(id, current, area, all, incomplete, changed, findings);
  }

  /** The same with further findings. */
  Judgement with(List<Finding> further) {
    if (further.isEmpty()) {
      return this;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(further);
    return new Judgement(id, current, area, values, incomplete, changes, List.copyOf(all));
  }

  /** Whether there is anything to write. */
  boolean changesAnything() {
    return current == null || !current.ownPresent() || moves() || !changes.isEmpty();
  }
}
