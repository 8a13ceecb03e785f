package org.wangge.client.exchange;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Styles;
import org.wangge.client.ui.Theme;
import org.wangge.client.ui.WordCell;
import org.wangge.validation.Finding;
import org.wangge.wire.ImportRow;

/** Rows of an import with what is said about them; the chosen row cell by cell beside the table. */
final class RowsView extends HBox {
  private static final Messages TEXT = Messages.of(RowsView.class);

  private final ImportModel model;
  private final TableView<ImportRow> table = new TableView<>();
  private final VBox detail = new VBox();

  /**
   * Rows.
   *
   * @param theme text size, columns are measured in it
   */
  RowsView(ImportModel model, Theme theme) {
    this.model = model;
    getStyleClass().add("import-rows");
    table.setId("import-rows");
    table.setItems(model.rows());
    table.setAccessibleText(TEXT.get("rows"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    Label none = new Label(TEXT.get("rows.none"));
    none.getStyleClass().add(Styles.MUTED);
    table.setPlaceholder(none);
    table.getColumns().add(column("row", "row-number", row -> String.valueOf(row.row())));
    table.getColumns().add(outcomes());
    table.getColumns().add(column("title", "row-title", ImportRow::title));
    table.getColumns().add(column("sentence", "row-sentence", model::sentences));
    theme.measure(this, this::widths);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((selected, before, now) -> show(now));
    Button more = new Button(TEXT.get("rows.more"));
    more.setId("more-rows");
    more.visibleProperty().bind(model.hasMore());
    more.managedProperty().bind(model.hasMore());
    more.setOnAction(event -> model.more());
    VBox left = new VBox(8, table, more);
    VBox.setVgrow(table, Priority.ALWAYS);
    HBox.setHgrow(left, Priority.ALWAYS);
    detail.getStyleClass().addAll("side-panel", "row-detail");
    ScrollPane scroll = new ScrollPane(detail);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("row-detail-scroll");
    getChildren().addAll(left, scroll);
    show(null);
  }

  private void widths(double em) {
    double[] wanted = {4, 6.4, 8, 20};
    for (int index = 0; index < wanted.length; index++) {
      TableColumn<ImportRow, ?> column = table.getColumns().get(index);
      column.setMinWidth(0);
      column.setMaxWidth(index < 3 ? wanted[index] * 1.2 * em : Double.MAX_VALUE);
      column.setPrefWidth(wanted[index] * em);
      column.setMinWidth(Math.min(wanted[index], 6.4) * em);
    }
  }

  private TableColumn<ImportRow, String> column(
      String key, String id, java.util.function.Function<ImportRow, String> value) {
    TableColumn<ImportRow, String> column = new TableColumn<>(TEXT.get("column." + key));
    column.setId(id);
    column.setCellFactory(view -> new WordCell<>());
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    return column;
  }

  private static TableColumn<ImportRow, String> outcomes() {
    TableColumn<ImportRow, String> column = new TableColumn<>(TEXT.get("column.outcome"));
    column.setId("row-outcome");
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().outcome()));
    column.setCellFactory(
        view ->
            new TableCell<>() {
              @Override
              protected void updateItem(String outcome, boolean empty) {
                super.updateItem(outcome, empty);
                if (empty || outcome == null) {
                  setGraphic(null);
                  return;
                }
                OutcomeStyle style = OutcomeStyle.of(outcome);
                Label state = new Label(TEXT.get("outcome." + outcome), style.icon().node());
                state.getStyleClass().addAll(Styles.STATE, style.style());
                state.setMinWidth(Region.USE_PREF_SIZE);
                setGraphic(state);
              }
            });
    return column;
  }

  private void show(ImportRow row) {
    detail.getChildren().clear();
    if (row == null) {
      Label none = new Label(TEXT.get("row.detail.none"));
      none.setWrapText(true);
      none.getStyleClass().add(Styles.MUTED);
      detail.getChildren().add(none);
      return;
    }
    Label heading =
        new Label(TEXT.get("row.detail", java.util.Map.of("row", row.row(), "title", row.title())));
    heading.setWrapText(true);
    heading.getStyleClass().add(Styles.HEADING);
    detail.getChildren().add(heading);
    for (Finding finding : row.findings()) {
      VBox cell = new VBox(2);
      if (!finding.field().isEmpty()) {
        Label label = new Label(model.label(finding.field()));
        label.getStyleClass().addAll(Styles.MUTED, "small");
        cell.getChildren().add(label);
      }
      Label words =
          new Label(finding.wording(), (finding.forbids() ? Icon.ERROR : Icon.ALERT).node());
      words.setWrapText(true);
      words.setMinHeight(Region.USE_PREF_SIZE);
      words.setAlignment(Pos.TOP_LEFT);
      words.getStyleClass().addAll("sentence", finding.forbids() ? "danger" : Styles.WARNING);
      cell.getChildren().add(words);
      detail.getChildren().add(cell);
    }
    if (row.findings().isEmpty()) {
      String changes = model.sentences(row);
      Label good = new Label(changes.isEmpty() ? TEXT.get("row.detail.good") : changes);
      good.setWrapText(true);
      detail.getChildren().add(good);
    }
  }
}
