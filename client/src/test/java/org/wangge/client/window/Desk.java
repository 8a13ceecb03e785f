package org.wangge.client.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.wangge.client.Options;
import org.wangge.client.Workstation;
import org.wangge.client.work.FileDoor;
import org.wangge.testing.TestServer;

/** One workstation with somebody at its keyboard. */
final class Desk implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  private static final List<Desk> DESKS = new ArrayList<>();

  private static boolean started;

  private final FxRobot robot = new FxRobot();
  private final Stage stage;
  private final Workstation workstation;

  private Desk(Stage stage, Workstation workstation) {
    this.stage = stage;
    this.workstation = workstation;
  }

  /** Opens a window that belongs to the server; settings and certificate lie below the folder. */
  static Desk open(TestServer server, Path folder, String name) {
    Path authority = folder.resolve(name + ".pem");
    try {
      Files.writeString(
          authority,
          "-----BEGIN CERTIFICATE-----\n"
              + Base64.getMimeEncoder(64, new byte[] {'\n'})
                  .encodeToString(server.authority().getEncoded())
              + "\n-----END CERTIFICATE-----\n",
          StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
    Desk desk = open(URI.create("https://" + server.address()), authority, folder.resolve(name));
    desk.see("#sign-in-account");
    return desk;
  }

  private static Desk open(URI server, Path authority, Path settings) {
    start();
    return onWindow(
        () -> {
          Stage stage = new Stage();
          Workstation workstation =
              new Workstation(
                  stage,
                  new Options(Optional.of(server), Optional.of(authority), settings),
                  new NoFiles());
          workstation.show();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1366);
          stage.setHeight(768);
          Desk desk = new Desk(stage, workstation);
          DESKS.add(desk);
          return desk;
        });
  }

  /** Nobody chooses files here. */
  private static final class NoFiles implements FileDoor {
    @Override
    public Optional<Path> chooseToRead(String title, String kind, List<String> endings) {
      return Optional.empty();
    }

    @Override
    public Optional<Path> chooseToWrite(String title, String name) {
      return Optional.empty();
    }

    @Override
    public void show(Path file) {
      throw new UnsupportedOperationException("no other program is here");
    }
  }

  /** Starts JavaFX once; TestFX itself would look for another headless platform. */
  private static synchronized void start() {
    if (!started) {
      Platform.startup(() -> Platform.setImplicitExit(false));
      started = true;
    }
  }

  static <T> T onWindow(Callable<T> act) {
    try {
      return WaitForAsyncUtils.asyncFx(act).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  Workstation workstation() {
    return workstation;
  }

  /**
   * Puts the hands on this keyboard. JavaFX's headless platform leaves the focus with every window
   * that ever had it and sends keys to the one opened last, so the others are put away meanwhile.
   */
  void come() {
    onWindow(
        () -> {
          DESKS.stream().filter(desk -> desk != this).forEach(desk -> desk.stage.hide());
          stage.show();
          stage.toFront();
          stage.requestFocus();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types text into whatever has the focus. */
  void type(String text) {
    robot.write(text, 0);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses keys together. */
  void press(KeyCode... keys) {
    robot.push(keys);
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Types into a field and goes on with Enter, as one does with a paper form. */
  void enter(String text) {
    type(text);
    press(KeyCode.ENTER);
  }

  /** Goes on with Enter until the field has the focus. */
  void goTo(String id) {
    for (int step = 0; step < 80; step++) {
      if (focusId().equals(id)) {
        return;
      }
      press(KeyCode.ENTER);
    }
    throw new AssertionError("Enter never reached " + id + ", it stays at " + focusId());
  }

  /** Id of the node that has the focus, or an empty text. */
  String focusId() {
    return onWindow(
        () -> {
          Node owner = stage.getScene().getFocusOwner();
          return owner == null || owner.getId() == null ? "" : owner.getId();
        });
  }

  /** The shown node that the selector finds. */
  Optional<Node> find(String selector) {
    return onWindow(
        () ->
            stage.getScene().getRoot().lookupAll(selector).stream()
                .filter(Desk::isShown)
                .findFirst());
  }

  private static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return true;
  }

  /** What stands in a field or label. */
  String text(String selector) {
    return onWindow(
        () ->
            switch (stage.getScene().getRoot().lookup(selector)) {
              case TextInputControl field -> field.getText();
              case Labeled label -> label.getText();
              case null, default -> "";
            });
  }

  /** Every text that can be read in the window now. */
  List<String> texts() {
    return onWindow(
        () -> {
          List<String> texts = new ArrayList<>();
          collect(stage.getScene().getRoot(), texts);
          return texts;
        });
  }

  private static void collect(Node node, List<String> texts) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      texts.add(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  /** Waits until a text can be read in the window. */
  void seeText(String words) {
    see("the text " + words, () -> texts().stream().anyMatch(text -> text.contains(words)));
  }

  /** Waits until the selector finds something. */
  Node see(String selector) {
    see(selector, () -> find(selector).isPresent());
    return find(selector).orElseThrow();
  }

  /** Waits until something is so. */
  void see(String what, Callable<Boolean> so) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, so);
    } catch (TimeoutException e) {
      picture("failed-" + System.nanoTime());
      throw new AssertionError("never saw " + what + "; there is " + texts(), e);
    }
  }

  /** Presses a button that has no key of its own. */
  void fire(String selector) {
    Node node = see(selector);
    onWindow(
        () -> {
          ((Button) node).fire();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Puts the keyboard on a control, as a click does. */
  void focus(String selector) {
    Node node = see(selector);
    onWindow(
        () -> {
          node.requestFocus();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Whether a choice is taken. */
  boolean isSelected(String selector) {
    Node node = see(selector);
    return onWindow(() -> ((ToggleButton) node).isSelected());
  }

  /** Signs in from the keyboard. */
  void signIn(String account, String password) {
    see("#sign-in-account");
    come();
    onWindow(
        () -> {
          ((TextInputControl) stage.getScene().lookup("#sign-in-account")).clear();
          stage.getScene().lookup("#sign-in-account").requestFocus();
          return null;
        });
    enter(account);
    enter(password);
    see(".navigation");
  }

  /** Finds a function by its words and opens it: Ctrl+K. */
  void openFunction(String words) {
    press(KeyCode.CONTROL, KeyCode.K);
    see("the search box", () -> focusId().equals("finder"));
    type(words);
    see(
        "a hit for " + words,
        () ->
            onWindow(
                () ->
                    stage.getScene().lookup("#finder-hits")
                            instanceof javafx.scene.control.ListView<?> hits
                        && !hits.getItems().isEmpty()));
    press(KeyCode.ENTER);
    see("the search to close", () -> find("#finder").isEmpty());
  }

  /** Takes a picture of the window, popups included, as {@code target/pictures/NAME.png}. */
  void picture(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    onWindow(
        () -> {
          Parent root = stage.getScene().getRoot();
          WritableImage window = root.snapshot(null, null);
          java.awt.image.BufferedImage image = SwingFXUtils.fromFXImage(window, null);
          java.awt.Graphics2D graphics = image.createGraphics();
          for (Window popup : Window.getWindows()) {
            if (popup instanceof PopupWindow && popup.isShowing()) {
              double x = popup.getX() - stage.getX() - stage.getScene().getX();
              double y = popup.getY() - stage.getY() - stage.getScene().getY();
              graphics.drawImage(
                  SwingFXUtils.fromFXImage(popup.getScene().snapshot(null), null),
                  (int) x,
                  (int) y,
                  null);
            }
          }
          graphics.dispose();
          Path file = Path.of("target", "pictures", name + ".png");
          try {
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return null;
        });
  }

  @Override
  public void close() {
    onWindow(
        () -> {
          for (Window window : List.copyOf(Window.getWindows())) {
            if (window instanceof PopupWindow) {
              window.hide();
            }
          }
          DESKS.remove(this);
          stage.hide();
          workstation.close();
          return null;
        });
    assertThat(stage.isShowing()).isFalse();
  }
}
