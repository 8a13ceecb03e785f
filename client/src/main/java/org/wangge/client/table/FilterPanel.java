package org.wangge.client.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.client.ui.Matching;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.record.Filter;
import org.wangge.validation.Parsed;
import org.wangge.validation.ValueParser;

/**
 * Where a condition on one field is made: values to tick, or a beginning and an end, or a place.
 */
final class FilterPanel extends VBox {
  private static final Messages TEXT = Messages.of(FilterPanel.class);
  private static final int MANY = 10;

  private final Field field;
  private final Map<Object, CheckBox> ticks = new LinkedHashMap<>();
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final TextField narrow = new TextField();
  private final Label refusal = new Label();

  FilterPanel(Field field, List<Filter> present, FilterChoices choices) {
    this.field = field;
    setSpacing(8);
    Map<Object, String> values = choices.values(field);
    if (!values.isEmpty()) {
      tickList(values, present);
    } else if (field.kind() == Kind.PLACE) {
      typed("filter.place", from, text(present, Filter.Operator.UNDER));
    } else {
      typed("filter.from", from, text(present, Filter.Operator.FROM));
      typed("filter.to", to, text(present, Filter.Operator.TO));
    }
    refusal.getStyleClass().add(Styles.DANGER);
    refusal.setWrapText(true);
    refusal.managedProperty().bind(refusal.textProperty().isNotEmpty());
    getChildren().add(refusal);
  }

  private static String text(List<Filter> present, Filter.Operator operator) {
    return present.stream()
        .filter(filter -> filter.operator() == operator)
        .findFirst()
        .map(filter -> filter.values().getFirst().toString().replace('T', ' '))
        .orElse("");
  }

  private void tickList(Map<Object, String> values, List<Filter> present) {
    List<Object> chosen = present.stream().flatMap(filter -> filter.values().stream()).toList();
    VBox list = new VBox();
    values.forEach(
        (value, label) -> {
          CheckBox tick = new CheckBox(label);
          tick.setSelected(chosen.contains(value));
          ticks.put(value, tick);
          list.getChildren().add(tick);
        });
    if (values.size() > MANY) {
      narrow.setPromptText(TEXT.get("filter.narrow"));
      narrow.setAccessibleText(TEXT.get("filter.narrow"));
      narrow
          .textProperty()
          .addListener(
              (text, before, words) ->
                  ticks
                      .values()
                      .forEach(
                          tick -> {
                            boolean shown = Matching.matches(tick.getText(), words);
                            tick.setVisible(shown);
                            tick.setManaged(shown);
                          }));
      getChildren().add(narrow);
    }
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMaxHeight(340);
    getChildren().add(scroll);
    addEventFilter(KeyEvent.KEY_PRESSED, this::move);
  }

  /** Arrows go through the ticks as through a list. */
  private void move(KeyEvent event) {
    List<Node> shown = new ArrayList<>();
    if (ticks.size() > MANY) {
      shown.add(narrow);
    }
    ticks.values().stream().filter(Node::isVisible).forEach(shown::add);
    int index = shown.indexOf(getScene().getFocusOwner());
    if (index < 0) {
      return;
    }
    if (event.getCode() == KeyCode.DOWN && index + 1 < shown.size()) {
      shown.get(index + 1).requestFocus();
      event.consume();
    } else if (event.getCode() == KeyCode.UP && index > 0) {
      shown.get(index - 1).requestFocus();
      event.consume();
    }
  }

  private void typed(String key, TextField text, String value) {
    Label label = new Label(TEXT.get(key));
    label.getStyleClass().add(Styles.MUTED);
    label.setLabelFor(text);
    text.setText(value);
    text.setAccessibleText(TEXT.get(key));
    if (TEXT.has(key + "." + field.kind().key())) {
      text.setPromptText(TEXT.get(key + "." + field.kind().key()));
    }
    getChildren().addAll(label, text);
  }

  /** What takes the keyboard first. */
  Node first() {
    if (ticks.isEmpty()) {
      return from;
    }
    return ticks.size() > MANY ? narrow : ticks.values().iterator().next();
  }

  /** The conditions as ticked or typed; empty when something typed is not understood. */
  Optional<List<Filter>> filters() {
    if (!ticks.isEmpty()) {
      List<Object> chosen =
          ticks.entrySet().stream()
              .filter(entry -> entry.getValue().isSelected())
              .map(Map.Entry::getKey)
              .toList();
      return Optional.of(
          chosen.isEmpty()
              ? List.of()
              : List.of(new Filter(field.name(), Filter.Operator.IS, chosen)));
    }
    List<Filter> filters = new ArrayList<>();
    boolean understood =
        field.kind() == Kind.PLACE
            ? read(from, Filter.Operator.UNDER, filters)
            : read(from, Filter.Operator.FROM, filters) && read(to, Filter.Operator.TO, filters);
    return understood ? Optional.of(filters) : Optional.empty();
  }

  private boolean read(TextField text, Filter.Operator operator, List<Filter> filters) {
    Parsed parsed = ValueParser.parse(field, null, text.getText());
    text.pseudoClassStateChanged(Styles.FAULT, !parsed.understood());
    if (!parsed.understood()) {
      refusal.setText(parsed.finding().orElseThrow().wording());
      text.requestFocus();
      return false;
    }
    if (parsed.value() != null) {
      Object value = parsed.value();
      filters.add(
          new Filter(
              field.name(),
              operator,
              List.of(field.kind() == Kind.PLACE ? shortest((String) value) : value)));
    }
    return true;
  }

  /** 330000 stands for all of its province: the zeros at the end of a level go. */
  private static String shortest(String code) {
    String digits = code;
    while (digits.length() > 2 && digits.endsWith("00")) {
      digits = digits.substring(0, digits.length() - 2);
    }
    return digits;
  }
}
