package org.wangge.client.ui;

import javafx.scene.input.KeyCombination;

/**
 * A key and what it does on a page.
 *
 * @param keys the key
 * @param label what it does, in a word; empty = not told in the status line
 * @param act what happens
 */
public record KeyAct(KeyCombination keys, String label, Runnable act) {
  /** The act of a key written as {@code Ctrl+S} or {@code F2}. */
  public static KeyAct of(String keys, String label, Runnable act) {
    return new KeyAct(KeyCombination.valueOf(keys), label, act);
  }

  /** The key as it is printed on the keyboard. */
  public String keyText() {
    return keys.getName();
  }
}
