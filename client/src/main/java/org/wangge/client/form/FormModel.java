package org.wangge.client.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.Section;
import org.wangge.client.ui.Messages;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.validation.Computation;
import org.wangge.validation.Finding;
import org.wangge.validation.IdNumber;
import org.wangge.validation.Parsed;
import org.wangge.validation.RecordChecker;
import org.wangge.validation.Way;
import org.wangge.wire.Area;

/**
 * A form derived from a record type: what stands in its fields, what follows from it, and what is
 * wrong with it. Knows no node and no server.
 */
public final class FormModel {
  private static final Messages TEXT = Messages.of(FormModel.class);

  private static final String AREA = "area";

  private final RecordType type;
  private final FormContext context;
  private final Computation computation;
  private final RecordChecker checker;
  private final List<SectionModel> sections = new ArrayList<>();
  private final Map<String, FieldModel> fields = new LinkedHashMap<>();
  private final StringProperty area = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<Finding> areaFinding = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper stored = new ReadOnlyBooleanWrapper();
  private final BooleanProperty readOnly = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<FieldModel> current = new SimpleObjectProperty<>();
  private final Set<FieldModel> left = new LinkedHashSet<>();
  private Values start = Values.none();
  private String startArea = "";
  private boolean settling;

  /** An empty form of the type. */
  public FormModel(RecordType type, FormContext context) {
    this.type = type;
    this.context = context;
    this.computation = new Computation(context.catalogue());
    this.checker = new RecordChecker(context.catalogue());
    for (Section section : type.sections()) {
      List<FieldModel> models = new ArrayList<>();
      for (Field field : section.fields()) {
        FieldModel model = new FieldModel(field, this);
        fields.put(field.name(), model);
        models.add(model);
      }
      sections.add(SectionModel.of(section.label(), models, section.folded()));
    }
    area.addListener((code, before, now) -> onArea());
  }

  /** The type the form is derived from. */
  public RecordType type() {
    return type;
  }

  /** Sections in the order of the paper form. */
  public List<SectionModel> sections() {
    return List.copyOf(sections);
  }

  /** All fields in the order of entry. */
  public List<FieldModel> fields() {
    return List.copyOf(fields.values());
  }

  /** The field of this name, or empty. */
  public Optional<FieldModel> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  /** Code of the village the record belongs to; empty while it is not chosen. */
  public StringProperty area() {
    return area;
  }

  /** Whether the village is still to be chosen: there are several, and the record is new. */
  public boolean asksForArea() {
    return type.parent().isEmpty() && context.areas().villages().size() > 1;
  }

  /** What stands under the village; null when nothing is wrong. */
  public ReadOnlyObjectProperty<Finding> areaFinding() {
    return areaFinding.getReadOnlyProperty();
  }

  /** Whether the record is on the server, so that its village stands. */
  public ReadOnlyBooleanProperty isStored() {
    return stored.getReadOnlyProperty();
  }

  /** The villages to choose from. */
  public Choices areaChoices() {
    return Choices.of(
        context.areas().villages().stream()
            .map(village -> Choice.of(village.code(), village.code().substring(9), village.name()))
            .toList());
  }

  /** Whether everything stands as text. */
  public BooleanProperty readOnly() {
    return readOnly;
  }

  /** Whether something differs from what the form started with. */
  public ReadOnlyBooleanProperty changed() {
    return changed.getReadOnlyProperty();
  }

  /** The field that has the focus; null when none. */
  public ObjectProperty<FieldModel> current() {
    return current;
  }

  /** Places and code lists. */
  public FormContext context() {
    return context;
  }

  /**
   * Starts a new record.
   *
   * @param village village code, empty when it is still to be chosen
   * @param given values that stay from the record before, or that another page brings along
   */
  public void startNew(String village, Values given) {
    stored.set(false);
    Values first = computation.initial(type, context.now(), Way.FORM).with(given);
    begin(village, Values.none(), Set.of(), first);
    snapshot();
  }

  /** Shows a record as the server gave it. */
  public void show(Record record) {
    stored.set(true);
    begin(record.area(), record.values(), record.masked(), Values.none());
    snapshot();
  }

  /**
   * Puts typed values over what stands here, as a draft or the settlement of a conflict does; they
   * count as changed.
   */
  public void overlay(Values values, Map<String, String> typed) {
    settle(
        () -> {
          for (String name : values.names()) {
            field(name)
                .filter(model -> model.field().editable())
                .ifPresent(
                    model -> {
                      if (model.masked().get()) {
                        model.typeAnew();
                      }
                      model.setValue(values.get(name));
                    });
          }
          typed.forEach((name, text) -> field(name).ifPresent(model -> model.typed().set(text)));
        });
  }

  private void begin(String village, Values base, Set<String> masked, Values first) {
    settle(
        () -> {
          left.clear();
          area.set(village == null ? "" : village);
          for (FieldModel model : fields.values()) {
            String name = model.field().name();
            model.start(base.get(name), masked.contains(name));
            if (first.mentions(name)) {
              model.setValue(first.get(name));
            }
          }
        });
  }

  private void snapshot() {
    start = raw();
    startArea = area.get();
    onChange();
  }

  /** Several changes that are looked at together. */
  private void settle(Runnable changes) {
    boolean outer = settling;
    settling = true;
    changes.run();
    settling = outer;
    if (!outer) {
      onChange();
    }
  }

  /** What a hand typed was changed. */
  void onTyped(FieldModel model) {
    if (model.field().kind() == null || settlingText == model || model.masked().get()) {
      return;
    }
    Parsed parsed = TypedText.read(model.field(), model.typed().get(), context.now());
    if (parsed.understood()) {
      model.understood(parsed.value());
    } else {
      model.notUnderstood(parsed.finding().orElseThrow());
    }
    if (!settling) {
      onChange();
    }
  }

  private FieldModel settlingText;

  /** Shows a value as text without reading it again. */
  void showTyped(FieldModel model, Object value) {
    FieldModel outer = settlingText;
    settlingText = model;
    model.typed().set(TypedText.show(model.field(), value));
    settlingText = outer;
    if (!settling && !fields.isEmpty()) {
      onChange();
    }
  }

  /** Everything that follows from what stands in the fields now. */
  private void onChange() {
    boolean outer = settling;
    settling = true;
    Values known = judged();
    Values completed = computation.complete(type, withoutFilled(known), context.today());
    for (FieldModel model : fields.values()) {
      Field field = model.field();
      if (field.computed().isPresent()) {
        model.setValue(completed.get(field.name()));
      } else if (field.editable()
          && !model.masked().get()
          && !model.isUnread()
          && completed.get(field.name()) != null) {
        model.fill(completed.get(field.name()));
      }
    }
    Values now = judged();
    for (FieldModel model : fields.values()) {
      model.setRelevant(RecordChecker.relevant(model.field(), now, context.today()));
      model.setRequired(
          model.isEditable()
              && (model.field().essential()
                  || RecordChecker.required(model.field(), now, context.today())));
    }
    note();
    rejudgeLeft(now);
    changed.set(
        !area.get().equals(startArea)
            || !withoutNulls(raw()).equals(withoutNulls(start))
            || fields.values().stream().anyMatch(FieldModel::isUnread));
    settling = outer;
  }

  private void note() {
    FieldModel birth = fields.get("birth_date");
    if (birth != null) {
      Object day = birth.value().get();
      birth.setNote(
          day instanceof java.time.LocalDate date && !date.isAfter(context.today())
              ? TEXT.get(
                  "note.age",
                  "age",
                  java.time.temporal.ChronoUnit.YEARS.between(date, context.today()))
              : "");
    }
    FieldModel origin = fields.get("native_place");
    FieldModel number = fields.get("id_number");
    if (origin != null && number != null) {
      boolean from =
          origin.value().get() instanceof String code
              && number.value().get() instanceof String text
              && IdNumber.sound(text)
              && text.startsWith(code);
      origin.setNote(from ? TEXT.get("note.from-number") : "");
    }
  }

  private void onArea() {
    if (!area.get().isEmpty()) {
      areaFinding.set(null);
    }
    FieldModel grid = fields.get("grid");
    if (!settling
        && grid != null
        && grid.value().get() instanceof String code
        && !code.startsWith(area.get())) {
      grid.setValue(null);
    }
    if (!settling) {
      onChange();
    }
  }

  /** Judges a field that is left: its own sentence, and the sentences that now concern it. */
  void leave(FieldModel model) {
    if (model.masked().get()) {
      return;
    }
    left.add(model);
    if (model.field().kind() == Kind.GRID
        && area.get().isEmpty()
        && model.value().get() instanceof String code) {
      context.areas().villageOf(code).map(Area::code).ifPresent(area::set);
    }
    if (TypedText.has(model.field().kind()) && model.value().get() != null) {
      settle(() -> showTyped(model, model.value().get()));
    }
    onChange();
  }

  /** A field is judged again with every change once it was left; others keep quiet. */
  private void rejudgeLeft(Values now) {
    if (left.isEmpty()) {
      return;
    }
    Map<String, Finding> first = firstByField(check(now));
    for (FieldModel model : left) {
      model.setFinding(first.get(model.field().name()));
    }
  }

  private List<Finding> check(Values now) {
    List<Finding> findings = new ArrayList<>();
    Set<String> unread = new LinkedHashSet<>();
    for (FieldModel model : fields.values()) {
      if (model.unread().isPresent() && model.relevant().get()) {
        findings.add(model.unread().get());
        unread.add(model.field().name());
      }
    }
    for (Finding finding :
        checker.check(
            type, computation.complete(type, now, context.today()), context.today(), Way.FORM)) {
      FieldModel model = fields.get(finding.field());
      boolean hidden = model != null && (model.masked().get() || unread.contains(finding.field()));
      if (!hidden) {
        findings.add(finding);
      }
    }
    List<String> order = List.copyOf(fields.keySet());
    findings.sort(
        java.util.Comparator.comparingInt(
            finding -> {
              int place = order.indexOf(finding.field());
              return place < 0 ? Integer.MAX_VALUE : place;
            }));
    return findings;
  }

  private static Map<String, Finding> firstByField(List<Finding> findings) {
    Map<String, Finding> first = new LinkedHashMap<>();
    for (Finding finding : findings) {
      first.merge(
          finding.field(),
          finding,
          (before, now) -> before.forbids() || !now.forbids() ? before : now);
    }
    return first;
  }

  /** Judges everything, shows every sentence, opens the sections they stand in. */
  public List<Finding> judge() {
    List<Finding> findings = new ArrayList<>();
    if (area.get().isEmpty() && type.parent().isEmpty()) {
      findings.add(Finding.forbid(AREA, "required", Map.of("label", TEXT.get("area"))));
    }
    findings.addAll(check(judged()));
    left.addAll(fields.values());
    showFindings(findings);
    return findings;
  }

  /** Shows sentences under their fields; used for those of the server. */
  public void showFindings(List<Finding> findings) {
    Map<String, Finding> first = firstByField(findings);
    areaFinding.set(first.get(AREA));
    for (FieldModel model : fields.values()) {
      model.setFinding(first.get(model.field().name()));
    }
    for (SectionModel section : sections) {
      if (section.fields().stream().anyMatch(model -> model.finding().get() != null)) {
        section.folded().set(false);
      }
    }
  }

  /** The first field with a sentence that stops the save, else with any; empty when none. */
  public Optional<FieldModel> firstFault() {
    return fields.values().stream()
        .filter(model -> model.finding().get() != null && model.finding().get().forbids())
        .findFirst()
        .or(
            () ->
                fields.values().stream()
                    .filter(model -> model.finding().get() != null)
                    .findFirst());
  }

  /** Values as they stand, completed; masked ones are left out. */
  public Values values() {
    return computation.complete(type, judged(), context.today());
  }

  /** What differs from the record read, to be sent; null = emptied. */
  public Values changes() {
    Values now = values();
    Map<String, Object> changes = new LinkedHashMap<>();
    for (FieldModel model : fields.values()) {
      String name = model.field().name();
      if (model.field().editable()
          && !model.masked().get()
          && !Objects.equals(model.base(), now.get(name))) {
        changes.put(name, now.get(name));
      }
    }
    return Values.of(changes);
  }

  /** Texts that are not understood yet, by field name; they belong to a draft. */
  public Map<String, String> unreadTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (FieldModel model : fields.values()) {
      if (model.isUnread()) {
        texts.put(model.field().name(), model.typed().get());
      }
    }
    return texts;
  }

  /** Values whose pin is set, for the next record. */
  public Values pinned() {
    Map<String, Object> kept = new LinkedHashMap<>();
    for (FieldModel model : fields.values()) {
      if (model.pinned().get() && model.value().get() != null && !model.masked().get()) {
        kept.put(model.field().name(), model.value().get());
      }
    }
    return Values.of(kept);
  }

  /** Values in clear take the place of masked ones. */
  public void reveal(Values clear) {
    settle(
        () -> {
          for (String name : clear.names()) {
            field(name).ifPresent(model -> model.reveal(clear.get(name)));
          }
        });
    start = start.with(clear);
    // What follows from a value in clear was not typed by anybody either.
    for (FieldModel model : fields.values()) {
      if (model.isFilled()) {
        start = start.with(model.field().name(), model.value().get());
      }
    }
    onChange();
  }

  private Values raw() {
    Map<String, Object> raw = new LinkedHashMap<>();
    for (FieldModel model : fields.values()) {
      raw.put(model.field().name(), model.value().get());
    }
    return Values.of(raw);
  }

  private Values judged() {
    Map<String, Object> known = new LinkedHashMap<>();
    for (FieldModel model : fields.values()) {
      known.put(model.field().name(), model.masked().get() ? null : model.value().get());
    }
    return Values.of(known);
  }

  private Values withoutFilled(Values values) {
    Map<String, Object> kept = new LinkedHashMap<>(values.asMap());
    for (FieldModel model : fields.values()) {
      if (model.isFilled()) {
        kept.put(model.field().name(), null);
      }
    }
    return Values.of(kept);
  }

  private static Map<String, Object> withoutNulls(Values values) {
    Map<String, Object> kept = new LinkedHashMap<>(values.asMap());
    kept.values().removeIf(Objects::isNull);
    return kept;
  }

  /** The choices of a field of a chosen kind. */
  Choices choices(FieldModel model) {
    Field field = model.field();
    return switch (field.kind()) {
      case CODE, CODES -> {
        CodeList list = context.catalogue().codeList(field.codes());
        yield Choices.of(codes(list, context.today()), list::labelOf);
      }
      case YES_NO ->
          Choices.of(
              List.of(
                  Choice.of(true, "1", TEXT.get("yes-no.yes")),
                  Choice.of(false, "0", TEXT.get("yes-no.no"))));
      case GRID -> new GridChoices();
      case PLACE -> new PlaceChoices(context.areas(), field);
      case REFERENCE -> new ReferenceChoices(context.catalogue().type(field.reference()));
      default -> throw new IllegalArgumentException(field.kind() + " is typed, not chosen");
    };
  }

  private static List<Choice> codes(CodeList list, LocalDate today) {
    return list.offered(today).stream()
        .map(
            value ->
                new Choice(
                    value.code(),
                    value.code(),
                    value.label(),
                    value.parent().isEmpty() ? "" : list.labelOf(value.parent()),
                    value.synonyms()))
        .toList();
  }

  /** Grids of the village, or of all villages while none is chosen. */
  private final class GridChoices implements Choices {
    private List<Choice> all() {
      return context.areas().gridsOf(area.get()).stream()
          .map(
              grid ->
                  new Choice(
                      grid.code(),
                      String.valueOf(Integer.parseInt(grid.code().substring(12))),
                      grid.name(),
                      area.get().isEmpty() ? context.areas().nameOf(grid.parent()) : "",
                      List.of(grid.code())))
          .toList();
    }

    @Override
    public void find(String words, Consumer<List<Choice>> found) {
      found.accept(Choices.fitting(all(), words));
    }

    @Override
    public void label(Object value, Consumer<String> found) {
      found.accept(context.areas().nameOf((String) value));
    }
  }

  /** Records of another type. */
  private final class ReferenceChoices implements Choices {
    private final RecordType target;

    private ReferenceChoices(RecordType target) {
      this.target = target;
    }

    @Override
    public void find(String words, Consumer<List<Choice>> found) {
      context.references().find(target, words, found);
    }

    @Override
    public void label(Object value, Consumer<String> found) {
      context.references().title(target, (UUID) value, found);
    }
  }
}
