package org.wangge.client.workplace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.catalogue.Kind;
import org.wangge.client.testing.Town;

class DisplayTest {
  private static final UUID LANDLORD = UUID.randomUUID();

  private final Display display =
      new Display(Town.catalogue(), Town.areas(), id -> id.equals(LANDLORD) ? "张建国" : "");

  private String of(String type, String field, Object value) {
    return display.of(Town.type(type).field(field).orElseThrow(), value, false);
  }

  @ParameterizedTest
  @EnumSource
  void everyKindReadsSomehow(Kind kind) {
    assertThat(display.knows(kind)).isTrue();
  }

  @Test
  void valuesReadAsPeopleSayThem() {
    assertThat(of("floating_person", "id_number", Town.WOMAN)).isEqualTo("339999 19900102 0027");
    assertThat(of("floating_person", "inflow_reason", "01")).isEqualTo("务工");
    assertThat(of("floating_person", "grid", Town.SECOND_GRID)).isEqualTo("第二网格");
    assertThat(of("floating_person", "from_place", "341202")).isEqualTo("安徽省阜阳市颍州区");
    assertThat(of("floating_person", "landlord", LANDLORD)).isEqualTo("张建国");
    assertThat(of("floating_person", "has_house", true)).isEqualTo("是");
    assertThat(of("floating_person", "doc_expiry", LocalDate.of(9999, 12, 31))).isEqualTo("长期");
    assertThat(of("house", "hazard", List.of("02", "03"))).contains("、");
    assertThat(of("house", "rooms", null)).isEmpty();
  }

  @Test
  void aMaskedValueStandsAsTheServerSentIt() {
    assertThat(
            display.of(
                Town.type("person").field("id_number").orElseThrow(), "339999********0027", true))
        .isEqualTo("339999********0027");
  }
}
