package org.wangge.client.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.wangge.client.connection.Draft;
import org.wangge.client.connection.Drafts;

/** Drafts in memory. */
public final class MemoryDrafts implements Drafts {
  private final Map<UUID, Draft> drafts = new LinkedHashMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  @Override
  public void keep(Draft draft) {
    drafts.put(draft.id(), draft);
    count.set(drafts.size());
  }

  @Override
  public void drop(UUID id) {
    drafts.remove(id);
    count.set(drafts.size());
  }

  @Override
  public Optional<Draft> find(UUID id) {
    return Optional.ofNullable(drafts.get(id));
  }

  @Override
  public List<Draft> all() {
    return List.copyOf(drafts.values());
  }

  @Override
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
