package org.wangge.client.events;

import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.WordArea;
import org.wangge.wire.AllowedAct;
import org.wangge.wire.EventCase;

/** The acts allowed now; what an act asks for is asked in their place. */
final class ActsView extends VBox {
  private static final Messages TEXT = Messages.of(ActsView.class);

  private final EventModel model;
  private final Background background;
  private Node first;

  ActsView(EventModel model, Background background) {
    this.model = model;
    this.background = background;
    getStyleClass().addAll(Styles.CARD, "acts");
    model.event().subscribe(now -> show());
    model
        .asking()
        .addListener(
            (property, before, now) -> {
              show();
              takeFocus();
            });
    disableProperty().bind(model.busy());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && model.asking().get() != null) {
            model.giveUp();
            event.consume();
          }
        });
  }

  /** Puts the keyboard where work goes on. */
  void takeFocus() {
    background.onWindow(
        () -> {
          if (first != null) {
            first.requestFocus();
          }
        });
  }

  private void show() {
    first = null;
    getChildren().clear();
    EventCase event = model.event().get();
    AllowedAct asked = model.asking().get();
    if (event == null) {
      return;
    }
    if (asked != null) {
      ask(asked);
      return;
    }
    Label heading = new Label(TEXT.get("acts"));
    heading.getStyleClass().add(Styles.HEADING);
    getChildren().add(heading);
    List<AllowedAct> acts = event.acts();
    if (acts.isEmpty()) {
      boolean ended =
          event.acceptBy() == null
              && event.handleBy() == null
              && event.record().values().dateTime("closed_time") != null;
      Label none = new Label(TEXT.get(ended ? "acts.ended" : "acts.none"));
      none.setWrapText(true);
      none.getStyleClass().add(Styles.MUTED);
      getChildren().add(none);
    }
    for (AllowedAct act : acts) {
      Button button = new Button(act.label());
      button.setId("act-" + act.act());
      button.setAccessibleText(act.label());
      button.setMaxWidth(Double.MAX_VALUE);
      if (act.usual()) {
        button.getStyleClass().add(Styles.PRIMARY);
      }
      button.setOnAction(pressed -> model.choose(act));
      getChildren().add(button);
      first = first == null ? button : first;
    }
  }

  private void ask(AllowedAct act) {
    Label heading = new Label(act.label());
    heading.getStyleClass().add(Styles.HEADING);
    getChildren().add(heading);
    if (!act.grades().isEmpty()) {
      choices(TEXT.get("grade"), "grade-", act.grades(), model.grade());
    }
    if (act.units().size() > 1) {
      choices(TEXT.get("unit"), "unit-", act.units(), model.unit());
    }
    Label label = new Label(TEXT.get(act.wordsRequired() ? "words" : "words.optional"));
    label.getStyleClass().add(Styles.MUTED);
    WordArea words = new WordArea();
    words.setId("act-words");
    words.setPrefRowCount(5);
    words.setPromptText(TEXT.get("words.prompt"));
    words.setAccessibleText(label.getText());
    label.setLabelFor(words);
    words.textProperty().bindBidirectional(model.words());
    Label missing = new Label();
    missing.setId("act-sentence");
    missing.setWrapText(true);
    missing.setGraphic(Icon.ERROR.node());
    missing.getStyleClass().addAll("field-sentence", "danger");
    missing.textProperty().bind(model.sentence());
    missing.visibleProperty().bind(model.sentence().isNotEmpty());
    missing.managedProperty().bind(model.sentence().isNotEmpty());
    model
        .sentence()
        .subscribe(
            now ->
                words.pseudoClassStateChanged(
                    Styles.FAULT,
                    !now.isEmpty() && words.getText().isBlank() && act.wordsRequired()));
    Button send = new Button(act.label());
    send.setId("act-send");
    send.getStyleClass().add(Styles.PRIMARY);
    Label key = new Label("Ctrl+Enter");
    key.getStyleClass().add("key");
    send.setGraphic(key);
    send.setContentDisplay(ContentDisplay.RIGHT);
    send.setOnAction(event -> model.send());
    Button back = new Button(TEXT.get("back"));
    back.setId("act-back");
    back.setOnAction(event -> model.giveUp());
    HBox buttons = new HBox(8, send, back);
    getChildren().addAll(label, words, missing, buttons);
    first = first == null ? words : first;
  }

  private void choices(
      String title,
      String prefix,
      Map<String, String> choices,
      javafx.beans.property.StringProperty chosen) {
    Label label = new Label(title);
    label.getStyleClass().add(Styles.MUTED);
    ToggleGroup group = new ToggleGroup();
    FlowPane row = new FlowPane(12, 4);
    choices.forEach(
        (code, words) -> {
          RadioButton choice = new RadioButton(words);
          choice.setId(prefix + code);
          choice.setToggleGroup(group);
          choice.setAccessibleText(title + words);
          choice.setSelected(chosen.get().equals(code));
          choice
              .selectedProperty()
              .addListener(
                  (selected, before, now) -> {
                    if (now) {
                      chosen.set(code);
                    }
                  });
          row.getChildren().add(choice);
          first = first == null ? choice : first;
        });
    getChildren().addAll(label, row);
  }
}
