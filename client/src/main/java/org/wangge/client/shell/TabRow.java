package org.wangge.client.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Styles;

/** The row of tabs; they grow narrower when there are many. */
final class TabRow extends HBox {
  private static final Messages TEXT = Messages.of(TabRow.class);

  private final ShellModel model;
  private final Map<Page, HBox> tabs = new HashMap<>();
  private final Button add = new Button();
  private final MenuButton more = new MenuButton();

  TabRow(ShellModel model, Runnable openSomething) {
    this.model = model;
    getStyleClass().add("tab-row");
    setAccessibleText(TEXT.get("tabs"));
    add.setGraphic(Icon.ADD.node());
    add.getStyleClass().add(Styles.FLAT);
    add.setAccessibleText(TEXT.get("tab.new"));
    add.setTooltip(new Tooltip(TEXT.get("tab.new")));
    add.setFocusTraversable(false);
    add.setOnAction(event -> openSomething.run());
    add.setMinWidth(Region.USE_PREF_SIZE);
    model.pages().addListener((ListChangeListener<Page>) change -> refresh());
    more.setMinWidth(Region.USE_PREF_SIZE);
    more.getStyleClass().add("more-tabs");
    model
        .selected()
        .addListener(
            (selected, before, page) -> {
              fit();
              showChosen();
            });
    widthProperty().addListener((width, before, now) -> fit());
    add.fontProperty().addListener((font, before, now) -> fit());
    setMinWidth(0);
    refresh();
  }

  private void refresh() {
    tabs.keySet().retainAll(model.pages());
    getChildren().clear();
    for (Page page : model.pages()) {
      getChildren().add(tabs.computeIfAbsent(page, this::tab));
    }
    getChildren().addAll(more, add);
    fit();
    showChosen();
  }

  /** Tabs that would grow too narrow to be read go into a menu; the one in front always stands. */
  private void fit() {
    List<Page> pages = List.copyOf(model.pages());
    double em = add.getFont().getSize();
    int room = getWidth() <= 0 ? pages.size() : (int) ((getWidth() - 7 * em) / (7 * em));
    int front = Math.max(0, model.pages().indexOf(model.selected().get()));
    int first = Math.clamp(front - room + 1L, 0, Math.max(0, pages.size() - room));
    more.getItems().clear();
    for (int index = 0; index < pages.size(); index++) {
      Page page = pages.get(index);
      boolean stands = index >= first && index < first + Math.max(1, room);
      tabs.get(page).setVisible(stands);
      tabs.get(page).setManaged(stands);
      if (!stands) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(page.title());
        item.setOnAction(event -> model.select(page));
        more.getItems().add(item);
      }
    }
    more.setText(TEXT.get("tab.more", "count", more.getItems().size()));
    more.setAccessibleText(more.getText());
    more.setVisible(!more.getItems().isEmpty());
    more.setManaged(more.isVisible());
  }

  private HBox tab(Page page) {
    Region unsaved = Icon.UNSAVED.node();
    unsaved.getStyleClass().add("unsaved");
    unsaved.visibleProperty().bind(page.unsaved());
    unsaved.managedProperty().bind(page.unsaved());
    Label title = new Label();
    title.textProperty().bind(page.title());
    title.setMinWidth(0);
    Button close = new Button();
    close.setGraphic(Icon.CLOSE.node());
    close.getStyleClass().add(Styles.FLAT);
    close.setFocusTraversable(false);
    close.setMinWidth(Region.USE_PREF_SIZE);
    close
        .accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> TEXT.get("tab.close", "title", page.title().get()), page.title()));
    close.setOnAction(event -> model.askToClose(page));
    HBox tab = new HBox(unsaved, title, close);
    tab.getStyleClass().add("page-tab");
    tab.setMinWidth(64);
    tab.setFocusTraversable(true);
    tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
    tab.accessibleTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> page.title().get() + (page.unsaved().get() ? TEXT.get("tab.unsaved") : ""),
                page.title(),
                page.unsaved()));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(page.title());
    Tooltip.install(tab, tip);
    tab.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.MIDDLE) {
            model.askToClose(page);
          } else {
            model.select(page);
          }
        });
    tab.setOnKeyPressed(
        event -> {
          switch (event.getCode()) {
            case ENTER, SPACE -> model.select(page);
            case DELETE -> model.askToClose(page);
            case LEFT -> model.selectBeside(-1);
            case RIGHT -> model.selectBeside(1);
            default -> {
              return;
            }
          }
          event.consume();
        });
    return tab;
  }

  private void showChosen() {
    tabs.forEach(
        (page, tab) ->
            tab.pseudoClassStateChanged(Styles.CHOSEN, page.equals(model.selected().get())));
  }
}
