package org.wangge.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook as villages make them: a merged title over the headings, one line a row, and a line
 * for signatures below. For demonstration files; what the program writes for work is {@link
 * ListWorkbook}.
 *
 * @param title title over the table; empty = none
 * @param headings one per column
 * @param rows cells in order of the headings: text, whole numbers, days, moments or null
 * @param footer line below the table; empty = none
 */
public record VillageSheet(
    String title, List<String> headings, List<List<Object>> rows, String footer) {
  /** Copies the lists. */
  public VillageSheet {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /** The workbook's bytes. */
  public byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Wangge", null)) {
      Worksheet sheet = workbook.newWorksheet("Sheet1");
      int row = 0;
      if (!title.isEmpty()) {
        sheet.value(0, 0, title);
        sheet.range(0, 0, 0, headings.size() - 1).merge();
        sheet.style(0, 0).bold().horizontalAlignment("center").set();
        row++;
      }
      for (int column = 0; column < headings.size(); column++) {
        sheet.value(row, column, headings.get(column));
        sheet.style(row, column).bold().set();
        sheet.width(column, 18);
      }
      row++;
      for (List<Object> cells : rows) {
        for (int column = 0; column < cells.size(); column++) {
          put(sheet, row, column, cells.get(column));
        }
        row++;
      }
      if (!footer.isEmpty()) {
        sheet.value(row, 0, footer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void put(Worksheet sheet, int row, int column, Object cell) {
    switch (cell) {
      case null -> {
        // An empty cell is not written.
      }
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime moment -> {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
      }
      case Number number -> sheet.value(row, column, number);
      default -> sheet.value(row, column, cell.toString());
    }
  }
}
