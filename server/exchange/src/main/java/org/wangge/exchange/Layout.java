package org.wangge.exchange;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Cell;
import org.wangge.exchange.sheet.MergedArea;
import org.wangge.exchange.sheet.Sheet;

/**
 * Where the table of a sheet stands and what it holds.
 *
 * @param type type of its records
 * @param firstHeaderRow first row of the headings, from 1
 * @param lastHeaderRow last row of the headings
 * @param columns which column is which field
 * @param above texts above the headings, each once
 */
record Layout(
    RecordType type,
    int firstHeaderRow,
    int lastHeaderRow,
    ColumnMatch columns,
    List<String> above) {
  private static final int SEARCHED_ROWS = 40;
  private static final int DEEPEST_HEADER = 4;
  private static final double TITLE_BONUS = 1.5;

  /**
   * Finds the table in a sheet.
   *
   * @param fileName file name as sent; villages put what it is there
   * @param known types it may be, with their headings
   * @param forced true when the sender said what it is: one matching column is then enough
   */
  static Optional<Layout> find(
      Sheet sheet, String fileName, List<ColumnMatch.Known> known, boolean forced) {
    Layout best = null;
    double bestScore = 0;
    int rows = Math.min(SEARCHED_ROWS, sheet.size());
    for (int index = 0; index < rows; index++) {
      int first = sheet.row(index).number();
      List<String> above = above(sheet, first);
      for (int depth = 1; depth <= DEEPEST_HEADER; depth++) {
        List<Heading> headings = headings(sheet, first, first + depth - 1);
        long filled = headings.stream().filter(heading -> !heading.leaf().isEmpty()).count();
        if (filled == 0) {
          continue;
        }
        for (ColumnMatch.Known candidate : known) {
          ColumnMatch match = ColumnMatch.byHeadings(candidate, headings);
          if (match.fieldCount() < (forced ? 1 : 2)) {
            continue;
          }
          double score =
              match.score()
                  + titleBonus(candidate.type(), sheet, fileName, above)
                  - depth * 0.01
                  - index * 0.001;
          if (best == null || score > bestScore) {
            bestScore = score;
            best = new Layout(candidate.type(), first, first + depth - 1, match, above);
          }
        }
      }
    }
    return best == null || (bestScore <= 1 && !forced)
        ? Optional.empty()
        : Optional.of(best.upToMergedHeadings(sheet, known));
  }

  /** The same table with the merged headings that reach into it from above. */
  private Layout upToMergedHeadings(Sheet sheet, List<ColumnMatch.Known> known) {
    int first = firstHeaderRow;
    for (int column = 1; column <= sheet.columns(); column++) {
      MergedArea area = sheet.mergedAt(firstHeaderRow, column);
      if (area != null && !isTitle(area, sheet)) {
        first = Math.min(first, area.firstRow());
      }
    }
    ColumnMatch.Known own =
        known.stream().filter(candidate -> candidate.type().equals(type)).findFirst().orElseThrow();
    ColumnMatch match =
        ColumnMatch.byHeadings(own, headings(sheet, first, lastHeaderRow))
            .withGuesses(own, sheet, lastHeaderRow + 1);
    return new Layout(type, first, lastHeaderRow, match, above(sheet, first));
  }

  private static double titleBonus(
      RecordType type, Sheet sheet, String fileName, List<String> above) {
    int longest = 0;
    for (String name : type.sheetNames()) {
      String word = Plain.heading(name);
      if (word.length() <= longest) {
        continue;
      }
      boolean named =
          Plain.heading(sheet.name()).contains(word)
              || Plain.heading(fileName).contains(word)
              || above.stream().anyMatch(text -> Plain.heading(text).contains(word));
      if (named) {
        longest = word.length();
      }
    }
    return longest == 0 ? 0 : TITLE_BONUS + longest * 0.2;
  }

  private static List<Heading> headings(Sheet sheet, int first, int last) {
    List<Heading> headings = new ArrayList<>();
    List<Sheet.Row> rows = new ArrayList<>();
    for (int row = first; row <= last; row++) {
      rows.add(sheet.rowAt(row));
    }
    for (int column = 1; column <= sheet.columns(); column++) {
      Set<String> texts = new LinkedHashSet<>();
      for (Sheet.Row row : rows) {
        MergedArea area = sheet.mergedAt(row.number(), column);
        if (area != null && isTitle(area, sheet)) {
          continue;
        }
        Cell cell = sheet.seen(row, column);
        if (cell.kind() == Cell.Kind.TEXT) {
          texts.add(Plain.text(cell.text()));
        }
      }
      List<String> levels = new ArrayList<>(texts);
      String leaf = levels.isEmpty() ? "" : levels.removeLast();
      headings.add(new Heading(column, String.join("", levels), leaf));
    }
    return headings;
  }

  private static boolean isTitle(MergedArea area, Sheet sheet) {
    return area.width() >= 4 && area.width() * 10 >= sheet.columns() * 8;
  }

  private static List<String> above(Sheet sheet, int row) {
    Set<String> texts = new LinkedHashSet<>();
    for (int index = 0; index < sheet.size(); index++) {
      Sheet.Row line = sheet.row(index);
      if (line.number() >= row) {
        break;
      }
      for (Cell cell : line.cells()) {
        texts.add(Plain.text(cell.text()));
      }
    }
    return List.copyOf(texts);
  }
}
