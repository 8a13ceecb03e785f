package org.wangge.client.ui;

import javafx.scene.control.TableCell;

/**
 * A table cell with words.
 *
 * @param <S> type of the rows
 */
public final class WordCell<S> extends TableCell<S, String> {
  /** An empty cell. */
  public WordCell() {
    WholeText.onHover(this);
  }

  @Override
  protected void updateItem(String words, boolean empty) {
    super.updateItem(words, empty);
    setText(empty ? null : words);
  }
}
