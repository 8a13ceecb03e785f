package org.wangge.bulletin.jasper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LineBreakerTest {

  private static final double SIZE = 10;

  private static LineBreaker breaker;

  @BeforeAll
  static void load() {
    breaker = new LineBreaker(new Faces());
  }

  @Test
  void fillsLinesWithAsManyCharactersAsFit() {
    assertThat(lines("一二三四五六七八九", 4)).containsExactly("一二三四", "五六七八", "九");
  }

  @Test
  void carriesACharacterOverSoThatNoLineBeginsWithAClosingMark() {
    assertThat(lines("一二三四，五六", 4)).containsExactly("一二三", "四，五六");
    assertThat(lines("一二（三四）。五", 5)).containsExactly("一二（三", "四）。五");
  }

  @Test
  void carriesAnOpeningMarkOverToItsText() {
    assertThat(lines("一二三（四五六", 4)).containsExactly("一二三", "（四五六");
    assertThat(lines("一二“《三四", 4)).containsExactly("一二", "“《三四");
  }

  @Test
  void keepsFiguresAndDashesWhole() {
    assertThat(lines("办结率93.72%提升", 5)).containsExactly("办结率", "93.72%提", "升");
    assertThat(lines("一二三——四", 4)).containsExactly("一二三", "——四");
  }

  @Test
  void cutsAWordThatIsLongerThanALine() {
    assertThat(String.join("", lines("2026100000010000000000000001", 5)))
        .isEqualTo("2026100000010000000000000001");
    assertThat(lines("2026100000010000000000000001", 5)).hasSizeGreaterThan(2);
  }

  @Test
  void cutsALineOfNothingButClosingMarks() {
    assertThat(lines("。。。。。。", 4)).containsExactly("。。。。", "。。");
  }

  @Test
  void startsLaterLinesUnderTheHangingIndent() {
    assertThat(breaker.lines("注：一二三四五", Face.FANG, SIZE, 5 * SIZE, "　　"))
        .containsExactly("注：一二三", "　　四五");
  }

  @Test
  void makesTheLinesOfATitleEvenAndKeepsItsOwnBreaks() {
    assertThat(breaker.balanced("一二三四五六七八", Face.TITLE, SIZE, 6 * SIZE))
        .containsExactly("一二三四", "五六七八");
    assertThat(breaker.balanced("一二\n三四五六", Face.TITLE, SIZE, 6 * SIZE))
        .containsExactly("一二", "三四五六");
  }

  private static List<String> lines(String text, int characters) {
    return breaker.lines(text, Face.FANG, SIZE, characters * SIZE);
  }
}
