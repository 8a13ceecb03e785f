package org.wangge.exchange;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Cell;
import org.wangge.exchange.sheet.Sheet;

/** Which column of a sheet is which field of a record type. Immutable. */
public final class ColumnMatch {
  private static final double WHOLE_HEADING = 1.1;
  private static final double LEAF = 1.0;
  private static final double LEAF_WITHOUT_BRACKETS = 0.98;
  private static final int CONTENT_ROWS = 60;

  private final List<Column> columns;
  private final Map<String, Column> byField = new LinkedHashMap<>();
  private final double score;

  private ColumnMatch(List<Column> columns, double score) {
    this.columns = List.copyOf(columns);
    this.score = score;
    for (Column column : columns) {
      if (column.role() == Column.Role.FIELD) {
        byField.put(column.field().name(), column);
      }
    }
  }

  /** Headings by which the fields of a type are known. */
  static final class Known {
    private final RecordType type;
    private final Map<String, List<Candidate>> byHeading = new HashMap<>();

    private record Candidate(Field field, double weight) {}

    Known(RecordType type) {
      this.type = type;
      for (Field field : type.fields()) {
        add(field.label(), field, 1.0);
        add(Plain.headingWithoutBrackets(field.label()), field, 0.97);
        add(field.provinceName(), field, 0.99);
        field.synonyms().forEach(synonym -> add(synonym, field, 0.95));
        add(field.name(), field, 0.9);
      }
    }

    private void add(String heading, Field field, double weight) {
      String key = Plain.heading(heading);
      if (!key.isEmpty()) {
        // A cell seldom names a record; the text field of the same name is the likelier one.
        double fit = field.kind() == Kind.REFERENCE ? weight * 0.9 : weight;
        byHeading.computeIfAbsent(key, k -> new ArrayList<>()).add(new Candidate(field, fit));
      }
    }

    RecordType type() {
      return type;
    }

    private List<Candidate> find(String heading) {
      return byHeading.getOrDefault(heading, List.of());
    }
  }

  private record Pair(int position, Field field, double weight) {}

  /** Matches by headings that say for certain what they mean. */
  static ColumnMatch byHeadings(Known known, List<Heading> headings) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      if (heading.leaf().isEmpty() || isIgnored(heading)) {
        continue;
      }
      addPairs(pairs, i, known.find(Plain.heading(heading.text())), WHOLE_HEADING);
      addPairs(pairs, i, known.find(Plain.heading(heading.leaf())), LEAF);
      addPairs(
          pairs,
          i,
          known.find(Plain.headingWithoutBrackets(heading.leaf())),
          LEAF_WITHOUT_BRACKETS);
    }
    pairs.sort(
        Comparator.comparingDouble(Pair::weight).reversed().thenComparingInt(Pair::position));
    Map<Integer, Pair> chosen = new HashMap<>();
    Set<String> taken = new HashSet<>();
    double score = 0;
    for (Pair pair : pairs) {
      if (!chosen.containsKey(pair.position()) && taken.add(pair.field().name())) {
        chosen.put(pair.position(), pair);
        score += Math.min(1, pair.weight()) + (pair.field().essential() ? 1 : 0);
      }
    }
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      Pair pair = chosen.get(i);
      if (pair != null) {
        columns.add(fieldColumn(heading, pair.field(), false));
      } else {
        columns.add(new Column(heading, roleOf(heading), null, false));
      }
    }
    long villages = columns.stream().filter(c -> c.role() == Column.Role.VILLAGE).count();
    long unknown = columns.stream().filter(c -> c.role() == Column.Role.UNKNOWN).count();
    long missing =
        known.type().fields().stream()
            .filter(field -> field.essential() && !taken.contains(field.name()))
            .count();
    return new ColumnMatch(
        columns, score + Math.min(1, villages) * 0.5 - unknown * 0.15 - missing * 0.5);
  }

  private static void addPairs(
      List<Pair> pairs, int position, List<Known.Candidate> candidates, double formWeight) {
    for (Known.Candidate candidate : candidates) {
      pairs.add(new Pair(position, candidate.field(), candidate.weight() * formWeight));
    }
  }

  private static Column fieldColumn(Heading heading, Field field, boolean guessed) {
    // A computed value is counted anew, never taken over.
    return field.computed().isPresent()
        ? new Column(heading, Column.Role.IGNORED, null, false)
        : new Column(heading, Column.Role.FIELD, field, guessed);
  }

  private static boolean isIgnored(Heading heading) {
    String leaf = Plain.headingWithoutBrackets(heading.leaf());
    return Words.IGNORED_HEADINGS.stream().anyMatch(leaf::startsWith);
  }

  private static Column.Role roleOf(Heading heading) {
    String leaf = Plain.heading(heading.leaf());
    String bare = Plain.headingWithoutBrackets(heading.leaf());
    if (isIgnored(heading)) {
      return Column.Role.IGNORED;
    }
    if (Words.SERIAL_HEADINGS.contains(leaf) || Words.SERIAL_HEADINGS.contains(bare)) {
      return Column.Role.SERIAL;
    }
    if (Words.VILLAGE_HEADINGS.contains(leaf) || Words.VILLAGE_HEADINGS.contains(bare)) {
      return Column.Role.VILLAGE;
    }
    return Column.Role.UNKNOWN;
  }

  /**
   * The same match with guesses for what is left: headings that contain the name of one field, then
   * columns whose cells look like numbers of one kind.
   */
  ColumnMatch withGuesses(Known known, Sheet sheet, int firstDataRow) {
    List<Column> result = new ArrayList<>(columns);
    Set<String> taken = new HashSet<>(byField.keySet());
    for (int i = 0; i < result.size(); i++) {
      Column column = result.get(i);
      if (column.role() == Column.Role.UNKNOWN && !column.heading().leaf().isEmpty()) {
        Field field = onlyContained(known, Plain.heading(column.heading().leaf()), taken);
        if (field != null) {
          taken.add(field.name());
          result.set(i, fieldColumn(column.heading(), field, true));
        }
      }
    }
    for (int i = 0; i < result.size(); i++) {
      Column column = result.get(i);
      if (column.role() == Column.Role.UNKNOWN) {
        Field field = byContent(known, sheet, column.index(), firstDataRow, taken);
        if (field != null) {
          taken.add(field.name());
          result.set(i, fieldColumn(column.heading(), field, true));
        }
      }
    }
    return new ColumnMatch(result, score);
  }

  private static Field onlyContained(Known known, String heading, Set<String> taken) {
    Field best = null;
    int longest = 0;
    boolean clear = false;
    for (Map.Entry<String, List<Known.Candidate>> entry : known.byHeading.entrySet()) {
      String name = entry.getKey();
      if (name.length() < 3 || !heading.contains(name) || name.chars().allMatch(c -> c < 128)) {
        continue;
      }
      for (Known.Candidate candidate : entry.getValue()) {
        if (taken.contains(candidate.field().name())) {
          continue;
        }
        if (name.length() > longest) {
          longest = name.length();
          best = candidate.field();
          clear = true;
        } else if (name.length() == longest && !candidate.field().equals(best)) {
          clear = false;
        }
      }
    }
    return clear ? best : null;
  }

  private static Field byContent(
      Known known, Sheet sheet, int column, int firstDataRow, Set<String> taken) {
    int filled = 0;
    Map<Kind, Integer> hits = new HashMap<>();
    int index = sheet.indexFrom(firstDataRow);
    for (int i = index; i < Math.min(sheet.size(), index + CONTENT_ROWS); i++) {
      Cell cell = sheet.row(i).cell(column);
      if (cell.isBlank()) {
        continue;
      }
      filled++;
      String compact = Plain.compact(cell.text()).toUpperCase(java.util.Locale.ROOT);
      if (compact.matches("'?[1-9]\\d{5}(19|20)\\d{9}[0-9X]")) {
        hits.merge(Kind.ID_NUMBER, 1, Integer::sum);
      } else if (compact.matches("'?[159Y][0-9A-HJ-NP-RTUW-Y]{17}")) {
        hits.merge(Kind.CREDIT_CODE, 1, Integer::sum);
      } else if (compact.matches("1[3-9]\\d-?\\d{4}-?\\d{4}")) {
        hits.merge(Kind.PHONE, 1, Integer::sum);
      }
    }
    if (filled < 3) {
      return null;
    }
    for (Map.Entry<Kind, Integer> entry : hits.entrySet()) {
      if (entry.getValue() * 5 >= filled * 4) {
        // The record's own number, never that of somebody it names.
        Optional<Field> field =
            known.type().fields().stream()
                .filter(f -> f.kind() == entry.getKey() && !taken.contains(f.name()))
                .filter(f -> f.essential() || entry.getKey() == Kind.PHONE)
                .findFirst();
        if (field.isPresent()) {
          return field.get();
        }
      }
    }
    return null;
  }

  /** All columns from left to right. */
  public List<Column> columns() {
    return columns;
  }

  /** The column of a field, or empty. */
  public Optional<Column> of(String field) {
    return Optional.ofNullable(byField.get(field));
  }

  /** The column of this role that stands first, or empty. */
  public Optional<Column> of(Column.Role role) {
    return columns.stream().filter(column -> column.role() == role).findFirst();
  }

  /** How many columns are fields. */
  public int fieldCount() {
    return byField.size();
  }

  /** How well the headings fit the type. */
  double score() {
    return score;
  }
}
