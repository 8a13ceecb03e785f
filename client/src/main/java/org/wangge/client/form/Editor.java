package org.wangge.client.form;

import javafx.scene.Node;

/** The part of a form that takes a value of one kind. */
interface Editor {
  /** What stands in the form. */
  Node node();

  /** What takes the keyboard. */
  Node focus();

  /** Takes over what was typed but not yet taken, before the field is left. */
  void commit();
}
