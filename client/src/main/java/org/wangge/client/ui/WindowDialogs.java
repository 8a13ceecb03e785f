package org.wangge.client.ui;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.problem.Problem;

/** Dialogs and notices as layers of a window. */
public final class WindowDialogs implements Dialogs {
  private static final Messages TEXT = Messages.of(WindowDialogs.class);
  private static final Duration NOTICE = Duration.ofSeconds(6);
  private static final Duration OFFER = Duration.ofSeconds(10);

  private final StackPane root;
  private final Background background;
  private final VBox notices = new VBox();
  private final Deque<Layer> layers = new ArrayDeque<>();

  /** Puts dialogs and notices over what the root shows. */
  public WindowDialogs(StackPane root, Background background) {
    this.root = root;
    this.background = background;
    notices.setPickOnBounds(false);
    notices.setAlignment(Pos.BOTTOM_CENTER);
    notices.setSpacing(8);
    notices.setStyle("-fx-padding: 0 0 3em 0");
    notices.setMouseTransparent(false);
    root.getChildren().add(notices);
  }

  @Override
  public void confirm(Question question, Runnable agreed) {
    Label sentence = sentence(question.sentence());
    Act act =
        new Act(
            question.act(),
            question.ends() ? Styles.DANGER : Styles.PRIMARY,
            opened -> {
              opened.close();
              agreed.run();
              return false;
            });
    show(new Panel(question.title(), sentence, null, false, List.of(act), true));
  }

  @Override
  public void askText(TextQuestion question, Consumer<String> given) {
    Label sentence = sentence(question.sentence());
    Label label = new Label(question.label());
    label.getStyleClass().add(Styles.MUTED);
    TextField field = question.secret() ? new PasswordField() : new TextField();
    field.setId("question-text");
    field.setAccessibleText(question.label());
    label.setLabelFor(field);
    Label refusal = sentence("");
    refusal.getStyleClass().add(Styles.DANGER);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    VBox content = new VBox(8, sentence, label, field, refusal);
    Act act =
        new Act(
            question.act(),
            Styles.PRIMARY,
            opened -> {
              String words = field.getText().strip();
              if (words.codePointCount(0, words.length()) < question.atLeast()) {
                refusal.setText(TEXT.get("text.at-least", "count", question.atLeast()));
                field.pseudoClassStateChanged(Styles.FAULT, true);
                field.requestFocus();
                return false;
              }
              opened.close();
              given.accept(words);
              return false;
            });
    show(new Panel(question.title(), content, field, false, List.of(act), true));
  }

  @Override
  public Opened show(Panel panel) {
    Layer layer = new Layer(panel);
    layers.push(layer);
    root.getChildren().add(layer.scrim);
    layer.takeFocus();
    return layer;
  }

  @Override
  public void say(String sentence) {
    notice(sentence, Icon.CHECK, null, null, NOTICE, false);
  }

  @Override
  public void say(String sentence, String act, Runnable chosen) {
    notice(sentence, Icon.CHECK, act, chosen, OFFER, false);
  }

  @Override
  public void refuse(Problem problem) {
    notice(problem.wording(), Icon.ERROR, null, null, OFFER, true);
  }

  @Override
  public boolean isOpen() {
    return !layers.isEmpty();
  }

  private void notice(
      String words, Icon icon, String act, Runnable chosen, Duration time, boolean danger) {
    HBox bar = new HBox();
    bar.getStyleClass().add("notice");
    if (danger) {
      bar.getStyleClass().add(Styles.DANGER);
    }
    bar.setMaxWidth(Region.USE_PREF_SIZE);
    Label label = new Label(words);
    label.setWrapText(true);
    label.setMaxWidth(640);
    bar.getChildren().addAll(icon.node(), label);
    bar.setAccessibleRole(AccessibleRole.TEXT);
    bar.setAccessibleText(words);
    if (act != null) {
      Button button = new Button(act);
      button.setId("notice-act");
      button.setOnAction(
          event -> {
            notices.getChildren().remove(bar);
            chosen.run();
          });
      bar.getChildren().add(button);
    }
    notices.getChildren().setAll(bar);
    notices.toFront();
    background.later(time, () -> notices.getChildren().remove(bar));
  }

  private static Label sentence(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    return label;
  }

  /** One dialog: a scrim over everything below and a card on it that keeps the focus. */
  private final class Layer implements Opened {
    private final StackPane scrim = new StackPane();
    private final VBox card = new VBox();
    private final Node before;
    private final Node first;
    private final ChangeListener<Node> keeper = (owner, old, now) -> keepFocus(old, now);

    Layer(Panel panel) {
      before = root.getScene() == null ? null : root.getScene().getFocusOwner();
      Label title = new Label(panel.title());
      title.getStyleClass().add(Styles.TITLE);
      title.setWrapText(true);
      HBox acts = new HBox();
      acts.getStyleClass().add("dialog-acts");
      List<Button> buttons = new ArrayList<>();
      Button back = new Button(TEXT.get("back"));
      back.setOnAction(event -> close());
      if (panel.closable()) {
        acts.getChildren().add(back);
      }
      for (Act act : panel.acts()) {
        Button button = new Button(act.label());
        if (!act.style().isEmpty()) {
          button.getStyleClass().add(act.style());
        }
        button.setOnAction(
            event -> {
              if (act.chosen().test(this)) {
                close();
              }
            });
        buttons.add(button);
      }
      acts.getChildren().addAll(buttons);
      card.getStyleClass().add("dialog-card");
      if (panel.wide()) {
        card.getStyleClass().add("wide");
      }
      card.setMaxHeight(Region.USE_PREF_SIZE);
      card.getChildren().addAll(title, panel.content(), acts);
      VBox.setVgrow(panel.content(), Priority.SOMETIMES);
      card.setAccessibleRole(AccessibleRole.DIALOG);
      card.setAccessibleText(panel.title());
      scrim.getStyleClass().add("scrim");
      scrim.getChildren().add(card);
      if (panel.focus() != null) {
        first = panel.focus();
      } else {
        first = buttons.isEmpty() ? back : buttons.getLast();
      }
      // A filter, since a choice would take Enter for itself.
      scrim.addEventFilter(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ENTER
                && event.getTarget() instanceof ToggleButton
                && !buttons.isEmpty()) {
              event.consume();
              buttons.getLast().fire();
            }
          });
      scrim.addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.ESCAPE && panel.closable()) {
              close();
            } else if (event.getCode() == KeyCode.ENTER
                && !(event.getTarget() instanceof Button)
                && !buttons.isEmpty()) {
              buttons.getLast().fire();
            }
            // Keys of the page below must not act while a question stands.
            event.consume();
          });
    }

    private void takeFocus() {
      // What stands in a scroll pane is not part of the window before its first layout.
      scrim.applyCss();
      scrim.layout();
      root.getScene().focusOwnerProperty().addListener(keeper);
      first.requestFocus();
    }

    /** Tab goes round in the dialog; a focus from elsewhere comes back to where it began. */
    private void keepFocus(Node old, Node now) {
      if (layers.peek() != this) {
        return;
      }
      for (Node node = now; node != null; node = node.getParent()) {
        if (node.equals(scrim)) {
          return;
        }
      }
      List<Node> stops = new ArrayList<>();
      collect(card, stops);
      int index = stops.indexOf(old);
      Node back =
          index < 0 || stops.size() < 2
              ? first
              : index == stops.size() - 1 ? stops.getFirst() : stops.getLast();
      background.onWindow(back::requestFocus);
    }

    private static void collect(Node node, List<Node> stops) {
      if (!node.isVisible() || node.isDisabled()) {
        return;
      }
      if (node.isFocusTraversable()) {
        stops.add(node);
      }
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> collect(child, stops));
      }
    }

    @Override
    public void close() {
      if (!layers.remove(this)) {
        return;
      }
      root.getScene().focusOwnerProperty().removeListener(keeper);
      root.getChildren().remove(scrim);
      if (before != null && before.getScene() != null) {
        before.requestFocus();
      }
    }
  }
}
