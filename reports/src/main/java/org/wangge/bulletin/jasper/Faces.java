package org.wangge.bulletin.jasper;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.engine.util.JRStringUtil;
import net.sf.jasperreports.pdf.PdfExporterConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loaded fonts: which face prints which character, how wide a text is, and the markup that
 * makes the report engine change faces inside a line. Safe for use by several threads.
 */
final class Faces {

  /**
   * Distance in ems from the top of a text box to the base of its first line. All faces have the
   * same ascent (0.88) and line gap (0.20); the engine puts the gap above the line.
   */
  static final double BASE = 1.08;

  /** The mark printers set where a character is in no font (GETA MARK). */
  private static final int MISSING = 0x3013;

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final Logger log = LoggerFactory.getLogger(Faces.class);

  private final Map<Face, Font> fonts = new EnumMap<>(Face.class);
  private final Map<Face, Map<Integer, Double>> advances = new EnumMap<>(Face.class);
  private final Set<Integer> reported = ConcurrentHashMap.newKeySet();
  private final SimpleJasperReportsContext context;

  /** Loads all faces from the class path. */
  Faces() {
    context = new SimpleJasperReportsContext(DefaultJasperReportsContext.getInstance());
    List<FontFamily> families = new ArrayList<>();
    for (Face face : Face.values()) {
      SimpleFontFamily family = new SimpleFontFamily(context);
      family.setName(face.family());
      SimpleFontFace normal = new SimpleFontFace(context);
      normal.setTtf(face.location());
      family.setNormalFace(normal);
      family.setPdfEncoding("Identity-H");
      family.setPdfEmbedded(true);
      families.add(family);
      fonts.put(face, normal.getFont().deriveFont(1f));
      advances.put(face, new ConcurrentHashMap<>());
    }
    context.setExtensions(FontFamily.class, families);
    // Chinese lines have no spaces to widen; full lines are stretched between all characters.
    context.setProperty(PdfExporterConfiguration.PROPERTY_JUSTIFIED_LETTER_SPACING, "true");
  }

  /** The surroundings of the report engine in which the faces are known. */
  JasperReportsContext context() {
    return context;
  }

  /** A stretch of text in one face. */
  record Run(Face face, String text) {}

  /**
   * Splits a text by the face that prints each character: the wanted face where it has the
   * character, else 宋体, which has the most; digits and Latin letters in 仿宋 and 楷体 are set in 宋体 as
   * is practice.
   */
  List<Run> runs(String text, Face wanted) {
    List<Run> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    Face current = wanted;
    for (int c : text.codePoints().toArray()) {
      Face face = face(c, wanted);
      if (face != current && !run.isEmpty()) {
        runs.add(new Run(current, run.toString()));
        run.setLength(0);
      }
      current = face;
      run.appendCodePoint(printed(c, face));
    }
    if (!run.isEmpty()) {
      runs.add(new Run(current, run.toString()));
    }
    return runs;
  }

  private Face face(int c, Face wanted) {
    boolean latin = c > ' ' && c < 0x7F;
    if (latin && (wanted == Face.FANG || wanted == Face.KAI)) {
      return Face.SONG;
    }
    return c <= ' ' || font(wanted).canDisplay(c) ? wanted : Face.SONG;
  }

  private int printed(int c, Face face) {
    if (c <= ' ' || font(face).canDisplay(c)) {
      return c;
    }
    if (reported.add(c)) {
      log.warn("No font holds the character U+{}", Integer.toHexString(c));
    }
    return MISSING;
  }

  /** The width in points of a text on one line. */
  double width(String text, Face wanted, double size) {
    double width = 0;
    for (int c : text.codePoints().toArray()) {
      Face face = face(c, wanted);
      width += advance(printed(c, face), face);
    }
    return width * size;
  }

  private double advance(int c, Face face) {
    return advances
        .get(face)
        .computeIfAbsent(
            c,
            point -> {
              String text = Character.toString(point);
              return font(face)
                      .deriveFont(1000f)
                      .createGlyphVector(EXACT, text)
                      .getGlyphMetrics(0)
                      .getAdvanceX()
                  / 1000d;
            });
  }

  /** The box of the ink of a text, in points, relative to the start of its base line. */
  Rectangle2D ink(String text, Face face, float size) {
    return font(face).deriveFont(size).createGlyphVector(EXACT, text).getVisualBounds();
  }

  /** The text as styled markup of the report engine, one style for each run. */
  String markup(String text, Face wanted, double size) {
    StringBuilder markup = new StringBuilder();
    for (Run run : runs(text, wanted)) {
      markup
          .append("<style fontName=\"")
          .append(run.face().family())
          .append("\" size=\"")
          .append(size)
          .append("\">")
          .append(JRStringUtil.xmlEncode(run.text()))
          .append("</style>");
    }
    return markup.toString();
  }

  private Font font(Face face) {
    Font font = fonts.get(face);
    if (font == null) {
      throw new IllegalStateException("face not loaded: " + face);
    }
    return font;
  }
}
