package org.wangge.client.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.shell.ShellModel.Group;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Feature.NavigationItem;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.WholeText;

/** The column of modules at the left; arrows move in it, left and right fold and unfold. */
final class NavigationView extends BorderPane {
  private static final Messages TEXT = Messages.of(NavigationView.class);

  private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

  /** So many items fit beside one another on the screen of a village. */
  private static final int FEW = 16;

  private final ShellModel model;
  private final VBox items = new VBox();
  private final ScrollPane scroll = new ScrollPane(items);
  private final List<Entry> entries = new ArrayList<>();
  private final Button narrow = new Button();
  private boolean isNarrow;

  /** An item on the screen and, for an item of a group, the group's button above it. */
  private record Entry(Button button, Destination destination, Button group) {}

  NavigationView(ShellModel model) {
    this.model = model;
    getStyleClass().add("navigation");
    setAccessibleText(TEXT.get("navigation"));
    for (Group group : model.groups()) {
      if (group.items().isEmpty()) {
        Button button = button(group.item().label(), group.item().icon(), "group");
        button.setOnAction(event -> model.open(group.item().destination()));
        add(button, group.item().destination(), null);
      } else {
        addGroup(group);
      }
    }
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    setCenter(scroll);
    narrow.getStyleClass().add("narrow-button");
    narrow.setMaxWidth(Double.MAX_VALUE);
    narrow.setOnAction(event -> setNarrow(!isNarrow));
    setBottom(narrow);
    setNarrow(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    model.selected().addListener((selected, before, page) -> showChosen());
    showChosen();
  }

  private void addGroup(Group group) {
    Button head = button(group.item().group(), group.item().icon(), "group");
    add(head, null, null);
    List<Button> below = new ArrayList<>();
    for (NavigationItem item : group.items()) {
      Button button = button(item.label(), null, "leaf");
      button.setOnAction(event -> model.open(item.destination()));
      add(button, item.destination(), head);
      below.add(button);
    }
    head.setOnAction(
        event -> {
          if (isNarrow) {
            setNarrow(false);
            fold(below, false);
          } else {
            boolean open = below.getFirst().isVisible();
            foldOthers(open ? null : head);
            fold(below, open);
          }
        });
    head.setUserData(below);
    below.getFirst().visibleProperty().subscribe(shown -> showFold(head, shown));
  }

  /** Says beside the label, and to a reader of the screen, whether a group stands open. */
  private static void showFold(Button head, boolean open) {
    head.pseudoClassStateChanged(OPEN, open);
    head.setAccessibleText(TEXT.get(open ? "group.open" : "group.folded", "label", head.getText()));
  }

  /** Nine modules are more than a screen: of many items only the group at hand stands open. */
  private void foldOthers(Button group) {
    if (entries.size() <= FEW || isNarrow) {
      return;
    }
    for (Entry entry : entries) {
      if (entry.button().getUserData() instanceof List<?> below) {
        fold(below.stream().map(Button.class::cast).toList(), !entry.button().equals(group));
      }
    }
  }

  private static void fold(List<Button> below, boolean folded) {
    below.forEach(
        button -> {
          button.setVisible(!folded);
          button.setManaged(!folded);
        });
  }

  private void add(Button button, Destination destination, Button group) {
    entries.add(new Entry(button, destination, group));
    items.getChildren().add(button);
  }

  private static Button button(String label, Icon icon, String style) {
    Button button = new Button(label);
    if (icon != null) {
      button.setGraphic(icon.node());
    }
    button.getStyleClass().add(style);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setAccessibleText(label);
    if (icon == null) {
      WholeText.onHover(button);
    }
    return button;
  }

  /** Only icons, or icons and words. */
  void setNarrow(boolean wanted) {
    isNarrow = wanted;
    getStyleClass().remove("narrow");
    if (wanted) {
      getStyleClass().add("narrow");
    }
    for (Entry entry : entries) {
      Button button = entry.button();
      boolean leaf = entry.group() != null;
      if (leaf) {
        boolean shown = !wanted && entries.size() <= FEW;
        button.setVisible(shown);
        button.setManaged(shown);
      } else {
        button.setContentDisplay(wanted ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        button.setTooltip(wanted ? new Tooltip(button.getText()) : null);
      }
    }
    String words = TEXT.get(wanted ? "navigation.wide" : "navigation.narrow");
    narrow.setGraphic((wanted ? Icon.RIGHT : Icon.LEFT).node());
    narrow.setText(words);
    narrow.setContentDisplay(wanted ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    narrow.setAccessibleText(words);
    narrow.setTooltip(wanted ? new Tooltip(words) : null);
    narrow.setMinWidth(Region.USE_PREF_SIZE);
    showChosen();
  }

  private void showChosen() {
    Destination front =
        model.selected().get() == null ? null : model.selected().get().destination();
    for (Entry entry : entries) {
      boolean chosen = entry.destination() != null && leadsTo(entry.destination(), front);
      entry.button().pseudoClassStateChanged(Styles.CHOSEN, chosen);
      if (chosen && entry.group() != null && isNarrow) {
        entry.group().pseudoClassStateChanged(Styles.CHOSEN, true);
      } else if (chosen && !isNarrow) {
        foldOthers(entry.group());
        reveal(entry.button());
      }
    }
  }

  private void reveal(Button button) {
    double room = items.getHeight() - scroll.getViewportBounds().getHeight();
    if (room > 0) {
      scroll.setVvalue(Math.clamp((button.getBoundsInParent().getMinY() - room / 2) / room, 0, 1));
    }
  }

  /** A record's tab belongs to the list of its type. */
  private static boolean leadsTo(Destination item, Destination front) {
    return front != null
        && front.parts().size() >= item.parts().size()
        && front.parts().subList(0, item.parts().size()).equals(item.parts());
  }

  private void move(KeyEvent event) {
    List<Node> reachable =
        new ArrayList<>(items.getChildren().stream().filter(Node::isVisible).toList());
    reachable.add(narrow);
    Node focused = getScene().getFocusOwner();
    int index = reachable.indexOf(focused);
    if (index < 0) {
      return;
    }
    if (event.getCode() == KeyCode.DOWN && index + 1 < reachable.size()) {
      reachable.get(index + 1).requestFocus();
    } else if (event.getCode() == KeyCode.UP && index > 0) {
      reachable.get(index - 1).requestFocus();
    } else if ((event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT)
        && !isNarrow
        && focused.getUserData() instanceof List<?> below) {
      fold(below.stream().map(Button.class::cast).toList(), event.getCode() == KeyCode.LEFT);
    } else if (event.getCode() == KeyCode.ENTER && focused instanceof Button button) {
      button.fire();
    } else {
      return;
    }
    event.consume();
  }

  /** Puts the focus on the item of the tab in front. */
  void takeFocus() {
    entries.stream()
        .filter(entry -> entry.button().getPseudoClassStates().contains(Styles.CHOSEN))
        .findFirst()
        .or(() -> entries.stream().findFirst())
        .ifPresent(entry -> entry.button().requestFocus());
  }
}
