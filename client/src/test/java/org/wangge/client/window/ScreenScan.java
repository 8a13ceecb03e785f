package org.wangge.client.window;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/** Looks over one screen for what a user of sixty with a keyboard would stumble on. */
final class ScreenScan {
  private static final double TOLERANCE = 1.5;

  private final Scene scene;
  private final List<String> faults = new ArrayList<>();

  private ScreenScan(Scene scene) {
    this.scene = scene;
  }

  /** Text that is cut, squeezed or outside the window; on the window's thread. */
  static List<String> clipped(Scene scene) {
    ScreenScan scan = new ScreenScan(scene);
    scan.each(scene.getRoot(), scan::checkText);
    return scan.faults;
  }

  /** Controls that a screen reader could not name; on the window's thread. */
  static List<String> nameless(Scene scene) {
    ScreenScan scan = new ScreenScan(scene);
    for (Node node : scan.focusable()) {
      if (scan.nameOf(node).isBlank()) {
        scan.faults.add("no accessible text: " + describe(node));
      }
    }
    return scan.faults;
  }

  /** Controls that the Tab key does not come to; on the window's thread. */
  static List<String> unreachable(Scene scene) {
    ScreenScan scan = new ScreenScan(scene);
    Set<Node> reached = new LinkedHashSet<>();
    Set<Node> wanted = new LinkedHashSet<>(scan.focusable());
    for (int step = 0; step < 2 * wanted.size() + 10; step++) {
      Node owner = scene.getFocusOwner();
      if (owner == null) {
        break;
      }
      reached.add(owner);
      for (Node parent = owner; parent != null; parent = parent.getParent()) {
        reached.add(parent);
      }
      press(owner, KeyCode.TAB);
    }
    // Of a group of choices Tab comes to one, arrows to the others.
    wanted.removeAll(reached);
    wanted.removeIf(node -> isBesideReached(node, reached));
    if (!wanted.isEmpty()) {
      // One trap hides all that comes after it.
      scan.faults.add(
          "Tab ends at %s and never comes to %s"
              .formatted(
                  describe(scene.getFocusOwner()),
                  wanted.stream().limit(3).map(ScreenScan::describe).toList()));
    }
    return scan.faults;
  }

  private static boolean isBesideReached(Node node, Set<Node> reached) {
    return node instanceof javafx.scene.control.Toggle toggle
        && toggle.getToggleGroup() != null
        && toggle.getToggleGroup().getToggles().stream()
            .map(Node.class::cast)
            .anyMatch(reached::contains);
  }

  static void press(Node node, KeyCode code) {
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
    }
  }

  private void each(Node node, Consumer<Node> look) {
    if (!node.isVisible() || node instanceof ScrollBar || node.getOpacity() == 0) {
      return;
    }
    look.accept(node);
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> each(child, look));
    }
  }

  private Collection<Node> focusable() {
    List<Node> nodes = new ArrayList<>();
    Node top = top();
    each(
        top,
        node -> {
          if (node.isFocusTraversable() && !node.isDisabled() && !isInCell(node)) {
            nodes.add(node);
          }
        });
    return nodes;
  }

  /** The dialog in front, which keeps the keyboard, or the whole window. */
  private Node top() {
    return scene.getRoot().getChildrenUnmodifiable().stream()
        .filter(node -> node.getStyleClass().contains("scrim"))
        .reduce((before, last) -> last)
        .orElse(scene.getRoot());
  }

  private static boolean isInCell(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at instanceof IndexedCell<?>) {
        return true;
      }
    }
    return false;
  }

  private String nameOf(Node node) {
    if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
      return node.getAccessibleText();
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      return labeled.getText();
    }
    if (node instanceof TextInputControl) {
      Object label = node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY);
      return label instanceof Label words ? words.getText() : "";
    }
    return "";
  }

  private void checkText(Node node) {
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getText().isBlank()
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY) {
      if (labeled.isTextTruncated() && isDrawnShort(labeled) && !hasWholeTooltip(labeled)) {
        faults.add("cut short: " + describe(labeled) + " at " + Math.round(labeled.getWidth()));
      } else if (labeled.getWidth() < 2 && !isInCell(labeled)) {
        faults.add("squeezed to nothing: " + describe(labeled));
      }
      for (Node child : labeled.getChildrenUnmodifiable()) {
        if (child instanceof Text text
            && text.getLayoutBounds().getHeight() > labeled.getHeight() + 4 * TOLERANCE) {
          faults.add("lines cut off: " + describe(labeled));
        }
      }
      checkPlace(labeled);
    } else if (node instanceof TextInputControl field) {
      if (field instanceof TextField) {
        checkPrompt(field);
      }
      checkPlace(field);
    }
  }

  /** JavaFX calls a single character that just fits cut short; what is drawn tells. */
  private static boolean isDrawnShort(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .noneMatch(
            text ->
                ((Text) text)
                    .getText()
                    .replace("\n", "")
                    .equals(labeled.getText().replace("\n", "")));
  }

  private void checkPrompt(TextInputControl field) {
    String prompt = field.getPromptText();
    if (prompt == null || prompt.isEmpty() || !field.getText().isEmpty()) {
      return;
    }
    Text text = new Text(prompt);
    text.setFont(field.getFont());
    double room =
        field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight() + TOLERANCE;
    Tooltip tip = field.getTooltip();
    boolean told = tip != null && tip.getText().contains(prompt);
    if (text.getLayoutBounds().getWidth() > room && !told) {
      faults.add("prompt cut short: " + describe(field) + " “" + prompt + "”");
    }
  }

  /** Whether it lies inside what surrounds it; what scrolls may lie below. */
  private void checkPlace(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof IndexedCell<?> || at.getStyleClass().contains("column-header-background")) {
        return;
      }
      Bounds around = at.localToScene(at.getLayoutBounds());
      if (at.getStyleClass().contains("viewport")) {
        if (bounds.getMaxX() > around.getMaxX() + TOLERANCE && !scrollsSideways(at)) {
          faults.add("cut at the right: " + describe(node));
        }
        return;
      }
    }
    if (bounds.getMinX() < -TOLERANCE
        || bounds.getMinY() < -TOLERANCE
        || bounds.getMaxX() > scene.getWidth() + TOLERANCE
        || bounds.getMaxY() > scene.getHeight() + TOLERANCE) {
      faults.add("outside the window: " + describe(node));
      return;
    }
    Parent parent = node.getParent();
    Bounds around = parent.localToScene(parent.getLayoutBounds());
    if (bounds.getMaxX() > around.getMaxX() + TOLERANCE
        || bounds.getMaxY() > around.getMaxY() + TOLERANCE) {
      faults.add("over the edge of its row: " + describe(node));
    }
  }

  private static boolean scrollsSideways(Node viewport) {
    return viewport.getParent() instanceof ScrollPane pane
        && pane.getHbarPolicy() != ScrollPane.ScrollBarPolicy.NEVER;
  }

  private static boolean hasWholeTooltip(Labeled labeled) {
    Node at = labeled;
    for (int level = 0; level < 3 && at != null; level++, at = at.getParent()) {
      if (at instanceof Control control && tells(control.getTooltip(), labeled.getText())) {
        return true;
      }
      if (at.hasProperties()
          && at.getProperties().values().stream()
              .anyMatch(value -> value instanceof Tooltip tip && tells(tip, labeled.getText()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean tells(Tooltip tip, String words) {
    return tip != null && tip.getText() != null && tip.getText().contains(words);
  }

  private static String describe(Node node) {
    String words =
        node instanceof Labeled labeled
            ? " “" + labeled.getText() + "”"
            : node.getAccessibleText() == null ? "" : " “" + node.getAccessibleText() + "”";
    StringBuilder path = new StringBuilder();
    Node at = node;
    for (int level = 0; level < 4 && at != null; level++, at = at.getParent()) {
      path.insert(
          0,
          "/"
              + at.getClass().getSimpleName()
              + (at.getId() == null ? "" : "#" + at.getId())
              + (at.getStyleClass().isEmpty()
                  ? ""
                  : "." + at.getStyleClass().getLast().toLowerCase(Locale.ROOT)));
    }
    return path + words;
  }
}
