package org.wangge.client.ui;

import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;

/** Text for which there may be too little room: cut short it shows whole under the mouse. */
public final class WholeText {
  private WholeText() {}

  /** Shows the whole text on hover while it is cut short. */
  public static void onHover(Labeled labeled) {
    Tooltip whole = new Tooltip();
    whole.setWrapText(true);
    whole.setMaxWidth(480);
    whole.textProperty().bind(labeled.textProperty());
    labeled.textTruncatedProperty().subscribe(cut -> labeled.setTooltip(cut ? whole : null));
  }
}
