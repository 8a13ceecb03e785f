package org.wangge.client;

import java.util.ArrayList;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.wangge.client.work.NativeFileDoor;

/** The JavaFX side of the start. */
public final class WorkstationApplication extends Application {
  private Workstation workstation;

  /** Made by JavaFX. */
  public WorkstationApplication() {}

  @Override
  public void start(Stage stage) {
    workstation =
        new Workstation(
            stage,
            Options.parse(getParameters().getRaw().toArray(String[]::new)),
            new NativeFileDoor(() -> stage, getHostServices()::showDocument));
    workstation.onExit(
        () -> {
          // Popups still open while JavaFX ends have brought the whole program down.
          new ArrayList<>(Window.getWindows()).forEach(Window::hide);
          Platform.exit();
        });
    Platform.setImplicitExit(false);
    workstation.show();
  }

  @Override
  public void stop() {
    workstation.close();
  }
}
