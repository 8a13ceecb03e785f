package org.wangge.client.catalogue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** Pieces both pages of the catalogue are built from. */
final class Parts {
  private static final Messages TEXT = Messages.of(Parts.class);

  private Parts() {}

  static TextField text(String key, StringProperty value) {
    TextField field = new TextField();
    field.setId("catalogue-" + key);
    field.setAccessibleText(TEXT.get(key));
    field.textProperty().bindBidirectional(value);
    // Enter goes on, as in every form.
    field.setOnAction(event -> field.requestFocusTraversal(javafx.scene.TraversalDirection.NEXT));
    return field;
  }

  static DatePicker date(String key, ObjectProperty<java.time.LocalDate> value) {
    DatePicker field = new DatePicker();
    field.setId("catalogue-" + key);
    field.setAccessibleText(TEXT.get(key));
    field.getEditor().setAccessibleText(TEXT.get(key));
    field.setMaxWidth(Double.MAX_VALUE);
    field.valueProperty().bindBidirectional(value);
    return field;
  }

  static VBox field(String key, Node editor) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(editor);
    return new VBox(2, label, editor);
  }

  static Label key(String words) {
    Label key = new Label(words);
    key.getStyleClass().add("key");
    return key;
  }

  static Button act(String key, String shortcut, Runnable act) {
    Button button = new Button(TEXT.get(key));
    button.setId("catalogue-" + key.replace('.', '-'));
    if (!shortcut.isEmpty()) {
      button.setGraphic(key(shortcut));
      button.setContentDisplay(ContentDisplay.RIGHT);
    }
    button.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
    button.setOnAction(event -> act.run());
    return button;
  }

  /** A sentence on what is wrong, shown while there is one. */
  static Label sentence(javafx.beans.value.ObservableValue<String> words) {
    Label label = new Label("", Icon.ERROR.node());
    label.setId("catalogue-sentence");
    label.setWrapText(true);
    label.getStyleClass().addAll("field-sentence", "danger");
    words.subscribe(
        now -> {
          label.setText(now);
          label.setVisible(!now.isEmpty());
          label.setManaged(!now.isEmpty());
        });
    return label;
  }

  static ProgressBar loading(javafx.beans.value.ObservableValue<Boolean> busy) {
    ProgressBar loading = new ProgressBar();
    loading.getStyleClass().add("loading");
    loading.setMaxWidth(Double.MAX_VALUE);
    loading.setAccessibleText(TEXT.get("busy"));
    busy.subscribe(loading::setVisible);
    return loading;
  }
}
