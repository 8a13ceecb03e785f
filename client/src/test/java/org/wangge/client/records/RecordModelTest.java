package org.wangge.client.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.Draft;
import org.wangge.client.records.RecordModel.Outcome;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryDrafts;
import org.wangge.client.testing.MemoryOutbox;
import org.wangge.client.testing.MemoryRecords;
import org.wangge.client.testing.Town;
import org.wangge.client.workplace.Display;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.Status;
import org.wangge.record.Values;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Match;

class RecordModelTest {
  private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

  private final RecordType type = Town.type("house");
  private final MemoryRecords server = new MemoryRecords();
  private final MemoryDrafts drafts = new MemoryDrafts();
  private final MemoryOutbox outbox = new MemoryOutbox();
  private final ManualBackground background = new ManualBackground();
  private final List<Outcome> outcomes = new ArrayList<>();
  private RecordModel model;

  @BeforeEach
  void open() {
    model = model(type);
    model.startNew(Values.none());
  }

  private RecordModel model(RecordType of) {
    RecordModel opened =
        new RecordModel(
            of,
            new RecordModel.Tools(
                Town.workplace(),
                server,
                drafts,
                outbox,
                background,
                Town.context(),
                new Display(Town.catalogue(), Town.areas(), id -> ""),
                new Revealing(),
                saved -> {}));
    opened.onSaved(outcomes::add);
    return opened;
  }

  private static Map<String, Object> sound() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("address", "陈家村3组12号");
    values.put("floor_no", 1L);
    values.put("door_no", "12");
    values.put("house_status", "01");
    values.put("grid", Town.FIRST_GRID);
    values.put("owner_name", "张建国");
    values.put("owner_doc_type", "111");
    values.put("owner_doc_number", Town.WOMAN);
    values.put("owner_phone", "13857430001");
    values.put("hazard", List.of("00"));
    return values;
  }

  private void fillSoundly() {
    model.form().overlay(Values.of(sound()), Map.of());
  }

  private void type(String name, String text) {
    model.form().field(name).orElseThrow().typed().set(text);
  }

  private UUID stored() {
    UUID id = RecordId.next();
    server.put(type, id, Town.VILLAGE, Values.of(sound()), "李桂芳");
    return id;
  }

  @Test
  void aSoundRecordIsSavedWithItsVillage() {
    fillSoundly();
    model.save();

    assertThat(outcomes).containsExactly(Outcome.SAVED);
    assertThat(model.isNew()).isFalse();
    assertThat(model.unsaved().get()).isFalse();
    assertThat(server.savings()).hasSize(1);
    assertThat(server.savings().getFirst().area()).isEqualTo(Town.VILLAGE);
    assertThat(server.savings().getFirst().version()).isZero();
    assertThat(model.title().get()).isEqualTo("陈家村3组12号 · 实有房屋");
  }

  @Test
  void aRecordWithFaultsIsNotSent() {
    type("address", "陈家村3组12号");
    model.save();

    assertThat(server.savings()).isEmpty();
    assertThat(model.refusal().get().code()).isEqualTo(ProblemCode.INVALID_RECORD);
    assertThat(model.form().firstFault()).isPresent();
  }

  @Test
  void doubtsAreShownFirstAndThenConfirmed() {
    fillSoundly();
    model.form().overlay(Values.of(Map.of("safety_grade", "D")), Map.of());
    model.save();

    assertThat(server.savings()).isEmpty();
    assertThat(model.doubts().get()).extracting(Finding::field).containsExactly("hazard");

    model.saveConfirmed();
    assertThat(outcomes).containsExactly(Outcome.SAVED);
    assertThat(server.savings().getFirst().confirmed()).isTrue();
  }

  @Test
  void findingsOfTheServerStandUnderTheirFields() {
    fillSoundly();
    server.refuseNext(
        new InvalidRecord(
            List.of(Finding.forbid("house_code", "required", Map.of("label", "房屋编号")))));
    model.save();

    assertThat(model.form().field("house_code").orElseThrow().finding().get().wording())
        .isEqualTo("请填写房屋编号。");
    assertThat(outcomes).isEmpty();
    assertThat(model.unsaved().get()).isTrue();
  }

  @Test
  void withoutTheLineAFinishedRecordWaits() {
    fillSoundly();
    server.setAway(true);
    model.save();

    assertThat(outcomes).containsExactly(Outcome.WAITING);
    assertThat(outbox.all()).hasSize(1);
    assertThat(outbox.all().getFirst().saving().changes().get("owner_name")).isEqualTo("张建国");
  }

  @Test
  void typingIsKeptAsADraftEveryTwoSeconds() {
    type("address", "陈家村");
    background.pass(TWO_SECONDS);
    type("floor_no", "x");
    background.pass(TWO_SECONDS);

    Draft draft = drafts.all().getFirst();
    assertThat(drafts.all()).hasSize(1);
    assertThat(draft.changes().get("address")).isEqualTo("陈家村");
    assertThat(draft.unread()).containsEntry("floor_no", "x");
    assertThat(model.draftKept().get()).isNotNull();
  }

  @Test
  void anUntouchedFormLeavesNoDraft() {
    background.pass(TWO_SECONDS);

    assertThat(drafts.all()).isEmpty();
  }

  @Test
  void aSaveEndsTheDraft() {
    fillSoundly();
    background.pass(TWO_SECONDS);
    model.save();
    background.pass(TWO_SECONDS);

    assertThat(drafts.all()).isEmpty();
  }

  @Test
  void afterACrashTheDraftIsOfferedAndTakenUp() {
    type("address", "陈家村3组");
    type("floor_no", "一");
    background.pass(TWO_SECONDS);

    RecordModel again = model(type);
    again.startNew(Values.none());
    again.offerUnfinished();
    assertThat(again.offeredDraft().get()).isNotNull();
    again.takeDraft();

    assertThat(again.form().field("address").orElseThrow().typed().get()).isEqualTo("陈家村3组");
    assertThat(again.form().field("floor_no").orElseThrow().typed().get()).isEqualTo("一");
    assertThat(again.id()).isEqualTo(model.id());
    assertThat(again.unsaved().get()).isTrue();
  }

  @Test
  void theDraftOfAnOldRecordIsOfferedWhenItIsOpened() {
    UUID id = stored();
    model.load(id);
    type("owner_phone", "13857430009");
    background.pass(TWO_SECONDS);

    RecordModel again = model(type);
    again.load(id);
    again.takeDraft();

    assertThat(again.form().changes().asMap()).isEqualTo(Map.of("owner_phone", "13857430009"));
  }

  @Test
  void anUnwantedDraftIsThrownAway() {
    type("address", "陈家村3组");
    background.pass(TWO_SECONDS);
    RecordModel again = model(type);
    again.startNew(Values.none());
    again.offerUnfinished();
    again.discardDraft();

    assertThat(drafts.all()).isEmpty();
  }

  @Test
  void aStaleSaveShowsBothVersionsAndIsSettled() {
    UUID id = stored();
    model.load(id);
    type("owner_phone", "13857430002");
    server.put(
        type,
        id,
        Town.VILLAGE,
        Values.of(Map.of("owner_phone", "13900000001", "rooms", 5L)),
        "陈会计");
    model.save();

    Conflict conflict = model.conflict().get();
    assertThat(conflict.choices())
        .extracting(choice -> choice.field().name())
        .containsExactly("rooms", "owner_phone");
    assertThat(server.savings()).isEmpty();

    model.settle(conflict);
    assertThat(outcomes).containsExactly(Outcome.SAVED);
    assertThat(server.savings().getFirst().version()).isEqualTo(2);
    assertThat(server.savings().getFirst().changes().asMap())
        .isEqualTo(Map.of("owner_phone", "13857430002"));
    Record now = server.read(type, id);
    assertThat(now.values().text("owner_phone")).isEqualTo("13857430002");
    assertThat(now.values().integer("rooms")).isEqualTo(5);
  }

  @Test
  void takingTheOthersVersionWholeSavesNothing() {
    UUID id = stored();
    model.load(id);
    type("owner_phone", "13857430002");
    server.put(type, id, Town.VILLAGE, Values.of(Map.of("owner_phone", "13900000001")), "陈会计");
    model.save();
    Conflict conflict = model.conflict().get();
    conflict.choices().forEach(choice -> choice.choose(false));
    model.settle(conflict);

    assertThat(server.savings()).isEmpty();
    assertThat(model.unsaved().get()).isFalse();
    assertThat(model.form().field("owner_phone").orElseThrow().typed().get())
        .isEqualTo("13900000001");
  }

  @Test
  void theNextRecordKeepsPinnedValuesOnly() {
    fillSoundly();
    model.form().field("grid").orElseThrow().pinned().set(true);
    model.save();
    UUID first = model.id();
    model.next();

    assertThat(model.id()).isNotEqualTo(first);
    assertThat(model.isNew()).isTrue();
    assertThat(model.form().field("grid").orElseThrow().value().get()).isEqualTo(Town.FIRST_GRID);
    assertThat(model.form().field("address").orElseThrow().typed().get()).isEmpty();
    assertThat(model.unsaved().get()).isFalse();
  }

  @Test
  void likelyTheSamePersonShowsShortlyAfterTyping() {
    RecordModel person = model(Town.type("floating_person"));
    person.startNew(Values.none());
    Match match = new Match(UUID.randomUUID(), "registered_resident", "王**", "周家段村", true);
    server.setMatches(List.of(match));
    person.form().field("id_number").orElseThrow().typed().set(Town.WOMAN);
    assertThat(person.matches().get()).isEmpty();

    background.pass(Duration.ofMillis(400));
    assertThat(person.matches().get()).containsExactly(match);
    assertThat(person.canGoOnWith(match)).isTrue();
  }

  @Test
  void goingOnWithARegisteredPersonKeepsWhatWasTypedOfTheNewType() {
    UUID id = RecordId.next();
    RecordType core = Town.type("person");
    server.put(
        core,
        id,
        Town.VILLAGE,
        Values.of(Map.of("name", "王建国", "phone", "13857430001", "sex", "1")),
        "李桂芳");
    RecordModel person = model(Town.type("floating_person"));
    person.startNew(Values.none());
    person.form().field("inflow_date").orElseThrow().typed().set("2026-10-01");
    person.form().field("name").orElseThrow().typed().set("王建");
    person.goOnWith(new Match(id, "registered_resident", "王**", "陈家村", true));

    assertThat(person.id()).isEqualTo(id);
    assertThat(person.form().field("name").orElseThrow().typed().get()).isEqualTo("王建国");
    assertThat(person.form().field("inflow_date").orElseThrow().typed().get())
        .isEqualTo("2026-10-01");
    assertThat(person.unsaved().get()).isTrue();
  }

  @Test
  void aReasonIsAskedOncePerRecordAndDay() {
    UUID id = stored();
    model.load(id);
    assertThat(model.reasonGiven()).isEmpty();
    model.reveal(model.form().field("owner_doc_number").orElseThrow(), "核对房主证件");

    assertThat(model.form().field("owner_doc_number").orElseThrow().typed().get())
        .isEqualTo(Town.WOMAN);
    assertThat(model.reasonGiven()).contains("核对房主证件");
    assertThat(model.unsaved().get()).isFalse();
  }

  @Test
  void aCancelledRecordCanOnlyBeReadUntilItIsRestored() {
    UUID id = stored();
    model.load(id);
    List<String> told = new ArrayList<>();
    model.cancel(Town.context().today(), "01", "", () -> told.add("cancelled"));

    assertThat(model.isCancelled()).isTrue();
    assertThat(model.form().readOnly().get()).isTrue();

    model.restore("搬回来了", () -> told.add("restored"));
    assertThat(model.record().get().status()).isEqualTo(Status.ACTIVE);
    assertThat(model.form().readOnly().get()).isFalse();
    assertThat(told).containsExactly("cancelled", "restored");
  }

  @Test
  void nothingIsSentTwiceWhileAnAnswerIsAwaited() {
    fillSoundly();
    background.hold();
    model.save();
    model.save();
    background.release();

    assertThat(server.savings()).hasSize(1);
  }
}
