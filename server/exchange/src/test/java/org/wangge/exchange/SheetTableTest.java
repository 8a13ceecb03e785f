package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wangge.validation.Finding;

/** Sheets with other mess than that of the samples. */
class SheetTableTest {
  private static final String WANG = "339999198607132512";
  private static final String LI = "33999919600129274X";

  private static List<Object> column(List<SheetRow> rows, String field) {
    return rows.stream().map(row -> row.values().get(field)).toList();
  }

  @Test
  void aHeaderMayBeginInTheFirstRowOrUnderManyTitleLines() {
    SheetTable plain =
        new Book("Sheet1").row("姓名", "身份证号码", "户号", "与户主关系").row("王明", WANG, "1", "户主").table();
    assertThat(plain.firstHeaderRow()).isEqualTo(1);
    SheetTable deep =
        new Book("Sheet1")
            .row("附件 3")
            .row()
            .row("掌起镇户籍人口花名册")
            .merge("A3:D3")
            .row("填报单位：", "叶家村村民委员会")
            .row("填报说明：请逐户填写。")
            .row("姓　名", "身份证号码（18位）", "户号", "与户主关系")
            .row("王明", WANG, "1", "户主")
            .table();
    assertThat(deep.firstHeaderRow()).isEqualTo(6);
    assertThat(deep.type().key()).isEqualTo("registered_resident");
    SheetRow row = Book.rows(deep).getFirst();
    assertThat(row.village()).isEqualTo("330282104206");
    assertThat(row.values().get("id_number")).isEqualTo(WANG);
  }

  @Test
  void headingsMayStandInThreeRowsWithMergedUpperOnes() {
    SheetTable table =
        new Book("流动人口")
            .row("序号", "基本信息", null, null, "流入信息", null)
            .row(null, "姓名", "证件", null, "流入原因", "来本地时间")
            .row(null, null, "种类", "证件号码", null, null)
            .merge("A1:A3")
            .merge("B1:D1")
            .merge("E1:F1")
            .merge("B2:B3")
            .merge("C2:D2")
            .merge("E2:E3")
            .merge("F2:F3")
            .row(1, "王明", "居民身份证", WANG, "务工", "2024.3")
            .table();
    assertThat(table.type().key()).isEqualTo("floating_person");
    assertThat(table.lastHeaderRow()).isEqualTo(3);
    SheetRow row = Book.rows(table).getFirst();
    assertThat(row.row()).isEqualTo(4);
    assertThat(row.values().get("id_number")).isEqualTo(WANG);
    assertThat(row.values().get("inflow_reason")).isEqualTo("01");
  }

  @Test
  void anUpperHeadingTellsWhosePhoneItIs() {
    SheetTable table =
        new Book("出租房屋台账")
            .row("房屋地址", "房主", null, "承租人", null)
            .row(null, "姓名", "电话", "姓名", "联系电话")
            .merge("A1:A2")
            .merge("B1:C1")
            .merge("D1:E1")
            .row("叶家村1号", "王明", "13900000001", "李华", "13900000002")
            .table();
    SheetRow row = Book.rows(table).getFirst();
    assertThat(row.values().get("owner_name")).isEqualTo("王明");
    assertThat(row.values().get("owner_phone")).isEqualTo("13900000001");
    assertThat(row.values().get("tenant_name")).isEqualTo("李华");
    assertThat(row.values().get("tenant_phone")).isEqualTo("13900000002");
  }

  @Test
  void householdCellsHoldForAllMembersMergedOrLeftEmpty() {
    Book book =
        new Book("户籍人口")
            .row("户号", "户主姓名", "家庭住址", "姓名", "与户主关系", "公民身份号码")
            .row("1001", "王明", "叶家村1号", "王明", "户主", WANG)
            .row(null, null, null, "李华", "妻", LI)
            .row("1002", "赵六", "叶家村2号", "赵六", "户主", "339999195011089054")
            .row(null, null, null, "钱七", "配偶", "339999194908168625")
            .merge("A4:A5")
            .merge("B4:B5")
            .merge("C4:C5");
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(column(rows, "household_no")).containsExactly("1001", "1001", "1002", "1002");
    assertThat(column(rows, "head_name")).containsExactly("王明", "王明", "赵六", "赵六");
    assertThat(column(rows, "residence_address"))
        .containsExactly("叶家村1号", "叶家村1号", "叶家村2号", "叶家村2号");
  }

  @Test
  void aHeadWithoutAHouseholdNumberGetsNobodyElses() {
    Book book =
        new Book("户籍人口")
            .row("户号", "户主姓名", "姓名", "与户主关系", "公民身份号码")
            .row("1001", "王明", "王明", "户主", WANG)
            .row(null, "赵六", "赵六", "户主", LI)
            .row(null, null, "钱七", "配偶", "339999194908168625");
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(column(rows, "household_no")).containsExactly("1001", null, null);
    assertThat(column(rows, "head_name")).containsExactly("王明", "赵六", "赵六");
  }

  @Test
  void linesInsideTheTableNameVillageAndGridOfTheRowsBelow() {
    Book book =
        new Book("花名册")
            .row("序号", "姓名", "公民身份号码", "户号")
            .row("陈家村")
            .row("第二网格：")
            .row(1, "王明", WANG, "1")
            .row("裘家村第3网格")
            .merge("A5:D5")
            .row(2, "李华", LI, "2")
            .row("一、其他人员")
            .row(3, "赵六", "339999195011089054", "3");
    List<SheetRow> rows = new ArrayList<>();
    SheetTable.Notes notes = book.table().read(Samples.context(), Optional.empty(), rows::add);
    assertThat(rows)
        .extracting(SheetRow::village)
        .containsExactly("330282104209", "330282104213", "330282104213");
    assertThat(column(rows, "grid"))
        .containsExactly("330282104209002", "330282104213003", "330282104213003");
    assertThat(notes.sections()).containsEntry(7, "一、其他人员");
  }

  @Test
  void sumsSignaturesRepeatedHeadingsAndPreparedRowsAreNoRecords() {
    Book book =
        new Book("流动人口登记表")
            .row("序号", "所属村", "姓名", "身份证号", "流入时间", "联系电话")
            .row(1, 2, 3, 4, 5, 6)
            .row("示例", "叶家村", "张三", WANG, "2026-10-01", "13900000000")
            .row(1, "叶家村", "王明", WANG, "2026-10-01", "13900000001")
            .row("序号", "所属村", "姓名", "身份证号", "流入时间", "联系电话")
            .row(2, "叶家村", "李华", LI, "2026-10-02", "13900000002")
            .row("小计", null, "2人")
            .row(3, "叶家村")
            .row(4, "叶家村")
            .row("合计", null, 2)
            .row("填表人：王某", null, "审核人：李某", null, null, "填表日期：2026年10月31日")
            .row("注：以上数据截至十月底")
            .row("负责人（签字）：");
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(column(rows, "name")).containsExactly("王明", "李华");
    assertThat(rows).extracting(SheetRow::row).containsExactly(4, 6);
  }

  @Test
  void aRowThatLacksItsNumberIsStillARow() {
    Book book =
        new Book("流动人口登记表")
            .row("序号", "所属村", "姓名", "身份证号", "流入时间")
            .row(1, "叶家村", "王明", null, null)
            .row(2, "叶家村", null, LI, null);
    assertThat(Book.rows(book.table())).hasSize(2);
  }

  @Test
  void sameAsAboveMeansTheValueAbove() {
    Book book =
        new Book("流动人口")
            .row("姓名", "身份证号", "现住址", "所属村")
            .row("王明", WANG, "叶家村1号", "叶家")
            .row("李华", LI, "同上", "〃");
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(column(rows, "residence_address")).containsExactly("叶家村1号", "叶家村1号");
    assertThat(rows).extracting(SheetRow::village).containsOnly("330282104206");
  }

  @Test
  void aVillageNobodyKnowsIsSaidAboutTheVillage() {
    Book book =
        new Book("流动人口").row("姓名", "身份证号", "所属村").row("王明", WANG, "桃花村").row("李华", LI, null);
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(rows.get(0).findings()).extracting(Finding::code).containsExactly("village-unknown");
    assertThat(rows.get(1).findings()).extracting(Finding::code).containsExactly("village-missing");
    assertThat(rows.get(0).findings()).extracting(Finding::field).containsExactly(SheetRow.AREA);
  }

  @Test
  void theSenderMaySayWhatItIsAndWhichVillageWhereTheSheetDoesNot() {
    Book book = new Book("Sheet1").row("姓名", "证件号", "备注").row("王明", WANG, null);
    SheetTable table =
        Book.find(book.bytes(), Samples.catalogue().find("floating_person")).orElseThrow();
    List<SheetRow> rows = new ArrayList<>();
    table.read(Samples.context(), Optional.of("330282104206"), rows::add);
    assertThat(table.type().key()).isEqualTo("floating_person");
    assertThat(rows.getFirst().village()).isEqualTo("330282104206");
  }

  @Test
  void aSheetOfSomethingElseHoldsNoTable() {
    Book book =
        new Book("会议纪要").row("时间", "2026年10月31日").row("地点", "村委会").row("参加人员", "若干").row("议题");
    assertThat(Book.find(book.bytes(), Optional.empty())).isEmpty();
  }

  @Test
  void aColumnWithoutAHeadingIsKnownByItsNumbers() {
    Book book =
        new Book("流动人口登记表")
            .row("姓名", null, "流入时间", "所属村")
            .row("王明", WANG, "2026-10-01", "叶家村")
            .row("李华", LI, "2026-10-01", "叶家村")
            .row("赵六", "339999195011089054", "2026-10-01", "叶家村");
    SheetTable table = book.table();
    assertThat(table.columns().of("id_number")).map(Column::guessed).contains(true);
    assertThat(column(Book.rows(table), "id_number")).contains(WANG, LI);
  }

  @Test
  void columnsThatAreNoFieldAreNamed() {
    List<SheetRow> rows = new ArrayList<>();
    SheetTable table =
        new Book("流动人口").row("姓名", "身份证号", "所属村", "特长").row("王明", WANG, "叶家村", "唱歌").table();
    SheetTable.Notes notes = table.read(Samples.context(), Optional.empty(), rows::add);
    assertThat(notes.unmatched()).containsExactly("特长");
    assertThat(notes.hiddenRows()).isZero();
  }

  @Test
  void aSecondPhoneNumberGoesToTheSecondPhoneField() {
    Book book =
        new Book("流动人口")
            .row("姓名", "身份证号", "联系电话", "所属村")
            .row("王明", WANG, "13900000001/0574-63740000/13900000002", "叶家村");
    SheetRow row = Book.rows(book.table()).getFirst();
    assertThat(row.values().get("phone")).isEqualTo("13900000001");
    assertThat(row.values().get("phone2")).isEqualTo("0574-63740000");
    assertThat(row.findings()).extracting(Finding::code).containsExactly("further-values-left-out");
    assertThat(row.refused()).isFalse();
  }

  @Test
  void aBirthMonthIsCompletedByTheNumberAndContradictionsAreRefused() {
    Book book =
        new Book("流动人口")
            .row("姓名", "身份证号", "出生年月", "所属村")
            .row("王明", WANG, "1986.7", "叶家村")
            .row("李华", LI, "1961.1", "叶家村");
    RowJudge judge =
        new RowJudge(Samples.catalogue(), Samples.catalogue().type("floating_person"), Samples.DAY);
    List<RowJudge.Judged> judged =
        Book.rows(book.table()).stream().map(row -> judge.judge(row, Optional.empty())).toList();
    assertThat(judged.get(0).values().get("birth_date")).hasToString("1986-07-13");
    assertThat(judged.get(0).findings()).isEmpty();
    assertThat(judged.get(1).findings()).extracting(Finding::code).contains("birth-as-in-number");
    assertThat(judged.get(1).refused()).isTrue();
  }

  @Test
  void aFormulaThatCouldNotBeComputedIsRefusedAndOneThatCouldIsRead() {
    Book book =
        new Book("流动人口")
            .row("姓名", "身份证号", "所属村")
            .row("王明", new Book.Formula("\"" + WANG + "\""), "叶家村")
            .row("李华", new Book.Formula("1/0"), "叶家村");
    List<SheetRow> rows = Book.rows(book.table());
    assertThat(rows.get(0).values().get("id_number")).isEqualTo(WANG);
    assertThat(rows.get(1).findings()).extracting(Finding::code).containsExactly("cell-error");
  }
}
