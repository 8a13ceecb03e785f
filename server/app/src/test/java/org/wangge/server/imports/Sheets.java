package org.wangge.server.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A small workbook, row by row; null is an empty cell. */
final class Sheets {
  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private XSSFSheet sheet;

  Sheets(String name) {
    sheet = workbook.createSheet(name);
  }

  Sheets row(Object... cells) {
    var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] instanceof Number number) {
        row.createCell(i).setCellValue(number.doubleValue());
      } else if (cells[i] != null) {
        row.createCell(i).setCellValue(cells[i].toString());
      }
    }
    return this;
  }

  /** Begins another sheet. */
  Sheets sheet(String name) {
    sheet = workbook.createSheet(name);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (workbook) {
      workbook.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
