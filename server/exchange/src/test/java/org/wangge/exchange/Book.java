package org.wangge.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Limits;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.exchange.sheet.SheetReader;

/** A workbook of one sheet, put together row by row as a village would. */
final class Book {
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final XSSFSheet sheet;
  private int row;

  /** A cell that the program computes. */
  record Formula(String text) {}

  Book(String sheetName) {
    sheet = workbook.createSheet(sheetName);
  }

  /** A row of cells: text, numbers, formulas, and null for an empty one. */
  Book row(Object... cells) {
    var line = sheet.createRow(row++);
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] == null) {
        continue;
      }
      XSSFCell cell = line.createCell(i);
      switch (cells[i]) {
        case Number number -> cell.setCellValue(number.doubleValue());
        case Formula formula -> cell.setCellFormula(formula.text());
        case Object text -> cell.setCellValue(text.toString());
      }
    }
    return this;
  }

  /** A merged area by its name, such as A1:C1. */
  Book merge(String area) {
    sheet.addMergedRegion(CellRangeAddress.valueOf(area));
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (workbook) {
      workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  SheetTable table() {
    return find(bytes(), Optional.empty()).orElseThrow();
  }

  static Optional<SheetTable> find(byte[] bytes, Optional<RecordType> type) {
    Sheet read = new SheetReader(Limits.standard()).read("表格.xlsx", bytes).getFirst();
    return SheetTable.find(read, "表格.xlsx", Samples.catalogue(), type);
  }

  static List<SheetRow> rows(SheetTable table) {
    List<SheetRow> rows = new ArrayList<>();
    table.read(Samples.context(), Optional.empty(), rows::add);
    return rows;
  }
}
