package org.wangge.client.work;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Lets Enter do on a button what Space does: to most people it is the key that goes on. */
public final class EnterFires {
  private EnterFires() {}

  /** For all buttons at and below the node. */
  public static void in(Node node) {
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER
              && !event.isControlDown()
              && event.getTarget() instanceof ButtonBase button
              && !(button instanceof ToggleButton)) {
            event.consume();
            button.fire();
          }
        });
  }
}
