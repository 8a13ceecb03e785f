package org.wangge.client.form;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * A titled group of fields.
 *
 * @param label title
 * @param fields fields in the order of entry
 * @param folded whether only the title shows
 */
public record SectionModel(String label, List<FieldModel> fields, BooleanProperty folded) {
  /** Copies the list. */
  public SectionModel {
    fields = List.copyOf(fields);
  }

  /** A section that starts folded or open. */
  static SectionModel of(String label, List<FieldModel> fields, boolean folded) {
    return new SectionModel(label, fields, new SimpleBooleanProperty(folded));
  }

  /** Whether any of its fields is shown. */
  public boolean isRelevant() {
    return fields.stream().anyMatch(field -> field.relevant().get());
  }
}
