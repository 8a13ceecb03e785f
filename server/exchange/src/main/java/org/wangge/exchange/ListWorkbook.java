package org.wangge.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.record.Record;

/**
 * Writes a list as an xlsx, row by row, in constant memory. Every text is a text cell in text
 * format, so that no program takes a number for a quantity or a text for a formula.
 */
public final class ListWorkbook implements AutoCloseable {
  private static final int FLUSHED_ROWS = 1_000;
  private static final LocalDate FIRST_DATE_OF_PROGRAMS = LocalDate.of(1900, 3, 1);
  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final String TEXT = "@";

  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Field> fields;
  private final CellContext context;
  private int row = 1;

  /**
   * Begins a list.
   *
   * @param out where it goes; left open
   * @param title names the sheet
   * @param fields columns after the village
   * @param stamp who writes it out
   */
  public ListWorkbook(
      OutputStream out, String title, List<Field> fields, CellContext context, Stamp stamp) {
    this.workbook = new Workbook(out, "Wangge", null);
    this.sheet = workbook.newWorksheet(SafeNames.sheet(title));
    this.fields = List.copyOf(fields);
    this.context = context;
    sheet.header(escaped(title), Position.CENTER);
    sheet.footer(
        escaped(
            MessageFormat.format(
                Words.text("list.footer.operator"), stamp.operator(), SHOWN.format(stamp.at()))),
        Position.LEFT);
    if (!stamp.reason().isBlank()) {
      sheet.footer(
          escaped(MessageFormat.format(Words.text("list.footer.reason"), stamp.reason())),
          Position.CENTER);
    }
    sheet.footer(MessageFormat.format(Words.text("list.footer.page"), "&P", "&N"), Position.RIGHT);
    sheet.pageOrientation("landscape");
    sheet.repeatRows(0);
    sheet.freezePane(0, 1);
    head(0, Words.text("list.village"), 14);
    for (int i = 0; i < this.fields.size(); i++) {
      Field field = this.fields.get(i);
      head(i + 1, field.label(), width(field));
    }
  }

  private void head(int column, String label, double width) {
    sheet.value(0, column, label);
    sheet.style(0, column).bold().fillColor("E8EEF7").format(TEXT).set();
    sheet.width(column, width);
  }

  private static double width(Field field) {
    double byKind =
        switch (field.kind()) {
          case ID_NUMBER, CREDIT_CODE -> 22;
          case DATETIME -> 20;
          case DATE, PHONE -> 14;
          case TEXT -> Math.clamp(field.length() / 3, 10, 40);
          case GEO, CODES -> 20;
          default -> 10;
        };
    return Math.max(byKind, field.label().length() * 2 + 2);
  }

  /** Adds a record; masked values stand as their mask. */
  public void add(Record record) throws IOException {
    text(0, context.places().nameOf(record.area()));
    for (int i = 0; i < fields.size(); i++) {
      Field field = fields.get(i);
      Object value = record.values().get(field.name());
      if (value == null) {
        continue;
      }
      if (record.masked().contains(field.name())) {
        text(i + 1, value.toString());
      } else {
        value(i + 1, field, value);
      }
    }
    row++;
    if (row % FLUSHED_ROWS == 0) {
      sheet.flush();
    }
  }

  private void value(int column, Field field, Object value) {
    switch (value) {
      case Long number when field.kind() == Kind.INTEGER -> sheet.value(row, column, number);
      case BigDecimal number -> {
        sheet.value(row, column, number);
        if (field.scale() > 0) {
          sheet.style(row, column).format("0." + "0".repeat(field.scale())).set();
        }
      }
      case LocalDate date
          when !date.isBefore(FIRST_DATE_OF_PROGRAMS) && !date.equals(DateText.FOREVER) -> {
        sheet.value(row, column, date);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
      case LocalDateTime moment when !moment.toLocalDate().isBefore(FIRST_DATE_OF_PROGRAMS) -> {
        sheet.value(row, column, moment);
        sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> text(column, CellCodecs.write(value, field, context));
    }
  }

  private void text(int column, String value) {
    sheet.inlineString(row, column, XmlText.clean(value));
    sheet.style(row, column).format(TEXT).set();
  }

  /** Rows written so far. */
  public int rows() {
    return row - 1;
  }

  /** Finishes the workbook; the stream stays open. */
  @Override
  public void close() throws IOException {
    workbook.finish();
  }

  /** In a header or footer an ampersand begins a command. */
  private static String escaped(String text) {
    return XmlText.clean(text).replace("&", "&&");
  }
}
