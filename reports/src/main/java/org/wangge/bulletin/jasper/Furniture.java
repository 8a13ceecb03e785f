package org.wangge.bulletin.jasper;

import java.awt.Color;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.base.JRBasePrintLine;
import net.sf.jasperreports.engine.base.JRBasePrintPage;
import net.sf.jasperreports.engine.base.JRBasePrintText;
import net.sf.jasperreports.engine.type.HorizontalTextAlignEnum;
import net.sf.jasperreports.engine.type.RotationEnum;
import net.sf.jasperreports.engine.type.VerticalTextAlignEnum;
import net.sf.jasperreports.engine.util.JRTextMeasurerUtil;
import org.wangge.bulletin.BulletinPaper;
import org.wangge.bulletin.Wording;

/**
 * What stands at fixed places of the finished pages: page numbers, the imprint on the last page,
 * the mark of a preview.
 */
final class Furniture {

  /** 一字线 7 mm under the type area (clause 7.5). */
  private static final double NUMBER_GAP = 7 * Sheet.MM;

  /** First and last rule of the imprint 0.35 mm, the middle one 0.25 mm (clause 7.4.1). */
  private static final float OUTER_RULE = (float) (0.35 * Sheet.MM);

  private static final float INNER_RULE = (float) (0.25 * Sheet.MM);
  private static final int IMPRINT_LINE = 25;

  /** Room wanted between the last text and the imprint. */
  private static final int IMPRINT_GAP = 8;

  private static final Color PALE = new Color(0xE4, 0xE4, 0xE4);
  private static final float PREVIEW_SIZE = 150;

  private final Faces faces;
  private final JRTextMeasurerUtil measurer;

  Furniture(Faces faces) {
    this.faces = faces;
    this.measurer = JRTextMeasurerUtil.getInstance(faces.context());
  }

  /**
   * Completes the pages.
   *
   * @param parts the filled parts in order; the last one is upright and takes the imprint
   */
  void complete(BulletinPaper paper, List<JasperPrint> parts) {
    JasperPrint last = parts.getLast();
    int pages = parts.stream().mapToInt(part -> part.getPages().size()).sum();
    List<String> copies = copies(paper);
    boolean room = lowest(last.getPages().getLast()) <= imprintTop(copies.size()) - IMPRINT_GAP;
    boolean even = pages % 2 == 0;
    int numbered = pages;
    if (!even) {
      // The imprint belongs on the back of the last leaf.
      last.addPage(new JRBasePrintPage());
      numbered++;
    } else if (!room) {
      // Blank pages before the imprint, and the page of the imprint then, carry no number.
      last.addPage(new JRBasePrintPage());
      last.addPage(new JRBasePrintPage());
    }
    addImprint(last, paper, copies);
    int number = 0;
    for (JasperPrint part : parts) {
      for (JRPrintPage page : part.getPages()) {
        number++;
        if (number <= numbered) {
          addNumber(part, page, number);
        }
        if (paper.preview()) {
          addPreview(part, page);
        }
      }
    }
  }

  private static int lowest(JRPrintPage page) {
    return page.getElements().stream()
        .mapToInt(element -> element.getY() + element.getHeight())
        .max()
        .orElse(0);
  }

  /** Odd pages right, even pages left, one character in; on a lying sheet at the same place. */
  private void addNumber(JasperPrint part, JRPrintPage page, int number) {
    String words = Wording.of("page", Integer.toString(number));
    int width = (int) Math.ceil(faces.width(words, Face.SONG, Sheet.SIZE_4)) + 2;
    int height = (int) Math.ceil(Sheet.SIZE_4 * 1.3);
    Sheet sheet = Sheet.UPRIGHT;
    int indent = Math.round(Sheet.SIZE_4);
    int x = number % 2 == 1 ? sheet.right() - indent - width : sheet.left + indent;
    // The dash, not the box, is what the clause measures.
    double dash = faces.ink("—", Face.SONG, Sheet.SIZE_4).getY() + Faces.BASE * Sheet.SIZE_4;
    int y = (int) Math.round(sheet.bottom() + NUMBER_GAP - dash);
    JRBasePrintText text = text(part, words, Face.SONG, Sheet.SIZE_4);
    text.setHorizontalTextAlign(
        number % 2 == 1 ? HorizontalTextAlignEnum.RIGHT : HorizontalTextAlignEnum.LEFT);
    if (part.getPageWidth() == Sheet.LYING.pageWidth) {
      text.setRotation(RotationEnum.RIGHT);
      place(text, Sheet.LYING.pageWidth - y - height, x, height, width);
    } else {
      place(text, x, y, width, height);
    }
    add(page, text);
  }

  private List<String> copies(BulletinPaper paper) {
    if (paper.copyTo().isEmpty()) {
      return List.of();
    }
    String lead = Wording.of("copies.lead");
    String list = String.join(Wording.of("copies.separator"), paper.copyTo());
    double width = Sheet.UPRIGHT.width - 2 * Sheet.SIZE_4;
    return new LineBreaker(faces)
        .lines(
            lead + Wording.of("copies.list", list),
            Face.FANG,
            Sheet.SIZE_4,
            width,
            "　".repeat(lead.length()));
  }

  private static int imprintTop(int copies) {
    return Sheet.UPRIGHT.bottom() - (copies + 1) * IMPRINT_LINE;
  }

  /** 版记 (clause 7.4): its last rule lies on the lower edge of the type area. */
  private void addImprint(JasperPrint part, BulletinPaper paper, List<String> copies) {
    JRPrintPage page = part.getPages().getLast();
    int y = imprintTop(copies.size());
    addRule(part, page, y, OUTER_RULE);
    for (String line : copies) {
      addImprintText(part, page, line, y, HorizontalTextAlignEnum.LEFT);
      y += IMPRINT_LINE;
    }
    if (!copies.isEmpty()) {
      addRule(part, page, y, INNER_RULE);
    }
    addImprintText(part, page, paper.printer(), y, HorizontalTextAlignEnum.LEFT);
    String printed = Wording.of("printed", Wording.date(paper.issued()));
    addImprintText(part, page, printed, y, HorizontalTextAlignEnum.RIGHT);
    addRule(part, page, Sheet.UPRIGHT.bottom(), OUTER_RULE);
  }

  private void addImprintText(
      JasperPrint part, JRPrintPage page, String words, int y, HorizontalTextAlignEnum align) {
    JRBasePrintText text = text(part, null, Face.FANG, Sheet.SIZE_4);
    text.setText(faces.markup(words, Face.FANG, Sheet.SIZE_4));
    text.setMarkup(Parts.STYLED);
    text.setHorizontalTextAlign(align);
    text.setVerticalTextAlign(VerticalTextAlignEnum.MIDDLE);
    int indent = Math.round(Sheet.SIZE_4);
    place(text, Sheet.UPRIGHT.left + indent, y, Sheet.UPRIGHT.width - 2 * indent + 1, IMPRINT_LINE);
    add(page, text);
  }

  private static void addRule(JasperPrint part, JRPrintPage page, int y, float thickness) {
    JRBasePrintLine line = new JRBasePrintLine(part.getDefaultStyleProvider());
    line.getLinePen().setLineWidth(thickness);
    place(line, Sheet.UPRIGHT.left, y, Sheet.UPRIGHT.width, 1);
    line.setHeight(0);
    page.addElement(line);
  }

  private void addPreview(JasperPrint part, JRPrintPage page) {
    JRBasePrintText text = text(part, Wording.of("preview"), Face.TITLE, PREVIEW_SIZE);
    text.setForecolor(PALE);
    text.setHorizontalTextAlign(HorizontalTextAlignEnum.CENTER);
    int height = (int) (PREVIEW_SIZE * 1.3);
    place(text, 0, (part.getPageHeight() - height) / 2, part.getPageWidth(), height);
    measurer.measureTextElement(text);
    // First on the page, so that the text lies over it.
    page.getElements().add(0, text);
  }

  private static JRBasePrintText text(JasperPrint part, String words, Face face, float size) {
    JRBasePrintText text = new JRBasePrintText(part.getDefaultStyleProvider());
    text.setText(words);
    text.setFontName(face.family());
    text.setFontSize(size);
    return text;
  }

  private static void place(JRPrintElement element, int x, int y, int width, int height) {
    element.setX(x);
    element.setY(y);
    element.setWidth(width);
    element.setHeight(height);
  }

  private void add(JRPrintPage page, JRBasePrintText text) {
    measurer.measureTextElement(text);
    page.addElement(text);
  }
}
