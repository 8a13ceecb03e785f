package org.wangge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.wangge.problem.Problem;

/** What holds of every expression over every record. */
class ExpressionPropertiesTest {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "count", Kind.INTEGER,
          "size", Kind.DECIMAL,
          "born", Kind.DATE,
          "seen", Kind.DATETIME,
          "kind", Kind.CODE,
          "kinds", Kind.CODES,
          "yes", Kind.YES_NO,
          "number", Kind.ID_NUMBER);

  @Provide
  Arbitrary<String> conditions() {
    Arbitrary<String> simple =
        Arbitraries.of(
            "count = 5",
            "size > count",
            "count + 1 <= size - count",
            "born <= today",
            "seen >= born",
            "age(born) >= 18",
            "kind in ('10', '20')",
            "kinds in ('01')",
            "yes",
            "yes = false",
            "birth(number) = born",
            "sex(number) = '1'",
            "length(kind) < 3",
            "digits(number)",
            "has_id_number(number)",
            "empty kinds",
            "present born",
            "years(born, seen) > 3");
    Arbitrary<String> once = nested(simple);
    return Arbitraries.oneOf(simple, once, nested(once), nested(nested(once)));
  }

  private static Arbitrary<String> nested(Arbitrary<String> inner) {
    return Arbitraries.oneOf(
        inner.map(source -> "not (" + source + ")"),
        Combinators.combine(inner, Arbitraries.of("and", "or"), inner)
            .as((left, word, right) -> "(" + left + ") " + word + " (" + right + ")"));
  }

  @Provide
  Arbitrary<Map<String, Object>> records() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs().between(-30_000, 30_000).map(LocalDate::ofEpochDay);
    Arbitrary<Object> count = Arbitraries.longs().between(-99, 99).map(n -> n);
    Arbitrary<Object> size =
        Arbitraries.longs().between(0, 9999).map(n -> BigDecimal.valueOf(n, 2));
    Arbitrary<Object> born = days.map(day -> day);
    Arbitrary<Object> seen = days.map(LocalDate::atStartOfDay).map(LocalDateTime.class::cast);
    Arbitrary<Object> kind = Arbitraries.of("10", "20", "30");
    Arbitrary<Object> kinds = Arbitraries.of(List.of(), List.of("01"), List.of("01", "02"));
    Arbitrary<Object> number = Arbitraries.of("11010519491231002X", "1", "E123", "");
    return Combinators.combine(
            count.injectNull(0.3),
            size.injectNull(0.3),
            born.injectNull(0.3),
            seen.injectNull(0.3),
            kind.injectNull(0.3),
            kinds.injectNull(0.3),
            Arbitraries.of(true, false).map(Object.class::cast).injectNull(0.3),
            number.injectNull(0.3))
        .as(
            (a, b, c, d, e, f, g, h) -> {
              Map<String, Object> values = new HashMap<>();
              values.put("count", a);
              values.put("size", b);
              values.put("born", c);
              values.put("seen", d);
              values.put("kind", e);
              values.put("kinds", f);
              values.put("yes", g);
              values.put("number", h);
              return values;
            });
  }

  @Property(tries = 500)
  void aWellTypedConditionAlwaysAnswersYesNoOrUnknown(
      @ForAll("conditions") String source, @ForAll("records") Map<String, Object> values) {
    Expression expression = Expressions.parse(source);
    assertThat(Expressions.typeOf(expression, KINDS::get)).isEqualTo(Expressions.Type.CONDITION);
    Object value = expression.value(values, LocalDate.of(2026, 11, 1));
    assertThat(value == null || value instanceof Boolean).isTrue();
    assertThat(KINDS.keySet()).containsAll(expression.fields());
  }

  @Property(tries = 300)
  void notTurnsYesIntoNoAndLeavesTheUnknown(
      @ForAll("conditions") String source, @ForAll("records") Map<String, Object> values) {
    LocalDate today = LocalDate.of(2026, 11, 1);
    Object plain = Expressions.parse(source).value(values, today);
    Object negated = Expressions.parse("not (" + source + ")").value(values, today);
    assertThat(negated).isEqualTo(plain == null ? null : !((Boolean) plain));
  }

  @Property(tries = 300)
  void deMorganHolds(
      @ForAll("conditions") String a,
      @ForAll("conditions") String b,
      @ForAll("records") Map<String, Object> values) {
    LocalDate today = LocalDate.of(2026, 11, 1);
    assertThat(Expressions.parse("not ((" + a + ") and (" + b + "))").value(values, today))
        .isEqualTo(
            Expressions.parse("(not (" + a + ")) or (not (" + b + "))").value(values, today));
  }

  @Property(tries = 1000)
  void anyTextIsReadOrRefusedAsAProblem(@ForAll String source) {
    try {
      assertThat(Expressions.parse(source).source()).isEqualTo(source);
    } catch (Problem expected) {
      assertThat(expected.arguments()).containsKey("what");
    }
  }
}
