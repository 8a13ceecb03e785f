package org.wangge.bulletin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bulletins of an invented month for sixteen villages, wide and narrow tables included. */
public final class SamplePaper {

  /** Village names as they stand in the public list of the town. */
  public static final List<String> VILLAGES =
      List.of(
          "掌起居委会", "长溪村", "五姓点村", "巴里村", "东埠头村", "厉家村", "叶家村", "戎家村", "任佳溪村", "陈家村", "周家段村", "洪魏村",
          "柴家村", "裘家村", "鹤凤村", "古窑浦村");

  /** Characters of place and personal names that common fonts lack. */
  public static final String RARE = "垟堽沄玥喆镕祎珺甪垚犇昇";

  private static final String PROSE =
      "各村（社区）要高度重视网格化服务管理工作，切实落实网格长负责制，督促网格员每日登录系统、每周走访重点对象，"
          + "做到“人来登记、人去注销”，确保“人进户、户进房、房进网格、网格进图”。对超期未办结的事件要逐件销号，"
          + "于11月15日前将整改情况书面报镇社会治理综合指挥室。";

  private SamplePaper() {}

  /** A red-head document with one table in the text and a wide one attached. */
  public static BulletinPaper document() {
    return paper(PaperForm.DOCUMENT, false);
  }

  /** A serial bulletin. */
  public static BulletinPaper serial() {
    return paper(PaperForm.SERIAL, false);
  }

  /** The document before it is signed: no number, no day. */
  public static BulletinPaper preview() {
    return paper(PaperForm.DOCUMENT, true);
  }

  /** Long paragraphs only, so that pages are full. */
  public static BulletinPaper prose() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      blocks.add(new Block.Paragraph(PROSE));
    }
    return with(blocks, List.of());
  }

  /** The document with other text and tables. */
  public static BulletinPaper with(List<Block> blocks, List<BulletinTable> tables) {
    BulletinPaper paper = document();
    return new BulletinPaper(
        paper.form(),
        paper.issuer(),
        paper.headMark(),
        paper.number(),
        paper.title(),
        paper.addressee(),
        blocks,
        paper.signer(),
        paper.issued(),
        paper.copyTo(),
        paper.printer(),
        paper.month(),
        paper.preview(),
        tables,
        paper.explanations(),
        paper.fingerprint());
  }

  private static BulletinPaper paper(PaperForm form, boolean preview) {
    boolean document = form == PaperForm.DOCUMENT;
    String number = document ? "掌社〔2026〕10号" : "第10期";
    return new BulletinPaper(
        form,
        document ? "掌起镇人民政府" : "掌起镇社会治理综合指挥室",
        document ? "掌起镇人民政府文件" : "督查通报",
        preview ? "" : number,
        "掌起镇人民政府关于2026年10月网格化服务管理工作情况的通报",
        "各村（社区）",
        blocks(),
        document ? "掌起镇人民政府" : "掌起镇社会治理综合指挥室",
        preview ? null : LocalDate.of(2026, 11, 5),
        List.of("市委政法委", "市社会治理中心", "镇党委、人大、政府班子成员", "镇属各办公室、站所"),
        "掌起镇党政综合办公室",
        YearMonth.of(2026, 10),
        preview,
        List.of(login(), events(), cards()),
        List.of(
            "登录率＝登录天数÷工作日数×100%，工作日按国务院办公厅公布的放假安排计算。",
            "办结率＝办结数÷应办结数×100%；应办结数为办理期限落在本月的事件数。应办结数为零的单位以“—”表示，" + "不参与该项排名。",
            "本月新增按登记单位统计一次，流转不重复计算；办结以登记单位核实为准。"),
        new Fingerprint(LocalDateTime.of(2026, 10, 31, 23, 59), "2026-01", "1"));
  }

  private static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Paragraph(
            "根据《掌起镇网格化服务管理工作考核办法》，镇社会治理综合指挥室对全镇16个村（社区）2026年10月1日至"
                + "10月31日的账户登录、信息录入、事件上报与处理情况进行了统计，数据截至10月31日24时。现将有关情况通报如下："));
    blocks.add(new Block.Heading(1, "一、总体情况"));
    blocks.add(
        new Block.Paragraph(
            "10月，全镇共上报事件1708件，较上月增加43件；应办结972件，办结911件，办结率93.72%，较上月提升3.67个百分点；"
                + "按时办结737件，按时办结率75.82%。村级自办1595件，上报镇级113件，占6.62%。"));
    blocks.add(new Block.Heading(1, "二、账户登录情况"));
    blocks.add(new Block.Heading(2, "（一）登录天数"));
    blocks.add(new Block.Paragraph("长溪村、巴里村、古窑浦村登录率为100.00%；洪魏村登录率为55.56%，低于60%的最低标准。各村登录情况见表1。"));
    blocks.add(new Block.TableReference("login"));
    blocks.add(new Block.Heading(2, "（二）未登录账户"));
    blocks.add(new Block.Heading(3, "1. 网格员账户"));
    blocks.add(
        new Block.Paragraph(
            "网格员王"
                + RARE.charAt(2)
                + "、李"
                + RARE.charAt(6)
                + "、陈"
                + RARE.charAt(3)
                + "连续五个工作日未登录；渔"
                + RARE.charAt(0)
                + "自然村、黄"
                + RARE.charAt(1)
                + "自然村的账户全月未登录。名单所涉生僻字有："
                + RARE
                + "。"));
    blocks.add(new Block.Heading(4, "（1）处理意见"));
    for (int i = 0; i < 6; i++) {
      blocks.add(new Block.Paragraph(PROSE));
    }
    blocks.add(new Block.Heading(1, "三、事件上报与处理情况"));
    blocks.add(new Block.Paragraph("各村事件上报与处理情况见表3，红黄牌情况见表7。"));
    blocks.add(new Block.TableReference("events"));
    return blocks;
  }

  /** A narrow table: six columns. */
  public static BulletinTable login() {
    List<Column> columns =
        List.of(
            Column.of("no", "序号", ColumnKind.RANK),
            Column.of("village", "村（社区）", ColumnKind.TEXT),
            Column.of("accounts", "开通账户数", ColumnKind.COUNT),
            Column.of("workdays", "工作日数", ColumnKind.COUNT),
            Column.of("days", "登录天数", ColumnKind.COUNT),
            Column.rate("rate", "登录率", "days", "workdays"),
            Column.of("rank", "排名", ColumnKind.RANK));
    List<Row> rows = new ArrayList<>();
    long accounts = 0;
    long days = 0;
    for (int i = 0; i < VILLAGES.size(); i++) {
      int day = 18 - (i * 5) % 9;
      rows.add(
          Row.of(i + 1, VILLAGES.get(i), 3 + i % 4, 18, day, percent(day, 18), 1 + (i * 5) % 9));
      accounts += 3 + i % 4;
      days += day;
    }
    long workdays = 18L * VILLAGES.size();
    Row total = Row.of(null, "合计", accounts, workdays, days, percent(days, workdays), null);
    return new BulletinTable(
        "login", "表1", "账户登录情况", columns, rows, total, List.of("登录天数为当日至少有一个账户登录的工作日数。"));
  }

  /** A wide table: 21 columns in two levels. */
  public static BulletinTable events() {
    List<Column> columns =
        List.of(
            Column.of("no", "序号", ColumnKind.RANK),
            Column.of("village", "村（社区）", ColumnKind.TEXT),
            Column.of("grids", "网格数", ColumnKind.COUNT),
            Column.of("workers", "网格员数", ColumnKind.COUNT),
            Column.of("reported", "上报数", ColumnKind.COUNT).under("上报情况"),
            new Column(
                "each",
                List.of("上报情况"),
                "人均上报",
                ColumnKind.POINTS,
                Optional.of(new Ratio("reported", "workers"))),
            Column.of("silent", "零上报网格数", ColumnKind.COUNT).under("上报情况"),
            Column.of("own", "村级自办数", ColumnKind.COUNT).under("办理情况"),
            Column.of("up", "上报镇数", ColumnKind.COUNT).under("办理情况"),
            Column.of("due", "应办结数", ColumnKind.COUNT).under("办理情况"),
            Column.of("done", "办结数", ColumnKind.COUNT).under("办理情况"),
            Column.rate("doneRate", "办结率", "done", "due").under("办理情况"),
            Column.of("timely", "按时办结数", ColumnKind.COUNT).under("办理情况"),
            Column.rate("timelyRate", "按时办结率", "timely", "due").under("办理情况"),
            Column.of("openLate", "超期在办", ColumnKind.COUNT).under("超期情况"),
            Column.of("doneLate", "超期办结", ColumnKind.COUNT).under("超期情况"),
            Column.of("returned", "退回数", ColumnKind.COUNT),
            Column.of("judged", "已评价数", ColumnKind.COUNT).under("评价情况"),
            Column.of("content", "满意率", ColumnKind.RATE).under("评价情况"),
            Column.of("before", "上月上报", ColumnKind.COUNT),
            Column.of("rank", "排名", ColumnKind.RANK));
    List<Row> rows = new ArrayList<>();
    long[] sums = new long[columns.size()];
    for (int i = 0; i < VILLAGES.size(); i++) {
      int due = i == 13 ? 0 : 40 + (i * 17) % 60;
      int done = due == 0 ? 0 : due - i % 7;
      int timely = due == 0 ? 0 : done - i % 5;
      int reported = 80 + (i * 37) % 160;
      int workers = 6 + i % 5;
      List<Object> cells = new ArrayList<>();
      cells.add(i + 1);
      cells.add(VILLAGES.get(i));
      cells.add(3 + i % 4);
      cells.add(workers);
      cells.add(reported);
      cells.add(
          BigDecimal.valueOf(reported)
              .divide(BigDecimal.valueOf(workers), 2, RoundingMode.HALF_UP));
      cells.add(i % 3 == 0 ? 1 : 0);
      cells.add(reported - 7);
      cells.add(7);
      cells.add(due);
      cells.add(done);
      cells.add(percent(done, due));
      cells.add(timely);
      cells.add(percent(timely, due));
      cells.add(i % 7);
      cells.add(i % 5);
      cells.add(i % 2);
      cells.add(timely / 2);
      cells.add(due == 0 ? null : new BigDecimal("98.10"));
      cells.add(reported - 3);
      cells.add(due == 0 ? null : 1 + i);
      for (int c = 2; c < cells.size() - 1; c++) {
        sums[c] +=
            cells.get(c) instanceof Number n && !(n instanceof BigDecimal) ? n.longValue() : 0;
      }
      rows.add(new Row(cells));
    }
    List<Object> total = new ArrayList<>();
    for (int c = 0; c < columns.size(); c++) {
      total.add(columns.get(c).kind() == ColumnKind.COUNT ? (Object) sums[c] : null);
    }
    total.set(1, "合计");
    total.set(
        5,
        BigDecimal.valueOf(sums[4]).divide(BigDecimal.valueOf(sums[3]), 2, RoundingMode.HALF_UP));
    total.set(11, percent(sums[10], sums[9]));
    total.set(13, percent(sums[12], sums[9]));
    return new BulletinTable(
        "events",
        "表3",
        "村（社区）事件上报与处理情况统计表",
        columns,
        rows,
        new Row(total),
        List.of("本月新增按登记单位统计一次，流转不重复计算；在办为月末未结案的事件。", "裘家村本月无应办结事件，不参与排名。“—”表示没有应计数。"));
  }

  /** A table of long texts and days, without a total, over several pages. */
  public static BulletinTable cards() {
    List<Column> columns =
        List.of(
            Column.of("unit", "单位", ColumnKind.TEXT),
            Column.of("code", "事件编号", ColumnKind.TEXT),
            Column.of("subject", "标题", ColumnKind.TEXT),
            Column.of("card", "牌别", ColumnKind.TEXT),
            Column.of("due", "时限", ColumnKind.DATE),
            Column.of("days", "超期工作日", ColumnKind.COUNT),
            Column.of("points", "扣分", ColumnKind.POINTS));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 48; i++) {
      String subject = i % 5 == 0 ? "河道沿线堆放建筑垃圾影响行洪，且夜间有渣土车倾倒，需镇城建办与综合行政执法队联合处置" : "路灯不亮";
      rows.add(
          Row.of(
              VILLAGES.get(i % 16),
              "2026100%04d".formatted(i + 1),
              subject,
              i % 4 == 0 ? "红牌" : "黄牌",
              LocalDate.of(2026, 10, 1 + i % 28),
              1 + i % 9,
              new BigDecimal(i % 4 == 0 ? "10" : "5")));
    }
    return new BulletinTable("cards", "表7", "红黄牌情况表", columns, rows, null, List.of());
  }

  /** Percent with two decimals, null for nothing due. */
  public static BigDecimal percent(long part, long whole) {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part * 100).divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP);
  }
}
