package org.wangge.client.work;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** How far work has come, in a bar and in words, with the way to stop it. */
public final class JobBar extends HBox {
  private static final Messages TEXT = Messages.of(JobBar.class);

  private final JobWatch watch;
  private final String doing;
  private final Label words = new Label();
  private final ProgressBar bar = new ProgressBar();

  /**
   * A bar that is there while the watch follows something.
   *
   * @param doing what is being done, such as 正在生成通报
   */
  public JobBar(JobWatch watch, String doing) {
    this.watch = watch;
    this.doing = doing;
    getStyleClass().add("job-bar");
    setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(Region.USE_PREF_SIZE);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(doing);
    HBox.setHgrow(bar, Priority.ALWAYS);
    Button stop = new Button(TEXT.get("job.stop"));
    stop.setId("stop-job");
    stop.getStyleClass().add(Styles.FLAT);
    stop.setMinWidth(Region.USE_PREF_SIZE);
    stop.setOnAction(event -> watch.stop());
    getChildren().addAll(words, bar, stop);
    visibleProperty().bind(watch.running());
    managedProperty().bind(watch.running());
    watch.job().subscribe(job -> show());
  }

  private void show() {
    double share = watch.share();
    bar.setProgress(share);
    words.setText(
        share < 0
            ? doing
            : TEXT.get(
                "job.share", java.util.Map.of("doing", doing, "percent", Math.round(share * 100))));
  }
}
