package org.wangge.client.visits;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
import org.wangge.catalogue.CodeList;
import org.wangge.client.connection.Saving;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.workplace.AreaTree;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Area;
import org.wangge.wire.VisitDue;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/** Who is to be visited, and the visit that is being registered. */
public final class VisitsModel {
  /** Key of the record type of visits. */
  static final String VISIT = "visit_record";

  /** Key of the record type of those who visit. */
  static final String WORKER = "grid_worker";

  /** Key of the record type of events. */
  static final String EVENT = "event";

  /** States to choose from; the empty one is all that is still to be done. */
  static final List<String> STATES = List.of("", "overdue", "soon", "waiting", "visited");

  private static final Messages TEXT = Messages.of(VisitsModel.class);
  private static final int LEAST_WORDS = 5;

  private final Workplace workplace;
  private final VisitCalls calls;
  private final Background background;
  private final Supplier<LocalDateTime> now;
  private final ObservableList<VisitDue> rows = FXCollections.observableArrayList();
  private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<VisitDue> opened = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final StringProperty place = new SimpleStringProperty("");
  private final StringProperty state = new SimpleStringProperty("");
  private final ObjectProperty<LocalDate> day = new SimpleObjectProperty<>();
  private final StringProperty way = new SimpleStringProperty("");
  private final StringProperty visitor = new SimpleStringProperty("");
  private final BooleanProperty met = new SimpleBooleanProperty(true);
  private final StringProperty situation = new SimpleStringProperty("");
  private final StringProperty difficulty = new SimpleStringProperty("");
  private final BooleanProperty asEvent = new SimpleBooleanProperty();
  private List<Record> workers = List.of();
  private UUID id = RecordId.next();
  private UUID requestId = UUID.randomUUID();
  private boolean filling;
  private boolean confirmed;

  /**
   * Visits of the account's area.
   *
   * @param now town time
   */
  public VisitsModel(
      Workplace workplace, VisitCalls calls, Background background, Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.now = now;
    for (var typed : List.of(day, way, visitor, met, situation, difficulty)) {
      typed.addListener((value, before, after) -> typed());
    }
    for (StringProperty filter : List.of(place, state)) {
      filter.addListener((value, before, after) -> load());
    }
  }

  private void typed() {
    if (!filling) {
      sentence.set("");
      confirmed = false;
      requestId = UUID.randomUUID();
      unsaved.set(opened.get() != null);
    }
  }

  /** Who is to be visited, the most pressing first. */
  public ObservableList<VisitDue> rows() {
    return rows;
  }

  /** How many there are; the rows may be fewer. */
  public ReadOnlyIntegerProperty total() {
    return total.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** Whether something typed is not saved. */
  public ReadOnlyBooleanProperty unsaved() {
    return unsaved.getReadOnlyProperty();
  }

  /** What is wrong or missing, in a sentence; empty when nothing. */
  public ReadOnlyStringProperty sentence() {
    return sentence.getReadOnlyProperty();
  }

  /** 走访率 of this month in words; empty when nobody was due. */
  public ReadOnlyStringProperty rate() {
    return rate.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Whose visit is being registered; null when none is. */
  public ReadOnlyObjectProperty<VisitDue> opened() {
    return opened.getReadOnlyProperty();
  }

  /** Code of the place to stay within; empty = everywhere. */
  public StringProperty place() {
    return place;
  }

  /** Key of the state shown. */
  public StringProperty state() {
    return state;
  }

  /** Day of the visit. */
  public ObjectProperty<LocalDate> day() {
    return day;
  }

  /** Code of the way. */
  public StringProperty way() {
    return way;
  }

  /** Id of the visitor as text. */
  public StringProperty visitor() {
    return visitor;
  }

  /** Whether the person was met. */
  public BooleanProperty met() {
    return met;
  }

  /** What was seen and done. */
  public StringProperty situation() {
    return situation;
  }

  /** What is hard for them. */
  public StringProperty difficulty() {
    return difficulty;
  }

  /** Whether an event is registered next. */
  public BooleanProperty asEvent() {
    return asEvent;
  }

  /** Whether the account registers visits. */
  public boolean mayRegister() {
    return workplace.mayWrite(workplace.catalogue().type(VISIT));
  }

  /** Whether the account registers events. */
  public boolean mayMakeEvent() {
    return workplace.catalogue().find(EVENT).filter(workplace::mayWrite).isPresent();
  }

  /** Villages and grids to choose from by code; the first is everywhere. */
  public Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("", TEXT.get("place.all"));
    boolean several = workplace.areas().villages().size() > 1;
    for (Area one : workplace.areas().all()) {
      if (one.level().equals(AreaTree.GRID)) {
        places.put(one.code(), (several ? villageName(one.code()) + " " : "") + one.name());
      } else if (several && one.level().equals(AreaTree.VILLAGE)) {
        places.put(one.code(), one.name());
      }
    }
    return places;
  }

  private String villageName(String code) {
    return workplace.areas().villageOf(code).map(Area::name).orElse("");
  }

  /** States by key. */
  public Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    STATES.forEach(key -> states.put(key, TEXT.get(key.isEmpty() ? "state.open" : "state." + key)));
    return states;
  }

  /** Ways of visiting by code. */
  public Map<String, String> ways() {
    return workplace.catalogue().codeList("visit_way").values().stream()
        .collect(
            Collectors.toMap(
                CodeList.Value::code,
                CodeList.Value::label,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  /** Those of the village who may have visited, by id. */
  public Map<String, String> visitors() {
    Map<String, String> visitors = new LinkedHashMap<>();
    VisitDue row = opened.get();
    for (Record worker : workers) {
      if (row != null && row.area().equals(worker.area())) {
        visitors.put(worker.id().toString(), worker.values().text("name"));
      }
    }
    return visitors;
  }

  /** Whom it is about, in words. */
  public String kindOf(VisitDue row) {
    if (row.categories().isEmpty()) {
      return TEXT.get("kind." + row.kind());
    }
    CodeList list = workplace.catalogue().codeList("person_category");
    return row.categories().stream().map(list::labelOf).collect(Collectors.joining("、"));
  }

  /** Where it is, in words. */
  public String placeOf(VisitDue row) {
    String grid = row.grid().isEmpty() ? "" : workplace.areas().nameOf(row.grid());
    return workplace.areas().villages().size() > 1
        ? (workplace.areas().nameOf(row.area()) + " " + grid).strip()
        : grid;
  }

  /** How it stands, in words with the days. */
  public String stateOf(VisitDue row) {
    long days = java.time.temporal.ChronoUnit.DAYS.between(now.get().toLocalDate(), row.due());
    return switch (row.state()) {
      case "overdue" -> TEXT.get("state.overdue.days", "days", -days);
      case "soon" -> days <= 0 ? TEXT.get("state.today") : TEXT.get("state.days", "days", days);
      default -> TEXT.get("state." + row.state());
    };
  }

  /** What is fetched in one go. */
  private record Fetched(VisitsDue due, List<VisitRate> rates, List<Record> workers) {}

  /** Fetches the list anew. */
  public void load() {
    busy.set(true);
    String wantedPlace = place.get();
    String wantedState = state.get();
    String month = YearMonth.from(now.get()).toString();
    background.run(
        () ->
            new Fetched(
                calls.due(wantedPlace, wantedState),
                calls.rates(month),
                mayRegister() ? calls.workers() : List.of()),
        fetched -> {
          // An answer to an earlier filter that comes late is not shown.
          if (wantedPlace.equals(place.get()) && wantedState.equals(state.get())) {
            busy.set(false);
            workers = fetched.workers();
            // Rows first: who hears of the total compares it with them.
            rows.setAll(fetched.due().rows());
            total.set(fetched.due().total());
            showRate(fetched.rates());
          }
        },
        this::refused);
  }

  /** The rate of all villages together, or of the grid or village chosen. */
  private void showRate(List<VisitRate> rates) {
    String chosen = place.get();
    List<VisitRate> counted =
        rates.stream()
            .filter(
                one ->
                    workplace.areas().find(chosen).filter(VisitsModel::isGrid).isPresent()
                        ? one.grid().equals(chosen)
                        : one.grid().isEmpty() && one.area().startsWith(chosen))
            .toList();
    long due = counted.stream().mapToLong(VisitRate::due).sum();
    long visited = counted.stream().mapToLong(VisitRate::visited).sum();
    rate.set(
        due == 0
            ? ""
            : TEXT.get(
                "rate",
                Map.of(
                    "due", due,
                    "visited", visited,
                    "percent", Math.round(visited * 100.0 / due))));
  }

  private static boolean isGrid(Area area) {
    return area.level().equals(AreaTree.GRID);
  }

  private void refused(Problem problem) {
    busy.set(false);
    if (problem instanceof InvalidRecord invalid && !invalid.findings().isEmpty()) {
      List<Finding> findings = invalid.findings();
      // Doubts are told once; saving again without a change confirms them.
      confirmed = findings.stream().noneMatch(Finding::forbids);
      String words = findings.stream().map(Finding::wording).collect(Collectors.joining());
      sentence.set(confirmed ? TEXT.get("confirm", "doubt", words) : words);
      requestId = UUID.randomUUID();
    } else {
      refusal.set(problem);
    }
  }

  /** Starts to register a visit. */
  public void open(VisitDue row) {
    if (!mayRegister()) {
      return;
    }
    filling = true;
    // First emptied, so that no choice of the one before stands among others' choices.
    visitor.set("");
    opened.set(row);
    id = RecordId.next();
    requestId = UUID.randomUUID();
    day.set(now.get().toLocalDate());
    way.set(ways().keySet().stream().findFirst().orElse(""));
    Map<String, String> known = visitors();
    String responsible = row.responsible() == null ? "" : row.responsible().toString();
    visitor.set(
        known.containsKey(responsible)
            ? responsible
            : known.size() == 1 ? known.keySet().iterator().next() : "");
    met.set(true);
    situation.set("");
    difficulty.set("");
    asEvent.set(false);
    sentence.set("");
    confirmed = false;
    unsaved.set(false);
    filling = false;
  }

  /** Gives the visit up. */
  public void giveUp() {
    filling = true;
    opened.set(null);
    situation.set("");
    difficulty.set("");
    unsaved.set(false);
    sentence.set("");
    filling = false;
  }

  /**
   * Saves the visit and takes its row off the list.
   *
   * @param saved told of it with what the event that comes next begins with; empty when none does
   */
  public void save(Consumer<Optional<EventStart>> saved) {
    VisitDue row = opened.get();
    if (busy.get() || row == null || !complete()) {
      return;
    }
    Saving saving = new Saving(requestId, 0, row.area(), values(row), confirmed);
    Optional<EventStart> next =
        asEvent.get() ? Optional.of(new EventStart(row.grid(), brief())) : Optional.empty();
    UUID visit = id;
    busy.set(true);
    background.run(
        () -> {
          calls.save(visit, saving);
          return row;
        },
        done -> {
          busy.set(false);
          giveUp();
          if (rows.remove(done)) {
            total.set(total.get() - 1);
          }
          saved.accept(next);
        },
        this::refused);
  }

  /**
   * What an event that follows a visit begins with.
   *
   * @param grid grid
   * @param brief what it is about
   */
  public record EventStart(String grid, String brief) {
    /** Names nothing of what was seen. */
    @Override
    public String toString() {
      return "EventStart[" + grid + "]";
    }
  }

  private String brief() {
    String hard = difficulty.get().strip();
    return hard.isEmpty() ? situation.get().strip() : hard;
  }

  private Values values(VisitDue row) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put(row.kind(), row.id());
    values.put("visit_date", day.get());
    values.put("visit_way", way.get());
    values.put("visitor", UUID.fromString(visitor.get()));
    values.put("met_person", met.get());
    if (!row.grid().isEmpty()) {
      values.put("grid", row.grid());
    }
    values.put("situation", situation.get().strip());
    if (!difficulty.get().isBlank()) {
      values.put("difficulty", difficulty.get().strip());
    }
    return Values.of(values);
  }

  private boolean complete() {
    String words = situation.get().strip();
    if (day.get() == null) {
      sentence.set(TEXT.get("missing.day"));
    } else if (day.get().isAfter(now.get().toLocalDate())) {
      sentence.set(TEXT.get("wrong.day"));
    } else if (visitor.get() == null || visitor.get().isEmpty()) {
      sentence.set(TEXT.get("missing.visitor"));
    } else if (words.codePointCount(0, words.length()) < LEAST_WORDS) {
      sentence.set(TEXT.get("missing.situation"));
    } else {
      sentence.set("");
    }
    return sentence.get().isEmpty();
  }
}
