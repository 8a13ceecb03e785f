package org.wangge.client.catalogue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.wangge.catalogue.CodeList;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Matching;
import org.wangge.client.ui.Messages;
import org.wangge.problem.Problem;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.CodeListSave;

/** The town's code lists, the values of one of them, and the value being typed. */
final class CodeListsModel {
  private static final Messages TEXT = Messages.of(CodeListsModel.class);

  private final CatalogueCalls calls;
  private final Background background;
  private final Supplier<LocalDate> today;
  private final ObservableList<CodeListRow> all = FXCollections.observableArrayList();
  private final FilteredList<CodeListRow> lists = new FilteredList<>(all);
  private final ObservableList<CodeList.Value> values = FXCollections.observableArrayList();
  private final StringProperty words = new SimpleStringProperty("");
  private final BooleanProperty unverifiedOnly = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<CodeListRow> list = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<CodeList.Value> edited = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper newList = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final StringProperty listLabel = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final StringProperty label = new SimpleStringProperty("");
  private final StringProperty parent = new SimpleStringProperty("");
  private final StringProperty synonyms = new SimpleStringProperty("");
  private final StringProperty provinceCode = new SimpleStringProperty("");
  private final ObjectProperty<LocalDate> from = new SimpleObjectProperty<>();
  private final ObjectProperty<LocalDate> to = new SimpleObjectProperty<>();
  private UUID requestId = UUID.randomUUID();
  private boolean filling;

  CodeListsModel(CatalogueCalls calls, Background background, Supplier<LocalDate> today) {
    this.calls = calls;
    this.background = background;
    this.today = today;
    words.subscribe(now -> narrow());
    unverifiedOnly.subscribe(now -> narrow());
    for (var property : List.of(listLabel, code, label, parent, synonyms, provinceCode)) {
      property.subscribe(now -> typed());
    }
    from.subscribe(now -> typed());
    to.subscribe(now -> typed());
  }

  private void narrow() {
    String wanted = words.get().strip();
    lists.setPredicate(
        row ->
            (!unverifiedOnly.get() || !row.verified())
                && (wanted.isEmpty()
                    || Matching.matches(row.label(), wanted)
                    || row.usedBy().stream().anyMatch(type -> Matching.matches(type, wanted))));
  }

  private void typed() {
    if (!filling) {
      sentence.set("");
      requestId = UUID.randomUUID();
      unsaved.set(editing.get());
    }
  }

  /** The lists that fit the words. */
  ObservableList<CodeListRow> lists() {
    return lists;
  }

  /** Words that narrow the lists: part of a label, its pinyin initials, or a type that uses it. */
  StringProperty words() {
    return words;
  }

  /** Whether only lists are shown that nobody has looked at. */
  BooleanProperty unverifiedOnly() {
    return unverifiedOnly;
  }

  /** The list whose values are shown; null when none. */
  ReadOnlyObjectProperty<CodeListRow> list() {
    return list.getReadOnlyProperty();
  }

  /** Values of that list, also those out of force. */
  ObservableList<CodeList.Value> values() {
    return values;
  }

  /** Whether a value is being typed. */
  ReadOnlyBooleanProperty editing() {
    return editing.getReadOnlyProperty();
  }

  /** Whether it is the first value of a new list. */
  ReadOnlyBooleanProperty newList() {
    return newList.getReadOnlyProperty();
  }

  /** The value that is changed; null for a new one. */
  ReadOnlyObjectProperty<CodeList.Value> edited() {
    return edited.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** What is wrong, in a sentence; empty when nothing. */
  ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** A refusal that belongs to nothing typed; null when none. */
  ObjectProperty<Problem> refusal() {
    return refusal;
  }

  StringProperty listLabel() {
    return listLabel;
  }

  StringProperty code() {
    return code;
  }

  StringProperty label() {
    return label;
  }

  StringProperty parent() {
    return parent;
  }

  /** Other words for the value, with blanks or commas between. */
  StringProperty synonyms() {
    return synonyms;
  }

  StringProperty provinceCode() {
    return provinceCode;
  }

  ObjectProperty<LocalDate> from() {
    return from;
  }

  ObjectProperty<LocalDate> to() {
    return to;
  }

  /** Whether a value may be chosen today. */
  boolean inForce(CodeList.Value value) {
    return value.offered(today.get());
  }

  /** Loads the lists. */
  void load() {
    run(calls::lists, all::setAll);
  }

  /** Shows the values of a list. */
  void open(CodeListRow row) {
    giveUp();
    list.set(row);
    values.clear();
    if (row != null) {
      run(() -> calls.values(row.key()), values::setAll);
    }
  }

  /** Starts a value of the list shown. */
  void startValue() {
    start(null, false);
  }

  /** Starts a list of the town's own with its first value. */
  void startList() {
    list.set(null);
    values.clear();
    start(null, true);
    code.set("1");
  }

  /** Takes up a value to change it; its code stays. */
  void edit(CodeList.Value value) {
    start(value, false);
  }

  private void start(CodeList.Value value, boolean first) {
    filling = true;
    edited.set(value);
    newList.set(first);
    listLabel.set("");
    code.set(value == null ? nextCode() : value.code());
    label.set(value == null ? "" : value.label());
    parent.set(value == null ? "" : value.parent());
    synonyms.set(value == null ? "" : String.join(" ", value.synonyms()));
    provinceCode.set(value == null ? "" : value.provinceCode());
    from.set(value == null ? null : value.from());
    to.set(value == null ? null : value.to());
    sentence.set("");
    editing.set(true);
    unsaved.set(false);
    filling = false;
  }

  /** One more than the highest code, where codes are numbers; shipped ones may still follow. */
  private String nextCode() {
    int length = values.isEmpty() ? 2 : values.getFirst().code().length();
    long highest =
        values.stream()
            .map(CodeList.Value::code)
            .filter(known -> known.matches("[0-9]{1,9}") && !known.matches("9+"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0);
    String next = ("%0" + length + "d").formatted(highest + 1);
    return next.length() > length ? "" : next;
  }

  /** Leaves the value as it was. */
  void giveUp() {
    editing.set(false);
    newList.set(false);
    edited.set(null);
    unsaved.set(false);
    sentence.set("");
  }

  /** Saves the value typed. */
  void save(Consumer<CodeListRow> saved) {
    if (!editing.get() || busy.get()) {
      return;
    }
    if (label.get().isBlank()) {
      sentence.set(TEXT.get("value.label.missing"));
      return;
    }
    if (edited.get() == null
        && values.stream().anyMatch(value -> value.code().equals(code.get().strip()))) {
      sentence.set(TEXT.get("value.code.taken", "code", code.get().strip()));
      return;
    }
    send(
        new CodeListSave(
            requestId,
            newList.get() ? "" : list.get().key(),
            listLabel.get().strip(),
            !newList.get() && list.get().verified(),
            List.of(typedValue())),
        saved);
  }

  private CodeList.Value typedValue() {
    List<String> others = new ArrayList<>();
    for (String word : synonyms.get().split("[\\s,，、;；]+", -1)) {
      if (!word.isEmpty() && !others.contains(word)) {
        others.add(word);
      }
    }
    return new CodeList.Value(
        code.get().strip(),
        label.get().strip(),
        Objects.toString(parent.get(), "").strip(),
        others,
        from.get(),
        to.get(),
        provinceCode.get().strip());
  }

  /** Says that the town has looked at the list and that it is right. */
  void confirmList(Consumer<CodeListRow> saved) {
    if (list.get() != null && !busy.get()) {
      send(new CodeListSave(UUID.randomUUID(), list.get().key(), "", true, List.of()), saved);
    }
  }

  private void send(CodeListSave wish, Consumer<CodeListRow> saved) {
    busy.set(true);
    background.run(
        () -> calls.save(wish),
        row -> {
          busy.set(false);
          all.removeIf(known -> known.key().equals(row.key()));
          all.add(row);
          open(row);
          saved.accept(row);
        },
        this::refused);
  }

  private void refused(Problem problem) {
    busy.set(false);
    if (problem instanceof InvalidRecord invalid && editing.get()) {
      sentence.set(invalid.findings().getFirst().wording());
    } else {
      refusal.set(problem);
    }
  }

  private <T> void run(java.util.concurrent.Callable<T> work, Consumer<T> done) {
    busy.set(true);
    background.run(
        work,
        result -> {
          busy.set(false);
          done.accept(result);
        },
        this::refused);
  }
}
