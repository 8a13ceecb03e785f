package org.wangge.bulletin.jasper;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a paragraph into lines by the rules of Chinese composition: no closing mark begins a line,
 * no opening mark ends one, figures and Latin words stay whole.
 */
final class LineBreaker {

  private static final String NOT_FIRST = "，。、；：？！）〕》〉」』”’】％‰℃·%,.;:?!)]}";
  private static final String NOT_LAST = "（〔《〈「『“‘【([{";
  private static final String PAIRED = "—…";
  private static final double TOLERANCE = 0.01;

  private final Faces faces;

  LineBreaker(Faces faces) {
    this.faces = faces;
  }

  /**
   * Breaks a text.
   *
   * @param text the paragraph with its indent as ideographic spaces
   * @param width the longest line in points
   * @return at least one line
   */
  List<String> lines(String text, Face face, double size, double width) {
    return lines(text, face, size, width, "");
  }

  /**
   * Breaks a text whose second and later lines begin with a hanging indent.
   *
   * @param hanging what every line but the first begins with
   */
  List<String> lines(String text, Face face, double size, double width, String hanging) {
    List<String> units = units(text, face, size, width);
    double indent = faces.width(hanging, face, size);
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < units.size()) {
      double room = lines.isEmpty() ? width : width - indent;
      int end = end(units, start, room, face, size);
      String line = String.join("", units.subList(start, end)).stripTrailing();
      lines.add(lines.isEmpty() ? line : hanging + line);
      start = end;
      while (start < units.size() && units.get(start).equals(" ")) {
        start++;
      }
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  /**
   * Breaks a title into the fewest lines that fit, as even as the units allow. A line break in the
   * title is kept.
   */
  List<String> balanced(String title, Face face, double size, double width) {
    List<String> lines = new ArrayList<>();
    for (String part : title.split("\n", -1)) {
      List<String> tight = lines(part, face, size, width);
      double narrow = faces.width(part, face, size) / tight.size();
      List<String> even = tight;
      while (narrow < width) {
        even = lines(part, face, size, narrow);
        if (even.size() == tight.size() && !even.getLast().startsWith("的")) {
          break;
        }
        even = tight;
        narrow += size / 4;
      }
      lines.addAll(even);
    }
    return lines;
  }

  private int end(List<String> units, int start, double width, Face face, double size) {
    double used = 0;
    int end = start;
    while (end < units.size()) {
      used += faces.width(units.get(end), face, size);
      if (used > width + TOLERANCE && end > start && !units.get(end).equals(" ")) {
        break;
      }
      end++;
    }
    if (end == units.size()) {
      return end;
    }
    int lawful = end;
    while (lawful > start + 1 && !mayPart(units.get(lawful - 1), units.get(lawful))) {
      lawful--;
    }
    // A line of nothing but marks that must not part is cut where it is full.
    return lawful > start + 1 || mayPart(units.get(start), units.get(start + 1)) ? lawful : end;
  }

  private static boolean mayPart(String before, String after) {
    return NOT_FIRST.indexOf(after.codePointAt(0)) < 0
        && NOT_LAST.indexOf(before.codePointBefore(before.length())) < 0;
  }

  /** The smallest pieces between which a line may end at all. */
  private List<String> units(String text, Face face, double size, double width) {
    List<String> units = new ArrayList<>();
    StringBuilder unit = new StringBuilder();
    int previous = 0;
    for (int c : text.codePoints().toArray()) {
      boolean joined = !unit.isEmpty() && joined(previous, c);
      if (!joined && !unit.isEmpty()) {
        addFitting(units, unit.toString(), face, size, width);
        unit.setLength(0);
      }
      unit.appendCodePoint(c);
      previous = c;
    }
    if (!unit.isEmpty()) {
      addFitting(units, unit.toString(), face, size, width);
    }
    return units;
  }

  private static boolean joined(int before, int after) {
    return (latin(before) && latin(after)) || (before == after && PAIRED.indexOf(before) >= 0);
  }

  private static boolean latin(int c) {
    return c > ' ' && c < 0x7F;
  }

  private void addFitting(List<String> units, String unit, Face face, double size, double width) {
    if (faces.width(unit, face, size) <= width) {
      units.add(unit);
    } else {
      unit.codePoints().mapToObj(Character::toString).forEach(units::add);
    }
  }
}
