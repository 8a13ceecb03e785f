package org.wangge.bulletin.jasper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wangge.bulletin.Block;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.SamplePaper;
import org.wangge.bulletin.jasper.PrintedPages.Glyph;
import org.wangge.bulletin.jasper.PrintedPages.Rule;

/** Measures the printed page against the figures of GB/T 9704-2012. */
class PdfBulletinTest {

  /** Points of a millimetre. */
  private static final double MM = 72 / 25.4;

  private static final double LEFT = 28 * MM;
  private static final double RIGHT = 184 * MM;
  private static final double TOP = 37 * MM;
  private static final double BOTTOM = 262 * MM;
  private static final double MILLIMETRE = 1 * MM;

  private static PdfBulletin writer;
  private static PrintedPages document;
  private static PrintedPages serial;
  private static PrintedPages preview;
  private static PrintedPages prose;

  @BeforeAll
  static void print() {
    writer = new PdfBulletin();
    document = PrintedPages.of(writer, SamplePaper.document());
    serial = PrintedPages.of(writer, SamplePaper.serial());
    preview = PrintedPages.of(writer, SamplePaper.preview());
    prose = PrintedPages.of(writer, SamplePaper.prose());
  }

  @Test
  void everyPageIsA4() {
    for (int page = 1; page <= document.count(); page++) {
      assertThat(document.page(page).getMediaBox().getWidth()).isEqualTo(595.28f, within(1f));
      assertThat(document.page(page).getMediaBox().getHeight()).isEqualTo(841.89f, within(1f));
    }
  }

  @Test
  void allTextButThePageNumberStaysInsideTheTypeArea() {
    for (PrintedPages pages : List.of(document, serial, prose)) {
      for (int page = 1; page <= pages.count(); page++) {
        for (Glyph glyph : pages.glyphs(page)) {
          if (glyph.base() > BOTTOM + MILLIMETRE) {
            continue;
          }
          assertThat(glyph.x()).as(glyph.toString()).isGreaterThan(LEFT - MILLIMETRE);
          assertThat(glyph.base()).as(glyph.toString()).isGreaterThan(TOP);
          if (pages.page(page).getRotation() == 0) {
            assertThat(glyph.right()).as(glyph.toString()).isLessThan(RIGHT + MILLIMETRE);
          }
        }
      }
    }
  }

  @Test
  void theMarkOfADocumentBegins72MillimetresFromTheEdge() {
    List<Glyph> mark = document.line(1, "掌起镇人民政府文件");

    assertThat(inkTop(mark)).isEqualTo(72 * MM, within(MILLIMETRE));
    assertThat(centre(mark)).isEqualTo((LEFT + RIGHT) / 2, within(MILLIMETRE));
  }

  @Test
  void theMarkOfASerialBulletinStandsInTheUpperThird() {
    List<Glyph> mark = serial.line(1, "督查通报");

    assertThat(inkTop(mark)).isEqualTo(52 * MM, within(MILLIMETRE));
    assertThat(serial.line(1, "第10期").getFirst().base()).isGreaterThan(mark.getFirst().base());
    assertThat(redLine(serial).y()).isLessThan(297 * MM / 2.4);
    List<Glyph> issue = serial.line(1, "掌起镇社会治理综合指挥室");
    assertThat(issue.getFirst().x()).isEqualTo(LEFT, within(MILLIMETRE));
    assertThat(PrintedPages.text(issue)).endsWith("2026年11月5日");
    assertThat(issue.getLast().right()).isEqualTo(RIGHT, within(MILLIMETRE));
  }

  @Test
  void theRedLineIsAsWideAsTheTypeAreaAnd4MillimetresUnderTheNumber() {
    Rule line = redLine(document);
    List<Glyph> number = document.line(1, "掌社〔2026〕10号");

    assertThat(line.right() - line.left()).isEqualTo(156 * MM, within(MILLIMETRE));
    assertThat(line.left()).isEqualTo(LEFT, within(MILLIMETRE));
    double characterBottom = number.getFirst().base() + 0.12 * 15.75;
    assertThat(line.y() - line.thickness() / 2 - characterBottom)
        .isEqualTo(4 * MM, within(MILLIMETRE));
    assertThat(centre(number)).isEqualTo((LEFT + RIGHT) / 2, within(MILLIMETRE));
  }

  @Test
  void aFullPageHas22LinesOf28Characters() {
    Map<Double, List<Glyph>> lines = prose.lines(2);
    List<List<Glyph>> body =
        lines.entrySet().stream()
            .filter(e -> e.getKey() < BOTTOM)
            .map(Map.Entry::getValue)
            .toList();
    List<Double> bases = lines.keySet().stream().filter(base -> base < BOTTOM).toList();

    assertThat(body).hasSize(22);
    for (int i = 1; i < bases.size(); i++) {
      assertThat(bases.get(i) - bases.get(i - 1)).isEqualTo(28.99, within(0.1));
    }
    // A digit is about half as wide as a Chinese character; count lines without digits.
    List<Integer> counts =
        body.stream()
            .filter(line -> PrintedPages.text(line).codePoints().allMatch(c -> c > 0x7F))
            .map(List::size)
            .toList();
    assertThat(counts).contains(28).allMatch(count -> count <= 28);
    assertThat(body.getFirst().getFirst().size()).isEqualTo(15.75f, within(0.3f));
  }

  @Test
  void fullLinesReachTheRightEdgeEvenWhenAMarkForcedAnEarlyBreak() {
    for (List<Glyph> line : prose.lines(2).values()) {
      if (line.size() == 27) {
        assertThat(line.getLast().right()).isEqualTo(RIGHT, within(MILLIMETRE));
      }
    }
    assertThat(prose.lines(2).values()).anyMatch(line -> line.size() == 27);
  }

  @Test
  void noLineBeginsWithAClosingMark() {
    for (int page = 1; page <= prose.count(); page++) {
      for (List<Glyph> line : prose.lines(page).values()) {
        assertThat("，。、；：？！）》”%").doesNotContain(line.getFirst().text());
        assertThat("（《“").doesNotContain(line.getLast().text());
      }
    }
  }

  @Test
  void theTitleIsSize2InTwoEvenLines() {
    List<Glyph> first = document.line(1, "掌起镇人民政府关于");
    List<Glyph> second = document.line(1, "工作情况的通报");

    assertThat(first.getFirst().size()).isEqualTo(22f, within(0.1f));
    assertThat(first).hasSizeBetween(15, 20);
    assertThat(second).hasSizeBetween(13, 20);
  }

  @Test
  void eachLevelOfHeadingHasItsFace() {
    assertThat(font(document, "一、总体情况")).contains("NotoSansSC");
    assertThat(font(document, "（一）登录天数")).contains("FandolKai");
    assertThat(font(document, "网格员账户")).contains("FandolFang");
    assertThat(font(document, "处理意见")).contains("FandolFang");
    assertThat(font(document, "现将有关情况通报如下")).contains("FandolFang");
  }

  @Test
  void pageNumbersStandRightOnOddAndLeftOnEvenPagesAlsoOnTurnedSheets() {
    boolean turned = false;
    for (int page = 1; page <= document.count(); page++) {
      List<Glyph> number =
          document.glyphs(page).stream().filter(g -> g.base() > BOTTOM + 2 * MM).toList();
      assertThat(PrintedPages.text(number)).isEqualTo("—" + page + "—");
      boolean sheetTurned = document.page(page).getRotation() == 90;
      turned |= sheetTurned;
      assertThat(number.getFirst().base() - dashHeight()).isEqualTo(269 * MM, within(MILLIMETRE));
      if (page % 2 == 1) {
        assertThat(number.getLast().right()).isEqualTo(RIGHT - 14, within(2 * MILLIMETRE));
      } else {
        assertThat(number.getFirst().x()).isEqualTo(LEFT + 14, within(MILLIMETRE));
      }
    }
    assertThat(turned).isTrue();
  }

  @Test
  void theImprintEndsOnTheLowerEdgeOfAnEvenPage() {
    int last = document.count();
    List<Rule> rules = document.rules(last);

    assertThat(last % 2).isZero();
    assertThat(rules).hasSize(3);
    assertThat(rules.getFirst().thickness()).isEqualTo(0.99, within(0.01));
    assertThat(rules.get(1).thickness()).isEqualTo(0.71, within(0.01));
    assertThat(rules.getLast().thickness()).isEqualTo(0.99, within(0.01));
    assertThat(rules.getLast().y()).isEqualTo(BOTTOM, within(MILLIMETRE));
    assertThat(document.text(last))
        .contains("抄送：市委政法委，市社会治理中心，镇党委、人大、政府班子成员，镇属各办公室、站所。")
        .contains("掌起镇党政综合办公室2026年11月5日印发");
  }

  @Test
  void allFontsAreEmbeddedSubsetsByIdentity() {
    for (PDFont font : document.fonts()) {
      assertThat(font.isEmbedded()).as(font.getName()).isTrue();
      assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
      assertThat(font.getCOSObject().getNameAsString("Encoding")).isEqualTo("Identity-H");
    }
  }

  @Test
  void rareCharactersOfNamesArePrinted() {
    String rare = SamplePaper.RARE + "𬭎";
    BulletinTable table =
        new BulletinTable(
            "people",
            "表1",
            "名单" + rare,
            List.of(Column.of("name", "姓名" + rare, ColumnKind.TEXT)),
            List.of(Row.of("王" + rare)),
            null,
            List.of("注释" + rare));
    BulletinPaper paper =
        SamplePaper.with(
            List.of(
                new Block.Heading(1, "一、" + rare),
                new Block.Heading(2, "（一）" + rare),
                new Block.Paragraph("正文" + rare)),
            List.of(table));

    String text = PrintedPages.of(writer, paper).text();

    for (String before : List.of("名单", "姓名", "王", "注释", "一、", "（一）", "正文")) {
      assertThat(text).contains(before + rare);
    }
  }

  @Test
  void aCharacterNoFontHasIsMarkedAndNotDropped() {
    BulletinPaper paper =
        SamplePaper.with(List.of(new Block.Paragraph("张\uD87E\uDC0A。")), List.of());

    assertThat(PrintedPages.of(writer, paper).text()).contains("张〓。");
  }

  @Test
  void figuresOfAllTablesArePrinted() {
    String written = document.written();
    for (BulletinTable table : SamplePaper.document().tables()) {
      for (Row row : table.rows()) {
        assertThat(written).contains(printed(table, row));
      }
    }
    BulletinTable events = SamplePaper.events();
    // The label of the total stands over the empty cell before it.
    assertThat(written).contains(printed(events, events.total()).substring(1));
  }

  @Test
  void aTableOverSeveralPagesRepeatsItsHead() {
    int first = document.pageOf("红黄牌情况表表7");
    int pages = 0;
    for (int page = first; document.text(page).contains("事件编号"); page++) {
      assertThat(document.text(page)).contains("表7").contains("单位").contains("扣分");
      pages++;
    }
    assertThat(pages).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aWideTableLiesWithItsHeadAtTheLeftEdgeOfTheSheet() {
    int page = document.pageOf("村（社区）事件上报与处理情况统计表表3");
    List<Glyph> glyphs = document.glyphs(page);

    assertThat(document.page(page).getRotation()).isEqualTo(90);
    double mark = glyphs.stream().filter(g -> g.text().equals("附")).findFirst().orElseThrow().x();
    double total = glyphs.stream().filter(g -> g.text().equals("合")).findFirst().orElseThrow().x();
    assertThat(mark).isLessThan(total);
    assertThat(mark).isEqualTo(LEFT + 15, within(15.0));
    for (String group : List.of("上报情况", "办理情况", "超期情况", "评价情况")) {
      assertThat(document.text(page)).contains(group);
    }
    assertThat(document.text(page)).contains("注：1.本月新增按登记单位统计一次");
  }

  @Test
  void aNarrowTableStandsInTheTextWhereItIsReferredTo() {
    assertThat(document.text()).containsSubsequence("各村登录情况见表1", "表1账户登录情况", "（二）未登录账户");
  }

  @Test
  void attachmentsAreListedAfterTheTextAndMarkedOnTheirPages() {
    assertThat(document.text())
        .containsSubsequence(
            "附件：1.表3村（社区）事件上报与处理情况统计表",
            "2.表7红黄牌情况表",
            "3.指标口径说明",
            "掌起镇人民政府",
            "2026年11月5日",
            "附件1",
            "附件2",
            "附件3指标口径说明",
            "数据截止时间：2026年10月31日23:59",
            "参数版本：2026-01",
            "数据版本：1");
  }

  @Test
  void theDateOfADocumentStandsFourCharactersFromTheRight() {
    int page = document.pageOf("3.指标口径说明掌起镇人民政府2026年11月5日");
    List<Glyph> date = document.line(page, "2026年11月5日");
    List<Glyph> name = document.line(page, "掌起镇人民政府");

    assertThat(date.getLast().right()).isEqualTo(RIGHT - 4 * 15.75, within(MILLIMETRE));
    assertThat(centre(name)).isEqualTo(centre(date), within(MILLIMETRE));
  }

  @Test
  void aPreviewIsMarkedOnEveryPageAndAnIssuedBulletinNowhere() {
    for (int page = 1; page <= preview.count(); page++) {
      assertThat(preview.text(page)).contains("预").contains("览");
      assertThat(preview.glyphs(page)).anyMatch(g -> g.text().equals("预") && g.size() > 100);
    }
    assertThat(document.text()).doesNotContain("预览");
  }

  @Test
  void anEmptyMonthIsPrintedWithItsTableHeads() {
    BulletinPaper empty =
        new BulletinPaper(
            PaperForm.SERIAL,
            "掌起镇社会治理综合指挥室",
            "网格化服务管理工作督查通报",
            "第1期",
            "通报",
            "各村：",
            List.of(),
            "掌起镇社会治理综合指挥室",
            LocalDate.of(2026, 2, 1),
            List.of(),
            "掌起镇社会治理综合指挥室",
            YearMonth.of(2026, 1),
            false,
            List.of(
                new BulletinTable(
                    "t",
                    "表1",
                    "登录情况",
                    List.of(Column.of("village", "村", ColumnKind.TEXT)),
                    List.of(),
                    null,
                    List.of())),
            List.of(),
            SamplePaper.document().fingerprint());

    PrintedPages pages = PrintedPages.of(writer, empty);

    assertThat(pages.text())
        .containsSubsequence("各村：", "附件：1.表1登录情况", "表12026年1月村", "2026年2月1日印发")
        .doesNotContain("：：", "抄送");
    assertThat(pages.rules(pages.count())).hasSize(2);
  }

  @Test
  void aCellLongerThanAPageRunsOverToTheNext() {
    String story = "河道沿线堆放建筑垃圾影响行洪。".repeat(200);
    BulletinTable table =
        new BulletinTable(
            "t",
            "表1",
            "情况",
            List.of(Column.of("a", "村", ColumnKind.TEXT), Column.of("b", "情况", ColumnKind.TEXT)),
            List.of(Row.of("长溪村", story), Row.of("巴里村", "无")),
            null,
            List.of());

    String text = PrintedPages.of(writer, SamplePaper.with(List.of(), List.of(table))).text();

    assertThat(text.split("河道沿线", -1)).hasSize(201);
    assertThat(text).contains("巴里村无");
  }

  @Test
  void severalThreadsPrintTheSamePaperAlike() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<String>> tasks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        tasks.add(() -> PrintedPages.of(writer, SamplePaper.document()).text());
      }
      for (Future<String> text : threads.invokeAll(tasks)) {
        assertThat(text.get()).isEqualTo(document.text());
      }
    }
  }

  @Test
  void aFullDiskIsReportedAsSuch() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left");
          }
        };

    assertThatThrownBy(() -> writer.write(SamplePaper.serial(), full))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no space left");
  }

  private static String printed(BulletinTable table, Row row) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      text.append(table.printed(row, i));
    }
    return text.toString();
  }

  private static Rule redLine(PrintedPages pages) {
    return pages.rules(1).stream().filter(Rule::red).findFirst().orElseThrow();
  }

  private static String font(PrintedPages pages, String text) {
    for (int page = 1; page <= pages.count(); page++) {
      for (List<Glyph> line : pages.lines(page).values()) {
        if (PrintedPages.text(line).contains(text)) {
          return line.get(PrintedPages.text(line).indexOf(text)).font();
        }
      }
    }
    throw new AssertionError("not printed: " + text);
  }

  private static double centre(List<Glyph> line) {
    return (line.getFirst().x() + line.getLast().right()) / 2;
  }

  /** The upper edge of the ink: the base less the height of the outlines of the embedded face. */
  private static double inkTop(List<Glyph> line) {
    Rectangle2D ink = new Faces().ink(PrintedPages.text(line), Face.TITLE, line.getFirst().size());
    return line.getFirst().base() + ink.getY();
  }

  /** How far the upper edge of the dash of a page number is above its base. */
  private static double dashHeight() {
    return -new Faces().ink("—", Face.SONG, 14).getY();
  }
}
