package org.wangge.client.catalogue;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wangge.wire.OwnFieldDraft;

/** One field of a record type while it is described. */
final class FieldRow {
  private static final String USUAL_TEXT = "50";
  private static final int USUAL_SCALE = 2;

  private final OwnFieldDraft kept;
  final StringProperty label = new SimpleStringProperty("");
  final StringProperty section = new SimpleStringProperty("");
  final StringProperty kind = new SimpleStringProperty("text");
  final StringProperty length = new SimpleStringProperty(USUAL_TEXT);
  final StringProperty codes = new SimpleStringProperty("");
  final StringProperty help = new SimpleStringProperty("");
  final StringProperty sensitivity = new SimpleStringProperty("open");
  final BooleanProperty required = new SimpleBooleanProperty();
  final BooleanProperty inList = new SimpleBooleanProperty(true);
  final BooleanProperty filter = new SimpleBooleanProperty();
  final BooleanProperty searched = new SimpleBooleanProperty();
  final BooleanProperty hidden = new SimpleBooleanProperty();

  /** A new field. */
  FieldRow() {
    this(null);
  }

  /** A field that is kept; null for a new one. */
  FieldRow(OwnFieldDraft kept) {
    this.kept = kept;
    if (kept != null) {
      label.set(kept.label());
      section.set(kept.section());
      kind.set(kept.kind());
      length.set(String.valueOf(kept.length()));
      codes.set(kept.codes());
      help.set(kept.help());
      sensitivity.set(kept.sensitivity().isBlank() ? "open" : kept.sensitivity());
      required.set(kept.required());
      inList.set(kept.inList());
      filter.set(kept.filter());
      searched.set(kept.searched());
      hidden.set(kept.hidden());
    }
  }

  /** Whether the server holds it: its kind stays then. */
  boolean isKept() {
    return kept != null;
  }

  /** Whether the kind is chosen from a code list. */
  boolean isCoded() {
    return kind.get().equals("code") || kind.get().equals("codes");
  }

  /** Whether the kind has a length to be typed. */
  boolean isMeasured() {
    return kind.get().equals("text")
        || kind.get().equals("integer")
        || kind.get().equals("decimal");
  }

  /** The field as it is sent. */
  OwnFieldDraft draft() {
    boolean decimal = kind.get().equals("decimal");
    int typed =
        length.get().strip().matches("[0-9]{1,4}") ? Integer.parseInt(length.get().strip()) : 0;
    return new OwnFieldDraft(
        kept == null ? "" : kept.name(),
        label.get().strip(),
        section.get().strip(),
        kind.get(),
        kept != null ? kept.length() : isMeasured() ? typed : 0,
        kept != null ? kept.scale() : decimal ? USUAL_SCALE : 0,
        required.get(),
        isCoded() || kind.get().equals("reference") ? codes.get() : "",
        inList.get(),
        filter.get() && !kind.get().equals("text"),
        searched.get() && (kind.get().equals("text") || kind.get().equals("phone")),
        sensitivity.get(),
        help.get().strip(),
        hidden.get());
  }
}
