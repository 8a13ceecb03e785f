package org.wangge.client.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.Observable;
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
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.CodeListRow;
import org.wangge.wire.OwnTypeDraft;
import org.wangge.wire.OwnTypeSave;

/** The record types of the town's own, and the one that is being described. */
final class OwnTypesModel {
  /** Kinds in the order in which they are offered. */
  static final List<String> KINDS =
      List.of(
          "text",
          "integer",
          "decimal",
          "date",
          "datetime",
          "code",
          "codes",
          "yes-no",
          "phone",
          "id-number",
          "credit-code",
          "place",
          "reference");

  /** The choice of a module that does not exist yet. */
  static final String NEW_MODULE = "";

  private static final Messages TEXT = Messages.of(OwnTypesModel.class);

  private final Workplace workplace;
  private final CatalogueCalls calls;
  private final Background background;
  private final ObservableList<OwnTypeDraft> types = FXCollections.observableArrayList();
  private final ObservableList<FieldRow> fields =
      FXCollections.observableArrayList(
          row ->
              new Observable[] {
                row.label,
                row.section,
                row.kind,
                row.length,
                row.codes,
                row.help,
                row.sensitivity,
                row.required,
                row.inList,
                row.filter,
                row.searched,
                row.hidden
              });
  private final Map<String, String> codeLists = new LinkedHashMap<>();
  private final ReadOnlyObjectWrapper<OwnTypeDraft> edited = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper editing = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final StringProperty label = new SimpleStringProperty("");
  private final StringProperty module = new SimpleStringProperty(NEW_MODULE);
  private final StringProperty moduleLabel = new SimpleStringProperty("");
  private final BooleanProperty listed = new SimpleBooleanProperty(true);
  private UUID requestId = UUID.randomUUID();
  private boolean filling;

  OwnTypesModel(Workplace workplace, CatalogueCalls calls, Background background) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    for (var property : List.of(label, module, moduleLabel)) {
      property.subscribe(now -> typed());
    }
    listed.subscribe(now -> typed());
    fields.addListener((ListChangeListener<FieldRow>) change -> typed());
  }

  private void typed() {
    if (!filling) {
      sentence.set("");
      requestId = UUID.randomUUID();
      unsaved.set(editing.get());
    }
  }

  /** The town's types. */
  ObservableList<OwnTypeDraft> types() {
    return types;
  }

  /** Fields of the type that is described, in the order of the form. */
  ObservableList<FieldRow> fields() {
    return fields;
  }

  /** The type that is changed; null for a new one. */
  ReadOnlyObjectProperty<OwnTypeDraft> edited() {
    return edited.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty editing() {
    return editing.getReadOnlyProperty();
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

  StringProperty label() {
    return label;
  }

  /** Key of the module; empty for a new one. */
  StringProperty module() {
    return module;
  }

  StringProperty moduleLabel() {
    return moduleLabel;
  }

  BooleanProperty listed() {
    return listed;
  }

  /** Modules by key, a new one last. */
  Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    workplace.catalogue().modules().forEach(one -> modules.put(one.key(), one.label()));
    modules.put(NEW_MODULE, TEXT.get("module.new"));
    return modules;
  }

  /** Names of the kinds. */
  static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    KINDS.forEach(kind -> kinds.put(kind, TEXT.get("kind." + kind)));
    return kinds;
  }

  /** Classes of privacy a field may have. */
  static Map<String, String> sensitivities() {
    Map<String, String> classes = new LinkedHashMap<>();
    for (String one : List.of("open", "personal", "sensitive")) {
      classes.put(one, TEXT.get("sensitivity." + one));
    }
    return classes;
  }

  /** What a field chooses from: code lists, or types for a reference. */
  Map<String, String> choices(FieldRow row) {
    if (row.isCoded()) {
      return codeLists;
    }
    Map<String, String> targets = new LinkedHashMap<>();
    workplace.listedTypes().forEach(type -> targets.put(type.key(), type.label()));
    return targets;
  }

  /** Label of a module. */
  String moduleName(String key) {
    return modules().getOrDefault(key, key);
  }

  /** Loads the types, and the code lists that fields may use. */
  void load() {
    busy.set(true);
    background.run(
        () -> Map.entry(calls.types(), calls.lists()),
        found -> {
          busy.set(false);
          types.setAll(found.getKey());
          codeLists.clear();
          for (CodeListRow list : found.getValue()) {
            codeLists.put(list.key(), list.label());
          }
        },
        this::refused);
  }

  /** Starts a type with one field for its name. */
  void startNew() {
    start(null);
  }

  /** Takes up a type to change it. */
  void edit(OwnTypeDraft type) {
    start(type);
  }

  private void start(OwnTypeDraft type) {
    filling = true;
    edited.set(type);
    label.set(type == null ? "" : type.label());
    module.set(type == null ? NEW_MODULE : type.module());
    moduleLabel.set("");
    listed.set(type == null || type.listed());
    if (type == null) {
      FieldRow name = new FieldRow();
      name.required.set(true);
      name.searched.set(true);
      fields.setAll(List.of(name));
    } else {
      fields.setAll(type.fields().stream().map(FieldRow::new).toList());
    }
    sentence.set("");
    editing.set(true);
    unsaved.set(false);
    filling = false;
  }

  /** Adds a field behind the others. */
  FieldRow addField() {
    FieldRow row = new FieldRow();
    row.inList.set(fields.size() < 6);
    row.section.set(fields.isEmpty() ? "" : fields.getLast().section.get());
    fields.add(row);
    return row;
  }

  /** Takes a new field away; one that is kept can only be hidden. */
  void remove(FieldRow row) {
    if (!row.isKept()) {
      fields.remove(row);
    }
  }

  /** Moves a field by one place. */
  void move(FieldRow row, int by) {
    int at = fields.indexOf(row);
    int to = at + by;
    if (at >= 0 && to >= 0 && to < fields.size()) {
      fields.remove(at);
      fields.add(to, row);
    }
  }

  /** Leaves the type as it was. */
  void giveUp() {
    editing.set(false);
    edited.set(null);
    unsaved.set(false);
    sentence.set("");
  }

  /** Saves the type. */
  void save(Consumer<OwnTypeDraft> saved) {
    if (!editing.get() || busy.get()) {
      return;
    }
    OwnTypeDraft before = edited.get();
    OwnTypeSave wish =
        new OwnTypeSave(
            requestId,
            module.get().equals(NEW_MODULE) ? moduleLabel.get().strip() : "",
            new OwnTypeDraft(
                before == null ? "" : before.key(),
                before == null ? 0 : before.version(),
                module.get(),
                label.get().strip(),
                fields.stream().map(FieldRow::draft).toList(),
                listed.get()));
    busy.set(true);
    background.run(
        () -> calls.save(wish),
        kept -> {
          busy.set(false);
          types.removeIf(type -> type.key().equals(kept.key()));
          types.add(kept);
          giveUp();
          saved.accept(kept);
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
}
