package org.wangge.client.form;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Kind;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.WordArea;

/** The table from kind to editor; complete by test. */
final class Editors {
  private static final Messages TEXT = Messages.of(Editors.class);
  private static final int AREA_ROWS = 3;
  private static final int WHOLE_DATE = "2026-10-31".length();
  private static final Map<Kind, Function<FieldModel, Editor>> BY_KIND = new EnumMap<>(Kind.class);

  static {
    BY_KIND.put(Kind.TEXT, Editors::text);
    BY_KIND.put(Kind.INTEGER, Editors::line);
    BY_KIND.put(Kind.DECIMAL, Editors::line);
    BY_KIND.put(Kind.DATE, Editors::date);
    BY_KIND.put(Kind.DATETIME, Editors::date);
    BY_KIND.put(Kind.CODE, Editors::choice);
    BY_KIND.put(Kind.CODES, SeveralEditor::new);
    BY_KIND.put(Kind.YES_NO, Editors::choice);
    BY_KIND.put(Kind.ID_NUMBER, Editors::line);
    BY_KIND.put(Kind.CREDIT_CODE, Editors::line);
    BY_KIND.put(Kind.PHONE, Editors::line);
    BY_KIND.put(Kind.REFERENCE, Editors::choice);
    BY_KIND.put(Kind.GRID, Editors::choice);
    BY_KIND.put(Kind.PLACE, Editors::choice);
    BY_KIND.put(Kind.GEO, Editors::line);
    BY_KIND.put(Kind.PHOTO, NamesEditor::new);
    BY_KIND.put(Kind.FILE, NamesEditor::new);
  }

  private Editors() {}

  /** Whether a kind has its editor; for the test of completeness. */
  static boolean has(Kind kind) {
    return BY_KIND.containsKey(kind);
  }

  /** A new editor for the field. */
  static Editor of(FieldModel model) {
    return BY_KIND.get(model.field().kind()).apply(model);
  }

  private static Editor text(FieldModel model) {
    return model.field().multiline() ? area(model) : line(model);
  }

  private static Editor area(FieldModel model) {
    WordArea area = new WordArea();
    area.setPrefRowCount(AREA_ROWS);
    area.textProperty().bindBidirectional(model.typed());
    return new Plain(describe(area, model), model);
  }

  private static Editor line(FieldModel model) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.typed());
    return new Plain(describe(field, model), model);
  }

  /** A date: + and − move it by a day. */
  private static Editor date(FieldModel model) {
    TextField field = new TextField();
    field.textProperty().bindBidirectional(model.typed());
    field.setPromptText(
        TEXT.get(model.field().kind() == Kind.DATE ? "date.prompt" : "date-time.prompt"));
    // The key that moves the date must not stand in it; a date being typed may hold a minus.
    field.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          String key = event.getCharacter();
          boolean plus = key.equals("+") || key.equals("\uff0b");
          boolean minus = (key.equals("-") || key.equals("\uff0d")) && isWhole(field, model);
          if (plus || minus) {
            event.consume();
            model.moveDate(plus ? 1 : -1);
            field.selectAll();
          }
        });
    return new Plain(describe(field, model), model);
  }

  private static boolean isWhole(TextField field, FieldModel model) {
    return field.getLength() == 0
        || (model.value().get() != null && field.getLength() >= WHOLE_DATE);
  }

  private static Editor choice(FieldModel model) {
    return new ChoiceEditor(model);
  }

  /** Name, state and description of a field for eyes and for readers of the screen. */
  static <T extends TextInputControl> T describe(T control, FieldModel model) {
    control.setId("field-" + model.field().name());
    control.setAccessibleText(model.field().label());
    model
        .finding()
        .subscribe(
            finding -> {
              control.pseudoClassStateChanged(Styles.FAULT, finding != null && finding.forbids());
              control.pseudoClassStateChanged(Styles.DOUBT, finding != null && !finding.forbids());
              control.setAccessibleHelp(finding == null ? model.field().help() : finding.wording());
            });
    return control;
  }

  /** An editor that is one text control. */
  private record Plain(TextInputControl control, FieldModel model) implements Editor {
    @Override
    public Node node() {
      return control;
    }

    @Override
    public Node focus() {
      return control;
    }

    @Override
    public void commit() {
      // The text is read with every key.
    }
  }

  /** One value out of a list. */
  private static final class ChoiceEditor implements Editor {
    private final ChoiceField field;

    ChoiceEditor(FieldModel model) {
      field = new ChoiceField(model.choices());
      describe(field.text(), model);
      field.onChosen(
          choice -> model.choose(choice.value()),
          () -> {
            if (field.isUnfit()) {
              model.refuseChoice();
            } else {
              model.choose(null);
            }
          });
      model
          .value()
          .subscribe(
              value -> {
                if (value == null) {
                  if (!model.isUnread()) {
                    field.show("");
                  }
                } else if (!model.masked().get()) {
                  model
                      .choices()
                      .label(
                          value,
                          label -> {
                            if (value.equals(model.value().get())) {
                              field.show(label);
                            }
                          });
                }
              });
    }

    @Override
    public Node node() {
      return field;
    }

    @Override
    public Node focus() {
      return field.text();
    }

    @Override
    public void commit() {
      field.commit();
    }
  }

  /** Several values out of a list: each stands as a tag, typing adds one, Backspace takes one. */
  private static final class SeveralEditor implements Editor {
    private final FieldModel model;
    private final ChoiceField field;
    private final FlowPane tags = new FlowPane(4, 4);
    private final VBox node;

    SeveralEditor(FieldModel model) {
      this.model = model;
      field = new ChoiceField(model.choices());
      describe(field.text(), model);
      field.text().setPromptText(TEXT.get("several.prompt"));
      field.onChosen(
          choice -> {
            add(choice.value());
            field.show("");
          },
          () -> {
            if (field.isUnfit()) {
              model.refuseChoice();
            }
          });
      field
          .text()
          .addEventFilter(
              KeyEvent.KEY_PRESSED,
              event -> {
                List<Object> now = chosen();
                if (event.getCode() == KeyCode.BACK_SPACE
                    && field.text().getText().isEmpty()
                    && !now.isEmpty()) {
                  now.removeLast();
                  model.choose(now.isEmpty() ? null : List.copyOf(now));
                  event.consume();
                }
              });
      node = new VBox(4, tags, field);
      model.value().subscribe(value -> showTags());
    }

    private List<Object> chosen() {
      return model.value().get() instanceof List<?> list && !model.masked().get()
          ? new ArrayList<>(list)
          : new ArrayList<>();
    }

    /** Keeps the order of the list. */
    private void add(Object code) {
      Set<Object> wanted = new LinkedHashSet<>(chosen());
      wanted.add(code);
      model
          .choices()
          .find(
              "",
              all ->
                  model.choose(all.stream().map(Choice::value).filter(wanted::contains).toList()));
    }

    private void showTags() {
      tags.getChildren().clear();
      for (Object code : chosen()) {
        model.choices().label(code, label -> tags.getChildren().add(tag(code, label)));
      }
      tags.setManaged(!tags.getChildren().isEmpty());
    }

    private Node tag(Object code, String label) {
      Button remove = new Button(label, Icon.CLOSE.node());
      remove.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
      remove.getStyleClass().add(Styles.CHIP);
      remove.setFocusTraversable(false);
      remove.setAccessibleText(TEXT.get("several.remove", "label", label));
      remove.setOnAction(
          event -> {
            List<Object> now = chosen();
            now.remove(code);
            model.choose(now.isEmpty() ? null : List.copyOf(now));
          });
      return remove;
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public Node focus() {
      return field.text();
    }

    @Override
    public void commit() {
      field.commit();
    }
  }

  /** Names of stored pictures or files; they can be taken away here. */
  private static final class NamesEditor implements Editor {
    private final FieldModel model;
    private final HBox node = new HBox(4);
    private final Label none = new Label(TEXT.get("names.none"));

    NamesEditor(FieldModel model) {
      this.model = model;
      none.getStyleClass().addAll(Styles.MUTED, Styles.VALUE);
      node.setAlignment(Pos.CENTER_LEFT);
      node.setId("field-" + model.field().name());
      node.setFocusTraversable(true);
      node.setAccessibleText(model.field().label());
      model.value().subscribe(this::show);
    }

    private void show(Object value) {
      node.getChildren().clear();
      if (!(value instanceof String names) || names.isEmpty()) {
        node.getChildren().add(none);
        return;
      }
      List<String> all = List.of(names.split(","));
      for (String name : all) {
        Button remove = new Button(name, Icon.CLOSE.node());
        remove.getStyleClass().add(Styles.CHIP);
        remove.setAccessibleText(TEXT.get("several.remove", "label", name));
        remove.setOnAction(
            event -> {
              List<String> rest = all.stream().filter(other -> !other.equals(name)).toList();
              model.choose(rest.isEmpty() ? null : String.join(",", rest));
            });
        node.getChildren().add(remove);
      }
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public Node focus() {
      return node;
    }

    @Override
    public void commit() {
      // Every act is taken at once.
    }
  }
}
