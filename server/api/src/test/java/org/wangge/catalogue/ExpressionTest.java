package org.wangge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wangge.problem.Problem;

class ExpressionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
  private static final Map<String, Object> VALUES = new HashMap<>();

  static {
    VALUES.put("count", 5L);
    VALUES.put("size", new BigDecimal("12.50"));
    VALUES.put("born", LocalDate.of(1949, 12, 31));
    VALUES.put("seen", LocalDateTime.of(2026, 10, 31, 23, 59));
    VALUES.put("kind", "20");
    VALUES.put("kinds", List.of("01", "03"));
    VALUES.put("yes", true);
    VALUES.put("no", false);
    VALUES.put("number", "11010519491231002X");
    VALUES.put("text", "掌起镇𠮷");
    VALUES.put("blank", "");
    VALUES.put("none", List.of());
    VALUES.put("nothing", null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "count = 5|true",
        "count = 5.0|true",
        "count <> 5|false",
        "count >= 5 and count < 6|true",
        "count > -1|true",
        "count + 1 = 6|true",
        "count - 1 - 1 = 3|true",
        "size = 12.5|true",
        "size > count|true",
        "born < 1950-01-01|true",
        "born <= today|true",
        "age(born) = 76|true",
        "years(born, 1950-12-30) = 0|true",
        "years(born, 1950-12-31) = 1|true",
        "seen <= 2026-10-31|true",
        "seen < 2026-10-31|false",
        "seen <= today|true",
        "kind = '20'|true",
        "kind in ('10', '20')|true",
        "kind in ('10')|false",
        "kinds in ('02', '03')|true",
        "kinds in ('02')|false",
        "yes|true",
        "not no|true",
        "yes = true|true",
        "no = false|true",
        "birth(number) = born|true",
        "sex(number) = '2'|true",
        "length(text) = 4|true",
        "starts(text, '掌起')|true",
        "digits('0123')|true",
        "digits(number)|false",
        "person_name('王五')|true",
        "person_name('王5')|false",
        "has_id_number('号11010519491231002x。')|true",
        "has_id_number(text)|false",
        "empty nothing|true",
        "empty blank|true",
        "empty none|true",
        "present kind|true",
        "present missing|false",
        "yes or no and no|true",
        "(yes or no) and no|false",
        "not (yes and no)|true",
        "not not yes|true",
      })
  void conditions(String source, boolean expected) {
    Expression expression = Expressions.parse(source);
    assertThat(expression.source()).isEqualTo(source);
    assertThat(expression.value(VALUES, TODAY)).isEqualTo(expected);
    assertThat(expression.holds(VALUES, TODAY, true)).isEqualTo(expected);
    assertThat(expression.holds(VALUES, TODAY, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing = '1'",
        "not nothing = '1'",
        "blank <> 'x'",
        "missing > 3",
        "missing in ('1')",
        "age(missing) >= 18",
        "missing + 1 > 0",
        "birth(kind) = born",
        "yes and missing = 1",
        "no or missing = 1",
        "missing",
        "not missing",
      })
  void anEmptyOperandLeavesTheAnswerToTheAsker(String source) {
    Expression expression = Expressions.parse(source);
    assertThat(expression.value(VALUES, TODAY)).isNull();
    assertThat(expression.holds(VALUES, TODAY, true)).isTrue();
    assertThat(expression.holds(VALUES, TODAY, false)).isFalse();
  }

  @Test
  void whatIsDecidedAnywayIsDecided() {
    assertThat(Expressions.parse("yes or missing = 1").value(VALUES, TODAY)).isEqualTo(true);
    assertThat(Expressions.parse("missing = 1 and no").value(VALUES, TODAY)).isEqualTo(false);
  }

  @Test
  void theFieldsItReadsAreKnown() {
    assertThat(Expressions.parse("age(a) >= 18 and (b in ('x') or empty c) and not d").fields())
        .containsExactly("a", "b", "c", "d");
    assertThat(Expressions.parse("today > 2000-01-01").fields()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "=",
        "a =",
        "a = = b",
        "a b",
        "(a",
        "a)",
        "not",
        "a and",
        "or a",
        "a in",
        "a in ()",
        "a in (b)",
        "a in ('x'",
        "empty",
        "empty 'x'",
        "'open",
        "2000-13-01",
        "a.b",
        "a; b",
        "A = 1",
        "age()",
        "age(a, b)",
        "years(a)",
        "shell('x')",
        "a = 'x' = 'y'",
        "1 +",
        "and = 1",
        "in ('x')",
        "${a}",
        "a == 1",
        "a != 1",
        "a && b",
      })
  void nonsenseIsRefused(String source) {
    assertThatThrownBy(() -> Expressions.parse(source)).isInstanceOf(Problem.class);
  }

  @Test
  void endlessNestingIsRefusedAndNotFollowed() {
    assertThatThrownBy(() -> Expressions.parse("(".repeat(100_000) + "a" + ")".repeat(100_000)))
        .isInstanceOf(Problem.class);
    assertThatThrownBy(() -> Expressions.parse("not ".repeat(100_000) + "a"))
        .isInstanceOf(Problem.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "born = '1949-12-31'",
        "count = '5'",
        "kind > 1",
        "yes > no",
        "kinds = '01'",
        "age(kind) > 1",
        "length(count) > 1",
        "not kind",
        "kind and yes",
        "count in ('5')",
        "count + kind > 1",
        "unknown = 1",
      })
  void operandsThatDoNotFitAreNoticedBeforeAnyRecordIsThere(String source) {
    Map<String, Kind> kinds =
        Map.of(
            "count", Kind.INTEGER,
            "born", Kind.DATE,
            "kind", Kind.CODE,
            "kinds", Kind.CODES,
            "yes", Kind.YES_NO,
            "no", Kind.YES_NO);
    Expression expression = Expressions.parse(source);
    assertThatThrownBy(() -> Expressions.typeOf(expression, kinds::get))
        .isInstanceOf(Problem.class);
  }
}
