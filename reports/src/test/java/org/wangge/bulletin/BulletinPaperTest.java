package org.wangge.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BulletinPaperTest {

  @ParameterizedTest
  @CsvSource({
    "DOCUMENT, 掌社〔2026〕10号",
    "DOCUMENT, 掌委办〔2026〕1号",
    "SERIAL, 第10期",
    "SERIAL, 第十期",
    "SERIAL, 〔2026〕第3期"
  })
  void takesNumbersAsOfficesWriteThem(PaperForm form, String number) {
    assertThat(numbered(form, number, false).number()).isEqualTo(number);
  }

  @ParameterizedTest
  @CsvSource({
    "DOCUMENT, 掌社[2026]10号",
    "DOCUMENT, 掌社〔2026〕010号",
    "DOCUMENT, 掌社〔26〕10号",
    "DOCUMENT, 第10期",
    "SERIAL, 第010期",
    "SERIAL, 掌社〔2026〕10号"
  })
  void refusesNumbersOfAnotherForm(PaperForm form, String number) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> numbered(form, number, false))
        .withMessageContaining(number);
  }

  @Test
  void onlyAPreviewMayLackItsNumber() {
    assertThat(numbered(PaperForm.DOCUMENT, "", true).number()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> numbered(PaperForm.DOCUMENT, "", false));
  }

  @Test
  void refusesAReferenceToATableThatIsNotThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SamplePaper.with(List.of(new Block.TableReference("nowhere")), List.of()))
        .withMessageContaining("nowhere");
  }

  @Test
  void refusesRowsThatDoNotFitTheColumns() {
    Column count = Column.of("n", "数", ColumnKind.COUNT);

    assertThatIllegalArgumentException().isThrownBy(() -> table(count, Row.of(1, 2)));
    assertThatIllegalArgumentException().isThrownBy(() -> table(count, Row.of("1")));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> table(Column.of("n", "率", ColumnKind.RATE), Row.of(new BigDecimal("33.333"))));
  }

  @Test
  void refusesARatioOfColumnsThatAreNotCounts() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table(Column.rate("r", "率", "r", "r"), Row.of(BigDecimal.ONE)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Column(
                    "n", List.of(), "数", ColumnKind.COUNT, Optional.of(new Ratio("a", "b"))));
  }

  @Test
  void printsFiguresAsTheyStandOnPaper() {
    Column rate = Column.of("r", "率", ColumnKind.RATE);

    assertThat(rate.printed(new BigDecimal("87.2"))).isEqualTo("87.20");
    assertThat(rate.printed(new BigDecimal("1E+2"))).isEqualTo("100.00");
    assertThat(rate.printed(null)).isEqualTo("—");
    assertThat(Column.of("d", "日", ColumnKind.DATE).printed(LocalDate.of(2026, 3, 5)))
        .isEqualTo("2026-03-05");
    assertThat(Column.of("n", "数", ColumnKind.COUNT).printed(1708)).isEqualTo("1708");
  }

  @Test
  void saysOfAPlaceThatItIsShared() {
    BulletinTable table =
        new BulletinTable(
            "t",
            "表1",
            "登录情况",
            List.of(
                Column.of("count", "天数", ColumnKind.COUNT),
                Column.of("rank", "排名", ColumnKind.RANK)),
            List.of(Row.of(9, 1), Row.of(7, 2), Row.of(7, 2), Row.of(2, 4), Row.of(0, null)),
            Row.of(25, null),
            List.of());

    assertThat(table.rows())
        .extracting(row -> table.printed(row, 1))
        .containsExactly("1", "并列第2", "并列第2", "4", "—");
    assertThat(table.rows())
        .extracting(row -> table.printed(row, 0))
        .containsExactly("9", "7", "7", "2", "0");
    assertThat(table.printed(table.total(), 1)).isEqualTo("—");
  }

  @Test
  void takesControlCharactersOutOfTexts() {
    Column text = Column.of("t", "名", ColumnKind.TEXT);

    assertThat(table(text, Row.of("张\u0000三\u001B\uFFFE")).rows().getFirst().cells())
        .containsExactly("张 三  ");
    assertThat(new Block.Paragraph("一\n二").text()).isEqualTo("一 二");
  }

  @Test
  void mergesTheHeadsOfNeighboursUnderTheSameGroup() {
    BulletinTable table =
        new BulletinTable(
            "t",
            "表1",
            "表",
            List.of(
                Column.of("a", "甲", ColumnKind.TEXT),
                Column.of("b", "乙", ColumnKind.COUNT).under("组"),
                Column.of("c", "丙", ColumnKind.COUNT).under("组"),
                Column.of("d", "丁", ColumnKind.COUNT).under("另组")),
            List.of(),
            null,
            List.of());

    assertThat(table.head())
        .containsExactlyInAnyOrder(
            new HeadCell("组", 0, 0, 1, 2),
            new HeadCell("另组", 0, 0, 3, 3),
            new HeadCell("甲", 0, 1, 0, 0),
            new HeadCell("乙", 1, 1, 1, 1),
            new HeadCell("丙", 1, 1, 2, 2),
            new HeadCell("丁", 1, 1, 3, 3));
  }

  @Test
  void writesDatesWithoutLeadingZeros() {
    assertThat(Wording.date(LocalDate.of(2026, 3, 5))).isEqualTo("2026年3月5日");
    assertThat(Wording.date(null)).contains("年").contains("月").contains("日");
  }

  private static BulletinTable table(Column column, Row row) {
    return new BulletinTable("t", "表1", "表", List.of(column), List.of(row), null, List.of());
  }

  private static BulletinPaper numbered(PaperForm form, String number, boolean preview) {
    BulletinPaper paper = SamplePaper.document();
    return new BulletinPaper(
        form,
        paper.issuer(),
        paper.headMark(),
        number,
        paper.title(),
        paper.addressee(),
        paper.blocks(),
        paper.signer(),
        paper.issued(),
        paper.copyTo(),
        paper.printer(),
        paper.month(),
        preview,
        paper.tables(),
        paper.explanations(),
        paper.fingerprint());
  }
}
