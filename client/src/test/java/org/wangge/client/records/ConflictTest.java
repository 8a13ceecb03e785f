package org.wangge.client.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.RecordType;
import org.wangge.client.testing.MemoryRecords;
import org.wangge.client.testing.Town;
import org.wangge.record.Record;
import org.wangge.record.RecordId;
import org.wangge.record.Values;

class ConflictTest {
  private final RecordType type = Town.type("floating_person");
  private final MemoryRecords server = new MemoryRecords();
  private final UUID id = RecordId.next();
  private final Record before =
      server.put(
          type,
          id,
          Town.VILLAGE,
          Values.of(Map.of("name", "王建国", "phone", "13857430001", "employer", "五金厂")),
          "李桂芳");
  private final Record theirs =
      server.put(
          type,
          id,
          Town.VILLAGE,
          Values.of(Map.of("phone", "13900000001", "employer", "电器厂")),
          "陈会计");

  private Conflict conflict() {
    return Conflict.of(
        type, before, Values.of(Map.of("phone", "13800000002", "former_name", "王小二")), theirs);
  }

  @Test
  void everyFieldThatDiffersIsAChoiceInTheOrderOfTheForm() {
    assertThat(conflict().choices())
        .extracting(choice -> choice.field().name())
        .containsExactly("former_name", "employer", "phone");
  }

  @Test
  void onlyFieldsChangedOnBothSidesAreMarked() {
    assertThat(conflict().choices())
        .filteredOn(Conflict.Choice::bothChanged)
        .extracting(choice -> choice.field().name())
        .containsExactly("phone");
  }

  @Test
  void atFirstEachSideKeepsItsOwnChanges() {
    assertThat(conflict().settled().asMap())
        .isEqualTo(Map.of("phone", "13800000002", "former_name", "王小二"));
  }

  @Test
  void theOtherSideCanBeChosenFieldByField() {
    Conflict conflict = conflict();
    conflict.choices().stream()
        .filter(choice -> choice.field().name().equals("phone"))
        .forEach(choice -> choice.choose(false));

    assertThat(conflict.settled().asMap()).isEqualTo(Map.of("former_name", "王小二"));
  }
}
