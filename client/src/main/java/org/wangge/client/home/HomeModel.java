package org.wangge.client.home;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Draft;
import org.wangge.client.connection.Drafts;
import org.wangge.client.connection.Outbox;
import org.wangge.client.ui.Background;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;

/** What waits for this account, and the figures of the last bulletin. */
public final class HomeModel {
  /** Key of the event type. */
  static final String EVENT = "event";

  /** Codes of the states in which somebody has to do something. */
  static final List<String> OPEN_STATES = List.of("A", "P", "V", "E");

  /** What a village registers every day. */
  private static final Set<String> DAILY =
      Set.of("floating_person", "registered_resident", "household", "house", "event");

  private static final int MOST_REGISTERED = 8;
  private static final int MOST_EVENTS = 50;
  private static final int MOST_DRAFTS = 4;

  private final Workplace workplace;
  private final HomeCalls calls;
  private final Drafts drafts;
  private final Outbox outbox;
  private final Background background;
  private final Supplier<LocalDateTime> now;
  private final ObservableList<DueEvent> events = FXCollections.observableArrayList();
  private final ObservableList<MonthFigure> figures = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<YearMonth> month = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();

  /**
   * The first page of this account.
   *
   * @param now town time
   */
  public HomeModel(
      Workplace workplace,
      HomeCalls calls,
      Drafts drafts,
      Outbox outbox,
      Background background,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.drafts = drafts;
    this.outbox = outbox;
    this.background = background;
    this.now = now;
  }

  /** Open events, the most urgent first. */
  public ObservableList<DueEvent> events() {
    return events;
  }

  /** Whether there are more open events than were fetched. */
  public ReadOnlyBooleanProperty more() {
    return more.getReadOnlyProperty();
  }

  /** Figures of the last bulletin. */
  public ObservableList<MonthFigure> figures() {
    return figures;
  }

  /** Month of the last bulletin; null when there is none. */
  public ReadOnlyObjectProperty<YearMonth> month() {
    return month.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Unfinished forms on this workstation. */
  public ReadOnlyIntegerProperty draftCount() {
    return drafts.count();
  }

  /** Saves that wait for the line. */
  public ReadOnlyIntegerProperty waitingCount() {
    return outbox.count();
  }

  /** The newest drafts. */
  public List<Draft> newestDrafts() {
    return drafts.all().stream().limit(MOST_DRAFTS).toList();
  }

  /** Drafts that the server sent back with a reason. */
  public long returned() {
    return drafts.all().stream().filter(draft -> !draft.reason().isEmpty()).count();
  }

  /** Name of a type. */
  public String typeLabel(String key) {
    return workplace.catalogue().find(key).map(RecordType::label).orElse(key);
  }

  /** Whether events are this account's business. */
  public boolean hasEvents() {
    return workplace.catalogue().find(EVENT).filter(workplace::mayRead).isPresent();
  }

  /** Whether the account reads bulletins. */
  public boolean hasBulletins() {
    return workplace.has("bulletin-read") || workplace.has("bulletin");
  }

  /** Types the account registers most, those of every day first; the others are in the list. */
  public List<RecordType> registered() {
    return workplace.listedTypes().stream()
        .filter(workplace::mayWrite)
        .sorted(Comparator.comparing(type -> !DAILY.contains(type.key())))
        .limit(MOST_REGISTERED)
        .toList();
  }

  /** How many events are this urgent. */
  public long count(org.wangge.client.work.Tone tone) {
    return events.stream().filter(event -> event.tone() == tone).count();
  }

  /** Name of a state of events. */
  public String stateName(String code) {
    return workplace.catalogue().codeList("event_state").labelOf(code);
  }

  /** What is fetched in one go. */
  private record Fetched(List<Record> events, Optional<BulletinDocument> bulletin) {}

  /** Fetches everything anew. */
  public void load() {
    busy.set(true);
    background.run(this::fetch, this::show, this::refused);
  }

  private Fetched fetch() {
    List<Record> open =
        hasEvents()
            ? calls.events(
                new Query(
                    "",
                    List.of(
                        new Filter("current_state", Filter.Operator.IS, List.copyOf(OPEN_STATES))),
                    "limit_time",
                    false,
                    Optional.empty(),
                    MOST_EVENTS,
                    false))
            : List.of();
    return new Fetched(open, bulletin());
  }

  /** The last month's bulletin that was made and frozen. */
  private Optional<BulletinDocument> bulletin() {
    if (!hasBulletins()) {
      return Optional.empty();
    }
    try {
      return calls.bulletins().stream()
          .filter(state -> state.state().equals("frozen"))
          .max(Comparator.comparing(BulletinState::month))
          .map(state -> calls.bulletin(state.month()));
    } catch (Problem problem) {
      if (problem.code() == ProblemCode.NOT_FOUND) {
        return Optional.empty();
      }
      throw problem;
    }
  }

  private void show(Fetched fetched) {
    busy.set(false);
    LocalDateTime at = now.get();
    // Those without a deadline come last, whatever the database thinks of them.
    events.setAll(
        fetched.events().stream()
            .sorted(
                Comparator.comparing(
                    record -> record.values().dateTime("limit_time"),
                    Comparator.nullsLast(Comparator.naturalOrder())))
            .map(record -> DueEvent.of(record, at))
            .toList());
    more.set(fetched.events().size() == MOST_EVENTS);
    fetched
        .bulletin()
        .ifPresentOrElse(
            bulletin -> {
              month.set(bulletin.state().month());
              figures.setAll(MonthFigure.of(bulletin, workplace.session().areaName()));
            },
            () -> {
              month.set(null);
              figures.clear();
            });
  }

  private void refused(Problem problem) {
    busy.set(false);
    refusal.set(problem);
  }
}
