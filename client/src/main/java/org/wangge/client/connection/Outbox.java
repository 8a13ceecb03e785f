package org.wangge.client.connection;

import java.util.List;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;

/**
 * Finished saves that could not be sent. They go by themselves when the server answers again; one
 * that is refused then becomes a draft with the reason.
 */
public interface Outbox {
  /** Puts a save here, in the place of an earlier one of the same record. */
  void add(Waiting waiting);

  /** Takes the save of a record away, if there is one. */
  void remove(UUID id);

  /** All waiting saves, oldest first. */
  List<Waiting> all();

  /** Tries to send everything now; waits for the answers. */
  void send();

  /** How many there are; changes on the window's thread. */
  ReadOnlyIntegerProperty count();
}
