package org.wangge.bulletin.jasper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRCommonText;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.StretchTypeEnum;
import net.sf.jasperreports.engine.type.TextAdjustEnum;
import net.sf.jasperreports.engine.type.WhenNoDataTypeEnum;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Row;
import org.wangge.bulletin.Wording;

/**
 * The report design of a table: caption and head repeated on every page, rows that grow with their
 * text, the total, the notes.
 */
final class TableDesign {

  private static final String CELL = "cell";
  private static final String NOTE = "note";
  private static final String IS_FIRST_NOTE = "isFirstNote";
  private static final String IS_NOTE = "isNote";
  private static final String IS_ROW = "isRow";
  private static final String IS_TOTAL = "isTotal";
  private static final float THIN = 0.5f;
  private static final double CAPTION_SIZE = 12;

  private final Faces faces;
  private final BulletinTable table;
  private final TableLayout layout;

  TableDesign(Faces faces, BulletinTable table, TableLayout layout) {
    this.faces = faces;
    this.table = table;
    this.layout = layout;
  }

  /**
   * The table on pages of its own (clause 7.3.6): the mark of the attachment on line 1, its title
   * on line 3.
   *
   * @param mark e.g. 附件1
   * @param right what stands right above the table, e.g. the month
   */
  JasperReport attached(String mark, String right) throws JRException {
    Sheet sheet = layout.sheet();
    JasperDesign design = Parts.page(table.key(), sheet);
    design.setTitle(titleBand(mark, sheet));

    JRDesignBand head = new JRDesignBand();
    addCaption(head, table.number(), HorizontalTextAlignEnum.LEFT);
    addCaption(head, right, HorizontalTextAlignEnum.RIGHT);
    addTable(design, head);
    return Parts.compile(faces.context(), design);
  }

  private JRDesignBand titleBand(String mark, Sheet sheet) {
    JRDesignBand title = Parts.band(0);
    String markup = faces.markup(mark, Face.HEI, Sheet.SIZE_3);
    JRDesignStaticText attachment = Parts.words(markup, HorizontalTextAlignEnum.LEFT);
    title.addElement(Parts.at(attachment, 0, 0, sheet.width, Sheet.LINE));
    int top = 2 * Sheet.LINE;
    LineBreaker breaker = new LineBreaker(faces);
    for (String line : breaker.balanced(table.title(), Face.TITLE, Sheet.SIZE_2, sheet.width)) {
      String words = faces.markup(line, Face.TITLE, Sheet.SIZE_2);
      JRDesignStaticText text = Parts.words(words, HorizontalTextAlignEnum.CENTER);
      title.addElement(Parts.at(text, 0, top, sheet.width, Sheet.LINE));
      top += Sheet.LINE;
    }
    title.setHeight(top + TableLayout.TITLE_GAP);
    return title;
  }

  /** The table inside the main text, under a caption of number and title. */
  JasperReport inset() throws JRException {
    JasperDesign design = Parts.inset(table.key(), layout.sheet().width);
    JRDesignBand head = new JRDesignBand();
    String caption = Wording.of("attachment.table", table.number(), table.title());
    addCaption(head, caption, HorizontalTextAlignEnum.CENTER);
    addTable(design, head);
    return Parts.compile(faces.context(), design);
  }

  private void addCaption(JRDesignBand head, String words, HorizontalTextAlignEnum align) {
    String markup = faces.markup(words, Face.HEI, CAPTION_SIZE);
    JRDesignStaticText caption = Parts.words(markup, align);
    head.addElement(Parts.at(caption, 0, 0, layout.sheet().width, TableLayout.CAPTION_HEIGHT));
  }

  private void addTable(JasperDesign design, JRDesignBand head) throws JRException {
    design.setWhenNoDataType(WhenNoDataTypeEnum.ALL_SECTIONS_NO_DETAIL);
    addHead(head);
    design.setColumnHeader(head);
    Parts.field(design, IS_ROW, Boolean.class);
    Parts.field(design, IS_TOTAL, Boolean.class);
    for (int i = 0; i < table.columns().size(); i++) {
      Parts.field(design, CELL + i, String.class);
    }
    Parts.detail(design, rowBand(Face.SONG, 0), IS_ROW);
    Parts.detail(design, rowBand(Face.HEI, table.totalLabel()), IS_TOTAL);
    addNotes(design);
  }

  private void addHead(JRDesignBand head) {
    for (TableLayout.PlacedCell cell : layout.head()) {
      String markup = faces.markup(String.join("\n", cell.lines()), Face.HEI, layout.size());
      JRDesignStaticText text = Parts.words(markup, HorizontalTextAlignEnum.CENTER);
      text.getLineBox().getPen().setLineWidth(THIN);
      int top = TableLayout.CAPTION_HEIGHT + cell.top();
      head.addElement(Parts.at(text, cell.left(), top, cell.width(), cell.height()));
    }
    head.setHeight(TableLayout.CAPTION_HEIGHT + layout.headHeight());
  }

  private JRDesignBand rowBand(Face face, int first) {
    JRDesignBand band = Parts.band(layout.rowHeight());
    for (int i = first; i < table.columns().size(); i++) {
      boolean text = table.columns().get(i).kind() == ColumnKind.TEXT;
      // The label of the total stands over the columns before it that have no total.
      boolean label = first > 0 && i == first;
      HorizontalTextAlignEnum align =
          text && !label ? HorizontalTextAlignEnum.LEFT : HorizontalTextAlignEnum.CENTER;
      JRDesignTextField cell = Parts.place(CELL + i, align);
      if (!text) {
        // Figures need no change of face, and plain text is set faster than markup.
        cell.setMarkup(JRCommonText.MARKUP_NONE);
        cell.setFontName(face.family());
        cell.setFontSize((float) layout.size());
      }
      cell.setTextAdjust(TextAdjustEnum.STRETCH_HEIGHT);
      cell.setStretchType(StretchTypeEnum.CONTAINER_HEIGHT);
      border(cell.getLineBox());
      int left = label ? 0 : layout.left(i);
      int width = layout.left(i) + layout.width(i) - left;
      band.addElement(Parts.at(cell, left, 0, width, layout.rowHeight()));
    }
    return band;
  }

  private static void border(JRLineBox box) {
    box.getPen().setLineWidth(THIN);
    box.setLeftPadding(TableLayout.PADDING);
    box.setRightPadding(TableLayout.PADDING);
    box.setTopPadding(1);
    box.setBottomPadding(1);
  }

  private void addNotes(JasperDesign design) throws JRException {
    Parts.field(design, NOTE, String.class);
    Parts.field(design, IS_FIRST_NOTE, Boolean.class);
    Parts.field(design, IS_NOTE, Boolean.class);
    Parts.detail(design, noteBand(TableLayout.NOTE_GAP), IS_FIRST_NOTE);
    Parts.detail(design, noteBand(0), IS_NOTE);
  }

  private JRDesignBand noteBand(int gap) {
    JRDesignTextField text = Parts.place(NOTE, HorizontalTextAlignEnum.LEFT);
    JRDesignBand band = Parts.band(gap + TableLayout.NOTE_LINE);
    band.addElement(Parts.at(text, 0, gap, layout.sheet().width, TableLayout.NOTE_LINE));
    return band;
  }

  /** The rows of the table for the design. */
  List<Map<String, ?>> rows() {
    List<Map<String, ?>> rows = new ArrayList<>();
    for (Row row : table.rows()) {
      rows.add(printed(row, IS_ROW, Face.SONG));
    }
    if (table.total() != null) {
      rows.add(printed(table.total(), IS_TOTAL, Face.HEI));
    }
    for (String line : layout.noteLines()) {
      boolean first = rows.isEmpty() || !rows.getLast().containsKey(NOTE);
      String markup = faces.markup(line, Face.FANG, TableLayout.NOTE_SIZE);
      rows.add(Map.of(first ? IS_FIRST_NOTE : IS_NOTE, true, NOTE, markup));
    }
    return rows;
  }

  private Map<String, ?> printed(Row row, String kind, Face face) {
    Map<String, Object> cells = new HashMap<>();
    cells.put(kind, true);
    for (int i = 0; i < table.columns().size(); i++) {
      Column column = table.columns().get(i);
      String lines = String.join("\n", layout.cellLines(i, row, face));
      boolean styled = column.kind() == ColumnKind.TEXT;
      cells.put(CELL + i, styled ? faces.markup(lines, face, layout.size()) : lines);
    }
    return cells;
  }
}
