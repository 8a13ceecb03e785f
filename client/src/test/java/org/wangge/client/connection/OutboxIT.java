package org.wangge.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryRecords;
import org.wangge.client.testing.Town;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.RecordId;
import org.wangge.record.Values;
import org.wangge.validation.Finding;
import org.wangge.validation.InvalidRecord;
import org.wangge.wire.Saved;
import org.wangge.wire.WireCodec;

class OutboxIT {
  private static final String PASSWORD = "Autumn-2026";

  @TempDir Path folder;

  private final MemoryRecords server = new MemoryRecords();
  private final ManualBackground background = new ManualBackground();
  private final List<Saved> sent = new ArrayList<>();
  private SealedDrafts drafts;
  private SealedOutbox outbox;

  @BeforeEach
  void start() {
    SealedFolder sealed = SealedFolder.open(folder, PASSWORD);
    WireCodec codec = new WireCodec(Town.catalogue());
    drafts = new SealedDrafts(sealed, Town.catalogue(), codec, background);
    outbox =
        new SealedOutbox(sealed, Town.catalogue(), codec, server, drafts, background, sent::add);
  }

  private static Waiting house(String address, int minute) {
    return new Waiting(
        "house",
        RecordId.next(),
        new Saving(
            UUID.randomUUID(),
            0,
            Town.VILLAGE,
            Values.of(Map.of("address", address, "floor_no", 2L, "hazard", List.of("00"))),
            true),
        address,
        LocalDateTime.of(2026, 10, 20, 9, minute));
  }

  @Test
  void whatWaitsSurvivesTheEndOfTheProgram() {
    Waiting waiting = house("陈家村3组12号", 1);
    outbox.add(waiting);

    start();
    assertThat(outbox.all()).isEqualTo(List.of(waiting));
    assertThat(outbox.count().get()).isEqualTo(1);
  }

  @Test
  void everythingGoesInTheOrderItCameWhenTheLineIsBack() {
    server.setAway(true);
    outbox.add(house("二号", 2));
    outbox.add(house("一号", 1));
    outbox.send();
    assertThat(outbox.count().get()).isEqualTo(2);

    server.setAway(false);
    outbox.send();
    assertThat(outbox.count().get()).isZero();
    assertThat(server.savings())
        .extracting(saving -> saving.changes().get("address"))
        .containsExactly("一号", "二号");
    assertThat(sent).hasSize(2);
    start();
    assertThat(outbox.all()).isEmpty();
  }

  @Test
  void aRefusedSaveBecomesADraftWithItsReason() {
    Waiting refused = house("一号", 1);
    outbox.add(refused);
    outbox.add(house("二号", 2));
    server.refuseNext(new InvalidRecord(List.of(Finding.forbid("door_no", "required"))));
    outbox.send();

    assertThat(outbox.all()).isEmpty();
    assertThat(server.savings()).hasSize(1);
    start();
    Draft draft = drafts.all().getFirst();
    assertThat(draft.id()).isEqualTo(refused.id());
    assertThat(draft.changes()).isEqualTo(refused.saving().changes());
    assertThat(draft.reason()).isEqualTo("有 1 处需要改正，还没有保存。请按提示改好后再保存。");
  }

  @Test
  void afterTheSessionEndedEverythingStays() {
    outbox.add(house("一号", 1));
    server.refuseNext(new Problem(ProblemCode.NOT_SIGNED_IN));
    outbox.send();

    assertThat(outbox.count().get()).isEqualTo(1);
    assertThat(drafts.all()).isEmpty();
  }

  @Test
  void oneThatBreaksTheServerDoesNotHoldUpTheOthers() {
    outbox.add(house("一号", 1));
    outbox.add(house("二号", 2));
    server.refuseNext(new Problem(ProblemCode.INTERNAL));
    outbox.send();

    assertThat(outbox.all()).extracting(Waiting::title).containsExactly("一号");
  }

  @Test
  void aLaterSaveOfTheSameRecordTakesThePlaceOfTheEarlier() {
    Waiting first = house("一号", 1);
    outbox.add(first);
    outbox.add(new Waiting(first.type(), first.id(), house("一号改", 2).saving(), "一号改", first.at()));

    assertThat(outbox.all()).extracting(Waiting::title).containsExactly("一号改");
  }
}
