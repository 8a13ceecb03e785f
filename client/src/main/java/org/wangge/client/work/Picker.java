package org.wangge.client.work;

import java.util.ArrayList;
import java.util.Map;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.util.StringConverter;

/** A choice among a few named things; letters and arrows move in it. */
public final class Picker extends ComboBox<String> {
  /**
   * A picker whose value is a key.
   *
   * @param names names by key, in order
   * @param chosen the chosen key, bound both ways
   * @param label what is chosen, for readers of the screen
   */
  public Picker(Map<String, String> names, StringProperty chosen, String label) {
    getStyleClass().add("picker");
    getItems().setAll(new ArrayList<>(names.keySet()));
    setConverter(
        new StringConverter<>() {
          @Override
          public String toString(String key) {
            return key == null ? "" : names.getOrDefault(key, key);
          }

          @Override
          public String fromString(String words) {
            return words;
          }
        });
    setCellFactory(
        list ->
            new ListCell<>() {
              @Override
              protected void updateItem(String key, boolean empty) {
                super.updateItem(key, empty);
                setText(empty || key == null ? null : names.getOrDefault(key, key));
              }
            });
    valueProperty().bindBidirectional(chosen);
    setAccessibleText(label);
    setVisibleRowCount(12);
    setMaxWidth(Double.MAX_VALUE);
  }
}
