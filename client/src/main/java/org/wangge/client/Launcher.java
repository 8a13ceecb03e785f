package org.wangge.client;

import javafx.application.Application;
import org.wangge.client.ui.Messages;

/**
 * Starts the workstation. It is no JavaFX application itself, since Java would then look for JavaFX
 * among the modules instead of on the class path.
 */
public final class Launcher {
  private Launcher() {}

  /**
   * Starts the window.
   *
   * @param arguments {@code --server https://HOST:PORT --ca FILE --settings FOLDER}, all optional
   */
  public static void main(String[] arguments) {
    try {
      Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(
          Messages.of(Launcher.class).get("usage", "argument", String.valueOf(e.getMessage())));
      System.exit(64);
    }
    Application.launch(WorkstationApplication.class, arguments);
  }
}
