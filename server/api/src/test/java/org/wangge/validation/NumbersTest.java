package org.wangge.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers from published examples; those of invented people use county 339999. */
class NumbersTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

  @Test
  void theExamplesOfTheStandardAreSound() {
    assertThat(IdNumber.check("id", "11010519491231002X", TODAY)).isEmpty();
    assertThat(IdNumber.check("id", "440524188001010014", TODAY)).isEmpty();
    assertThat(IdNumber.birth("11010519491231002X")).contains(LocalDate.of(1949, 12, 31));
    assertThat(IdNumber.sex("11010519491231002X")).contains("2");
    assertThat(IdNumber.sex("440524188001010014")).contains("1");
    assertThat(IdNumber.area("440524188001010014")).contains("440524");
  }

  @Test
  void agesCountFullYears() {
    assertThat(IdNumber.age("11010519491231002X", LocalDate.of(2026, 12, 30))).contains(76);
    assertThat(IdNumber.age("11010519491231002X", LocalDate.of(2026, 12, 31))).contains(77);
    assertThat(IdNumber.age("11010519491231002X", LocalDate.of(1949, 1, 1))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "11010519491231002A,id-characters",
    "1101051949123100X2,id-characters",
    "110105194912310021,id-check-digit",
    "110105194902300021,id-birth-date",
    "110105203001010021,id-birth-future",
    "1101051949123100,id-length",
    "1101051949123100200,id-length",
    "110105491231002,id-old",
    "3.39999199403105E+17,id-damaged",
    "3.4E17,id-damaged",
    "339999199403105000,id-damaged",
    "110105********002X,value-masked",
  })
  void unsoundNumbersAreToldApart(String number, String code) {
    assertThat(IdNumber.check("id", number, TODAY)).map(Finding::code).contains(code);
    assertThat(IdNumber.sound(number)).isFalse();
    assertThat(IdNumber.birth(number)).isEmpty();
  }

  @Test
  void everySingleWrongDigitIsNoticed() {
    String sound = "11010519491231002X";
    for (int i = 0; i < 17; i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (digit != sound.charAt(i)) {
          String wrong = sound.substring(0, i) + digit + sound.substring(i + 1);
          assertThat(IdNumber.sound(wrong)).as(wrong).isFalse();
        }
      }
    }
  }

  @Test
  void everySwapOfNeighboursIsNoticed() {
    String sound = "440524188001010014";
    for (int i = 0; i < 16; i++) {
      if (sound.charAt(i) != sound.charAt(i + 1)) {
        String wrong =
            sound.substring(0, i) + sound.charAt(i + 1) + sound.charAt(i) + sound.substring(i + 2);
        assertThat(IdNumber.sound(wrong)).as(wrong).isFalse();
      }
    }
  }

  @Test
  void aSoundNumberEndingWithZerosIsOnlyDoubted() {
    String doubtful = zeros();
    assertThat(IdNumber.check("id", doubtful, TODAY))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.code()).isEqualTo("id-maybe-damaged");
              assertThat(finding.forbids()).isFalse();
            });
  }

  private static String zeros() {
    for (LocalDate day = LocalDate.of(1990, 1, 1); ; day = day.plusDays(1)) {
      String number = "339999" + day.toString().replace("-", "") + "0000";
      if (IdNumber.sound(number)) {
        return number;
      }
    }
  }

  @Test
  void anUnknownProvinceIsOnlyDoubted() {
    String number = "990105194912310";
    for (int i = 0; i < 1000; i++) {
      String tried = number + "%02d".formatted(i % 100) + "0123456789X".charAt(i / 100);
      if (IdNumber.sound(tried) && !tried.endsWith("000")) {
        assertThat(IdNumber.check("id", tried, TODAY))
            .hasValueSatisfying(
                finding -> {
                  assertThat(finding.code()).isEqualTo("id-area-unknown");
                  assertThat(finding.forbids()).isFalse();
                });
        return;
      }
    }
    throw new AssertionError();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " 11010519491231002x ",
        "'11010519491231002X",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "\u200b11010519491231002X\u00a0",
        "\ufeff11010519491231002X",
      })
  void writtenNumbersAreCleaned(String typed) {
    assertThat(IdNumber.clean(typed)).isEqualTo("11010519491231002X");
  }

  @Test
  void otherDocumentsAreJudgedByTheirOwnRule() {
    assertThat(DocumentNumber.check("id_number", "414", "E12345678", TODAY)).isEmpty();
    assertThat(DocumentNumber.check("id_number", "414", "E1", TODAY))
        .map(Finding::code)
        .contains("document-characters");
    assertThat(DocumentNumber.check("id_number", null, "E12345678", TODAY))
        .map(Finding::code)
        .contains("id-length");
  }

  @Test
  void thePublishedCreditCodeIsSound() {
    assertThat(CreditCode.check("uscc", "91350100M000100Y43")).isEmpty();
    assertThat(CreditCode.clean("９１３５０１００ｍ０００１００ｙ４３")).isEqualTo("91350100M000100Y43");
    assertThat(CreditCode.clean("91350100-M000100Y4-3")).isEqualTo("91350100M000100Y43");
  }

  @ParameterizedTest
  @CsvSource({
    "91350100M000100Y4,credit-length",
    "91350100M000100Y44,credit-check-character",
    "91350100M000100I43,credit-characters",
    "91350100M000100YO3,credit-characters",
    "91350100M000100Y4S,credit-characters",
    "91350100M000100***,value-masked",
  })
  void unsoundCreditCodesAreToldApart(String number, String code) {
    assertThat(CreditCode.check("uscc", number)).map(Finding::code).contains(code);
  }

  @Test
  void everySingleWrongCharacterOfACreditCodeIsNoticed() {
    String sound = "91350100M000100Y43";
    for (int i = 0; i < 18; i++) {
      for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        if (c != sound.charAt(i)) {
          String wrong = sound.substring(0, i) + c + sound.substring(i + 1);
          assertThat(CreditCode.check("uscc", wrong)).as(wrong).isPresent();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "13600008296,13600008296",
    "136-0000-8296,13600008296",
    "131 0000 7484,13100007484",
    "+86 131 0000 7484,13100007484",
    "8613100007484,13100007484",
    "１３６００００８２９６,13600008296",
    "0574-63744365,0574-63744365",
    "057463744365,0574-63744365",
    "(0574)63744365,0574-63744365",
    "（0574）63744365,0574-63744365",
    "0574－63744365,0574-63744365",
    "010-62345678-123,010-62345678-123",
    "021 62345678转8,021-62345678-8",
    "+86 574 63744365,0574-63744365",
  })
  void phonesAreCleaned(String typed, String phone) {
    assertThat(Phone.clean(typed)).isEqualTo(phone);
    assertThat(Phone.check("phone", phone, false)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1360000829,phone-mobile",
    "136000082966,phone-mobile",
    "12600008296,phone-mobile",
    "63744365,phone-format",
    "没有,phone-format",
    "138****5678,value-masked",
    "95588,phone-format",
  })
  void otherPhonesAreRefused(String typed, String code) {
    assertThat(Phone.check("phone", Phone.clean(typed), false)).map(Finding::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"110", "12345", "95588", "400-820-8820", "4008208820"})
  void shortNumbersAreForOrganisations(String typed) {
    assertThat(Phone.check("phone", Phone.clean(typed), true)).isEmpty();
    assertThat(Phone.check("phone", Phone.clean(typed), false)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "吴　喆,吴喆",
    "' 吴 喆 ',吴喆",
    "买买提•阿卜杜拉,买买提·阿卜杜拉",
    "买买提．阿卜杜拉,买买提·阿卜杜拉",
    "Li  Ming,Li Ming",
    "\u200b李明\u200e,李明",
  })
  void namesAreCleaned(String typed, String name) {
    assertThat(PersonName.clean(typed)).isEqualTo(name);
    assertThat(PersonName.check("name", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"李", "李明1", "李明(小)", "··", "A", "李明？", "李\t明"})
  void otherNamesAreRefused(String name) {
    assertThat(PersonName.check("name", name)).map(Finding::code).contains("name-characters");
  }
}
