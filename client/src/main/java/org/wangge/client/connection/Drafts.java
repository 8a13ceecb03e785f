package org.wangge.client.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;

/** Unfinished forms of the signed-in account on this workstation. */
public interface Drafts {
  /** Keeps a draft in the place of the one of the same record. */
  void keep(Draft draft);

  /** Forgets the draft of a record, if there is one. */
  void drop(UUID id);

  /** The draft of a record, or empty. */
  Optional<Draft> find(UUID id);

  /** All drafts, newest first. */
  List<Draft> all();

  /** How many there are; changes on the window's thread. */
  ReadOnlyIntegerProperty count();
}
