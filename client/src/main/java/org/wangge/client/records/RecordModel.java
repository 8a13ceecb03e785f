package org.wangge.client.records;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Draft;
import org.wangge.client.connection.Drafts;
import org.wangge.client.connection.Outbox;
import org.wangge.client.connection.RecordCalls;
import org.wangge.client.connection.Saving;
import org.wangge.client.connection.Waiting;
import org.wangge.client.form.FieldModel;
import org.wangge.client.form.FormContext;
import org.wangge.client.form.FormModel;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Change;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.StaleVersion;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Cancel;
import org.wangge.wire.Match;
import org.wangge.wire.Restore;
import org.wangge.wire.Saved;

/** One record on a page: from the empty form or the server's answer to the save and back. */
public final class RecordModel {
  private static final Messages TEXT = Messages.of(RecordModel.class);
  private static final Duration DRAFT_PERIOD = Duration.ofSeconds(2);
  private static final Duration CHECK_PAUSE = Duration.ofMillis(400);

  /** Collaborators that all records share. */
  public record Tools(
      Workplace workplace,
      RecordCalls calls,
      Drafts drafts,
      Outbox outbox,
      Background background,
      FormContext context,
      Display display,
      Revealing revealing,
      Consumer<Saved> saved) {}

  /** What became of a save. */
  public enum Outcome {
    /** The server has it. */
    SAVED,
    /** It waits on this workstation for the line. */
    WAITING
  }

  private final RecordType type;
  private final Tools tools;
  private final FormModel form;
  private final ReadOnlyObjectWrapper<Record> record = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<LocalDateTime> draftKept = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Draft> offered = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<Finding>> doubts =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Match>> matches = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Change>> history =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final ObjectProperty<Conflict> conflict = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private UUID id;
  private Draft lastKept;
  private Background.Work drafting = () -> {};
  private Background.Work checking = () -> {};
  private Consumer<Outcome> afterSave = outcome -> {};

  /** A page for records of the type; {@link #startNew} or {@link #load} comes next. */
  public RecordModel(RecordType type, Tools tools) {
    this.type = type;
    this.tools = tools;
    this.form = new FormModel(type, tools.context());
    this.id = RecordId.next();
    form.readOnly().set(!tools.workplace().mayWrite(type));
    form.changed().addListener((changed, before, now) -> unsaved.set(now));
    for (FieldModel field : form.fields()) {
      if (tellsWho(field.field())) {
        field.value().addListener((value, before, now) -> checkSoon());
      }
      if (type.title().contains(field.field().name())) {
        field.value().addListener((value, before, now) -> showTitle());
      }
    }
    drafting = tools.background().every(DRAFT_PERIOD, this::keepDraft);
    showTitle();
  }

  /** The type. */
  public RecordType type() {
    return type;
  }

  /** The form. */
  public FormModel form() {
    return form;
  }

  /** Id of the record, made here for a new one. */
  public UUID id() {
    return id;
  }

  /** The record as the server gave it last; null while it is new. */
  public ReadOnlyObjectProperty<Record> record() {
    return record.getReadOnlyProperty();
  }

  /** What names it to a person. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** Whether something typed is not saved. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** When the draft was kept last; null when there is none. */
  public ReadOnlyObjectProperty<LocalDateTime> draftKept() {
    return draftKept.getReadOnlyProperty();
  }

  /** A draft of this record from before, to be taken up or thrown away; null when none. */
  public ReadOnlyObjectProperty<Draft> offeredDraft() {
    return offered.getReadOnlyProperty();
  }

  /** Sentences that must be confirmed before the save goes; empty when none. */
  public ReadOnlyObjectProperty<List<Finding>> doubts() {
    return doubts.getReadOnlyProperty();
  }

  /** Records that are or may be the same person or thing. */
  public ReadOnlyObjectProperty<List<Match>> matches() {
    return matches.getReadOnlyProperty();
  }

  /** The record's history, newest first, once it was asked for. */
  public ReadOnlyObjectProperty<List<Change>> history() {
    return history.getReadOnlyProperty();
  }

  /** A refusal that belongs to no field; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Two versions to choose from; null when none. */
  public ObjectProperty<Conflict> conflict() {
    return conflict;
  }

  /** Called after each save that went well. */
  public void onSaved(Consumer<Outcome> act) {
    afterSave = act;
  }

  /** Whether it is not yet on the server. */
  public boolean isNew() {
    return record.get() == null;
  }

  /** Whether it is cancelled. */
  public boolean isCancelled() {
    return !isNew() && record.get().status() == Status.CANCELLED;
  }

  /** Starts a new record, with values that another page brings along. */
  public void startNew(Values given) {
    startNew(tools.workplace().homeVillage(), given);
  }

  private void startNew(String village, Values given) {
    id = RecordId.next();
    record.set(null);
    matches.set(List.of());
    doubts.set(List.of());
    history.set(List.of());
    draftKept.set(null);
    lastKept = null;
    form.startNew(village, given);
    showTitle();
  }

  /** Takes up a draft of a new record. */
  public void resume(Draft draft) {
    id = draft.id();
    form.startNew(draft.area(), Values.none());
    form.overlay(draft.changes(), draft.unread());
    lastKept = draft;
    draftKept.set(draft.at());
    tellReason(draft);
    showTitle();
  }

  private void tellReason(Draft draft) {
    if (!draft.reason().isEmpty()) {
      form.judge();
    }
  }

  /** Loads a record; a draft of it from before is offered. */
  public void load(UUID wanted) {
    id = wanted;
    busy.set(true);
    tools
        .background()
        .run(
            () -> tools.calls().read(type, wanted),
            now -> {
              busy.set(false);
              show(now);
              tools.drafts().find(wanted).ifPresent(offered::set);
            },
            this::refused);
  }

  private void show(Record now) {
    record.set(now);
    doubts.set(List.of());
    form.readOnly().set(!tools.workplace().mayWrite(type) || now.status() == Status.CANCELLED);
    form.show(now);
    showTitle();
  }

  private void refused(Problem problem) {
    busy.set(false);
    refusal.set(problem);
  }

  /** Takes up the offered draft. */
  public void takeDraft() {
    Draft draft = offered.get();
    offered.set(null);
    if (isNew()) {
      resume(draft);
      return;
    }
    if (draft.version() == record.get().version()) {
      form.overlay(draft.changes(), draft.unread());
    } else {
      // The record went on meanwhile: both versions are shown.
      settleLater(draft.changes());
    }
    lastKept = draft;
    draftKept.set(draft.at());
    tellReason(draft);
  }

  private void settleLater(Values mine) {
    Conflict found = Conflict.of(type, record.get(), mine, record.get());
    if (!found.choices().isEmpty()) {
      conflict.set(found);
    }
  }

  /** Throws the offered draft away. */
  public void discardDraft() {
    Draft draft = offered.get();
    offered.set(null);
    tools.drafts().drop(draft.id());
  }

  /** Offers the newest unfinished new record of the type, after a crash or a closed tab. */
  public void offerUnfinished() {
    tools.drafts().all().stream()
        .filter(draft -> draft.type().equals(type.key()) && draft.version() == 0)
        .findFirst()
        .ifPresent(offered::set);
  }

  /** Puts the form back to what was read. */
  public void revert() {
    tools.drafts().drop(id);
    draftKept.set(null);
    lastKept = null;
    if (isNew()) {
      startNew(form.area().get(), form.pinned());
    } else {
      show(record.get());
    }
  }

  private void keepDraft() {
    if (!form.changed().get() || busy.get() || offered.get() != null) {
      return;
    }
    Draft draft =
        new Draft(
            type.key(),
            id,
            isNew() ? 0 : record.get().version(),
            form.area().get(),
            form.changes(),
            form.unreadTexts(),
            title.get(),
            tools.context().now(),
            "");
    if (draft.sameContent(lastKept)) {
      return;
    }
    lastKept = draft;
    tools
        .background()
        .run(
            () -> {
              tools.drafts().keep(draft);
              return draft.at();
            },
            draftKept::set,
            refusal::set);
  }

  /** Saves what stands in the form. */
  public void save() {
    save(false);
  }

  /** Saves although there are sentences to be confirmed. */
  public void saveConfirmed() {
    save(true);
  }

  private void save(boolean confirmed) {
    if (busy.get()) {
      return;
    }
    if (!isNew() && !form.changed().get()) {
      afterSave.accept(Outcome.SAVED);
      return;
    }
    List<Finding> findings = form.judge();
    if (findings.stream().anyMatch(Finding::forbids)) {
      doubts.set(List.of());
      refusal.set(new InvalidRecord(findings.stream().filter(Finding::forbids).toList()));
      return;
    }
    if (!findings.isEmpty() && !confirmed) {
      doubts.set(findings);
      return;
    }
    send(
        new Saving(
            UUID.randomUUID(),
            isNew() ? 0 : record.get().version(),
            isNew() ? form.area().get() : null,
            form.changes(),
            confirmed));
  }

  private void send(Saving saving) {
    UUID saved = id;
    busy.set(true);
    doubts.set(List.of());
    tools
        .background()
        .run(
            () -> tools.calls().save(type, saved, saving),
            answer -> {
              busy.set(false);
              forgetDraft();
              tools.outbox().remove(saved);
              show(answer.record());
              tools.saved().accept(answer);
              afterSave.accept(Outcome.SAVED);
            },
            problem -> sendRefused(saving, problem));
  }

  private void forgetDraft() {
    tools.drafts().drop(id);
    lastKept = null;
    draftKept.set(null);
  }

  private void sendRefused(Saving saving, Problem problem) {
    busy.set(false);
    switch (problem) {
      case InvalidRecord invalid -> showRefusedFindings(invalid);
      case StaleVersion stale ->
          conflict.set(Conflict.of(type, record.get(), saving.changes(), stale.current()));
      default -> {
        if (problem.code() == ProblemCode.SERVER_UNREACHABLE) {
          tools
              .outbox()
              .add(new Waiting(type.key(), id, saving, title.get(), tools.context().now()));
          forgetDraft();
          afterSave.accept(Outcome.WAITING);
        } else {
          refusal.set(problem);
        }
      }
    }
  }

  private void showRefusedFindings(InvalidRecord invalid) {
    form.showFindings(invalid.findings());
    if (invalid.findings().stream().anyMatch(Finding::forbids)) {
      refusal.set(invalid);
    } else {
      doubts.set(invalid.findings());
    }
  }

  /** Puts the settled conflict into the form and saves it. */
  public void settle(Conflict settled) {
    conflict.set(null);
    show(settled.theirs());
    form.overlay(settled.settled(), Map.of());
    if (form.changed().get()) {
      save();
    } else {
      forgetDraft();
    }
  }

  /** Starts the next record of the type with the pinned values. */
  public void next() {
    startNew(form.area().get(), form.pinned());
  }

  private static boolean tellsWho(Field field) {
    return (field.kind() == Kind.ID_NUMBER && field.name().equals("id_number"))
        || field.name().equals("name")
        || field.name().equals("birth_date")
        || !field.unique().isEmpty();
  }

  private void checkSoon() {
    checking.cancel();
    checking = tools.background().later(CHECK_PAUSE, this::check);
  }

  private void check() {
    boolean saysWho =
        form.fields().stream()
            .anyMatch(field -> tellsWho(field.field()) && field.value().get() != null);
    if (form.readOnly().get() || !isNew() || !saysWho) {
      matches.set(List.of());
      return;
    }
    Map<String, Object> known = new LinkedHashMap<>();
    for (FieldModel field : form.fields()) {
      if (field.field().editable() && field.value().get() != null && !field.masked().get()) {
        known.put(field.field().name(), field.value().get());
      }
    }
    UUID asked = id;
    String area = form.area().get();
    checking =
        tools
            .background()
            .run(
                () -> tools.calls().check(type, area, asked, Values.of(known)),
                checked -> {
                  if (asked.equals(id)) {
                    matches.set(checked.matches());
                  }
                },
                problem -> matches.set(List.of()));
  }

  /**
   * Goes on with a person or thing that is already registered under another type: its common values
   * come from the server, what was typed of this type's own stays.
   */
  public void goOnWith(Match match) {
    RecordType core = tools.workplace().catalogue().coreOf(type);
    Values typed = form.changes();
    busy.set(true);
    tools
        .background()
        .run(
            () -> tools.calls().read(core, match.id()),
            now -> {
              busy.set(false);
              tools.drafts().drop(id);
              id = match.id();
              matches.set(List.of());
              record.set(now);
              form.show(now);
              Map<String, Object> own = new LinkedHashMap<>();
              for (Field field : type.ownFields()) {
                if (typed.mentions(field.name())) {
                  own.put(field.name(), typed.get(field.name()));
                }
              }
              form.overlay(Values.of(own), Map.of());
              showTitle();
            },
            this::refused);
  }

  /** Whether the page can go on with this match. */
  public boolean canGoOnWith(Match match) {
    return isNew()
        && type.isExtension()
        && match.id() != null
        && !match.type().equals(type.key())
        && !form.readOnly().get();
  }

  /** Fetches the history. */
  public void loadHistory() {
    if (isNew()) {
      return;
    }
    tools.background().run(() -> tools.calls().history(type, id), history::set, refusal::set);
  }

  /** Whether a masked value may be asked for. */
  public boolean mayReveal() {
    return tools.workplace().has("reveal") && !isNew();
  }

  /** The reason given today for this record, or empty when it must be asked. */
  public Optional<String> reasonGiven() {
    return tools.revealing().reason(id, tools.context().today());
  }

  /** Fetches masked values in clear. */
  public void reveal(FieldModel field, String reason) {
    tools
        .background()
        .run(
            () -> tools.calls().reveal(type, id, List.of(field.field().name()), reason),
            clear -> {
              tools.revealing().remember(id, tools.context().today(), reason);
              form.reveal(clear);
            },
            refusal::set);
  }

  /** Whether the account may cancel or restore it. */
  public boolean mayCancel() {
    return !isNew() && tools.workplace().mayCancel(type);
  }

  /** Cancels the record. */
  public void cancel(LocalDate date, String reason, String note, Runnable done) {
    act(
        () ->
            tools
                .calls()
                .cancel(
                    type,
                    id,
                    new Cancel(UUID.randomUUID(), record.get().version(), date, reason, note)),
        done);
  }

  /** Restores the cancelled record. */
  public void restore(String reason, Runnable done) {
    act(
        () ->
            tools
                .calls()
                .restore(type, id, new Restore(UUID.randomUUID(), record.get().version(), reason)),
        done);
  }

  private void act(java.util.concurrent.Callable<Saved> act, Runnable done) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    tools
        .background()
        .run(
            act,
            answer -> {
              busy.set(false);
              show(answer.record());
              tools.saved().accept(answer);
              done.run();
            },
            problem -> {
              busy.set(false);
              if (problem instanceof StaleVersion stale) {
                show(stale.current());
              }
              refusal.set(problem);
            });
  }

  private void showTitle() {
    String words =
        type.title().stream()
            .map(name -> form.field(name).orElse(null))
            .filter(Objects::nonNull)
            .filter(field -> field.value().get() != null)
            .limit(1)
            .map(
                field ->
                    tools.display().of(field.field(), field.value().get(), field.masked().get()))
            .collect(Collectors.joining(" "));
    if (words.isEmpty()) {
      words = isNew() ? TEXT.get("title.new") : TEXT.get("title.unnamed");
    }
    title.set(TEXT.get("title", Map.of("what", words, "type", type.label())));
  }

  /** Keeps what is typed and stops working. */
  public void close() {
    drafting.cancel();
    checking.cancel();
  }

  /** Keeps the draft at once, before the page closes. */
  public void keepNow() {
    keepDraft();
  }
}
