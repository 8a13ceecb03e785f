package org.wangge.client.table;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.wangge.catalogue.Field;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.record.Filter;

/** The row above a list: what is searched for, and a chip per condition. */
public final class FilterBar extends HBox {
  private static final Messages TEXT = Messages.of(FilterBar.class);
  private static final Duration PAUSE = Duration.ofMillis(300);

  private final ListModel model;
  private final FilterChoices choices;
  private final Dialogs dialogs;
  private final TextField search = new TextField();
  private final FlowPane chips = new FlowPane(8, 8);
  private final MenuButton add = new MenuButton();
  private Background.Work waiting = () -> {};

  /**
   * A bar over a list.
   *
   * @param searchHint what may be typed into the search box
   * @param toTable puts the keyboard on the table
   */
  public FilterBar(
      ListModel model,
      FilterChoices choices,
      Dialogs dialogs,
      Background background,
      String searchHint,
      Runnable toTable) {
    this.model = model;
    this.choices = choices;
    this.dialogs = dialogs;
    getStyleClass().add("filter-bar");
    setSpacing(12);
    setAlignment(Pos.TOP_LEFT);
    search.setId("search");
    search.setPromptText(searchHint);
    search.setAccessibleText(TEXT.get("search"));
    search.getStyleClass().add("search-box");
    search.setTooltip(new Tooltip(searchHint));
    search
        .textProperty()
        .addListener(
            (text, before, now) -> {
              waiting.cancel();
              waiting = background.later(PAUSE, () -> model.search(now));
            });
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            waiting.cancel();
            model.search(search.getText());
            toTable.run();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          }
        });
    add.setText(TEXT.get("filter.add"));
    add.setGraphic(Icon.ADD.node());
    add.getStyleClass().add(Styles.CHIP);
    add.setId("filter-add");
    add.setAccessibleText(TEXT.get("filter.add"));
    HBox.setHgrow(chips, Priority.ALWAYS);
    getChildren().addAll(search, chips);
    model.query().subscribe(query -> showChips());
  }

  /** Puts the keyboard into the search box. */
  public void takeFocus() {
    search.requestFocus();
    search.selectAll();
  }

  private void showChips() {
    if (!search.getText().strip().equals(model.query().get().text()) && !search.isFocused()) {
      search.setText(model.query().get().text());
    }
    chips.getChildren().clear();
    chips.getChildren().add(statusChip());
    for (String name : model.filtered()) {
      choices.field(name).ifPresent(field -> chips.getChildren().add(chip(field)));
    }
    add.getItems().clear();
    for (Field field : choices.fields()) {
      if (model.filters(field.name()).isEmpty()) {
        MenuItem item = new MenuItem(field.label());
        item.setOnAction(event -> edit(field));
        add.getItems().add(item);
      }
    }
    if (!add.getItems().isEmpty()) {
      chips.getChildren().add(add);
    }
    if (!model.filtered().isEmpty()) {
      Button clear = new Button(TEXT.get("filter.clear"));
      clear.getStyleClass().add(Styles.LINK);
      clear.setOnAction(event -> model.clear());
      chips.getChildren().add(clear);
    }
  }

  private Node statusChip() {
    boolean cancelled = model.query().get().cancelled();
    Button chip = new Button(TEXT.get(cancelled ? "status.cancelled" : "status.active"));
    chip.setGraphic(Icon.FILTER.node());
    chip.getStyleClass().add(Styles.CHIP);
    chip.setId("filter-status");
    chip.pseudoClassStateChanged(Styles.CHOSEN, cancelled);
    chip.setTooltip(new Tooltip(TEXT.get("status.change")));
    chip.setAccessibleText(chip.getText());
    chip.setAccessibleHelp(TEXT.get("status.change"));
    chip.setOnAction(event -> model.showCancelled(!cancelled));
    return chip;
  }

  private Node chip(Field field) {
    String words =
        TEXT.get(
            "chip",
            Map.of(
                "label",
                field.label(),
                "words",
                choices.words(field, model.filters(field.name()))));
    Button chip = new Button(words, Icon.CLOSE.node());
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.getStyleClass().add(Styles.CHIP);
    chip.pseudoClassStateChanged(Styles.CHOSEN, true);
    chip.setAccessibleText(words);
    chip.setAccessibleHelp(TEXT.get("chip.help"));
    chip.setTooltip(new Tooltip(TEXT.get("chip.help")));
    chip.setMinWidth(Region.USE_PREF_SIZE);
    chip.setOnMouseClicked(
        event -> {
          // The cross at the right takes the condition away, the words open it.
          if (event.getX() > chip.getWidth() - chip.getHeight()) {
            model.setFilters(field.name(), List.of());
          } else {
            edit(field);
          }
        });
    chip.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
            model.setFilters(field.name(), List.of());
          } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            edit(field);
          } else {
            return;
          }
          event.consume();
        });
    return chip;
  }

  private void edit(Field field) {
    FilterPanel panel = new FilterPanel(field, model.filters(field.name()), choices);
    Dialogs.Act act =
        new Dialogs.Act(
            TEXT.get("filter.apply"),
            Styles.PRIMARY,
            opened -> {
              Optional<List<Filter>> filters = panel.filters();
              filters.ifPresent(wanted -> model.setFilters(field.name(), wanted));
              return filters.isPresent();
            });
    dialogs.show(
        new Dialogs.Panel(
            TEXT.get("filter.title", "label", field.label()),
            panel,
            panel.first(),
            false,
            List.of(act),
            true));
  }
}
