package org.wangge.bulletin.workbook;

import java.util.EnumMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Wording;

/** The cell styles of one workbook. */
final class Styles {

  private static final short TITLE_SIZE = 16;
  private static final short TEXT_SIZE = 11;
  private static final short NOTE_SIZE = 10;

  private final XSSFWorkbook book;
  private final Map<ColumnKind, XSSFCellStyle> cells = new EnumMap<>(ColumnKind.class);
  private final Map<ColumnKind, XSSFCellStyle> totals = new EnumMap<>(ColumnKind.class);
  private final XSSFCellStyle title;
  private final XSSFCellStyle caption;
  private final XSSFCellStyle captionRight;
  private final XSSFCellStyle head;
  private final XSSFCellStyle note;

  Styles(XSSFWorkbook book) {
    this.book = book;
    Font text = font("book.font.text", TEXT_SIZE, false);
    Font strong = font("book.font.text", TEXT_SIZE, true);
    for (ColumnKind kind : ColumnKind.values()) {
      cells.put(kind, cell(kind, text));
      totals.put(kind, cell(kind, strong));
    }
    title = style(font("book.font.head", TITLE_SIZE, false), HorizontalAlignment.CENTER);
    caption = style(text, HorizontalAlignment.LEFT);
    captionRight = style(text, HorizontalAlignment.RIGHT);
    head = bordered(font("book.font.head", TEXT_SIZE, false), HorizontalAlignment.CENTER);
    head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    note = style(font("book.font.text", NOTE_SIZE, false), HorizontalAlignment.LEFT);
    note.setVerticalAlignment(VerticalAlignment.TOP);
  }

  /** A cell of a row. */
  XSSFCellStyle cell(ColumnKind kind) {
    return cells.get(kind);
  }

  /** A cell of the total. */
  XSSFCellStyle total(ColumnKind kind) {
    return totals.get(kind);
  }

  XSSFCellStyle title() {
    return title;
  }

  XSSFCellStyle caption() {
    return caption;
  }

  XSSFCellStyle captionRight() {
    return captionRight;
  }

  XSSFCellStyle head() {
    return head;
  }

  XSSFCellStyle note() {
    return note;
  }

  private XSSFCellStyle cell(ColumnKind kind, Font font) {
    boolean text = kind == ColumnKind.TEXT;
    XSSFCellStyle style =
        bordered(font, text ? HorizontalAlignment.LEFT : HorizontalAlignment.CENTER);
    style.setDataFormat(book.createDataFormat().getFormat(format(kind)));
    // Keeps "=1+1" a text even after somebody has edited the cell.
    style.setQuotePrefixed(text);
    return style;
  }

  private static String format(ColumnKind kind) {
    return switch (kind) {
      case TEXT -> "@";
      case COUNT, RANK -> "0";
      case RATE -> "0.00%";
      case POINTS -> "0.00";
      case DATE -> "yyyy-mm-dd";
    };
  }

  private XSSFCellStyle bordered(Font font, HorizontalAlignment align) {
    XSSFCellStyle style = style(font, align);
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
    return style;
  }

  private XSSFCellStyle style(Font font, HorizontalAlignment align) {
    XSSFCellStyle style = book.createCellStyle();
    style.setFont(font);
    style.setAlignment(align);
    style.setVerticalAlignment(VerticalAlignment.CENTER);
    style.setWrapText(true);
    return style;
  }

  private XSSFFont font(String name, short size, boolean bold) {
    XSSFFont font = book.createFont();
    font.setFontName(Wording.of(name));
    font.setFontHeightInPoints(size);
    font.setBold(bold);
    return font;
  }
}
