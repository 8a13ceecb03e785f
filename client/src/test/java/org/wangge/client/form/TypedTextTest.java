package org.wangge.client.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Field;

class TypedTextTest {
  private static final LocalDateTime NOW = LocalDateTime.of(2026, 10, 20, 9, 15, 30);
  private static final Field DAY = field("floating_person", "inflow_date");
  private static final Field MOMENT = field("event", "happen_time");

  private static Field field(String type, String name) {
    return CatalogueFiles.shipped().type(type).field(name).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "今天, 2026-10-20",
    "昨天, 2026-10-19",
    "前天, 2026-10-18",
    "10-3, 2026-10-03",
    "10.3, 2026-10-03",
    "10月3日, 2026-10-03",
    "20261003, 2026-10-03",
    "２０２６年１０月３日, 2026-10-03",
    "2026/10/3, 2026-10-03",
    "长期, 9999-12-31",
  })
  void readsDaysAsPeopleWriteThem(String typed, LocalDate day) {
    assertThat(TypedText.read(DAY, typed, NOW).value()).isEqualTo(day);
  }

  @ParameterizedTest
  @CsvSource({
    "现在, 2026-10-20T09:15",
    "8:20, 2026-10-20T08:20",
    "昨天 8:20, 2026-10-19T08:20",
    "10-3 8:20, 2026-10-03T08:20",
    "20261003 15:30, 2026-10-03T15:30",
    "2026-10-03, 2026-10-03T00:00",
  })
  void readsMomentsAsPeopleWriteThem(String typed, LocalDateTime moment) {
    assertThat(TypedText.read(MOMENT, typed, NOW).value()).isEqualTo(moment);
  }

  @Test
  void refusesADayThatDoesNotExist() {
    assertThat(TypedText.read(DAY, "2026-02-30", NOW).understood()).isFalse();
    assertThat(TypedText.read(DAY, "2026-13-1", NOW).understood()).isFalse();
  }

  @Test
  void showsADayWithoutEndInWords() {
    assertThat(TypedText.show(DAY, LocalDate.of(9999, 12, 31))).isEqualTo("长期");
    assertThat(TypedText.show(DAY, LocalDate.of(2026, 10, 3))).isEqualTo("2026-10-03");
    assertThat(TypedText.show(MOMENT, NOW)).isEqualTo("2026-10-20 09:15");
  }
}
