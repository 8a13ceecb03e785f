package org.wangge.exchange.sheet;

import static org.wangge.exchange.sheet.XlsxReader.attribute;
import static org.wangge.exchange.sheet.XlsxReader.integer;
import static org.wangge.exchange.sheet.XlsxReader.isTrue;
import static org.wangge.exchange.sheet.XlsxReader.next;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** The XML of one worksheet into a grid. */
final class SheetXml {
  private static final int LONGEST_CELL = 32_767;

  private final SheetBuilder sheet;
  private final String[] texts;
  private final XlsxReader.Styles styles;
  private final boolean from1904;
  private int row;
  private int column;

  SheetXml(SheetBuilder sheet, String[] texts, XlsxReader.Styles styles, boolean from1904) {
    this.sheet = sheet;
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
  }

  void read(XMLStreamReader reader) throws XMLStreamException {
    while (reader.hasNext()) {
      if (next(reader) != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (reader.getLocalName()) {
        case "col" -> column(reader);
        case "row" -> {
          row = integer(attribute(reader, "r"), row + 1);
          column = 0;
          if (isTrue(attribute(reader, "hidden"))) {
            sheet.hideRow(row);
          }
        }
        case "c" -> cell(reader);
        case "mergeCell" -> merge(attribute(reader, "ref"));
        default -> {}
      }
    }
  }

  private void column(XMLStreamReader reader) {
    int first = integer(attribute(reader, "min"), 0);
    int last = integer(attribute(reader, "max"), 0);
    if (first < 1 || last < first) {
      return;
    }
    if (isTrue(attribute(reader, "hidden"))) {
      sheet.hideColumns(first, last);
    }
    try {
      double width = Double.parseDouble(attribute(reader, "width"));
      if (width > 0 && width <= 255) {
        sheet.width(first, last, width);
      }
    } catch (NumberFormatException e) {
      // No width of its own.
    }
  }

  private void cell(XMLStreamReader reader) throws XMLStreamException {
    String reference = attribute(reader, "r");
    column = reference.isEmpty() ? column + 1 : columnOf(reference);
    String type = attribute(reader, "t");
    int style = integer(attribute(reader, "s"), 0);
    boolean formula = false;
    String value = null;
    while (reader.hasNext()) {
      int event = next(reader);
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "f" -> formula = true;
          case "v" -> value = reader.getElementText();
          case "is" -> value = XlsxReader.richText(reader, "is", LONGEST_CELL);
          default -> {}
        }
      } else if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("c")) {
        break;
      }
    }
    if (value != null) {
      put(type, style, value, formula);
    }
  }

  private void put(String type, int style, String value, boolean formula) {
    switch (type) {
      case "s" -> {
        int index = integer(value, -1);
        if (index < 0 || index >= texts.length) {
          throw new Problem(ProblemCode.UNREADABLE_FILE);
        }
        sheet.text(row, column, texts[index], formula);
      }
      case "inlineStr", "str" -> sheet.text(row, column, value, formula);
      case "b" -> sheet.truth(row, column, isTrue(value), formula);
      case "e" -> sheet.error(row, column, value, formula);
      // An ISO date, written by few programs; read as any other date in text.
      case "d" -> sheet.text(row, column, value.replace('T', ' '), formula);
      default -> number(style, value, formula);
    }
  }

  private void number(int style, String value, boolean formula) {
    String plain = value.strip();
    if (plain.isEmpty()) {
      return;
    }
    double number;
    try {
      number = Double.parseDouble(plain);
    } catch (NumberFormatException e) {
      sheet.text(row, column, value, formula);
      return;
    }
    if (styles.isDate(style)) {
      sheet.date(row, column, from1904 ? number + Serial.DAYS_FROM_1900_TO_1904 : number, formula);
      return;
    }
    int zeros = styles.zeros(style);
    String shown = Serial.number(number);
    boolean padded = zeros > shown.length() && number >= 0 && number == Math.rint(number);
    sheet.number(
        row, column, number, padded ? "0".repeat(zeros - shown.length()) + shown : null, formula);
  }

  private static int columnOf(String reference) {
    int result = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        result = result * 26 + (c - 'A' + 1);
      } else if (c >= 'a' && c <= 'z') {
        result = result * 26 + (c - 'a' + 1);
      } else {
        break;
      }
    }
    return result;
  }

  private static int rowOf(String reference) {
    int i = 0;
    while (i < reference.length() && Character.isLetter(reference.charAt(i))) {
      i++;
    }
    return integer(reference.substring(i), 0);
  }

  private void merge(String reference) {
    int colon = reference.indexOf(':');
    if (colon < 0) {
      return;
    }
    String from = reference.substring(0, colon).replace("$", "");
    String to = reference.substring(colon + 1).replace("$", "");
    int firstRow = rowOf(from);
    int firstColumn = columnOf(from);
    if (firstRow > 0 && firstColumn > 0) {
      sheet.merge(new MergedArea(firstRow, firstColumn, rowOf(to), columnOf(to)));
    }
  }
}
