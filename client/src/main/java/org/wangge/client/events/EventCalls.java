package org.wangge.client.events;

import java.util.UUID;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;

/** Requests about events; they wait for the answer and throw a problem when refused. */
public interface EventCalls {
  /** The event as it stands. */
  EventCase event(UUID id);

  /** Does an act; the same request may be sent again. */
  EventCase act(UUID id, EventAct act);
}
