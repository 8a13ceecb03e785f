package org.wangge.client.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.junit.jupiter.api.Test;
import org.wangge.client.connection.Draft;
import org.wangge.client.connection.Drafts;
import org.wangge.client.connection.Outbox;
import org.wangge.client.connection.Waiting;
import org.wangge.client.testing.Desks;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.work.Tone;
import org.wangge.client.workplace.Workplace;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Table;

class HomeModelTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 3, 9, 0);

  private final Calls calls = new Calls();

  private static final class Calls implements HomeCalls {
    private final List<Record> events = new ArrayList<>();
    private final List<Query> queries = new ArrayList<>();
    private final List<BulletinState> bulletins = new ArrayList<>();

    @Override
    public List<Record> events(Query query) {
      queries.add(query);
      return events;
    }

    @Override
    public List<BulletinState> bulletins() {
      return bulletins;
    }

    @Override
    public BulletinDocument bulletin(YearMonth month) {
      return new BulletinDocument(
          bulletins.getLast(),
          "通报",
          List.of(),
          List.of(
              table(
                  "entries",
                  List.of("序号", "村（社区）", "合计", "上月合计", "排名"),
                  List.of("1", "陈家村", "41", "36", "2"),
                  List.of("", "合计", "512", "500", "")),
              table(
                  "events",
                  List.of("序号", "村（社区）", "上报数", "按时办结率", "上月上报", "排名"),
                  List.of("1", "陈家村", "7", "—", "9", "—"),
                  List.of("", "合计", "88", "93.18", "80", ""))),
          List.of());
    }

    private static Table table(
        String key, List<String> columns, List<String> village, List<String> total) {
      return new Table(key, "", "", List.of(), columns, List.of(village, total), List.of());
    }
  }

  /** A workstation without drafts. */
  private static final class NoDrafts implements Drafts {
    @Override
    public void keep(Draft draft) {}

    @Override
    public void drop(UUID id) {}

    @Override
    public Optional<Draft> find(UUID id) {
      return Optional.empty();
    }

    @Override
    public List<Draft> all() {
      return List.of();
    }

    @Override
    public ReadOnlyIntegerProperty count() {
      return new ReadOnlyIntegerWrapper(0);
    }
  }

  /** A workstation on which nothing waits for the line. */
  private static final class NothingWaiting implements Outbox {
    @Override
    public void add(Waiting waiting) {}

    @Override
    public void remove(UUID id) {}

    @Override
    public List<Waiting> all() {
      return List.of();
    }

    @Override
    public void send() {}

    @Override
    public ReadOnlyIntegerProperty count() {
      return new ReadOnlyIntegerWrapper(0);
    }
  }

  private HomeModel load(Workplace workplace) {
    HomeModel model =
        new HomeModel(
            workplace,
            calls,
            new NoDrafts(),
            new NothingWaiting(),
            new ManualBackground(),
            () -> NOW);
    model.load();
    return model;
  }

  private void event(String name, LocalDateTime limit) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("event_name", name);
    values.put("current_state", "P");
    values.put("limit_time", limit);
    calls.events.add(
        new Record(
            UUID.randomUUID(),
            "event",
            1,
            "330282104201",
            Status.ACTIVE,
            false,
            Values.of(values),
            Set.of(),
            "li",
            NOW,
            "li",
            NOW));
  }

  @Test
  void theMostUrgentEventStandsFirstAndThoseWithoutDeadlineLast() {
    event("噪音", NOW.plusDays(3));
    event("水管", null);
    event("路灯", NOW.minusHours(26));
    event("垃圾", NOW.plusHours(5));
    HomeModel model = load(Desks.village());
    assertThat(model.events()).extracting(DueEvent::title).containsExactly("路灯", "垃圾", "噪音", "水管");
    assertThat(model.events().getFirst().left()).isEqualTo("超期 1 天");
    assertThat(model.count(Tone.LATE)).isEqualTo(1);
    assertThat(model.count(Tone.SOON)).isEqualTo(1);
    assertThat(model.stateName("P")).isEqualTo("办理中");
  }

  @Test
  void onlyEventsThatWaitForSomebodyAreAskedFor() {
    load(Desks.village());
    assertThat(calls.queries.getFirst().filters().getFirst().values())
        .containsExactly("A", "P", "V", "E");
  }

  @Test
  void aVillageSeesItsOwnRowOfTheLastBulletinAndNoFigureThatDoesNotExist() {
    calls.bulletins.add(new BulletinState(YearMonth.of(2026, 10), "330282104", "frozen", NOW, 1));
    HomeModel model = load(Desks.village());
    assertThat(model.month().get()).isEqualTo(YearMonth.of(2026, 10));
    assertThat(model.figures())
        .containsExactly(
            new MonthFigure("录入", "41", "上月 36"), new MonthFigure("上报事件", "7", "上月 9"));
  }

  @Test
  void aTownSeesTheTotals() {
    calls.bulletins.add(new BulletinState(YearMonth.of(2026, 10), "330282104", "frozen", NOW, 1));
    HomeModel model = load(Desks.town());
    assertThat(model.figures())
        .extracting(MonthFigure::value)
        .containsExactly("512", "88", "93.18%");
  }

  @Test
  void withoutABulletinThereAreNoFigures() {
    HomeModel model = load(Desks.village());
    assertThat(model.figures()).isEmpty();
    assertThat(model.month().get()).isNull();
  }
}
