package org.wangge.client.shell;

import java.time.Duration;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature.Hit;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;

/** The search across people, houses, events and functions (Ctrl+K). */
final class Finder {
  private static final Messages TEXT = Messages.of(Finder.class);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ShellModel model;
  private final Dialogs dialogs;
  private final Background background;

  Finder(ShellModel model, Dialogs dialogs, Background background) {
    this.model = model;
    this.dialogs = dialogs;
    this.background = background;
  }

  /** Opens the search. */
  void open() {
    if (dialogs.isOpen()) {
      return;
    }
    TextField words = new TextField();
    words.setId("finder");
    words.setPromptText(TEXT.get("find.prompt"));
    words.setAccessibleText(TEXT.get("find.prompt"));
    ListView<Hit> list = new ListView<>();
    list.setId("finder-hits");
    list.setFocusTraversable(false);
    list.setAccessibleText(TEXT.get("find.title"));
    list.setPlaceholder(new Label(TEXT.get("find.none")));
    list.setCellFactory(view -> new HitCell());
    list.setPrefHeight(360);
    Label hint = new Label(TEXT.get("find.hint"));
    hint.getStyleClass().addAll(Styles.MUTED, "small");
    VBox content = new VBox(8, words, list, hint);
    VBox.setVgrow(list, Priority.ALWAYS);
    model.find("");
    Dialogs.Opened opened =
        dialogs.show(
            new Dialogs.Panel(TEXT.get("find.title"), content, words, false, List.of(), true));
    Subscription showing =
        model
            .hits()
            .subscribe(
                now -> {
                  list.getItems().setAll(now);
                  list.getSelectionModel().selectFirst();
                });
    list.sceneProperty()
        .subscribe(
            (before, now) -> {
              if (now == null) {
                showing.unsubscribe();
              }
            });
    Runnable choose =
        () -> {
          Hit hit = list.getSelectionModel().getSelectedItem();
          if (hit != null) {
            opened.close();
            model.open(hit.destination());
          }
        };
    Background.Work[] waiting = {() -> {}};
    words
        .textProperty()
        .addListener(
            (text, before, now) -> {
              waiting[0].cancel();
              waiting[0] = background.later(PAUSE, () -> model.find(now));
            });
    words.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          int index = list.getSelectionModel().getSelectedIndex();
          if (event.getCode() == KeyCode.DOWN) {
            list.getSelectionModel()
                .clearAndSelect(Math.min(index + 1, list.getItems().size() - 1));
          } else if (event.getCode() == KeyCode.UP) {
            list.getSelectionModel().clearAndSelect(Math.max(index - 1, 0));
          } else if (event.getCode() == KeyCode.ENTER) {
            choose.run();
          } else {
            return;
          }
          list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex()));
          event.consume();
        });
    list.setOnMouseClicked(event -> choose.run());
  }

  /** A hit: icon, what names it, kind and place in small. */
  private static final class HitCell extends ListCell<Hit> {
    @Override
    protected void updateItem(Hit hit, boolean empty) {
      super.updateItem(hit, empty);
      if (empty || hit == null) {
        setGraphic(null);
        setText(null);
        return;
      }
      Label label = new Label(hit.label());
      Label detail = new Label(hit.detail());
      detail.getStyleClass().add(Styles.MUTED);
      detail.setMinWidth(Region.USE_PREF_SIZE);
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      HBox row = new HBox(8, hit.icon().node(), label, gap, detail);
      row.setAlignment(Pos.CENTER_LEFT);
      setGraphic(row);
      setAccessibleText(hit.label() + " " + hit.detail());
    }
  }
}
