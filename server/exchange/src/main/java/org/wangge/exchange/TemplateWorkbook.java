package org.wangge.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;

/**
 * An empty workbook of a type: headings in the order of the form, code lists as drop-downs, an
 * example, every column in text format so that numbers cannot be damaged.
 */
public final class TemplateWorkbook {
  private static final int PREPARED_ROWS = 5_000;
  private static final int LONGEST_DROP_DOWN = 2_000;

  private final RecordType type;
  private final CellContext context;
  private final List<String> villages;

  /**
   * Prepares the template of a type.
   *
   * @param villages names for the drop-down of the village column; may be empty
   */
  public TemplateWorkbook(RecordType type, CellContext context, List<String> villages) {
    this.type = type;
    this.context = context;
    this.villages = List.copyOf(villages);
  }

  /** A name for the file. */
  public String fileName() {
    return SafeNames.file(MessageFormat.format(Words.text("template.name"), type.label()));
  }

  /** Fields that a template asks for: what people type, except pictures, files and records. */
  public static List<Field> fields(RecordType type) {
    return type.fields().stream()
        .filter(Field::editable)
        .filter(
            field ->
                switch (field.kind()) {
                  case PHOTO, FILE, REFERENCE -> false;
                  default -> true;
                })
        .toList();
  }

  /**
   * Writes it.
   *
   * @param out where it goes; left open
   */
  public void write(OutputStream out) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet(SafeNames.sheet(type.label()));
      XSSFSheet codes = workbook.createSheet(Words.text("template.codes"));
      new Writer(workbook, sheet, codes).write();
      workbook.setSheetHidden(1, true);
      workbook.setActiveSheet(0);
      workbook.write(out);
    }
  }

  private final class Writer {
    private final XSSFSheet sheet;
    private final XSSFSheet codes;
    private final CreationHelper helper;
    private final Drawing<?> drawing;
    private final CellStyle text;
    private final CellStyle head;
    private final CellStyle required;
    private final CellStyle title;
    private int codeColumns;

    Writer(XSSFWorkbook workbook, XSSFSheet sheet, XSSFSheet codes) {
      this.sheet = sheet;
      this.codes = codes;
      helper = workbook.getCreationHelper();
      drawing = sheet.createDrawingPatriarch();
      short textFormat = workbook.createDataFormat().getFormat("@");
      text = workbook.createCellStyle();
      text.setDataFormat(textFormat);
      Font bold = workbook.createFont();
      bold.setBold(true);
      Font red = workbook.createFont();
      red.setBold(true);
      red.setColor(IndexedColors.DARK_RED.getIndex());
      head = heading(workbook, bold);
      required = heading(workbook, red);
      Font large = workbook.createFont();
      large.setBold(true);
      large.setFontHeightInPoints((short) 16);
      title = workbook.createCellStyle();
      title.setFont(large);
    }

    private static CellStyle heading(XSSFWorkbook workbook, Font font) {
      CellStyle style = workbook.createCellStyle();
      style.setFont(font);
      style.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      style.setWrapText(true);
      return style;
    }

    void write() {
      List<Field> fields = fields(type);
      XSSFRow titleRow = sheet.createRow(0);
      cell(titleRow, 0, MessageFormat.format(Words.text("template.title"), type.label()), title);
      cell(sheet.createRow(1), 0, Words.text("template.hint"), text);
      sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, fields.size() + 1));
      sheet.addMergedRegion(new CellRangeAddress(1, 1, 0, fields.size() + 1));
      XSSFRow heads = sheet.createRow(2);
      XSSFRow example = sheet.createRow(3);
      cell(heads, 0, Words.text("template.serial"), head);
      cell(example, 0, Words.text("template.example"), text);
      cell(heads, 1, Words.text("list.village"), required);
      column(1, 14);
      column(0, 6);
      if (!villages.isEmpty()) {
        cell(example, 1, villages.getFirst(), text);
        dropDown(1, villages);
      }
      for (int i = 0; i < fields.size(); i++) {
        field(fields.get(i), i + 2, heads, example);
      }
      sheet.createFreezePane(2, 4);
    }

    private void field(Field field, int column, XSSFRow heads, XSSFRow example) {
      boolean must = field.essential() || field.required();
      cell(heads, column, (must ? "*" : "") + field.label(), must ? required : head);
      cell(example, column, exampleOf(field), text);
      column(
          column,
          Math.clamp(field.label().length() * 2 + 4, 12, field.kind() == Kind.ID_NUMBER ? 24 : 30));
      if (!field.help().isEmpty()) {
        note(heads.getCell(column), field.help());
      }
      if (field.kind() == Kind.CODE) {
        dropDown(
            column,
            context.catalogue().codeList(field.codes()).values().stream()
                .map(CodeList.Value::label)
                .toList());
      } else if (field.kind() == Kind.YES_NO) {
        dropDown(column, List.of(Words.YES_WORD, Words.NO_WORD));
      }
    }

    private String exampleOf(Field field) {
      return switch (field.kind()) {
        case ID_NUMBER -> "339999199001011235";
        case CREDIT_CODE -> "91350100M000100Y43";
        case DATE -> context.today().toString();
        case DATETIME -> context.today() + " 08:30";
        case INTEGER, DECIMAL -> "1";
        case PHONE -> "13900000000";
        case YES_NO -> Words.YES_WORD;
        case CODE, CODES -> context.catalogue().codeList(field.codes()).values().getFirst().label();
        case GRID -> Words.gridName(1);
        default -> "";
      };
    }

    private void column(int column, int characters) {
      sheet.setColumnWidth(column, characters * 256);
      sheet.setDefaultColumnStyle(column, text);
    }

    private void note(XSSFCell cell, String help) {
      ClientAnchor anchor = helper.createClientAnchor();
      anchor.setCol1(cell.getColumnIndex());
      anchor.setCol2(cell.getColumnIndex() + 3);
      anchor.setRow1(cell.getRowIndex());
      anchor.setRow2(cell.getRowIndex() + 4);
      Comment comment = drawing.createCellComment(anchor);
      comment.setString(helper.createRichTextString(XmlText.clean(help)));
      cell.setCellComment(comment);
    }

    /** A warning only: a synonym or a code is understood as well. */
    private void dropDown(int column, List<String> values) {
      List<String> offered = new ArrayList<>(values);
      if (offered.size() > LONGEST_DROP_DOWN) {
        return;
      }
      int at = codeColumns++;
      for (int i = 0; i < offered.size(); i++) {
        XSSFRow row = codes.getRow(i) == null ? codes.createRow(i) : codes.getRow(i);
        cell(row, at, offered.get(i), text);
      }
      String letters = CellReference.convertNumToColString(at);
      String range =
          "'" + codes.getSheetName() + "'!$" + letters + "$1:$" + letters + "$" + offered.size();
      DataValidationHelper validations = sheet.getDataValidationHelper();
      DataValidationConstraint list = validations.createFormulaListConstraint(range);
      DataValidation validation =
          validations.createValidation(
              list, new CellRangeAddressList(3, PREPARED_ROWS, column, column));
      validation.setErrorStyle(DataValidation.ErrorStyle.WARNING);
      validation.setShowErrorBox(true);
      validation.setEmptyCellAllowed(true);
      sheet.addValidationData(validation);
    }

    private static void cell(XSSFRow row, int column, String value, CellStyle style) {
      XSSFCell cell = row.createCell(column);
      cell.setCellValue(XmlText.clean(value));
      cell.setCellStyle(style);
    }
  }
}
