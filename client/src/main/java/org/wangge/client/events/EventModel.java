package org.wangge.client.events;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.AllowedAct;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.EventStep;

/** One event: how it stands, what is being asked for an act, and the act itself. */
public final class EventModel {
  private static final Messages TEXT = Messages.of(EventModel.class);

  private final UUID id;
  private final EventCalls calls;
  private final Background background;
  private final Supplier<LocalDateTime> now;
  private final ReadOnlyObjectWrapper<EventCase> event = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<AllowedAct> asking = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper(TEXT.get("title"));
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final StringProperty words = new SimpleStringProperty("");
  private final StringProperty unit = new SimpleStringProperty("");
  private final StringProperty grade = new SimpleStringProperty("");
  private Consumer<String> told = sentence -> {};
  private EventAct sent;

  /**
   * A page for this event; {@link #load} comes next.
   *
   * @param now town time
   */
  public EventModel(UUID id, EventCalls calls, Background background, Supplier<LocalDateTime> now) {
    this.id = id;
    this.calls = calls;
    this.background = background;
    this.now = now;
    words.addListener((typed, before, after) -> typed());
    grade.addListener((chosen, before, after) -> typed());
    unit.addListener((chosen, before, after) -> typed());
  }

  private void typed() {
    sentence.set("");
    unsaved.set(asking.get() != null && !words.get().isBlank());
  }

  /** Id of the event. */
  public UUID id() {
    return id;
  }

  /** The event as the server told last; null before. */
  public ReadOnlyObjectProperty<EventCase> event() {
    return event.getReadOnlyProperty();
  }

  /** What names it. */
  public ReadOnlyStringProperty title() {
    return title.getReadOnlyProperty();
  }

  /** The act whose words, unit or grade are being asked; null when none. */
  public ReadOnlyObjectProperty<AllowedAct> asking() {
    return asking.getReadOnlyProperty();
  }

  /** What is still missing for the act, in a sentence; empty when nothing. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether words were written that are not sent. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** What is written. */
  public StringProperty words() {
    return words;
  }

  /** Code of the chosen unit; empty when none. */
  public StringProperty unit() {
    return unit;
  }

  /** Chosen grade; empty when none. */
  public StringProperty grade() {
    return grade;
  }

  /** Calls back with a sentence after each act that was done. */
  public void onDone(Consumer<String> act) {
    told = act;
  }

  /** Clocks that run now, the nearest duty first. */
  public List<CaseClock> clocks() {
    return event.get() == null ? List.of() : CaseClock.of(event.get(), now.get());
  }

  /** Steps, newest first. */
  public List<EventStep> steps() {
    return event.get() == null ? List.of() : event.get().steps().reversed();
  }

  /** Town time. */
  public LocalDateTime now() {
    return now.get();
  }

  /** Asks the server how the event stands. */
  public void load() {
    busy.set(true);
    background.run(() -> calls.event(id), this::show, this::refused);
  }

  private void show(EventCase now) {
    busy.set(false);
    event.set(now);
    String name = now.record().values().text("event_name");
    title.set(name == null ? TEXT.get("title") : name);
    // What was being asked goes on when the event still allows it.
    AllowedAct asked = asking.get();
    if (asked != null) {
      asking.set(
          now.acts().stream()
              .filter(act -> act.act().equals(asked.act()))
              .findFirst()
              .orElse(null));
      typed();
    }
  }

  private void refused(Problem problem) {
    busy.set(false);
    if (problem instanceof InvalidRecord invalid && !invalid.findings().isEmpty()) {
      sentence.set(invalid.findings().getFirst().wording());
      return;
    }
    refusal.set(problem);
    if (problem.code() == ProblemCode.STALE_VERSION || problem.code() == ProblemCode.WRONG_STATE) {
      // Somebody was faster: show how it stands now, keep the words.
      sent = null;
      load();
    }
  }

  /** The usual act, or empty when none is allowed. */
  public Optional<AllowedAct> usual() {
    return event.get() == null ? Optional.empty() : event.get().acts().stream().findFirst();
  }

  /** Starts an act: does it at once when it asks for nothing, else asks. */
  public void choose(AllowedAct act) {
    if (busy.get()) {
      return;
    }
    unit.set(act.units().size() == 1 ? act.units().keySet().iterator().next() : "");
    grade.set("");
    sentence.set("");
    if (!act.wordsRequired() && act.grades().isEmpty() && act.units().size() <= 1) {
      send(act, "");
    } else {
      asking.set(act);
      typed();
    }
  }

  /** Gives the act up; the words stay until the page closes or an act is done. */
  public void giveUp() {
    asking.set(null);
    typed();
  }

  /** Does the act that was asked for when nothing is missing. */
  public void send() {
    AllowedAct act = asking.get();
    if (act == null || busy.get()) {
      return;
    }
    if (!act.grades().isEmpty() && grade.get().isEmpty()) {
      sentence.set(TEXT.get("missing.grade"));
    } else if (act.units().size() > 1 && unit.get().isEmpty()) {
      sentence.set(TEXT.get("missing.unit"));
    } else if (act.wordsRequired() && words.get().isBlank()) {
      sentence.set(TEXT.get("missing.words"));
    } else {
      send(act, words.get().strip());
    }
  }

  private void send(AllowedAct act, String written) {
    EventAct order =
        new EventAct(
            UUID.randomUUID(),
            event.get().record().version(),
            act.act(),
            written,
            unit.get(),
            grade.get());
    // The same order after a lost line is the same request, so that it is done once.
    if (sent == null || !same(sent, order)) {
      sent = order;
    }
    EventAct request = sent;
    busy.set(true);
    background.run(
        () -> calls.act(id, request),
        after -> {
          sent = null;
          asking.set(null);
          words.set("");
          show(after);
          typed();
          told.accept(
              TEXT.get("done", java.util.Map.of("act", act.label(), "state", after.stateLabel())));
        },
        this::refused);
  }

  private static boolean same(EventAct one, EventAct other) {
    return one.version() == other.version()
        && one.act().equals(other.act())
        && one.words().equals(other.words())
        && one.unit().equals(other.unit())
        && one.grade().equals(other.grade());
  }
}
