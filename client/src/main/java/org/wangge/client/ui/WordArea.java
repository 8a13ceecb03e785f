package org.wangge.client.ui;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A text of several lines; Tab goes on as in every other field, Alt+Enter makes a new line. */
public final class WordArea extends TextArea {
  /** An empty text. */
  public WordArea() {
    setWrapText(true);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            requestFocusTraversal(
                event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
          } else if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
            event.consume();
            insertText(getCaretPosition(), "\n");
          }
        });
    // The Tab that went on must not be typed either.
    addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (event.getCharacter().equals("\t")) {
            event.consume();
          }
        });
  }
}
