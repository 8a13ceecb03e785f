package org.wangge.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Workbooks of Excel 97 to 2003 (and WPS .et), read record by record. */
final class XlsReader {
  private static final String[] STREAMS = {"Workbook", "WORKBOOK", "BOOK", "Book"};

  private final Limits limits;

  XlsReader(Limits limits) {
    this.limits = limits;
  }

  List<Sheet> read(byte[] content) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(content))) {
      DirectoryNode root = files.getRoot();
      if (root.hasEntry("EncryptedPackage")) {
        throw new Problem(ProblemCode.ENCRYPTED_FILE);
      }
      for (String stream : STREAMS) {
        if (root.hasEntry(stream)) {
          Reader reader = new Reader();
          HSSFRequest request = new HSSFRequest();
          reader.formats = new FormatTrackingHSSFListener(reader);
          request.addListenerForAllRecords(reader.formats);
          new HSSFEventFactory().processEvents(request, root.createDocumentInputStream(stream));
          return reader.sheets();
        }
      }
      throw new Problem(ProblemCode.UNREADABLE_FILE);
    } catch (EncryptedDocumentException e) {
      throw new Problem(ProblemCode.ENCRYPTED_FILE, Map.of(), e);
    } catch (OldExcelFormatException e) {
      throw new Problem(ProblemCode.UNREADABLE_FILE, Map.of(), e);
    }
  }

  /** Gathers sheets from the stream of records. */
  private final class Reader implements HSSFListener {
    private FormatTrackingHSSFListener formats;
    private final List<BoundSheetRecord> bound = new ArrayList<>();
    private final List<SheetBuilder> builders = new ArrayList<>();
    private SSTRecord texts;
    private boolean from1904;
    private SheetBuilder sheet;
    private int depth;
    private FormulaRecord awaitingText;

    List<Sheet> sheets() {
      return builders.stream().map(SheetBuilder::build).toList();
    }

    @Override
    public void processRecord(Record record) {
      switch (record) {
        case BOFRecord begin -> begin(begin);
        case EOFRecord ignored -> depth = Math.max(0, depth - 1);
        case BoundSheetRecord one -> bound.add(one);
        case DateWindow1904Record window -> from1904 = window.getWindowing() == 1;
        case SSTRecord all -> texts = all;
        default -> {
          if (sheet != null && depth == 1) {
            content(record);
          }
        }
      }
    }

    private void begin(BOFRecord record) {
      depth++;
      if (depth > 1) {
        // A chart inside a sheet.
        return;
      }
      sheet = null;
      boolean worksheet = record.getType() == BOFRecord.TYPE_WORKSHEET;
      boolean counted = worksheet || record.getType() == BOFRecord.TYPE_CHART;
      if (counted) {
        int index = started++;
        if (worksheet && builders.size() < limits.sheets()) {
          BoundSheetRecord own = index < bound.size() ? bound.get(index) : null;
          String name = own == null ? "Sheet" + (index + 1) : own.getSheetname();
          boolean hidden = own != null && (own.isHidden() || own.isVeryHidden());
          sheet = new SheetBuilder(name, hidden, limits);
          builders.add(sheet);
        }
      }
    }

    private int started;

    private void content(Record record) {
      switch (record) {
        case LabelSSTRecord label ->
            text(label, texts == null ? "" : texts.getString(label.getSSTIndex()).getString());
        case LabelRecord label -> text(label, label.getValue());
        case NumberRecord number -> number(number, number.getValue(), false);
        case BoolErrRecord either -> {
          if (either.isBoolean()) {
            sheet.truth(row(either), column(either), either.getBooleanValue(), false);
          } else {
            sheet.error(row(either), column(either), errorText(either.getErrorValue()), false);
          }
        }
        case FormulaRecord formula -> formula(formula);
        case StringRecord result -> {
          if (awaitingText != null) {
            sheet.text(row(awaitingText), column(awaitingText), result.getString(), true);
            awaitingText = null;
          }
        }
        case RowRecord row -> {
          if (row.getZeroHeight()) {
            sheet.hideRow(row.getRowNumber() + 1);
          }
        }
        case ColumnInfoRecord columns -> {
          int first = columns.getFirstColumn() + 1;
          int last = columns.getLastColumn() + 1;
          if (columns.getHidden()) {
            sheet.hideColumns(first, last);
          }
          sheet.width(first, last, columns.getColumnWidth() / 256.0);
        }
        case MergeCellsRecord areas -> {
          for (int i = 0; i < areas.getNumAreas(); i++) {
            CellRangeAddress area = areas.getAreaAt(i);
            sheet.merge(
                new MergedArea(
                    area.getFirstRow() + 1,
                    area.getFirstColumn() + 1,
                    area.getLastRow() + 1,
                    area.getLastColumn() + 1));
          }
        }
        default -> {}
      }
    }

    private void formula(FormulaRecord formula) {
      CellType type = formula.getCachedResultTypeEnum();
      switch (type) {
        case NUMERIC -> number(formula, formula.getValue(), true);
        case STRING -> awaitingText = formula;
        case BOOLEAN ->
            sheet.truth(row(formula), column(formula), formula.getCachedBooleanValue(), true);
        case ERROR ->
            sheet.error(
                row(formula), column(formula), errorText(formula.getCachedErrorValue()), true);
        default -> {}
      }
    }

    private void text(CellValueRecordInterface cell, String value) {
      sheet.text(row(cell), column(cell), value, false);
    }

    private void number(CellValueRecordInterface cell, double value, boolean formula) {
      int format = formats.getFormatIndex(cell);
      String pattern = formats.getFormatString(cell);
      if (XlsxReader.isDate(format, pattern == null ? "" : pattern)) {
        sheet.date(
            row(cell),
            column(cell),
            from1904 ? value + Serial.DAYS_FROM_1900_TO_1904 : value,
            formula);
        return;
      }
      String shown = Serial.number(value);
      boolean padded =
          pattern != null
              && pattern.matches("0{2,18}")
              && pattern.length() > shown.length()
              && value >= 0
              && value == Math.rint(value);
      sheet.number(
          row(cell),
          column(cell),
          value,
          padded ? "0".repeat(pattern.length() - shown.length()) + shown : null,
          formula);
    }

    private String errorText(int code) {
      return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "";
    }

    private int row(CellValueRecordInterface cell) {
      return cell.getRow() + 1;
    }

    private int column(CellValueRecordInterface cell) {
      return cell.getColumn() + 1;
    }
  }
}
