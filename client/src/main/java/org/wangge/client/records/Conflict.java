package org.wangge.client.records;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Record;
import org.wangge.record.Values;

/**
 * Two versions of a record: what somebody else saved meanwhile, and what was typed here. Every
 * field that differs is a choice.
 */
public final class Conflict {
  private final Record theirs;
  private final List<Choice> choices;

  /** One field in which the versions differ. */
  public static final class Choice {
    private final Field field;
    private final Object base;
    private final Object mine;
    private final Object theirs;
    private final boolean theirsMasked;
    private boolean takeMine;

    private Choice(Field field, Object base, Object mine, Object theirs, boolean theirsMasked) {
      this.field = field;
      this.base = base;
      this.mine = mine;
      this.theirs = theirs;
      this.theirsMasked = theirsMasked;
      this.takeMine = !Objects.equals(base, mine);
    }

    /** The field. */
    public Field field() {
      return field;
    }

    /** Value when the form was opened; null when empty. */
    public Object base() {
      return base;
    }

    /** Value typed here; null when empty. */
    public Object mine() {
      return mine;
    }

    /** Value saved by the other; null when empty, a text when masked. */
    public Object theirs() {
      return theirs;
    }

    /** Whether the other's value stands masked. */
    public boolean theirsMasked() {
      return theirsMasked;
    }

    /** Whether the value typed here is taken. */
    public boolean takeMine() {
      return takeMine;
    }

    /** Chooses between the two. */
    public void choose(boolean mineWanted) {
      takeMine = mineWanted;
    }

    /** Whether both sides changed it. */
    public boolean bothChanged() {
      return !Objects.equals(base, mine) && !Objects.equals(base, theirs);
    }
  }

  private Conflict(Record theirs, List<Choice> choices) {
    this.theirs = theirs;
    this.choices = List.copyOf(choices);
  }

  /**
   * Compares.
   *
   * @param before the record as it was opened here
   * @param changes what was typed here
   * @param theirs the record as it stands now
   */
  public static Conflict of(RecordType type, Record before, Values changes, Record theirs) {
    List<Choice> choices = new ArrayList<>();
    for (Field field : type.fields()) {
      String name = field.name();
      Object base = before.values().get(name);
      Object mine = changes.mentions(name) ? changes.get(name) : base;
      Object now = theirs.values().get(name);
      boolean masked = theirs.masked().contains(name);
      boolean differs = !Objects.equals(mine, now);
      boolean shown = field.editable() && differs;
      if (shown) {
        choices.add(new Choice(field, base, mine, now, masked));
      }
    }
    return new Conflict(theirs, choices);
  }

  /** The record as it stands now. */
  public Record theirs() {
    return theirs;
  }

  /** Fields that differ, in the order of the form. */
  public List<Choice> choices() {
    return choices;
  }

  /** Values typed here that are to stand, over the other's version. */
  public Values settled() {
    Map<String, Object> settled = new LinkedHashMap<>();
    for (Choice choice : choices) {
      if (choice.takeMine()) {
        settled.put(choice.field().name(), choice.mine());
      }
    }
    return Values.of(settled);
  }
}
