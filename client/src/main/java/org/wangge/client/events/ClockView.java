package org.wangge.client.events;

import java.time.LocalDateTime;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.work.TimeWords;

/** The clocks of an event in words and bars. */
final class ClockView extends VBox {
  private static final Messages TEXT = Messages.of(ClockView.class);

  ClockView() {
    getStyleClass().addAll(Styles.CARD, "clocks");
  }

  void show(List<CaseClock> clocks, LocalDateTime now) {
    Label heading = new Label(TEXT.get("clocks"));
    heading.getStyleClass().add(Styles.HEADING);
    getChildren().setAll(heading);
    if (clocks.isEmpty()) {
      Label none = new Label(TEXT.get("clock.none"));
      none.setWrapText(true);
      none.getStyleClass().add(Styles.MUTED);
      getChildren().add(none);
    }
    for (CaseClock clock : clocks) {
      getChildren().add(clock(clock, now));
    }
  }

  private static Node clock(CaseClock clock, LocalDateTime now) {
    Label label = new Label(clock.label());
    label.setMinWidth(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Label left = new Label(clock.words(), clock.tone().icon().node());
    left.getStyleClass().addAll(Styles.STATE, clock.tone().style());
    left.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, label, gap, left);
    head.getStyleClass().add("clock-head");
    ProgressBar bar = new ProgressBar(clock.spent());
    bar.getStyleClass().addAll("clock-bar", clock.tone().style());
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(clock.label() + clock.words());
    Label until = new Label(TEXT.get("clock.until", "time", TimeWords.day(clock.deadline(), now)));
    until.getStyleClass().addAll(Styles.MUTED, "small");
    until.setTooltip(new Tooltip(TimeWords.exact(clock.deadline())));
    VBox box = new VBox(head, bar, until);
    box.getStyleClass().add("clock");
    return box;
  }
}
