package org.wangge.client.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.wangge.client.connection.Outbox;
import org.wangge.client.connection.Waiting;

/** An outbox in memory that sends nothing by itself. */
public final class MemoryOutbox implements Outbox {
  private final Map<UUID, Waiting> waiting = new LinkedHashMap<>();
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();

  @Override
  public void add(Waiting item) {
    waiting.put(item.id(), item);
    count.set(waiting.size());
  }

  @Override
  public void remove(UUID id) {
    waiting.remove(id);
    count.set(waiting.size());
  }

  @Override
  public List<Waiting> all() {
    return List.copyOf(waiting.values());
  }

  @Override
  public void send() {
    throw new UnsupportedOperationException("nothing is sent from here");
  }

  @Override
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }
}
