package org.wangge.client.records;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.wangge.client.form.FieldModel;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.workplace.Display;
import org.wangge.wire.Match;

/** What stands beside a form: likely the same person, and help for the field at hand. */
final class SidePanel extends VBox {
  private static final Messages TEXT = Messages.of(SidePanel.class);

  private final RecordModel model;
  private final Display display;
  private final Consumer<Match> open;
  private final Consumer<Match> goOn;
  private final VBox matches = new VBox(8);
  private final VBox help = new VBox(6);

  SidePanel(RecordModel model, Display display, Consumer<Match> open, Consumer<Match> goOn) {
    this.model = model;
    this.display = display;
    this.open = open;
    this.goOn = goOn;
    getStyleClass().add("side-column");
    matches.getStyleClass().add("side-panel");
    matches.setId("matches");
    help.getStyleClass().add("side-panel");
    getChildren().addAll(matches, help);
    model.matches().subscribe(this::showMatches);
    model.form().current().subscribe(this::showHelp);
  }

  private void showMatches(List<Match> found) {
    matches.getChildren().clear();
    matches.setVisible(!found.isEmpty());
    matches.setManaged(!found.isEmpty());
    Label title = new Label(TEXT.get("matches.title"), Icon.PEOPLE.node());
    title.getStyleClass().add(Styles.HEADING);
    matches.getChildren().add(title);
    for (Match match : found) {
      matches.getChildren().add(card(match));
    }
  }

  private VBox card(Match match) {
    Label name = new Label(match.title());
    name.setWrapText(true);
    Label place = new Label(match.place());
    place.getStyleClass().addAll(Styles.MUTED, "small");
    place.setWrapText(true);
    VBox card = new VBox(name, place);
    card.getStyleClass().add("match");
    if (match.certain()) {
      Label certain = new Label(TEXT.get("match.certain"), Icon.ALERT.node());
      certain.getStyleClass().add(Styles.WARNING);
      card.getStyleClass().add("certain");
      card.getChildren().addFirst(certain);
    }
    FlowPane acts = new FlowPane(8, 4);
    if (match.id() != null) {
      Button look = new Button(TEXT.get("match.open"));
      look.setId("match-open");
      look.setOnAction(event -> open.accept(match));
      acts.getChildren().add(look);
    }
    if (model.canGoOnWith(match)) {
      Button register = new Button(TEXT.get("match.go-on", "type", model.type().label()));
      register.setId("match-go-on");
      register.setOnAction(event -> goOn.accept(match));
      acts.getChildren().add(register);
    }
    if (!acts.getChildren().isEmpty()) {
      card.getChildren().add(acts);
    }
    return card;
  }

  private void showHelp(FieldModel field) {
    help.getChildren().clear();
    if (field == null) {
      help.getChildren().add(muted(TEXT.get("help.start")));
      return;
    }
    Label title = new Label(field.field().label());
    title.getStyleClass().add(Styles.HEADING);
    help.getChildren().add(title);
    if (!field.field().help().isEmpty()) {
      Label words = new Label(field.field().help());
      words.setWrapText(true);
      help.getChildren().add(words);
    }
    help.getChildren().add(muted(TEXT.get("help.kind." + field.field().kind().key())));
    if (!model.isNew() && field.isChanged() && field.base() != null) {
      help.getChildren()
          .add(
              muted(
                  TEXT.get(
                      "help.before",
                      "value",
                      Objects.toString(display.of(field.field(), field.base(), false)))));
    }
    if (!field.field().source().isEmpty()) {
      help.getChildren().add(muted(TEXT.get("help.source", "source", field.field().source())));
    }
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.setWrapText(true);
    label.getStyleClass().addAll(Styles.MUTED, "small");
    return label;
  }
}
