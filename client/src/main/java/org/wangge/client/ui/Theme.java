package org.wangge.client.ui;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleConsumer;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/**
 * The look of every window: theme, stylesheets, type face, and the one number everything scales
 * from.
 */
public final class Theme {
  /** Base sizes of text, in pixels. */
  public enum TextSize {
    /** For most eyes. */
    NORMAL(15),
    /** Large mode: one column, everything bigger. */
    LARGE(20);

    private final int pixels;

    TextSize(int pixels) {
      this.pixels = pixels;
    }

    /** Base text size in pixels. */
    public int pixels() {
      return pixels;
    }
  }

  /** Faces that hold Chinese, best first. */
  private static final List<String> FACES =
      List.of(
          "Microsoft YaHei UI",
          "Microsoft YaHei",
          "Noto Sans CJK SC",
          "Noto Sans SC",
          "Source Han Sans SC",
          "Source Han Sans CN",
          "PingFang SC",
          "WenQuanYi Micro Hei");

  private final ObjectProperty<TextSize> textSize = new SimpleObjectProperty<>(TextSize.NORMAL);
  private final BooleanProperty highContrast = new SimpleBooleanProperty();
  private final String face;

  /** Sets the theme for the whole program; on the window's thread. */
  public Theme() {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    face = chooseFace();
  }

  /** A computer without any Chinese face gets the one packed with the program. */
  private static String chooseFace() {
    Set<String> installed = new HashSet<>(Font.getFamilies());
    return FACES.stream()
        .filter(installed::contains)
        .findFirst()
        .orElseGet(
            () -> {
              try (InputStream in =
                  Theme.class.getResourceAsStream("fonts/NotoSansSC-Medium.ttf")) {
                return Font.loadFont(in, 15).getFamily();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  /** Base text size. */
  public ObjectProperty<TextSize> textSize() {
    return textSize;
  }

  /**
   * Measures what stylesheets do not reach, such as columns, in pixels per em: at once, and after
   * every change of the text size while the node is in a window.
   */
  public void measure(Node node, DoubleConsumer act) {
    act.accept(textSize.get().pixels());
    textSize
        .when(node.sceneProperty().map(scene -> true).orElse(false))
        .subscribe(
            size -> {
              if (size != null) {
                act.accept(size.pixels());
              }
            });
  }

  /** Black on white with strong lines. */
  public BooleanProperty highContrast() {
    return highContrast;
  }

  /** Name of the type face in use. */
  public String face() {
    return face;
  }

  /** Gives a window this look, now and after every change of size or contrast. */
  public void dress(Scene scene) {
    Runnable dress = () -> scene.getStylesheets().setAll(stylesheets());
    dress.run();
    textSize.addListener((size, before, after) -> dress.run());
    highContrast.addListener((contrast, before, after) -> dress.run());
  }

  private List<String> stylesheets() {
    List<String> sheets = new ArrayList<>();
    sheets.add(sheet("workstation.css"));
    sheets.add(sheet("pages.css"));
    sheets.add(sheet("controlsfx-bridge.css"));
    if (highContrast.get()) {
      sheets.add(sheet("high-contrast.css"));
    }
    // A stylesheet, not an inline style of the root: popups take over the sheets of their window.
    String root =
        ".root{-fx-font-family:\"%s\";-fx-font-size:%dpx;}"
            .formatted(face, textSize.get().pixels());
    sheets.add(
        "data:text/css;base64,"
            + Base64.getEncoder().encodeToString(root.getBytes(StandardCharsets.UTF_8)));
    return sheets;
  }

  private static String sheet(String name) {
    return Theme.class.getResource(name).toExternalForm();
  }
}
