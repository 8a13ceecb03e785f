package org.wangge.client.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Bounds;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.wangge.catalogue.Kind;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.workplace.Display;
import org.wangge.validation.Finding;

/**
 * A form on the screen: sections, two columns of fields with their label at the left (one column in
 * large mode), the sentence under the field. Enter goes to the next field, Shift+Enter back.
 */
public final class FormView extends ScrollPane {
  private static final Messages TEXT = Messages.of(FormView.class);
  private static final int LONG_TEXT = 120;

  private final FormModel model;
  private final Display display;
  private final Consumer<FieldModel> reveal;
  private final BooleanProperty oneColumn = new SimpleBooleanProperty();
  private final Map<FieldModel, Cell> cells = new LinkedHashMap<>();
  private final List<SectionView> sectionViews = new ArrayList<>();
  private final VBox content = new VBox();
  private AreaRow areaRow;
  private Runnable afterLast = () -> {};
  private boolean composing;

  /**
   * A form.
   *
   * @param display values that stand as text
   * @param reveal asks for a masked value in clear
   */
  public FormView(FormModel model, Display display, Consumer<FieldModel> reveal) {
    this.model = model;
    this.display = display;
    this.reveal = reveal;
    content.getStyleClass().add("form");
    if (model.asksForArea()) {
      areaRow = new AreaRow();
      content.getChildren().add(areaRow);
    }
    for (SectionModel section : model.sections()) {
      SectionView view = new SectionView(section);
      sectionViews.add(view);
      content.getChildren().add(view);
    }
    setContent(content);
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setFocusTraversable(false);
    oneColumn.subscribe(this::layOut);
    addEventFilter(
        InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
        event -> composing = !event.getComposed().isEmpty());
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Whether the fields stand under one another. */
  public BooleanProperty oneColumn() {
    return oneColumn;
  }

  /** What Enter leads to after the last field. */
  public void setAfterLast(Runnable act) {
    afterLast = act;
  }

  /** Puts the focus on the first field with a fault, else on the first empty one. */
  public void takeFocus() {
    // Before its first layout the form is not yet part of the window.
    applyCss();
    layout();
    if (areaRow != null && areaRow.isVisible() && model.area().get().isEmpty()) {
      areaRow.takeFocus();
      return;
    }
    model
        .firstFault()
        .or(
            () ->
                reachable().stream()
                    .filter(field -> field.value().get() == null && field.typed().get().isEmpty())
                    .findFirst())
        .or(() -> reachable().stream().findFirst())
        .ifPresent(this::focus);
  }

  /** Puts the focus on a field, opening its section. */
  public void focus(FieldModel field) {
    model.sections().stream()
        .filter(section -> section.fields().contains(field))
        .forEach(section -> section.folded().set(false));
    Cell cell = cells.get(field);
    layout();
    cell.focusNode().requestFocus();
    show(cell.node);
  }

  /** Takes over what stands in the field that has the focus, before a save. */
  public void commit() {
    if (areaRow != null && areaRow.isVisible()) {
      areaRow.commit();
    }
    if (model.current().get() != null) {
      cells.get(model.current().get()).commit();
    }
  }

  private List<FieldModel> reachable() {
    List<FieldModel> fields = new ArrayList<>();
    for (SectionModel section : model.sections()) {
      for (FieldModel field : section.fields()) {
        if (field.relevant().get() && field.isEditable()) {
          fields.add(field);
        }
      }
    }
    return fields;
  }

  private void onKey(KeyEvent event) {
    FieldModel field = model.current().get();
    if (event.getCode() != KeyCode.ENTER
        || composing
        || event.isControlDown()
        || event.isAltDown()
        || field == null
        || event.getTarget() instanceof Button) {
      return;
    }
    event.consume();
    cells.get(field).commit();
    field.leave();
    go(field, event.isShiftDown() ? -1 : 1);
  }

  private void go(FieldModel from, int step) {
    // Folded sections are passed over; what is required in them opens them at the save.
    List<FieldModel> fields =
        reachable().stream().filter(field -> field == from || !isFolded(field)).toList();
    int index = fields.indexOf(from) + step;
    if (index >= fields.size()) {
      afterLast.run();
    } else if (index >= 0) {
      focus(fields.get(index));
    }
  }

  private boolean isFolded(FieldModel field) {
    return model.sections().stream()
        .anyMatch(section -> section.fields().contains(field) && section.folded().get());
  }

  private void layOut() {
    sectionViews.forEach(SectionView::layOut);
  }

  /** Scrolls so that the node is seen whole. */
  private void show(Node node) {
    double height = content.getHeight() - getViewportBounds().getHeight();
    if (height <= 0) {
      return;
    }
    Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
    double top = getVvalue() * height;
    double bottom = top + getViewportBounds().getHeight();
    double margin = 48;
    if (bounds.getMinY() - margin < top) {
      setVvalue(Math.max(0, (bounds.getMinY() - margin) / height));
    } else if (bounds.getMaxY() + margin > bottom) {
      setVvalue(
          Math.min(1, (bounds.getMaxY() + margin - getViewportBounds().getHeight()) / height));
    }
  }

  /** A section: a title that folds, and the fields below it. */
  private final class SectionView extends VBox {
    private final SectionModel section;
    private final GridPane grid = new GridPane();

    SectionView(SectionModel section) {
      this.section = section;
      getStyleClass().add("form-section");
      Button title = new Button(section.label());
      title.getStyleClass().addAll(Styles.FLAT, "section-title");
      title.setFocusTraversable(false);
      title.setAlignment(Pos.CENTER_LEFT);
      title.setMaxWidth(Double.MAX_VALUE);
      title.setOnAction(event -> section.folded().set(!section.folded().get()));
      section
          .folded()
          .subscribe(
              folded -> {
                title.setGraphic((folded ? Icon.RIGHT : Icon.DOWN).node());
                title.setAccessibleText(
                    TEXT.get(folded ? "section.folded" : "section.open", "label", section.label()));
                grid.setVisible(!folded);
                grid.setManaged(!folded);
              });
      grid.getStyleClass().add("form-fields");
      for (FieldModel field : section.fields()) {
        cells.put(field, new Cell(field));
        field.relevant().addListener((relevant, before, now) -> layOut());
        if (!field.field().editable()) {
          field
              .value()
              .addListener(
                  (value, before, now) -> {
                    if (before == null || now == null) {
                      layOut();
                    }
                  });
        }
      }
      getChildren().addAll(title, grid);
      layOut();
    }

    void layOut() {
      grid.getChildren().clear();
      int columns = oneColumn.get() ? 1 : 2;
      grid.getColumnConstraints().setAll(columns(columns));
      int column = 0;
      int row = 0;
      boolean any = false;
      for (FieldModel field : section.fields()) {
        if (!field.relevant().get() || isEmptyText(field)) {
          continue;
        }
        any = true;
        Cell cell = cells.get(field);
        boolean wide = columns > 1 && isWide(field);
        if (wide && column > 0) {
          row++;
          column = 0;
        }
        grid.add(cell.label, column * 2, row);
        grid.add(cell.node, column * 2 + 1, row, wide ? 3 : 1, 1);
        column += wide ? 2 : 1;
        if (column >= columns) {
          row++;
          column = 0;
        }
      }
      setVisible(any);
      setManaged(any);
    }

    private List<ColumnConstraints> columns(int count) {
      List<ColumnConstraints> constraints = new ArrayList<>();
      for (int column = 0; column < count; column++) {
        ColumnConstraints label = new ColumnConstraints();
        label.setHalignment(HPos.RIGHT);
        label.setHgrow(Priority.NEVER);
        ColumnConstraints field = new ColumnConstraints();
        field.setHgrow(Priority.ALWAYS);
        // Both fields of a row share what the labels leave, whatever stands in them.
        field.setPrefWidth(160);
        field.setMinWidth(60);
        constraints.add(label);
        constraints.add(field);
      }
      return constraints;
    }

    /** What the server sets later has no place in the form until it is there. */
    private boolean isEmptyText(FieldModel field) {
      return !field.field().editable() && field.value().get() == null;
    }

    private boolean isWide(FieldModel field) {
      return field.field().multiline() || field.field().length() >= LONG_TEXT;
    }
  }

  /** The village of a new record, where the account has several. */
  private final class AreaRow extends VBox {
    private final ChoiceField field = new ChoiceField(model.areaChoices());
    private final Label sentence = new Label();

    AreaRow() {
      getStyleClass().addAll("form-section", "area-row");
      Label label = new Label(TEXT.get("area"));
      label.getStyleClass().add(Styles.LABEL);
      Label mark = new Label(TEXT.get("required.mark"));
      mark.getStyleClass().add("required-mark");
      HBox head = new HBox(mark, label);
      head.setAlignment(Pos.CENTER_RIGHT);
      head.getStyleClass().add("field-head");
      field.text().setId("field-area");
      field.text().setAccessibleText(TEXT.get("area"));
      label.setLabelFor(field.text());
      field.onChosen(
          choice -> model.area().set((String) choice.value()), () -> model.area().set(""));
      field
          .text()
          .focusedProperty()
          .addListener(
              (focused, before, now) -> {
                if (now) {
                  model.current().set(null);
                } else {
                  field.commit();
                }
              });
      field
          .text()
          .addEventFilter(
              KeyEvent.KEY_PRESSED,
              event -> {
                if (event.getCode() == KeyCode.ENTER && !composing && !event.isControlDown()) {
                  event.consume();
                  field.commit();
                  reachable().stream().findFirst().ifPresent(FormView.this::focus);
                }
              });
      HBox row = new HBox(8, head, field);
      HBox.setHgrow(field, Priority.ALWAYS);
      sentence.getStyleClass().addAll("field-sentence", Styles.DANGER);
      model
          .areaFinding()
          .subscribe(
              finding -> {
                sentence.setVisible(finding != null);
                sentence.setManaged(finding != null);
                sentence.setText(finding == null ? "" : finding.wording());
                field.text().pseudoClassStateChanged(Styles.FAULT, finding != null);
              });
      sentence.setGraphic(Icon.ERROR.node());
      getChildren().addAll(row, sentence);
      model.area().subscribe(code -> field.show(model.context().areas().nameOf(code)));
      model
          .isStored()
          .subscribe(
              stored -> {
                setVisible(!stored);
                setManaged(!stored);
              });
    }

    void takeFocus() {
      field.text().requestFocus();
    }

    void commit() {
      field.commit();
    }
  }

  /** Label, editor or text, sentence of one field. */
  private final class Cell {
    private final FieldModel field;
    private final HBox label = new HBox();
    private final VBox node = new VBox();
    private final StackPane place = new StackPane();
    private final Label note = new Label();
    private Editor editor;
    private Node maskedFocus;

    Cell(FieldModel field) {
      this.field = field;
      label();
      note.getStyleClass().addAll(Styles.MUTED);
      note.textProperty().bind(field.note());
      note.managedProperty().bind(field.note().isNotEmpty());
      note.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(8, place, note);
      line.setAlignment(Pos.CENTER_LEFT);
      HBox.setHgrow(place, Priority.ALWAYS);
      place.setAlignment(Pos.CENTER_LEFT);
      if (field.field().pinned()) {
        line.getChildren().add(pin());
      }
      node.getChildren().addAll(line, sentence());
      GridPane.setValignment(label, VPos.TOP);
      GridPane.setFillHeight(label, false);
      GridPane.setValignment(node, VPos.TOP);
      field.masked().addListener((masked, before, now) -> fillPlace());
      model.readOnly().addListener((readOnly, before, now) -> fillPlace());
      field
          .value()
          .addListener(
              (value, before, now) -> {
                if (editor == null) {
                  fillPlace();
                }
              });
      fillPlace();
    }

    private void label() {
      Label mark = new Label(TEXT.get("required.mark"));
      mark.getStyleClass().add("required-mark");
      mark.visibleProperty().bind(field.required());
      Label words = new Label(field.field().label());
      words.getStyleClass().add(Styles.LABEL);
      label.getChildren().addAll(mark, words);
      label.setAlignment(Pos.CENTER_RIGHT);
      label.getStyleClass().add("field-head");
    }

    private Node pin() {
      ToggleButton pin = new ToggleButton();
      pin.getStyleClass().add("pin");
      pin.setFocusTraversable(false);
      // A hidden value does not stay for the next record.
      pin.visibleProperty().bind(field.masked().not());
      pin.managedProperty().bind(pin.visibleProperty());
      pin.selectedProperty().bindBidirectional(field.pinned());
      field
          .pinned()
          .subscribe(
              pinned -> {
                pin.setGraphic((pinned ? Icon.PIN : Icon.PIN_OUTLINE).node());
                String words =
                    TEXT.get(pinned ? "pin.on" : "pin.off", "label", field.field().label());
                pin.setAccessibleText(words);
                pin.setTooltip(new Tooltip(words));
              });
      return pin;
    }

    private Node sentence() {
      Label sentence = new Label();
      sentence.getStyleClass().add("field-sentence");
      sentence.setId("sentence-" + field.field().name());
      sentence.setWrapText(true);
      field.finding().subscribe(finding -> showSentence(sentence, finding));
      return sentence;
    }

    private void showSentence(Label sentence, Finding finding) {
      sentence.setManaged(finding != null);
      sentence.setVisible(finding != null);
      sentence.getStyleClass().removeAll(Styles.DANGER, Styles.WARNING);
      if (finding != null) {
        sentence.setText(finding.wording());
        sentence.setGraphic((finding.forbids() ? Icon.ERROR : Icon.ALERT).node());
        sentence.getStyleClass().add(finding.forbids() ? Styles.DANGER : Styles.WARNING);
      }
    }

    /** An editor where a hand may type, text where it may not, mask and eye where it is hidden. */
    private void fillPlace() {
      place.getChildren().clear();
      maskedFocus = null;
      if (field.masked().get()) {
        editor = null;
        place.getChildren().add(masked());
      } else if (field.isEditable()) {
        if (editor == null) {
          editor = Editors.of(field);
          watchFocus(editor);
        }
        place.getChildren().add(editor.node());
      } else {
        editor = null;
        Label value = new Label(display.of(field.field(), field.value().get(), false));
        value.getStyleClass().add(Styles.VALUE);
        value.setWrapText(true);
        value.setAccessibleText(field.field().label() + " " + value.getText());
        if (field.field().kind() == Kind.REFERENCE && field.value().get() != null) {
          field.choices().label(field.value().get(), value::setText);
        }
        place.getChildren().add(value);
      }
    }

    private Node masked() {
      Label value = new Label(String.valueOf(field.value().get()));
      value.setMinWidth(Region.USE_PREF_SIZE);
      value.getStyleClass().addAll(Styles.VALUE, Styles.FIGURES);
      Button eye = new Button("", Icon.EYE.node());
      eye.getStyleClass().add(Styles.FLAT);
      String words = TEXT.get("masked.reveal", "label", field.field().label());
      eye.setAccessibleText(words);
      eye.setTooltip(new Tooltip(words));
      eye.setId("reveal-" + field.field().name());
      eye.setOnAction(event -> reveal.accept(field));
      HBox row = new HBox(4, value, eye);
      if (field.isEditable()) {
        Button anew = new Button("", Icon.EDIT.node());
        anew.getStyleClass().add(Styles.FLAT);
        String anewWords = TEXT.get("masked.anew", "label", field.field().label());
        anew.setAccessibleText(anewWords);
        anew.setTooltip(new Tooltip(anewWords));
        anew.setOnAction(
            event -> {
              field.typeAnew();
              focus(field);
            });
        row.getChildren().add(anew);
      }
      row.setAlignment(Pos.CENTER_LEFT);
      maskedFocus = eye;
      eye.focusedProperty()
          .addListener(
              (focused, before, now) -> {
                if (now) {
                  model.current().set(field);
                }
              });
      return row;
    }

    private void watchFocus(Editor watched) {
      watched
          .focus()
          .focusedProperty()
          .addListener(
              (focused, before, now) -> {
                if (now) {
                  model.current().set(field);
                  show(node);
                } else if (watched.focus().getScene() != null) {
                  watched.commit();
                  field.leave();
                }
              });
    }

    Node focusNode() {
      return editor != null ? editor.focus() : maskedFocus != null ? maskedFocus : node;
    }

    void commit() {
      if (editor != null) {
        editor.commit();
      }
    }
  }
}
