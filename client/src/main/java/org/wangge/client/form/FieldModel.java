package org.wangge.client.form;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.validation.Finding;

/** One field of a form: what stands in it, what it means, what is wrong with it. */
public final class FieldModel {
  private final Field field;
  private final FormModel form;
  private final ReadOnlyObjectWrapper<Object> value = new ReadOnlyObjectWrapper<>();
  private final StringProperty typed = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Finding> finding = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper relevant = new ReadOnlyBooleanWrapper(true);
  private final ReadOnlyBooleanWrapper required = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper masked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
  private final BooleanProperty pinned = new SimpleBooleanProperty();
  private Object base;
  private Finding unread;
  private boolean filled;

  FieldModel(Field field, FormModel form) {
    this.field = field;
    this.form = form;
    typed.addListener((text, before, now) -> form.onTyped(this));
  }

  /** The field's description. */
  public Field field() {
    return field;
  }

  /** The value; null when empty or not understood. */
  public ReadOnlyObjectProperty<Object> value() {
    return value.getReadOnlyProperty();
  }

  /** What stands in the field of a typed kind. */
  public StringProperty typed() {
    return typed;
  }

  /** What stands under the field; null when nothing is wrong. */
  public ReadOnlyObjectProperty<Finding> finding() {
    return finding.getReadOnlyProperty();
  }

  /** Whether it is shown and kept. */
  public ReadOnlyBooleanProperty relevant() {
    return relevant.getReadOnlyProperty();
  }

  /** Whether the form refuses to save without it. */
  public ReadOnlyBooleanProperty required() {
    return required.getReadOnlyProperty();
  }

  /** Whether the value stands masked. */
  public ReadOnlyBooleanProperty masked() {
    return masked.getReadOnlyProperty();
  }

  /** A word beside the field, such as an age. */
  public ReadOnlyStringProperty note() {
    return note.getReadOnlyProperty();
  }

  /** Whether the value stays for the next record. */
  public BooleanProperty pinned() {
    return pinned;
  }

  /** Whether a hand may change it now. */
  public boolean isEditable() {
    return field.editable() && !form.readOnly().get();
  }

  /** Chooses a value, as a hand does. */
  public void choose(Object chosen) {
    filled = false;
    setValue(chosen);
    form.leave(this);
  }

  /** Moves a date by days; an empty one becomes today. */
  public void moveDate(int days) {
    choose(
        switch (value.get()) {
          case LocalDate day -> day.plusDays(days);
          case LocalDateTime moment -> moment.plusDays(days);
          case null, default ->
              field.kind() == Kind.DATE
                  ? form.context().today()
                  : form.context().now().truncatedTo(ChronoUnit.MINUTES);
        });
  }

  /** What was typed fits none of the choices. */
  void refuseChoice() {
    notUnderstood(
        Finding.forbid(field.name(), "code-unknown", Map.of("label", field.label(), "typed", "")));
    form.leave(this);
  }

  /** Judges what stands here, when the field is left. */
  public void leave() {
    form.leave(this);
  }

  /** Lets a masked value be typed anew, from empty. */
  public void typeAnew() {
    masked.set(false);
    setValue(null);
  }

  /** The choices of a chosen kind. */
  public Choices choices() {
    return form.choices(this);
  }

  /** Whether the value differs from the one read. */
  public boolean isChanged() {
    return !masked.get() && !Objects.equals(base, value.get());
  }

  /** Whether something stands here that is not understood. */
  public boolean isUnread() {
    return unread != null;
  }

  void start(Object first, boolean isMasked) {
    base = first;
    filled = false;
    masked.set(isMasked);
    finding.set(null);
    setValue(first);
  }

  /** Takes the value in clear for the masked one; nothing counts as changed. */
  void reveal(Object clear) {
    base = clear;
    masked.set(false);
    setValue(clear);
  }

  /** A value that the form derived from another field. */
  void fill(Object derived) {
    if (value.get() == null || filled) {
      setValue(derived);
      filled = true;
    }
  }

  /** Takes a value as it is and shows it. */
  void setValue(Object now) {
    unread = null;
    value.set(now);
    form.showTyped(this, TypedText.has(field.kind()) && !masked.get() ? now : null);
  }

  /** Takes over a value that was understood while typing; the text stays as typed. */
  void understood(Object now) {
    unread = null;
    filled = false;
    value.set(now);
  }

  /** Remembers that the text is not understood. */
  void notUnderstood(Finding why) {
    unread = why;
    filled = false;
    value.set(null);
  }

  Optional<Finding> unread() {
    return Optional.ofNullable(unread);
  }

  boolean isFilled() {
    return filled;
  }

  /** The value that was read, before anything was typed; null when empty. */
  public Object base() {
    return base;
  }

  void setFinding(Finding now) {
    finding.set(now);
  }

  void setRelevant(boolean now) {
    relevant.set(now);
  }

  void setRequired(boolean now) {
    required.set(now);
  }

  void setNote(String now) {
    note.set(now);
  }
}
