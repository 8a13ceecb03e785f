package org.wangge.client.bulletins;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobCalls;
import org.wangge.client.work.JobWatch;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;

/** The months of a town, the bulletin of the chosen one, and how one is made. */
public final class BulletinsModel {
  /** State of a month nothing was made for. */
  public static final String NONE = "none";

  /** State of a month whose figures no longer change. */
  public static final String FROZEN = "frozen";

  private static final Messages TEXT = Messages.of(BulletinsModel.class);
  private static final int MONTHS_BACK = 3;

  private final Workplace workplace;
  private final BulletinCalls calls;
  private final Background background;
  private final Supplier<LocalDateTime> now;
  private final JobWatch job;
  private final ObservableList<BulletinState> months = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<BulletinState> chosen = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<BulletinDocument> document = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private Background.Work fetching = () -> {};
  private YearMonth wanted;
  private UUID orderId = UUID.randomUUID();

  /**
   * Bulletins of the account's town.
   *
   * @param now town time
   */
  public BulletinsModel(
      Workplace workplace,
      BulletinCalls calls,
      JobCalls jobs,
      Background background,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.now = now;
    this.job = new JobWatch(jobs, background);
  }

  /** Months, newest first. */
  public ObservableList<BulletinState> months() {
    return months;
  }

  /** The chosen month; null before the list came. */
  public ReadOnlyObjectProperty<BulletinState> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Text and tables of the chosen month; null when there are none. */
  public ReadOnlyObjectProperty<BulletinDocument> document() {
    return document.getReadOnlyProperty();
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  /** The last refusal; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** The making of a bulletin. */
  public JobWatch job() {
    return job;
  }

  /** Whether the account makes bulletins. */
  public boolean mayMake() {
    return workplace.has("bulletin");
  }

  /** Whether the chosen month is not over, so that it can only be looked at in advance. */
  public boolean isPreview() {
    return chosen.get() != null && !chosen.get().month().isBefore(thisMonth());
  }

  private YearMonth thisMonth() {
    return YearMonth.from(now.get());
  }

  /** Chooses this month as soon as the list is there. */
  public void want(YearMonth month) {
    wanted = month;
    if (!months.isEmpty()) {
      choose(state(month));
    }
  }

  /** Fetches the list of months and what the chosen one holds. */
  public void load() {
    busy.set(true);
    background.run(calls::states, this::show, this::refused);
  }

  private void show(List<BulletinState> states) {
    busy.set(false);
    Map<YearMonth, BulletinState> byMonth = new TreeMap<>(Comparator.reverseOrder());
    String town = workplace.session().area();
    YearMonth month = thisMonth();
    for (int back = mayMake() ? 0 : 1; back <= MONTHS_BACK; back++) {
      YearMonth earlier = month.minusMonths(back);
      byMonth.put(earlier, new BulletinState(earlier, town, NONE, null, 0));
    }
    // A later edition of a month takes the place of an earlier one.
    states.stream()
        .sorted(Comparator.comparingInt(BulletinState::number))
        .forEach(state -> byMonth.put(state.month(), state));
    YearMonth choice =
        wanted != null
            ? wanted
            : chosen.get() != null ? chosen.get().month() : best(byMonth).orElse(month);
    wanted = null;
    if (!byMonth.containsKey(choice)) {
      byMonth.put(choice, new BulletinState(choice, town, NONE, null, 0));
    }
    months.setAll(byMonth.values());
    chosen.set(null);
    choose(state(choice));
  }

  /** The newest month that was made, or the last one that is over. */
  private Optional<YearMonth> best(Map<YearMonth, BulletinState> byMonth) {
    return byMonth.values().stream()
        .filter(state -> !state.state().equals(NONE))
        .map(BulletinState::month)
        .findFirst()
        .or(() -> Optional.of(thisMonth().minusMonths(1)));
  }

  private BulletinState state(YearMonth month) {
    return months.stream()
        .filter(state -> state.month().equals(month))
        .findFirst()
        .orElse(months.getFirst());
  }

  /** Chooses a month and fetches its bulletin when there is one. */
  public void choose(BulletinState month) {
    if (month == null || month.equals(chosen.get())) {
      return;
    }
    fetching.cancel();
    chosen.set(month);
    document.set(null);
    if (month.state().equals(NONE)) {
      busy.set(false);
      return;
    }
    busy.set(true);
    fetching =
        background.run(
            () -> calls.document(month.month()),
            come -> {
              busy.set(false);
              document.set(come);
            },
            this::refused);
  }

  private void refused(Problem problem) {
    busy.set(false);
    refusal.set(problem);
  }

  /**
   * Has the bulletin of the chosen month made.
   *
   * @param told gets a sentence when it is there or was stopped
   */
  public void make(Consumer<String> told) {
    BulletinState month = chosen.get();
    if (month == null || job.running().get() || !mayMake()) {
      return;
    }
    BulletinOrder order =
        new BulletinOrder(orderId, month.month(), workplace.session().area(), isPreview());
    job.follow(
        () -> calls.order(order),
        result -> {
          orderId = UUID.randomUUID();
          wanted = month.month();
          load();
          told.accept(TEXT.get("made", "month", name(month.month())));
        },
        problem -> {
          orderId = UUID.randomUUID();
          refusal.set(problem);
        },
        () -> {
          orderId = UUID.randomUUID();
          told.accept(TEXT.get("stopped"));
        });
  }

  /** Name proposed for a file of the chosen month. */
  public String fileName(String format) {
    BulletinDocument now = document.get();
    String title = now == null || now.title().isBlank() ? TEXT.get("title") : now.title();
    return title.replaceAll("[\\\\/:*?\"<>|\\s]+", "") + " " + chosen.get().month() + "." + format;
  }

  /**
   * Writes a file of the chosen month.
   *
   * @param written called when it is there
   */
  public void save(String format, Path target, Consumer<Path> written) {
    YearMonth month = chosen.get().month();
    busy.set(true);
    background.run(
        () -> {
          FileDoor.write(target, calls.file(month, format));
          return target;
        },
        file -> {
          busy.set(false);
          written.accept(file);
        },
        this::refused);
  }

  /** A month in words. */
  public static String name(YearMonth month) {
    return TEXT.get("month", Map.of("year", month.getYear(), "month", month.getMonthValue()));
  }

  /** A state in words. */
  public static String stateName(BulletinState state) {
    String key = "state." + state.state();
    return TEXT.has(key) ? TEXT.get(key) : state.state();
  }
}
