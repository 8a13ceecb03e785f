package org.wangge.bulletin.jasper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.bulletin.Block;

/**
 * Running text, broken into lines, as the rows that {@link FlowDesign} prints. Each row is one line
 * of the 22-line grid or a piece that must stay together.
 */
final class Flow {

  /** Two ideographic spaces: the indent of a paragraph (clause 7.3.3). */
  static final String INDENT = "　　";

  /** The most lines that are kept together: headings of all levels and the line after them. */
  static final int MOST_KEPT = Block.Heading.DEEPEST + 1;

  /** Names of the row fields; the first two and the fourth are followed by a number from 0. */
  static final String STRETCHED = "stretched";

  static final String FLUSH = "flush";
  static final String CENTRED = "centred";
  static final String IS_LINES = "isLines";
  static final String IS_CENTRED = "isCentred";
  static final String IS_CLOSING = "isClosing";
  static final String IS_TABLE = "isTable";

  private final Faces faces;
  private final LineBreaker breaker;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** Lines in the last row that must not be parted from the next line; 0 for none. */
  private int kept;

  Flow(Faces faces) {
    this.faces = faces;
    this.breaker = new LineBreaker(faces);
  }

  /** The rows in order. */
  List<Map<String, ?>> rows() {
    return new ArrayList<>(rows);
  }

  void blank(int lines) {
    for (int i = 0; i < lines; i++) {
      rows.add(row(IS_LINES + 1));
    }
    kept = 0;
  }

  void title(String title) {
    List<String> lines = breaker.balanced(title, Face.TITLE, Sheet.SIZE_2, Sheet.UPRIGHT.width);
    for (String line : lines) {
      Map<String, Object> row = row(IS_CENTRED);
      row.put(CENTRED, faces.markup(line, Face.TITLE, Sheet.SIZE_2));
      rows.add(row);
    }
    kept = 0;
  }

  /** Adds a heading, which stays with the line after it. */
  void heading(String text, Face face) {
    int before = rows.size();
    int carried = kept;
    paragraph(INDENT + text, face, "");
    // Only a heading of one line, alone or right under another, is carried on.
    boolean oneLine = rows.size() == before + (carried == 0 ? 1 : 0);
    kept = oneLine && carried + 2 <= MOST_KEPT ? carried + 1 : 0;
  }

  /** Adds a paragraph whose indent is part of the text. */
  void paragraph(String text, Face face, String hanging) {
    List<String> lines = breaker.lines(text, face, Sheet.SIZE_3, Sheet.UPRIGHT.width, hanging);
    for (int i = 0; i < lines.size(); i++) {
      line(faces.markup(lines.get(i), face, Sheet.SIZE_3), i < lines.size() - 1);
    }
  }

  private void line(String markup, boolean stretched) {
    Map<String, Object> row = kept == 0 ? row(IS_LINES + 1) : rows.removeLast();
    if (kept > 0) {
      row.remove(IS_LINES + kept);
      row.put(IS_LINES + (kept + 1), true);
    }
    row.put((stretched ? STRETCHED : FLUSH) + kept, markup);
    rows.add(row);
    kept = 0;
  }

  /** Adds the table with the given number among the tables of the design. */
  void table(int number) {
    kept = 0;
    rows.add(row(IS_TABLE + number));
  }

  /** Adds the closing, which takes the last line of text with it to a new page if need be. */
  void closing() {
    kept = 0;
    if (rows.getLast().remove(IS_LINES + 1) != null) {
      rows.getLast().put(IS_CLOSING, true);
    } else {
      rows.add(row(IS_CLOSING));
    }
  }

  private static Map<String, Object> row(String kind) {
    Map<String, Object> row = new HashMap<>();
    row.put(kind, true);
    return row;
  }
}
