package org.wangge.client.exchange;

import java.util.Map;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** The steps of an import across the top, the present one marked. */
final class StepRow extends HBox {
  private static final Messages TEXT = Messages.of(StepRow.class);
  private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

  StepRow() {
    getStyleClass().add("steps");
    setAlignment(Pos.CENTER_LEFT);
    for (ImportModel.Step step : ImportModel.Step.values()) {
      int number = step.number();
      Label digit = new Label(String.valueOf(number));
      digit.getStyleClass().add("step-digit");
      Label name = new Label(TEXT.get("step." + number));
      name.setMinWidth(Region.USE_PREF_SIZE);
      HBox part = new HBox(8, digit, name);
      part.getStyleClass().add("step-part");
      part.setAlignment(Pos.CENTER_LEFT);
      if (number > 1) {
        Region line = new Region();
        line.getStyleClass().add("step-line");
        getChildren().add(line);
      }
      getChildren().add(part);
    }
  }

  void show(ImportModel.Step now) {
    int number = 1;
    for (var node : getChildren()) {
      if (node.getStyleClass().contains("step-part")) {
        node.pseudoClassStateChanged(Styles.CHOSEN, number == now.number());
        node.pseudoClassStateChanged(PAST, number < now.number());
        number++;
      }
    }
    setAccessibleText(
        TEXT.get(
            "step.told", Map.of("number", now.number(), "name", TEXT.get("step." + now.number()))));
  }
}
