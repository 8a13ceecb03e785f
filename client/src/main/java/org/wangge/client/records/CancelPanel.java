package org.wangge.client.records;

import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.CodeList;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** What a cancellation needs: the day, the reason, and words where the reason is another one. */
final class CancelPanel extends VBox {
  private static final Messages TEXT = Messages.of(CancelPanel.class);
  private static final String OTHER = "99";

  private final LocalDate today;
  private final TextField day = new TextField();
  private final ToggleGroup reasons = new ToggleGroup();
  private final TextField note = new TextField();
  private final Label refusal = new Label();

  CancelPanel(CodeList list, LocalDate today) {
    this.today = today;
    setSpacing(8);
    Label sentence = new Label(TEXT.get("cancel.sentence"));
    sentence.setWrapText(true);
    TilePane choices = new TilePane(16, 4);
    choices.setPrefColumns(4);
    choices.setTileAlignment(Pos.CENTER_LEFT);
    for (CodeList.Value value : list.values()) {
      RadioButton choice = new RadioButton(value.label());
      choice.setUserData(value.code());
      choice.setToggleGroup(reasons);
      choices.getChildren().add(choice);
    }
    day.setText(today.toString());
    day.setAccessibleText(TEXT.get("cancel.date"));
    day.setId("cancel-date");
    note.setAccessibleText(TEXT.get("cancel.note"));
    note.setId("cancel-note");
    refusal.getStyleClass().add(Styles.DANGER);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    getChildren()
        .addAll(
            sentence,
            muted("cancel.reason"),
            choices,
            muted("cancel.date"),
            day,
            muted("cancel.note"),
            note,
            refusal);
    ((RadioButton) choices.getChildren().getFirst()).setSelected(true);
  }

  private static Label muted(String key) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    return label;
  }

  Node first() {
    return (Node) reasons.getSelectedToggle();
  }

  /** Whether everything needed is there; tells what is not. */
  boolean isComplete() {
    LocalDate wanted = date();
    if (wanted == null || wanted.isAfter(today)) {
      refusal.setText(TEXT.get("cancel.date.wrong"));
      day.requestFocus();
      return false;
    }
    if (reason().equals(OTHER) && note().isEmpty()) {
      refusal.setText(TEXT.get("cancel.note.missing"));
      note.requestFocus();
      return false;
    }
    return true;
  }

  LocalDate date() {
    return CancelDay.read(day.getText());
  }

  String reason() {
    return (String) reasons.getSelectedToggle().getUserData();
  }

  String note() {
    return note.getText().strip();
  }
}
