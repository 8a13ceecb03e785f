package org.wangge.client.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;

/** What a tab of the window shows. */
public interface Page {
  /** Where it leads. */
  Destination destination();

  /** Title of the tab. */
  ReadOnlyStringProperty title();

  /** Whether something typed is not saved yet. */
  ReadOnlyBooleanProperty unsaved();

  /** The node, made once. */
  Node view();

  /** Keys that count here, in the order the status line tells them. */
  List<KeyAct> keys();

  /** Called each time the tab comes to the front; puts the focus where work goes on. */
  void shown();

  /** Asked to close; calls {@code close} at once or after a question, or not at all. */
  void leave(Runnable close);

  /** Called after the tab was closed. */
  default void closed() {}
}
