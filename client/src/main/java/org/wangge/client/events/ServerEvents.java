package org.wangge.client.events;

import java.util.UUID;
import org.wangge.client.connection.Connection;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.Paths;

/** Requests about events over the connection. */
public final class ServerEvents implements EventCalls {
  private final Connection connection;

  /** Requests over this connection. */
  public ServerEvents(Connection connection) {
    this.connection = connection;
  }

  @Override
  public EventCase event(UUID id) {
    return connection.get(Connection.path(Paths.EVENT, id), EventCase.class);
  }

  @Override
  public EventCase act(UUID id, EventAct act) {
    return connection.post(Connection.path(Paths.EVENT_ACTS, id), act, EventCase.class);
  }
}
