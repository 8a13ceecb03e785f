package org.wangge.client.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.catalogue.RecordType;
import org.wangge.client.testing.ManualBackground;
import org.wangge.client.testing.MemoryRecords;
import org.wangge.client.testing.Town;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Filter;
import org.wangge.record.RecordId;
import org.wangge.record.Values;

class ListModelTest {
  private static final int PEOPLE = 120;

  private final RecordType type = Town.type("floating_person");
  private final MemoryRecords server = new MemoryRecords();
  private final ManualBackground background = new ManualBackground();
  private final ListModel list =
      new ListModel(type, query -> server.query(type, query), background);

  @BeforeEach
  void fill() {
    for (int number = 0; number < PEOPLE; number++) {
      server.put(
          type, RecordId.next(), Town.VILLAGE, Values.of(Map.of("name", "王建" + number)), "李桂芳");
    }
  }

  @Test
  void firstShowsFiftyAndSaysThatThereAreMore() {
    list.reload();

    assertThat(list.rows()).hasSize(50);
    assertThat(list.hasMore().get()).isTrue();
    assertThat(list.range().get()).isEqualTo("1–50，还有更多");
  }

  @Test
  void furtherPagesAreAddedUntilTheEnd() {
    list.reload();
    list.more();
    list.more();

    assertThat(list.rows()).hasSize(PEOPLE);
    assertThat(list.rows()).doesNotHaveDuplicates();
    assertThat(list.hasMore().get()).isFalse();
    assertThat(list.range().get()).isEqualTo("共 120 条");

    list.more();
    assertThat(list.rows()).hasSize(PEOPLE);
  }

  @Test
  void aSearchStartsFromTheBeginning() {
    list.reload();
    list.more();
    list.search("王建119");

    assertThat(list.rows()).hasSize(1);
    assertThat(list.isNarrowed()).isTrue();
  }

  @Test
  void anAnswerThatComesTooLateIsNotShown() {
    background.hold();
    list.search("王建1");
    list.search("王建119");
    background.release();

    assertThat(list.rows()).hasSize(1);
  }

  @Test
  void conditionsOnAFieldReplaceEarlierOnes() {
    Filter work = new Filter("inflow_reason", Filter.Operator.IS, List.of("01"));
    Filter trade = new Filter("inflow_reason", Filter.Operator.IS, List.of("03"));
    list.setFilters("inflow_reason", List.of(work));
    list.setFilters("inflow_reason", List.of(trade));

    assertThat(list.query().get().filters()).containsExactly(trade);

    list.setFilters("inflow_reason", List.of());
    assertThat(list.query().get().filters()).isEmpty();
  }

  @Test
  void spaceMarksAndUnmarks() {
    list.reload();
    list.focused().set(list.rows().get(3));
    list.toggleFocused();
    assertThat(list.selectedRows()).containsExactly(list.rows().get(3));

    list.toggleFocused();
    assertThat(list.selectedRows()).isEmpty();
  }

  @Test
  void aRefusalIsToldAndCanBeTriedAgain() {
    server.setAway(true);
    list.reload();
    assertThat(list.refusal().get().code()).isEqualTo(ProblemCode.SERVER_UNREACHABLE);
    assertThat(list.loading().get()).isFalse();

    server.setAway(false);
    list.reload();
    assertThat(list.refusal().get()).isNull();
    assertThat(list.rows()).hasSize(50);
  }

  @Test
  void aSavedRecordTakesItsPlaceInTheList() {
    list.reload();
    var old = list.rows().get(7);
    list.replace(server.put(type, old.id(), Town.VILLAGE, Values.of(Map.of("name", "李建国")), "陈会计"));

    assertThat(list.rows().get(7).values().text("name")).isEqualTo("李建国");
    assertThat(list.rows()).hasSize(50);
  }

  @Test
  void refusalsOfOneRequestDoNotEmptyTheList() {
    list.reload();
    server.refuseNext(new Problem(ProblemCode.TOO_MANY_REQUESTS));
    list.more();

    assertThat(list.rows()).hasSize(50);
  }
}
