package org.wangge.bulletin.jasper;

import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.design.JRDesignBand;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignLine;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignSubreport;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.PaperForm;
import org.wangge.bulletin.Wording;

/** The report design of running text: red head, lines of the grid, tables in the text, closing. */
final class FlowDesign {

  /** Parameter names of a table in the text, followed by its number. */
  static final String TABLE = "table";

  static final String TABLE_ROWS = "tableRows";

  /** 发文机关标志: upper edge 35 mm under the upper edge of the type area (clause 7.2.4). */
  private static final double DOCUMENT_MARK_TOP = 35 * Sheet.MM;

  /**
   * On a serial bulletin, which no clause covers, the mark stands higher so that the head takes a
   * third of the page, as published ones do.
   */
  private static final double SERIAL_MARK_TOP = 15 * Sheet.MM;

  /** 4 mm between the document number and the red line (clause 7.2.7). */
  private static final double LINE_GAP = 4 * Sheet.MM;

  private static final float RED_LINE = 2f;
  private static final float LARGEST_MARK = 62;

  /** Part of a line between the edge of its band and the character box of size 3. */
  private static final double INSET = (Sheet.LINE - Sheet.SIZE_3) / 2;

  /** Room over and under a table in the text. */
  private static final int BEFORE_TABLE = 6;

  private static final int AFTER_TABLE = 10;

  private static final int WIDTH = Sheet.UPRIGHT.width;

  private final Faces faces;
  private final JasperDesign design;

  FlowDesign(Faces faces, String name) throws JRException {
    this.faces = faces;
    this.design = Parts.page(name, Sheet.UPRIGHT);
    addLines();
  }

  JasperReport compiled() throws JRException {
    return Parts.compile(faces.context(), design);
  }

  private void addLines() throws JRException {
    for (int i = 0; i < Flow.MOST_KEPT; i++) {
      Parts.field(design, Flow.STRETCHED + i, String.class);
      Parts.field(design, Flow.FLUSH + i, String.class);
    }
    for (int count = 1; count <= Flow.MOST_KEPT; count++) {
      Parts.field(design, Flow.IS_LINES + count, Boolean.class);
      JRDesignBand lines = Parts.band(count * Sheet.LINE);
      for (int i = 0; i < count; i++) {
        addLine(lines, i);
      }
      Parts.detail(design, lines, Flow.IS_LINES + count);
    }
    Parts.field(design, Flow.CENTRED, String.class);
    Parts.field(design, Flow.IS_CENTRED, Boolean.class);
    JRDesignBand centred = Parts.band(Sheet.LINE);
    JRDesignTextField title = Parts.place(Flow.CENTRED, HorizontalTextAlignEnum.CENTER);
    centred.addElement(Parts.at(title, 0, 0, WIDTH, Sheet.LINE));
    Parts.detail(design, centred, Flow.IS_CENTRED);
  }

  private static void addLine(JRDesignBand band, int number) {
    int y = number * Sheet.LINE;
    JRDesignTextField full =
        Parts.place(Flow.STRETCHED + number, HorizontalTextAlignEnum.JUSTIFIED);
    full.getPropertiesMap().setProperty(JRPrintText.PROPERTY_AWT_JUSTIFY_LAST_LINE, "true");
    band.addElement(Parts.at(full, 0, y, WIDTH, Sheet.LINE));
    JRDesignTextField last = Parts.place(Flow.FLUSH + number, HorizontalTextAlignEnum.LEFT);
    band.addElement(Parts.at(last, 0, y, WIDTH, Sheet.LINE));
  }

  /** Adds the head of page 1 by the form of the paper. */
  void addHead(BulletinPaper paper) {
    boolean document = paper.form() == PaperForm.DOCUMENT;
    float size = markSize(paper.headMark());
    double markTop = document ? DOCUMENT_MARK_TOP : SERIAL_MARK_TOP;
    Rectangle2D ink = faces.ink(paper.headMark(), Face.TITLE, size);
    // The clause measures the ink, not the box.
    double boxTop = markTop - (Faces.BASE * size + ink.getY());
    double markBottom = markTop + ink.getHeight();

    // Two empty lines under the mark on a document; half a line on a serial bulletin.
    double gap = document ? 2 * Sheet.LINE - INSET : Sheet.LINE / 2.0;
    int numberTop = (int) Math.round(markBottom + gap);
    double lastTop = numberTop;
    JRDesignBand head = new JRDesignBand();
    head.addElement(
        Parts.at(
            red(faces.markup(paper.headMark(), Face.TITLE, size)),
            0,
            (int) Math.round(boxTop),
            WIDTH,
            (int) Math.ceil(size * 1.3)));
    head.addElement(
        Parts.at(
            Parts.words(text(paper.number()), HorizontalTextAlignEnum.CENTER),
            0,
            numberTop,
            WIDTH,
            Sheet.LINE));
    if (!document) {
      lastTop = numberTop + Sheet.LINE;
      String issued = text(Wording.date(paper.issued()));
      addRow(head, Parts.words(text(paper.issuer()), HorizontalTextAlignEnum.LEFT), lastTop);
      addRow(head, Parts.words(issued, HorizontalTextAlignEnum.RIGHT), lastTop);
    }
    int lineTop = (int) Math.round(lastTop + Sheet.LINE - INSET + LINE_GAP);
    // The engine lets a line project by half its thickness at both ends.
    int inset = (int) (RED_LINE / 2);
    JRDesignLine line = Parts.rule(Parts.RED, RED_LINE);
    head.addElement(Parts.at(line, inset, lineTop, WIDTH - 2 * inset, 1));
    head.setHeight(lineTop + 2);
    design.setTitle(head);
  }

  private static void addRow(JRDesignBand band, JRDesignElement element, double top) {
    band.addElement(Parts.at(element, 0, (int) top, WIDTH, Sheet.LINE));
  }

  private static JRDesignStaticText red(String markup) {
    JRDesignStaticText mark = Parts.words(markup, HorizontalTextAlignEnum.CENTER);
    mark.setVerticalTextAlign(VerticalTextAlignEnum.TOP);
    mark.setForecolor(Parts.RED);
    return mark;
  }

  /** One line, as large as the practice of red heads goes. */
  private float markSize(String mark) {
    return (float) Math.min(LARGEST_MARK, Math.floor(WIDTH / faces.width(mark, Face.TITLE, 1)));
  }

  private String text(String words) {
    return faces.markup(words, Face.FANG, Sheet.SIZE_3);
  }

  /**
   * Adds the signer and the date (clause 7.3.5). A document is sealed: the date stands four
   * characters from the right, the name centred above it, and two lines are left so that the seal
   * reaches within one line of the text. A serial bulletin has no seal.
   */
  void addClosing(BulletinPaper paper) throws JRException {
    boolean sealed = paper.form() == PaperForm.DOCUMENT;
    String date = Wording.date(paper.issued());
    double name = faces.width(paper.signer(), Face.FANG, Sheet.SIZE_3);
    double day = faces.width(date, Face.FANG, Sheet.SIZE_3);
    double dateLeft;
    double nameLeft;
    if (sealed) {
      dateLeft = WIDTH - 4 * Sheet.SIZE_3 - day;
      nameLeft = Math.min(dateLeft + (day - name) / 2, WIDTH - name);
    } else {
      double indent = 2 * Sheet.SIZE_3;
      nameLeft = Math.min(WIDTH - indent - name, WIDTH - 2 * indent - day);
      dateLeft = nameLeft + indent;
    }
    int first = (sealed ? 3 : 2) * Sheet.LINE;
    JRDesignBand closing = Parts.band(first + 2 * Sheet.LINE);
    addLine(closing, 0);
    addAt(closing, paper.signer(), Math.max(0, nameLeft), first);
    addAt(closing, date, dateLeft, first + Sheet.LINE);
    Parts.field(design, Flow.IS_CLOSING, Boolean.class);
    Parts.detail(design, closing, Flow.IS_CLOSING);
  }

  private void addAt(JRDesignBand band, String words, double left, int top) {
    int x = (int) Math.floor(left);
    JRDesignStaticText text = Parts.words(text(words), HorizontalTextAlignEnum.LEFT);
    band.addElement(Parts.at(text, x, top, WIDTH - x, Sheet.LINE));
  }

  /** Adds the place of a table in the text; its report and rows come as parameters. */
  void addTable(int number) throws JRException {
    Parts.field(design, Flow.IS_TABLE + number, Boolean.class);
    Parts.parameter(design, TABLE + number, JasperReport.class);
    Parts.parameter(design, TABLE_ROWS + number, JRDataSource.class);
    JRDesignSubreport table = new JRDesignSubreport(design);
    table.setExpression(Parts.parameterValue(TABLE + number));
    table.setDataSourceExpression(Parts.parameterValue(TABLE_ROWS + number));
    // The height asked for keeps the caption, the head and some rows together.
    int height = 4 * Sheet.LINE;
    JRDesignBand band = Parts.band(height);
    band.addElement(Parts.at(table, 0, BEFORE_TABLE, WIDTH, height - BEFORE_TABLE - AFTER_TABLE));
    Parts.detail(design, band, Flow.IS_TABLE + number);
  }
}
