package org.wangge.client.events;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.work.TimeWords;
import org.wangge.client.work.Tone;
import org.wangge.wire.EventStep;

/** The steps of an event, newest first. */
final class TimeLine extends VBox {
  private static final Messages TEXT = Messages.of(TimeLine.class);

  TimeLine() {
    getStyleClass().add("time-line");
  }

  void show(List<EventStep> steps, LocalDateTime now) {
    getChildren().clear();
    if (steps.isEmpty()) {
      Label none = new Label(TEXT.get("line.none"));
      none.getStyleClass().add(Styles.MUTED);
      VBox empty = new VBox(Icon.HISTORY.node(), none);
      empty.getStyleClass().add("empty-state");
      getChildren().add(empty);
    }
    for (EventStep step : steps) {
      getChildren().add(step(step, now, step.number() == steps.getFirst().number()));
    }
  }

  private static Node step(EventStep step, LocalDateTime now, boolean newest) {
    Label act = new Label(step.label());
    act.getStyleClass().add("step-act");
    act.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, act);
    head.setAlignment(Pos.CENTER_LEFT);
    if (step.overdue()) {
      Label overdue = new Label(TEXT.get("line.overdue"), Icon.ERROR.node());
      overdue.getStyleClass().addAll(Styles.STATE, Tone.LATE.style());
      overdue.setMinWidth(Region.USE_PREF_SIZE);
      head.getChildren().add(overdue);
    }
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    String ago = TimeWords.ago(step.at(), now);
    Label time = new Label(ago);
    time.getStyleClass().add(Styles.MUTED);
    time.setMinWidth(Region.USE_PREF_SIZE);
    time.setTooltip(new Tooltip(TimeWords.exact(step.at())));
    head.getChildren().addAll(gap, time);
    String unit = step.fromUnit() + " · " + step.by();
    Label who =
        new Label(
            step.toUnit().isEmpty()
                ? unit
                : unit + " " + TEXT.get("line.to", "unit", step.toUnit()));
    who.setWrapText(true);
    who.setMinHeight(Region.USE_PREF_SIZE);
    who.getStyleClass().addAll(Styles.MUTED, "small");
    VBox card = new VBox(head, who);
    if (!step.words().isEmpty()) {
      Label words = new Label(step.words());
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      card.getChildren().add(words);
    }
    card.getStyleClass().add("step");
    if (newest) {
      card.getStyleClass().add("newest");
    }
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(
        TEXT.get(
            "line.step",
            Map.of(
                "label", step.label(),
                "unit", step.fromUnit(),
                "by", step.by(),
                "time", ago,
                "words", step.words())));
    return card;
  }
}
