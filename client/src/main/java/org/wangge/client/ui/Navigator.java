package org.wangge.client.ui;

/** Opens and closes the tabs of the window. */
public interface Navigator {
  /** Shows the tab of this destination, opening it when it is not there. */
  void open(Destination destination);

  /** Closes the tab of this page without asking. */
  void close(Page page);
}
