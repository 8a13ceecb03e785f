package org.wangge.client.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Transform;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.wangge.client.Options;
import org.wangge.client.Workstation;
import org.wangge.client.ui.Theme;
import org.wangge.client.work.FileDoor;
import org.wangge.testing.TestServer;

/** One workstation with somebody at its keyboard. */
final class Desk implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 20;

  /** Folder that pictures are kept in, of the user guide for instance; none unless it is set. */
  private static final String PICTURES = "wangge.pictures";

  /** What stands before the person: size of the window, of the text and of the screen's dots. */
  enum Look {
    /** The screen of most villages. */
    NORMAL(1366, 768, 1, Theme.TextSize.NORMAL),
    /** A notebook of 1920 × 1080 at 150 %. */
    NOTEBOOK_150(1280, 720, 1.5, Theme.TextSize.NORMAL),
    /** The screen of most villages at 150 %. */
    NORMAL_150(911, 512, 1.5, Theme.TextSize.NORMAL),
    /** The large-type mode. */
    LARGE(1366, 768, 1, Theme.TextSize.LARGE);

    private final double width;
    private final double height;
    private final double scale;
    private final Theme.TextSize text;

    Look(double width, double height, double scale, Theme.TextSize text) {
      this.width = width;
      this.height = height;
      this.scale = scale;
      this.text = text;
    }
  }

  private static final List<Desk> DESKS = new ArrayList<>();

  private static boolean started;

  private final FxRobot robot = new FxRobot();
  private final Stage stage;
  private final Workstation workstation;
  private final LaidOutFiles files;
  private Look look = Look.NORMAL;

  private Desk(Stage stage, Workstation workstation, LaidOutFiles files) {
    this.stage = stage;
    this.workstation = workstation;
    this.files = files;
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
    Desk desk =
        open(
            new Options(
                Optional.of(URI.create("https://" + server.address())),
                Optional.of(authority),
                folder.resolve(name)));
    desk.see("#sign-in-account");
    return desk;
  }

  /** Opens a window that no server knows yet. */
  static Desk openUnknown(Path folder, String name) {
    Desk desk = open(new Options(Optional.empty(), Optional.empty(), folder.resolve(name)));
    desk.see("#sign-in-address");
    return desk;
  }

  private static Desk open(Options options) {
    start();
    return onWindow(
        () -> {
          Stage stage = new Stage();
          LaidOutFiles files = new LaidOutFiles(options.settings());
          Workstation workstation = new Workstation(stage, options, files);
          workstation.show();
          stage.setX(0);
          stage.setY(0);
          stage.setWidth(1366);
          stage.setHeight(768);
          Desk desk = new Desk(stage, workstation, files);
          DESKS.add(desk);
          return desk;
        });
  }

  /** The person's files: what is chosen is laid out beforehand. */
  static final class LaidOutFiles implements FileDoor {
    private final Path folder;
    private Optional<Path> toRead = Optional.empty();

    private LaidOutFiles(Path folder) {
      this.folder = folder;
    }

    /** Lays out what is chosen next. */
    void choose(Path file) {
      toRead = Optional.of(file);
    }

    @Override
    public Optional<Path> chooseToRead(String title, String kind, List<String> endings) {
      return toRead;
    }

    @Override
    public Optional<Path> chooseToWrite(String title, String name) {
      return Optional.of(folder.resolve(name));
    }

    @Override
    public void show(Path file) {
      assertThat(file).exists();
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

  LaidOutFiles files() {
    return files;
  }

  /** Asks something of the window's content. */
  <T> T onScene(Function<Scene, T> question) {
    return onWindow(() -> question.apply(stage.getScene()));
  }

  /** Waits until no answer is awaited and everything is laid out. */
  void settle() {
    see(
        "the end of waiting",
        () ->
            onWindow(
                () ->
                    stage.getScene().getRoot().lookupAll(".loading").stream()
                        .noneMatch(Desk::isShown)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Gives the window another size and its text another. */
  void wear(Look wanted) {
    look = wanted;
    onWindow(
        () -> {
          workstation.theme().textSize().set(wanted.text);
          stage.setRenderScaleX(wanted.scale);
          stage.setRenderScaleY(wanted.scale);
          stage.setWidth(wanted.width);
          stage.setHeight(wanted.height);
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
    onWindow(
        () -> {
          stage.getScene().getRoot().applyCss();
          stage.getScene().getRoot().layout();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Labels of everything the navigation leads to. */
  List<String> navigation() {
    return onScene(
        scene ->
            scene.getRoot().lookupAll(".navigation .button").stream()
                .filter(node -> node.getUserData() == null)
                .filter(node -> !node.getStyleClass().contains("narrow-button"))
                .map(node -> ((Button) node).getText())
                .toList());
  }

  /** Opens what the navigation leads to. */
  void openNavigation(String label) {
    onWindow(
        () -> {
          stage.getScene().getRoot().lookupAll(".navigation .button").stream()
              .map(Button.class::cast)
              .filter(button -> button.getUserData() == null && button.getText().equals(label))
              .forEach(Button::fire);
          return null;
        });
    settle();
  }

  /** Unfolds every section of a form. */
  void unfold() {
    onWindow(
        () -> {
          stage.getScene().getRoot().lookupAll(".form-section").stream()
              .filter(
                  section -> {
                    Node fields = section.lookup(".form-fields");
                    return fields != null && !fields.isVisible();
                  })
              .forEach(section -> ((Button) section.lookup(".section-title")).fire());
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Whether a table holds anything. */
  boolean hasRows(String selector) {
    return onScene(
        scene ->
            scene.getRoot().lookup(selector) instanceof TableView<?> table
                && !table.getItems().isEmpty());
  }

  /** Chooses the first item of a menu. */
  void chooseFromMenu(String selector) {
    MenuButton menu = (MenuButton) see(selector);
    onWindow(
        () -> {
          menu.getItems().getFirst().fire();
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Chooses an item of a menu by its words. */
  void chooseFromMenu(String selector, String words) {
    MenuButton menu = (MenuButton) see(selector);
    onWindow(
        () -> {
          menu.getItems().stream()
              .filter(item -> item.getText().equals(words))
              .forEach(MenuItem::fire);
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Presses the button that says this. */
  void pressButton(String words) {
    onWindow(
        () -> {
          stage.getScene().getRoot().lookupAll(".button").stream()
              .filter(node -> node instanceof Button button && words.equals(button.getText()))
              .filter(Desk::isShown)
              .forEach(node -> ((Button) node).fire());
          return null;
        });
    WaitForAsyncUtils.waitForFxEvents();
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
    see(what, Duration.ofSeconds(PATIENCE_SECONDS), so);
  }

  /** Waits so long until something is so. */
  void see(String what, Duration patience, Callable<Boolean> so) {
    try {
      WaitForAsyncUtils.waitFor(patience.toSeconds(), TimeUnit.SECONDS, so);
    } catch (TimeoutException e) {
      picture(Path.of("target", "pictures"), "failed-" + System.nanoTime());
      throw new AssertionError("never saw " + what + "; there is " + texts(), e);
    }
  }

  /** Presses a button that has no key of its own. */
  void fire(String selector) {
    Node node = see(selector);
    onWindow(
        () -> {
          ((ButtonBase) node).fire();
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

  /** Keeps a picture of the window when a folder for pictures is named. */
  void picture(String name) {
    String folder = System.getProperty(PICTURES, "");
    if (!folder.isEmpty()) {
      picture(Path.of(folder), name);
    }
  }

  /** Takes a picture of the window as it stands, dots of the screen and popups included. */
  private void picture(Path folder, String name) {
    WaitForAsyncUtils.waitForFxEvents();
    onWindow(
        () -> {
          SnapshotParameters dots = new SnapshotParameters();
          dots.setTransform(Transform.scale(look.scale, look.scale));
          WritableImage window = stage.getScene().getRoot().snapshot(dots, null);
          BufferedImage image =
              new BufferedImage(
                  (int) window.getWidth(), (int) window.getHeight(), BufferedImage.TYPE_INT_RGB);
          Graphics2D graphics = image.createGraphics();
          graphics.drawImage(SwingFXUtils.fromFXImage(window, null), 0, 0, null);
          for (Window popup : Window.getWindows()) {
            if (popup instanceof PopupWindow && popup.isShowing()) {
              double x = popup.getX() - stage.getX() - stage.getScene().getX();
              double y = popup.getY() - stage.getY() - stage.getScene().getY();
              graphics.drawImage(
                  SwingFXUtils.fromFXImage(popup.getScene().getRoot().snapshot(dots, null), null),
                  (int) (x * look.scale),
                  (int) (y * look.scale),
                  null);
            }
          }
          graphics.dispose();
          try {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", folder.resolve(name.replace('/', '-') + ".png").toFile());
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
