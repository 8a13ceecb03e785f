package org.wangge.client.form;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/**
 * A field to choose in by hand: digits of the code, pinyin initials or characters narrow the list,
 * arrows move in it, leaving the field takes the marked one. Nothing has to be opened first.
 */
final class ChoiceField extends StackPane {
  private static final Messages TEXT = Messages.of(ChoiceField.class);
  private static final int MOST_ROWS = 9;

  private final TextField text = new TextField();
  private final ListView<Choice> list = new ListView<>();
  private final Popup popup = new Popup();
  private final Label none = new Label(TEXT.get("choice.none"));
  private Choices choices;
  private Consumer<Choice> chosen = choice -> {};
  private Runnable cleared = () -> {};
  private String shown = "";
  private boolean showing;
  private boolean unfit;
  private long asked;

  ChoiceField(Choices choices) {
    this.choices = choices;
    text.setAccessibleRole(AccessibleRole.COMBO_BOX);
    Region arrow = Icon.DOWN.node();
    StackPane handle = new StackPane(arrow);
    handle.getStyleClass().add("choice-handle");
    handle.setMaxWidth(USE_PREF_SIZE);
    handle.setCursor(Cursor.HAND);
    handle.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          text.requestFocus();
          toggle();
        });
    getChildren().addAll(text, handle);
    setAlignment(handle, Pos.CENTER_RIGHT);
    getStyleClass().add("choice-field");

    list.setCellFactory(view -> new ChoiceCell());
    list.setFocusTraversable(false);
    list.setPlaceholder(none);
    list.setAccessibleText(TEXT.get("choice.list"));
    list.setOnMouseClicked(
        event -> {
          take(list.getSelectionModel().getSelectedItem());
          popup.hide();
        });
    VBox frame = new VBox(list);
    frame.getStyleClass().add("code-list");
    popup.getContent().add(frame);
    popup.setAutoHide(true);
    // Esc is ours: it puts the old value back before it hides the list.
    popup.setHideOnEscape(false);

    text.textProperty()
        .addListener(
            (property, before, now) -> {
              if (!showing) {
                unfit = false;
                search(now, true);
              }
            });
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    text.focusedProperty()
        .addListener(
            (focused, before, now) -> {
              if (!now) {
                popup.hide();
              }
            });
    text.setOnMouseClicked(
        event -> {
          if (text.isEditable() && !popup.isShowing()) {
            search("", true);
          }
        });
  }

  /** The part that takes the keyboard. */
  TextField text() {
    return text;
  }

  /** Calls back when a choice was made, and when the field was emptied. */
  void onChosen(Consumer<Choice> act, Runnable empty) {
    chosen = act;
    cleared = empty;
  }

  /** Replaces where the choices come from. */
  void setChoices(Choices now) {
    choices = now;
  }

  /** Shows a value's label. */
  void show(String label) {
    showing = true;
    shown = label;
    text.setText(label);
    unfit = false;
    showing = false;
  }

  /** Whether the list stands open. */
  ReadOnlyBooleanProperty open() {
    return popup.showingProperty();
  }

  /** Whether what was typed fits nothing. */
  boolean isUnfit() {
    return unfit;
  }

  /** Takes what was typed: the marked choice, or empty, or nothing that fits. */
  void commit() {
    String typed = text.getText() == null ? "" : text.getText().strip();
    boolean pending = !typed.equals(shown);
    if (popup.isShowing() && marked != null && (pending || moved)) {
      take(marked);
    } else if (pending && typed.isEmpty()) {
      show("");
      cleared.run();
    } else if (pending) {
      takeFirst(typed);
    }
    moved = false;
    popup.hide();
  }

  private Choice marked;
  private boolean moved;

  private void takeFirst(String typed) {
    choices.find(
        typed,
        found -> {
          if (typed.equals(text.getText() == null ? "" : text.getText().strip())) {
            if (found.isEmpty()) {
              unfit = true;
              cleared.run();
            } else {
              take(found.getFirst());
            }
          }
        });
  }

  private void take(Choice choice) {
    if (choice != null) {
      show(choice.label());
      moved = false;
      chosen.accept(choice);
    }
  }

  private void toggle() {
    if (popup.isShowing()) {
      popup.hide();
    } else if (text.isEditable()) {
      search("", true);
    }
  }

  private void search(String words, boolean open) {
    long question = ++asked;
    choices.find(
        words,
        found -> {
          if (question == asked) {
            list.getItems().setAll(found);
            mark(found.isEmpty() ? null : found.getFirst());
            if (open && text.isFocused()) {
              openList(found.size());
            }
          }
        });
  }

  private void mark(Choice choice) {
    marked = choice;
    if (choice == null) {
      list.getSelectionModel().clearSelection();
    } else {
      list.getSelectionModel().select(choice);
      list.scrollTo(choice);
    }
  }

  private void openList(int rows) {
    double row = text.getHeight() + 1;
    list.setPrefHeight(Math.clamp(rows, 1, MOST_ROWS) * row + 4);
    list.setFixedCellSize(row);
    list.setPrefWidth(Math.max(text.getWidth(), 260) - 6);
    if (!popup.isShowing() && getScene() != null) {
      Bounds bounds = text.localToScreen(text.getBoundsInLocal());
      popup.show(text, bounds.getMinX(), bounds.getMaxY() + 2);
    }
  }

  private void onKey(KeyEvent event) {
    boolean open = popup.isShowing();
    switch (event.getCode()) {
      case DOWN -> {
        if (open) {
          move(1);
        } else if (text.isEditable()) {
          search("", true);
        }
        event.consume();
      }
      case UP -> {
        if (open) {
          move(-1);
          event.consume();
        }
      }
      case PAGE_DOWN -> {
        if (open) {
          move(MOST_ROWS);
          event.consume();
        }
      }
      case PAGE_UP -> {
        if (open) {
          move(-MOST_ROWS);
          event.consume();
        }
      }
      case ESCAPE -> {
        if (open) {
          show(shown);
          popup.hide();
          event.consume();
        }
      }
      default -> {}
    }
    if (event.getCode() == KeyCode.F4 && open) {
      popup.hide();
    }
  }

  private void move(int step) {
    int size = list.getItems().size();
    if (size > 0) {
      int index =
          Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, size - 1);
      mark(list.getItems().get(index));
      moved = true;
    }
  }

  /** A choice: code in small, label, further words in small. */
  private static final class ChoiceCell extends ListCell<Choice> {
    @Override
    protected void updateItem(Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setText(null);
      if (empty || choice == null) {
        setGraphic(null);
        return;
      }
      Label code = new Label(choice.code());
      code.getStyleClass().addAll("code", Styles.FIGURES);
      code.setManaged(!choice.code().isEmpty());
      Label label = new Label(choice.label());
      Label detail = new Label(choice.detail());
      detail.getStyleClass().addAll(Styles.MUTED, "small");
      detail.setMinWidth(USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox row = new HBox(8, code, label, gap, detail);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(choice.label());
    }
  }
}
