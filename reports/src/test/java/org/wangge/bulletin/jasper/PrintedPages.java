package org.wangge.bulletin.jasper;

import java.awt.geom.Point2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.wangge.bulletin.BulletinPaper;

/**
 * A bulletin read back from its PDF by a library that did not write it. Places are points from the
 * top left of the upright sheet, also on pages that are read turned.
 */
final class PrintedPages {

  private final PDDocument document;

  private PrintedPages(byte[] bytes) throws IOException {
    this.document = Loader.loadPDF(bytes);
  }

  static PrintedPages of(PdfBulletin writer, BulletinPaper paper) {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      writer.write(paper, bytes);
      return new PrintedPages(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count() {
    return document.getNumberOfPages();
  }

  PDPage page(int number) {
    return document.getPage(number - 1);
  }

  /** A printed character. */
  record Glyph(String text, double x, double base, double width, float size, String font) {
    double right() {
      return x + width;
    }
  }

  /** A printed line or rule with its full extent and thickness. */
  record Rule(double left, double right, double y, double thickness, boolean red) {}

  /** All characters of a page except blanks, in the order of the file. */
  List<Glyph> glyphs(int number) {
    List<Glyph> glyphs = new ArrayList<>();
    double height = page(number).getMediaBox().getHeight();
    try {
      PDFTextStripper stripper =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition p) {
              if (!p.getUnicode().isBlank()) {
                glyphs.add(
                    new Glyph(
                        p.getUnicode(),
                        p.getTextMatrix().getTranslateX(),
                        height - p.getTextMatrix().getTranslateY(),
                        p.getWidthDirAdj(),
                        p.getTextMatrix().getScalingFactorX() > 0
                            ? p.getFontSize()
                            : p.getFontSizeInPt(),
                        p.getFont().getName()));
              }
            }
          };
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      stripper.getText(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return glyphs;
  }

  /** The lines of an upright page, top to bottom, left to right, keyed by their base. */
  Map<Double, List<Glyph>> lines(int number) {
    Map<Double, List<Glyph>> lines = new TreeMap<>();
    for (Glyph glyph : glyphs(number)) {
      Double near =
          lines.keySet().stream()
              .filter(base -> Math.abs(base - glyph.base()) < 2)
              .findFirst()
              .orElse(glyph.base());
      lines.computeIfAbsent(near, base -> new ArrayList<>()).add(glyph);
    }
    lines.values().forEach(line -> line.sort((a, b) -> Double.compare(a.x(), b.x())));
    return lines;
  }

  /** The characters of the line that holds a text; fails if none does. */
  List<Glyph> line(int number, String text) {
    return lines(number).values().stream()
        .filter(line -> text(line).contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no line on page " + number + ": " + text));
  }

  /** The page on which a text begins, searched over line ends; fails if none does. */
  int pageOf(String text) {
    for (int number = 1; number <= count(); number++) {
      if (text(number).contains(text)) {
        return number;
      }
    }
    throw new AssertionError("on no page: " + text);
  }

  static String text(List<Glyph> line) {
    StringBuilder text = new StringBuilder();
    line.forEach(glyph -> text.append(glyph.text()));
    return text.toString();
  }

  /** The text of a page as it is read, without blanks and line ends. */
  String text(int number) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      stripper.setStartPage(number);
      stripper.setEndPage(number);
      return stripper.getText(document).replaceAll("[\\s　]+", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of all pages. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= count(); number++) {
      text.append(text(number));
    }
    return text.toString();
  }

  /** All characters in the order in which they were written, without blanks; cell after cell. */
  String written() {
    StringBuilder text = new StringBuilder();
    for (int number = 1; number <= count(); number++) {
      text.append(text(glyphs(number)));
    }
    return text.toString();
  }

  List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    try {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          fonts.add(page.getResources().getFont(name));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fonts;
  }

  /** The horizontal lines of an upright page. */
  List<Rule> rules(int number) {
    RuleCollector collector = new RuleCollector(page(number));
    try {
      collector.processPage(page(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.rules;
  }

  private static final class RuleCollector extends PDFGraphicsStreamEngine {

    private static final int PROJECTING = 2;

    private final List<Rule> rules = new ArrayList<>();
    private final double height;
    private Point2D.Float from = new Point2D.Float();
    private Point2D.Float to = new Point2D.Float();

    private RuleCollector(PDPage page) {
      super(page);
      this.height = page.getMediaBox().getHeight();
    }

    @Override
    public void moveTo(float x, float y) {
      from = new Point2D.Float(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
      to = new Point2D.Float(x, y);
    }

    @Override
    public void strokePath() throws IOException {
      if (from.y == to.y) {
        double thickness = getGraphicsState().getLineWidth();
        double end = getGraphicsState().getLineCap() == PROJECTING ? thickness / 2 : 0;
        float[] color = getGraphicsState().getStrokingColor().getComponents();
        boolean red = color.length == 3 && color[0] > 0.9 && color[1] < 0.1 && color[2] < 0.1;
        double left = Math.min(from.x, to.x) - end;
        double right = Math.max(from.x, to.x) + end;
        rules.add(new Rule(left, right, height - from.y, thickness, red));
      }
    }

    @Override
    public Point2D getCurrentPoint() {
      return to;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void clip(int windingRule) {}

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {}

    @Override
    public void closePath() {}

    @Override
    public void endPath() {}

    @Override
    public void fillPath(int windingRule) {}

    @Override
    public void fillAndStrokePath(int windingRule) {}

    @Override
    public void shadingFill(COSName name) {}
  }
}
