package org.wangge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CatalogueFiles;
import org.wangge.catalogue.Field;

class MaskingAndDisplayTest {
  private static final Catalogue CATALOGUE = CatalogueFiles.shipped();

  private static Field field(String type, String name) {
    return CATALOGUE.type(type).field(name).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "id_number,339999195011089054,339999********9054",
    "id_number,E12345678,E*******8",
    "id_number,E1,***",
    "phone,13800005678,138****5678",
    "phone,0574-63744365,****365",
    "name,王小明,王**",
    "name,王明,王**",
    "name,欧阳红霞,欧阳**",
    "name,𠮷野,𠮷**",
    "residence_address,五姓点村4组51号,***",
    "health,60,***",
    "occupation,电工,***",
  })
  void onlyTheEndsAreSeen(String name, String value, String masked) {
    assertThat(Masking.mask(field("person", name), value)).isEqualTo(masked);
  }

  @Test
  void datesAreHiddenAndNothingStaysNothing() {
    assertThat(Masking.mask(field("person", "birth_date"), LocalDate.of(1950, 11, 8)))
        .isEqualTo("***");
    assertThat(Masking.mask(field("person", "birth_date"), null)).isEmpty();
    assertThat(Masking.mask(field("person", "name"), "")).isEmpty();
  }

  @Test
  void noMaskedValueOfAnyFieldIsTheValue() {
    CATALOGUE.types().stream()
        .flatMap(type -> type.fields().stream())
        .forEach(
            field -> assertThat(Masking.mask(field, "13800005678")).isNotEqualTo("13800005678"));
  }

  @Test
  void valuesShowAsPeopleReadThem() {
    assertThat(Display.text(CATALOGUE, field("person", "sex"), "1")).isEqualTo("男");
    assertThat(Display.text(CATALOGUE, field("person", "birth_date"), LocalDate.of(1950, 11, 8)))
        .isEqualTo("1950-11-08");
    assertThat(Display.text(CATALOGUE, field("person", "doc_expiry"), LocalDate.of(9999, 12, 31)))
        .isEqualTo("长期");
    assertThat(
            Display.text(
                CATALOGUE, field("event", "happen_time"), LocalDateTime.of(2026, 10, 31, 8, 20, 9)))
        .isEqualTo("2026-10-31 08:20");
    assertThat(Display.text(CATALOGUE, field("house", "hazard"), List.of("02", "04")))
        .isEqualTo("消防隐患、用电用气隐患");
    assertThat(Display.text(CATALOGUE, field("person", "has_house"), true)).isEqualTo("是");
    assertThat(Display.text(CATALOGUE, field("person", "has_house"), false)).isEqualTo("否");
    assertThat(Display.text(CATALOGUE, field("house", "floor_area"), new BigDecimal("120.00")))
        .isEqualTo("120.00");
    assertThat(Display.text(CATALOGUE, field("person", "native_place"), "341200"))
        .isEqualTo("安徽省阜阳市");
    assertThat(Display.text(CATALOGUE, field("person", "native_place"), "339999")).isEqualTo("浙江省");
    assertThat(Display.text(CATALOGUE, field("person", "id_number"), "11010519491231002X"))
        .isEqualTo("11010519491231002X");
    assertThat(Display.text(CATALOGUE, field("person", "birth_date"), "***")).isEqualTo("***");
    assertThat(Display.text(CATALOGUE, field("person", "sex"), null)).isEmpty();
    UUID id = UUID.randomUUID();
    assertThat(Display.text(CATALOGUE, field("person", "house"), id)).isEqualTo(id.toString());
  }

  @Test
  void everyShownValueIsUnderstoodAgain() {
    for (var type : CATALOGUE.types()) {
      for (Field field : type.fields()) {
        if (!field.codes().isEmpty()) {
          CATALOGUE
              .codeList(field.codes())
              .values()
              .forEach(
                  value -> {
                    Parsed parsed =
                        ValueParser.parse(
                            field,
                            CATALOGUE.codeList(field.codes()),
                            Display.text(
                                CATALOGUE,
                                field,
                                field.kind() == org.wangge.catalogue.Kind.CODES
                                    ? List.of(value.code())
                                    : value.code()));
                    assertThat(parsed.value().toString())
                        .as(field.codes() + " " + value.label())
                        .contains(value.code());
                  });
        }
      }
    }
  }
}
