package org.wangge.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.exchange.sheet.SheetReader;

class TemplateWorkbookTest {
  static Stream<String> types() {
    return Samples.catalogue().types().stream().filter(RecordType::listed).map(RecordType::key);
  }

  private static byte[] template(String type) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new TemplateWorkbook(Samples.catalogue().type(type), Samples.context(), List.of("叶家村", "陈家村"))
        .write(out);
    return out.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("types")
  void aTemplateIsRecognisedAndEachColumnFindsItsField(String key) throws IOException {
    RecordType type = Samples.catalogue().type(key);
    Sheet sheet = new SheetReader(Limits.standard()).read("模板.xlsx", template(key)).getFirst();
    SheetTable table =
        SheetTable.find(sheet, "模板.xlsx", Samples.catalogue(), Optional.empty()).orElseThrow();
    assertThat(table.type()).isEqualTo(type);
    List<Field> missing =
        TemplateWorkbook.fields(type).stream()
            .filter(field -> field.computed().isEmpty())
            .filter(field -> table.columnOf(field.name()) == 0)
            .toList();
    assertThat(missing).extracting(Field::label).isEmpty();
    assertThat(Book.rows(table)).as("the example is no record").isEmpty();
  }

  @Test
  void codesAreDropDownsAndNumbersStayText() throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(template("floating_person")))) {
      XSSFSheet sheet = workbook.getSheetAt(0);
      RecordType type = Samples.catalogue().type("floating_person");
      long codes =
          TemplateWorkbook.fields(type).stream()
              .filter(field -> field.kind() == Kind.CODE || field.kind() == Kind.YES_NO)
              .count();
      assertThat(sheet.getDataValidations()).hasSize((int) codes + 1);
      assertThat(workbook.isSheetHidden(1)).isTrue();
      for (int column = 0; column < sheet.getRow(2).getLastCellNum(); column++) {
        assertThat(sheet.getColumnStyle(column).getDataFormatString()).isEqualTo("@");
      }
    }
  }
}
