package org.wangge.client.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.client.connection.Saving;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.Town;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.VisitDue;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

class VisitsModelTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 20, 9, 15);
  private static final LocalDate TODAY = NOW.toLocalDate();
  private static final UUID WORKER = UUID.randomUUID();
  private static final VisitDue LATE =
      new VisitDue(
          "person",
          UUID.randomUUID(),
          "陈阿婆",
          Town.VILLAGE,
          Town.FIRST_GRID,
          List.of("0301", "0302"),
          LocalDate.of(2026, 9, 10),
          LocalDate.of(2026, 10, 10),
          "overdue",
          WORKER);
  private static final VisitDue HOUSEHOLD =
      new VisitDue(
          "household",
          UUID.randomUUID(),
          "陈大海",
          Town.VILLAGE,
          Town.SECOND_GRID,
          List.of(),
          null,
          LocalDate.of(2026, 10, 25),
          "soon",
          null);

  private final Calls calls = new Calls();
  private final VisitsModel model =
      new VisitsModel(Town.workplace(), calls, new ManualBackground(), () -> NOW);
  private final List<Optional<VisitsModel.EventStart>> saved = new ArrayList<>();

  private static final class Calls implements VisitCalls {
    private final List<String> asked = new ArrayList<>();
    private final List<Saving> savings = new ArrayList<>();
    private final List<Record> workers =
        new ArrayList<>(List.of(worker(WORKER, "戚国栋"), worker(UUID.randomUUID(), "钱多")));
    private Problem next;

    @Override
    public VisitsDue due(String place, String state) {
      asked.add(place + "/" + state);
      return new VisitsDue(TODAY, 2, List.of(LATE, HOUSEHOLD));
    }

    @Override
    public List<VisitRate> rates(String month) {
      asked.add(month);
      return List.of(
          rate("", 30, 21), rate(Town.FIRST_GRID, 20, 17), rate(Town.SECOND_GRID, 10, 4));
    }

    @Override
    public List<Record> workers() {
      return workers;
    }

    @Override
    public void save(UUID id, Saving saving) {
      if (next != null) {
        Problem problem = next;
        next = null;
        throw problem;
      }
      savings.add(saving);
    }
  }

  private static VisitRate rate(String grid, int due, int visited) {
    return new VisitRate(Town.VILLAGE, grid, due, visited, BigDecimal.TEN, 0, 0, null);
  }

  private static Record worker(UUID id, String name) {
    return new Record(
        id,
        "grid_worker",
        1,
        Town.VILLAGE,
        Status.ACTIVE,
        false,
        Values.of(Map.of("name", name)),
        Set.of(),
        "李村",
        NOW,
        "李村",
        NOW);
  }

  @BeforeEach
  void load() {
    model.load();
  }

  @Test
  void aRowSaysWhoWhereAndHowLate() {
    assertThat(model.rows()).containsExactly(LATE, HOUSEHOLD);
    assertThat(model.kindOf(LATE)).isEqualTo("老年人、残疾人");
    assertThat(model.placeOf(LATE)).isEqualTo("第一网格");
    assertThat(model.stateOf(LATE)).isEqualTo("超期 10 天");
    assertThat(model.kindOf(HOUSEHOLD)).isEqualTo("家庭户");
    assertThat(model.stateOf(HOUSEHOLD)).isEqualTo("还有 5 天");
    assertThat(model.rate().get()).isEqualTo("本月走访率 70%（应走访 30 人，已走访 21 人）");
    assertThat(calls.asked).containsExactly("/", "2026-10");
  }

  @Test
  void whoHearsOfTheTotalFindsTheRowsThere() {
    VisitsModel fresh = new VisitsModel(Town.workplace(), calls, new ManualBackground(), () -> NOW);
    List<Integer> seen = new ArrayList<>();
    fresh.total().addListener((total, before, now) -> seen.add(fresh.rows().size()));

    fresh.load();

    assertThat(seen).containsExactly(2);
  }

  @Test
  void aGridChosenIsAskedForAndItsRateShown() {
    model.place().set(Town.FIRST_GRID);

    assertThat(calls.asked).contains(Town.FIRST_GRID + "/");
    assertThat(model.rate().get()).isEqualTo("本月走访率 85%（应走访 20 人，已走访 17 人）");

    model.state().set("overdue");

    assertThat(calls.asked).contains(Town.FIRST_GRID + "/overdue");
  }

  @Test
  void aVisitOfTodayIsSavedInAFewWordsAndItsRowGoes() {
    model.open(LATE);
    assertThat(model.day().get()).isEqualTo(TODAY);
    assertThat(model.visitors().get(model.visitor().get())).isEqualTo("戚国栋");
    model.situation().set("身体尚好，无事。");
    assertThat(model.unsaved().get()).isTrue();

    model.save(saved::add);

    Saving saving = calls.savings.getFirst();
    assertThat(saving.area()).isEqualTo(Town.VILLAGE);
    assertThat(saving.version()).isZero();
    assertThat(saving.changes().asMap())
        .isEqualTo(
            Map.of(
                "person",
                LATE.id(),
                "visit_date",
                TODAY,
                "visit_way",
                "01",
                "visitor",
                WORKER,
                "met_person",
                true,
                "grid",
                Town.FIRST_GRID,
                "situation",
                "身体尚好，无事。"));
    assertThat(model.rows()).containsExactly(HOUSEHOLD);
    assertThat(model.total().get()).isEqualTo(1);
    assertThat(model.opened().get()).isNull();
    assertThat(model.unsaved().get()).isFalse();
    assertThat(saved).containsExactly(Optional.empty());
  }

  @Test
  void aVisitTurnsIntoAnEventWithWhatIsHard() {
    model.open(HOUSEHOLD);
    model.visitor().set(WORKER.toString());
    model.situation().set("屋里漏雨，已拍照。");
    model.difficulty().set("屋顶漏雨/无力修");
    model.asEvent().set(true);

    model.save(saved::add);

    assertThat(calls.savings.getFirst().changes().get("household")).isEqualTo(HOUSEHOLD.id());
    assertThat(saved)
        .containsExactly(Optional.of(new VisitsModel.EventStart(Town.SECOND_GRID, "屋顶漏雨/无力修")));
  }

  @Test
  void whatIsMissingIsSaidAndNothingSent() {
    model.open(HOUSEHOLD);
    model.save(saved::add);
    assertThat(model.sentence().get()).contains("走访人");
    model.visitor().set(WORKER.toString());
    model.situation().set("都好");
    model.save(saved::add);
    assertThat(model.sentence().get()).contains("至少写五个字");
    model.situation().set("身体都很好");
    model.day().set(TODAY.plusDays(1));
    model.save(saved::add);
    assertThat(model.sentence().get()).contains("还没有到");

    assertThat(calls.savings).isEmpty();
    assertThat(saved).isEmpty();
  }

  @Test
  void aDoubtIsConfirmedBySavingAgain() {
    model.open(LATE);
    model.situation().set("号码写在这里了");
    calls.next =
        new InvalidRecord(
            List.of(Finding.warn("situation", "check", Map.of("message", "有身份证号码，请删去。"))));
    model.save(saved::add);
    assertThat(model.sentence().get()).startsWith("有身份证号码，请删去。").contains("再按一次");
    assertThat(calls.savings).isEmpty();

    model.save(saved::add);

    assertThat(calls.savings).hasSize(1);
    assertThat(calls.savings.getFirst().confirmed()).isTrue();
  }

  @Test
  void whatWasTypedStaysWhenTheServerIsAway() {
    model.open(LATE);
    model.situation().set("身体尚好，无事。");
    calls.next = new Problem(ProblemCode.SERVER_UNREACHABLE);

    model.save(saved::add);

    assertThat(model.refusal().get().code()).isEqualTo(ProblemCode.SERVER_UNREACHABLE);
    assertThat(model.situation().get()).isEqualTo("身体尚好，无事。");
    assertThat(model.rows()).containsExactly(LATE, HOUSEHOLD);
  }
}
