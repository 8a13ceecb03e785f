package org.wangge.client.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryDrafts;
import org.wangge.client.testing.MemoryOutbox;
import org.wangge.client.testing.MemoryRecords;
import org.wangge.client.testing.Town;
import org.wangge.client.workplace.Display;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.wire.Related;

/** What leads to a house, as the clerk sees it. */
class RelationsModelTest {
  private final RecordType house = Town.type("house");
  private final RecordType household = Town.type("household");
  private final MemoryRecords server = new MemoryRecords();
  private final ManualBackground background = new ManualBackground();
  private final RelationsModel model =
      new RelationsModel(
          house,
          new RecordModel.Tools(
              Town.workplace(),
              server,
              new MemoryDrafts(),
              new MemoryOutbox(),
              background,
              Town.context(),
              new Display(Town.catalogue(), Town.areas(), id -> ""),
              new Revealing(),
              saved -> {}));

  @Test
  void showsWhatLeadsHereWithoutRepeatingTheWayItLeads() {
    UUID id = UUID.randomUUID();
    Record found =
        server.put(
            household,
            UUID.randomUUID(),
            Town.FIRST_GRID.substring(0, 12),
            Values.of(Map.of("household_no", "3302821042020001", "house", id)),
            "王");
    server.setRelated(List.of(new Related("household", "house", List.of(found), false)));
    model.load(id);
    assertThat(model.groups().get())
        .singleElement()
        .satisfies(
            group -> {
              assertThat(group.type()).isEqualTo(household);
              assertThat(group.columns()).extracting(Field::name).doesNotContain("house");
              assertThat(group.columns()).hasSizeLessThanOrEqualTo(5);
              assertThat(group.records()).containsExactly(found);
            });
    assertThat(model.busy().get()).isFalse();
  }

  @Test
  void offersToRegisterWhatNeedsTheHouse() {
    assertThat(model.any()).isTrue();
    assertThat(model.additions())
        .extracting(link -> link.type().key())
        .contains("household")
        .doesNotContain("rental_house", "house");
  }

  @Test
  void tellsWhyNothingCanBeShown() {
    server.refuseNext(new Problem(ProblemCode.FORBIDDEN));
    model.load(UUID.randomUUID());
    assertThat(model.refusal().get().code()).isEqualTo(ProblemCode.FORBIDDEN);
    assertThat(model.busy().get()).isFalse();
  }
}
