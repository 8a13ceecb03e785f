package org.wangge.client.work;

import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Styles;

/** How urgent something is; always shown as colour, icon and word together. */
public enum Tone {
  /** Nothing presses. */
  CALM(Styles.SUCCESS, Icon.CLOCK),
  /** Less than a day is left. */
  SOON(Styles.WARNING, Icon.ALERT),
  /** The time has passed. */
  LATE("danger", Icon.ERROR);

  private final String style;
  private final Icon icon;

  Tone(String style, Icon icon) {
    this.style = style;
    this.icon = icon;
  }

  /** Style name of the colour. */
  public String style() {
    return style;
  }

  /** The icon. */
  public Icon icon() {
    return icon;
  }
}
