package org.wangge.client.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.work.Tone;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Record;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.wire.AllowedAct;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.EventStep;

class EventModelTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 12, 9, 0);
  private static final UUID ID = UUID.fromString("0199c0de-0000-7000-8000-000000000001");
  private static final AllowedAct ACCEPT =
      new AllowedAct("accept", "受理", true, false, Map.of(), Map.of());
  private static final AllowedAct CLOSE =
      new AllowedAct("close", "办结", true, true, Map.of(), Map.of());
  private static final AllowedAct EVALUATE =
      new AllowedAct("evaluate", "回访评价", true, false, grades(), Map.of());

  private final ManualBackground background = new ManualBackground();
  private final Calls calls = new Calls();
  private final EventModel model = new EventModel(ID, calls, background, () -> NOW);
  private final List<String> told = new ArrayList<>();

  private static Map<String, String> grades() {
    Map<String, String> grades = new LinkedHashMap<>();
    grades.put("01", "满意");
    grades.put("03", "不满意");
    return grades;
  }

  /** A server with one event. */
  private static final class Calls implements EventCalls {
    private final List<EventAct> acts = new ArrayList<>();
    private EventCase event = event(1, "A", "待受理", NOW.plusHours(3), null, ACCEPT);
    private EventCase after = event(2, "P", "办理中", null, NOW.plusDays(3), CLOSE);
    private Problem refusal;

    @Override
    public EventCase event(UUID id) {
      return event;
    }

    @Override
    public EventCase act(UUID id, EventAct act) {
      acts.add(act);
      if (refusal != null) {
        throw refusal;
      }
      event = after;
      return after;
    }

    static EventCase event(
        long version,
        String state,
        String label,
        LocalDateTime acceptBy,
        LocalDateTime handleBy,
        AllowedAct... allowed) {
      Record record =
          new Record(
              ID,
              "event",
              version,
              "330282104201",
              Status.ACTIVE,
              false,
              Values.of(Map.of("event_name", "路灯不亮")),
              Set.of(),
              "li",
              NOW,
              "li",
              NOW);
      List<EventStep> steps =
          List.of(
              new EventStep(
                  1, "register", "登记", "陈家村", "", "li", NOW.minusHours(2), "", null, false),
              new EventStep(
                  2, "submit", "提交", "陈家村", "陈家村", "li", NOW.minusHours(1), "", null, false));
      return new EventCase(record, state, label, acceptBy, handleBy, steps, List.of(allowed));
    }
  }

  private void load() {
    model.onDone(told::add);
    model.load();
  }

  @Test
  void theTimeLineBeginsWithTheNewestStep() {
    load();
    assertThat(model.steps()).extracting(EventStep::label).containsExactly("提交", "登记");
    assertThat(model.title().get()).isEqualTo("路灯不亮");
  }

  @Test
  void theClockTellsWhatIsLeftAndHowMuchIsGone() {
    load();
    CaseClock clock = model.clocks().getFirst();
    assertThat(clock.label() + " " + clock.words()).isEqualTo("受理 剩 3 小时");
    assertThat(clock.tone()).isEqualTo(Tone.SOON);
    // One of the four hours since it was handed in.
    assertThat(clock.spent()).isEqualTo(0.25);
  }

  @Test
  void anActThatAsksForNothingIsDoneAtOnce() {
    load();
    model.choose(ACCEPT);
    assertThat(calls.acts).hasSize(1);
    assertThat(calls.acts.getFirst().version()).isEqualTo(1);
    assertThat(told).containsExactly("已受理，现在是“办理中”");
    assertThat(model.usual()).contains(CLOSE);
  }

  @Test
  void wordsThatAreRequiredAreAskedInPlace() {
    calls.event = Calls.event(2, "P", "办理中", null, NOW.plusDays(3), CLOSE);
    calls.after = Calls.event(3, "V", "待核查", null, null);
    load();
    model.choose(CLOSE);
    model.send();
    assertThat(calls.acts).isEmpty();
    assertThat(model.sentence().get()).isEqualTo("请写明办理意见");
    model.words().set("  已换灯泡 ");
    assertThat(model.unsaved().get()).isTrue();
    model.send();
    assertThat(calls.acts.getFirst().words()).isEqualTo("已换灯泡");
    assertThat(model.unsaved().get()).isFalse();
    assertThat(model.asking().get()).isNull();
  }

  @Test
  void aGradeIsAskedBeforeAnEvaluation() {
    calls.event = Calls.event(4, "E", "待回访评价", null, null, EVALUATE);
    load();
    model.choose(EVALUATE);
    model.send();
    assertThat(model.sentence().get()).isEqualTo("请选当事人的评价");
    model.grade().set("01");
    model.send();
    assertThat(calls.acts.getFirst().grade()).isEqualTo("01");
  }

  @Test
  void whenSomebodyWasFasterTheNewStateIsShownAndTheWordsStay() {
    calls.event = Calls.event(2, "P", "办理中", null, NOW.plusDays(3), CLOSE);
    load();
    model.choose(CLOSE);
    model.words().set("已换灯泡");
    calls.refusal = new Problem(ProblemCode.STALE_VERSION);
    calls.event = Calls.event(3, "P", "办理中", null, NOW.plusDays(3), CLOSE);
    model.send();
    assertThat(model.refusal().get().code()).isEqualTo(ProblemCode.STALE_VERSION);
    assertThat(model.event().get().record().version()).isEqualTo(3);
    assertThat(model.words().get()).isEqualTo("已换灯泡");
    assertThat(model.asking().get()).isEqualTo(CLOSE);
  }

  @Test
  void anActRepeatedAfterALostLineIsTheSameRequest() {
    load();
    calls.refusal = new Problem(ProblemCode.SERVER_UNREACHABLE);
    model.choose(ACCEPT);
    calls.refusal = null;
    model.choose(ACCEPT);
    assertThat(calls.acts).hasSize(2);
    assertThat(calls.acts.get(0).requestId()).isEqualTo(calls.acts.get(1).requestId());
  }
}
