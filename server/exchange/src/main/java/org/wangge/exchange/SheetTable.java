package org.wangge.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.exchange.sheet.Cell;
import org.wangge.exchange.sheet.MergedArea;
import org.wangge.exchange.sheet.Sheet;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

/** The table of records in a sheet: what it is, which column is which field, its rows. */
public final class SheetTable {
  private static final int NAMED_ROWS = 5;
  private static final int KEPT_READINGS = 2_000;

  private final Sheet sheet;
  private final String fileName;
  private final Layout layout;
  private final List<Column> fieldColumns;
  private final boolean householdBook;

  private SheetTable(Sheet sheet, String fileName, Layout layout) {
    this.sheet = sheet;
    this.fileName = fileName;
    this.layout = layout;
    this.fieldColumns =
        layout.columns().columns().stream()
            .filter(column -> column.role() == Column.Role.FIELD)
            .toList();
    this.householdBook =
        layout.columns().of(HouseholdBook.NUMBER).isPresent()
            && layout.columns().of(HouseholdBook.RELATION).isPresent();
  }

  /**
   * Finds the table of records in a sheet.
   *
   * @param fileName file name as sent
   * @param type what the sender says it is; empty to tell by titles and headings
   * @return empty when the sheet holds no table of any known type
   */
  public static Optional<SheetTable> find(
      Sheet sheet, String fileName, Catalogue catalogue, Optional<RecordType> type) {
    List<RecordType> types = type.map(List::of).orElseGet(catalogue::types);
    List<ColumnMatch.Known> known =
        types.stream()
            .filter(candidate -> type.isPresent() || candidate.listed())
            .map(ColumnMatch.Known::new)
            .toList();
    return Layout.find(sheet, fileName, known, type.isPresent())
        .map(layout -> new SheetTable(sheet, fileName, layout));
  }

  /** The sheet it stands in. */
  public Sheet sheet() {
    return sheet;
  }

  /** Type of its records. */
  public RecordType type() {
    return layout.type();
  }

  /** Which column is which field. */
  public ColumnMatch columns() {
    return layout.columns();
  }

  /**
   * What sheets of the same layout have in common: the type, and the headings from left to right.
   */
  public String layoutMark() {
    StringBuilder text = new StringBuilder(type().key());
    for (Column column : layout.columns().columns()) {
      text.append('\n').append(column.index()).append(' ');
      text.append(Plain.heading(column.heading().text()));
    }
    return text.toString();
  }

  /** First row of the headings. */
  public int firstHeaderRow() {
    return layout.firstHeaderRow();
  }

  /** Last row of the headings. */
  public int lastHeaderRow() {
    return layout.lastHeaderRow();
  }

  /** Column number from 1 of a field or of {@code area}; 0 when the sheet has none. */
  public int columnOf(String field) {
    if (field.equals(SheetRow.AREA)) {
      return layout.columns().of(Column.Role.VILLAGE).map(Column::index).orElse(0);
    }
    return layout.columns().of(field).map(Column::index).orElse(0);
  }

  /** Village named by the sheet as a whole: filling unit, title, sheet name, file name. */
  public Optional<String> village(Places places) {
    List<String> above = layout.above();
    for (int i = 0; i < above.size(); i++) {
      String text = above.get(i);
      int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
      String label = Plain.heading(colon < 0 ? text : text.substring(0, colon));
      if (Words.UNIT_HEADINGS.contains(label)) {
        String named =
            colon < 0 || colon == text.length() - 1 ? next(above, i) : text.substring(colon + 1);
        Optional<String> village = places.village(named).or(() -> places.villageWithin(named));
        if (village.isPresent()) {
          return village;
        }
      }
    }
    for (String text : above) {
      Optional<String> village = places.villageWithin(text);
      if (village.isPresent()) {
        return village;
      }
    }
    return places.villageWithin(sheet.name()).or(() -> places.villageWithin(fileName));
  }

  private static String next(List<String> texts, int index) {
    return index + 1 < texts.size() ? texts.get(index + 1) : "";
  }

  /**
   * Reads all rows in order.
   *
   * @param village village for rows that name none; empty to take what the sheet says as a whole
   */
  public Notes read(CellContext context, Optional<String> village, Consumer<SheetRow> rows) {
    Reader reader = new Reader(context, village.or(() -> village(context.places())).orElse(null));
    walk(line -> reader.line(line, rows));
    return reader.notes();
  }

  /**
   * A row below the headings.
   *
   * @param kind what it is
   * @param row the row as it stands
   * @param cells of a DATA row, the cells as a reader of the whole sheet understands them: from the
   *     top of merged areas, and from above where the sheet means "the same"
   */
  record Line(RowKind kind, Sheet.Row row, List<Cell> cells) {
    /** The understood cell of a column, from 1. */
    Cell cell(int column) {
      return cells.get(column - 1);
    }
  }

  /** Passes all rows below the headings. */
  void walk(Consumer<Line> lines) {
    Cell[] above = new Cell[sheet.columns()];
    for (int index = sheet.indexFrom(layout.lastHeaderRow() + 1); index < sheet.size(); index++) {
      Sheet.Row row = sheet.row(index);
      RowKind kind = kindOf(row);
      List<Cell> cells = new ArrayList<>();
      if (kind == RowKind.DATA) {
        boolean member = householdBook && HouseholdBook.isMember(this::wordOf, row);
        for (Column column : layout.columns().columns()) {
          cells.add(understood(row, column, member, above));
        }
      }
      lines.accept(new Line(kind, row, cells));
    }
  }

  private Cell understood(Sheet.Row row, Column column, boolean member, Cell[] above) {
    int at = column.index() - 1;
    Cell cell = cellOf(row, column.index());
    boolean ditto =
        cell.kind() == Cell.Kind.TEXT && Words.DITTO.contains(Plain.compact(cell.text()));
    boolean shared =
        member
            && cell.isBlank()
            && column.role() == Column.Role.FIELD
            && HouseholdBook.SHARED.contains(column.field().name());
    if (ditto || shared) {
      return above[at] == null
          ? Cell.blank(row.number(), column.index())
          : above[at].at(row.number(), column.index());
    }
    above[at] = cell;
    return cell;
  }

  private String wordOf(Sheet.Row row, String field) {
    return layout
        .columns()
        .of(field)
        .map(column -> Plain.heading(cellOf(row, column.index()).text()))
        .orElse("");
  }

  /** What a row is; the refused-rows workbook needs to know as well. */
  RowKind kindOf(Sheet.Row row) {
    List<Cell> cells = new ArrayList<>();
    for (Cell cell : row.cells()) {
      if (!Plain.compact(cell.text()).isEmpty()) {
        cells.add(cell);
      }
    }
    if (cells.isEmpty()) {
      return RowKind.BLANK;
    }
    String first = Plain.text(cells.getFirst().text());
    String word = Plain.heading(first);
    if (isTotal(word) && countEssentials(row) < essentials()) {
      return RowKind.TOTAL;
    }
    if (Words.EXAMPLES.contains(word)) {
      return RowKind.EXAMPLE;
    }
    if (isSignature(first) && countEssentials(row) == 0) {
      return RowKind.SIGNATURE;
    }
    if (repeatsHeadings(row) || isNumbering(row, cells)) {
      return RowKind.HEADING;
    }
    if (cells.size() == 1 && isSection(row, cells.getFirst())) {
      return cells.getFirst().kind() == Cell.Kind.TEXT ? RowKind.SECTION : RowKind.BLANK;
    }
    return onlyFilledBeforehand(row) ? RowKind.BLANK : RowKind.DATA;
  }

  private static boolean isTotal(String word) {
    return Words.TOTALS.stream()
        .anyMatch(
            total ->
                word.equals(total) || word.matches(total + "\\d.*|" + total + "\\p{IsHan}?\\d.*"));
  }

  private static boolean isSignature(String text) {
    int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
    if (colon < 0) {
      String word = Plain.heading(text);
      return Words.SIGNATURES.contains(word);
    }
    String label = Plain.heading(text.substring(0, colon));
    return Words.SIGNATURES.stream().anyMatch(label::endsWith);
  }

  /** Columns of what every record must have; where none is known, any column will do. */
  private List<Column> essentialColumns() {
    List<Column> essential =
        fieldColumns.stream().filter(column -> column.field().essential()).toList();
    return essential.isEmpty() ? fieldColumns : essential;
  }

  private int essentials() {
    return essentialColumns().size();
  }

  private int countEssentials(Sheet.Row row) {
    int count = 0;
    for (Column column : essentialColumns()) {
      Cell cell = row.cell(column.index());
      String text = Plain.text(cell.text());
      if (!text.isEmpty() && !isTotal(Plain.heading(text)) && !isSignature(text)) {
        count++;
      }
    }
    return count;
  }

  private boolean repeatsHeadings(Sheet.Row row) {
    int same = 0;
    int other = 0;
    for (Column column : layout.columns().columns()) {
      Cell cell = row.cell(column.index());
      if (cell.isBlank()) {
        continue;
      }
      String text = Plain.heading(cell.text());
      boolean repeated =
          text.equals(Plain.heading(column.heading().leaf()))
              || Plain.heading(column.heading().upper()).contains(text);
      if (repeated) {
        same++;
      } else {
        other++;
      }
    }
    return same >= 2 && same > other * 3;
  }

  /** A row of column numbers right below the headings. */
  private boolean isNumbering(Sheet.Row row, List<Cell> cells) {
    if (row.number() > layout.lastHeaderRow() + 2 || cells.size() < 3) {
      return false;
    }
    int number = 0;
    for (Cell cell : cells) {
      String text = Plain.compact(cell.text());
      number++;
      if (!text.equals(String.valueOf(number))) {
        return false;
      }
    }
    return true;
  }

  private boolean isSection(Sheet.Row row, Cell only) {
    MergedArea area = sheet.mergedAt(row.number(), only.column());
    if (area != null
        && area.height() == 1
        && area.width() * 2 >= sheet.columns()
        && area.width() > 1) {
      return true;
    }
    Column column = layout.columns().columns().get(only.column() - 1);
    // Alone in its row, and no part of what identifies a record.
    return column.role() != Column.Role.FIELD
        || !(column.field().essential() || type().title().contains(column.field().name()));
  }

  /** Running number, village and grid are often filled down to the end of the page. */
  private boolean onlyFilledBeforehand(Sheet.Row row) {
    for (Column column : layout.columns().columns()) {
      boolean beforehand =
          switch (column.role()) {
            case VILLAGE, SERIAL, IGNORED -> true;
            case UNKNOWN -> false;
            case FIELD -> column.field().kind() == Kind.GRID;
          };
      Cell cell = row.cell(column.index());
      if (!beforehand && !cell.isBlank() && !isZeroFormula(cell)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isZeroFormula(Cell cell) {
    return cell.formula() && (cell.kind() == Cell.Kind.ERROR || cell.text().equals("0"));
  }

  /**
   * A cell of a data row as its reader sees it: from the top of a merged area that runs down, never
   * from one that runs across.
   */
  Cell cellOf(Sheet.Row row, int column) {
    Cell own = row.cell(column);
    if (!own.isBlank()) {
      return own;
    }
    MergedArea area = sheet.mergedAt(row.number(), column);
    if (area == null || area.firstColumn() != column || area.firstRow() == row.number()) {
      return own;
    }
    return area.firstRow() <= layout.lastHeaderRow()
        ? own
        : sheet.cell(area.firstRow(), column).at(row.number(), column);
  }

  /**
   * What was noticed about the sheet as a whole.
   *
   * @param village village of rows that name none; null when there is no such village
   * @param unmatched headings of columns that are no field
   * @param guessed headings of columns whose field was guessed, with the field's label
   * @param hiddenRows hidden rows, which were read like any other
   * @param hiddenColumns headings of hidden columns, which were read like any other
   * @param sections texts inside the table that were taken for headings but not understood, by row
   * @param sums rows of sums
   */
  public record Notes(
      String village,
      List<String> unmatched,
      Map<String, String> guessed,
      long hiddenRows,
      List<String> hiddenColumns,
      Map<Integer, String> sections,
      int sums) {}

  /** Reads rows in order and carries down what stands once for several of them. */
  private final class Reader {
    private final CellContext context;
    private final String sheetVillage;
    private final Map<Integer, String> unknownSections = new TreeMap<>();
    private String sectionVillage;
    private String sectionGrid;
    private int sums;
    private final Map<String, Map<String, Reading>> readings = new HashMap<>();
    private final Map<String, Optional<String>> villages = new HashMap<>();
    private final Optional<Field> gridField =
        type().fields().stream().filter(field -> field.kind() == Kind.GRID).findFirst();

    Reader(CellContext context, String sheetVillage) {
      this.context = context;
      this.sheetVillage = sheetVillage;
    }

    void line(Line line, Consumer<SheetRow> rows) {
      switch (line.kind()) {
        case DATA -> rows.accept(data(line));
        case SECTION -> section(line.row());
        case TOTAL -> sums++;
        default -> {}
      }
    }

    private void section(Sheet.Row row) {
      String text =
          row.cells().stream()
              .map(cell -> Plain.text(cell.text()))
              .filter(found -> !found.isEmpty())
              .findFirst()
              .orElse("");
      int colon = Math.max(text.indexOf(':'), text.indexOf('：'));
      String named = colon > 0 && colon < text.length() - 1 ? text.substring(colon + 1) : text;
      Optional<String> village = context.places().village(named);
      if (village.isPresent()) {
        sectionVillage = village.get();
        sectionGrid = null;
        return;
      }
      String current = sectionVillage == null ? sheetVillage : sectionVillage;
      Optional<String> within = context.places().villageWithin(named);
      if (within.isPresent()) {
        current = within.get();
      }
      Optional<String> grid =
          named.matches("\\d+") ? Optional.empty() : context.places().grid(current, named);
      if (grid.isPresent()) {
        sectionVillage = grid.get().substring(0, 12);
        sectionGrid = grid.get();
        return;
      }
      Matcher group = Words.GROUP.matcher(Plain.heading(named));
      if (!group.matches() && unknownSections.size() < NAMED_ROWS) {
        unknownSections.put(row.number(), text);
      }
    }

    private SheetRow data(Line line) {
      List<Finding> findings = new ArrayList<>();
      String village = village(line, findings);
      Map<String, Object> values = new LinkedHashMap<>();
      Set<String> further = new HashSet<>();
      for (Column column : fieldColumns) {
        Field field = column.field();
        Cell cell = line.cell(column.index());
        if (Plain.compact(cell.text()).isEmpty()) {
          continue;
        }
        if (cell.kind() == Cell.Kind.ERROR) {
          findings.add(Finding.forbid(field.name(), "cell-error"));
          continue;
        }
        Reading reading = read(cell, field, village);
        findings.addAll(reading.findings());
        if (reading.value() != null) {
          values.put(field.name(), reading.value());
        }
        if (!reading.more().isEmpty()) {
          more(field, reading.more(), values, findings, further);
        }
      }
      if (gridField.isPresent() && sectionGrid != null && inSection(village)) {
        values.putIfAbsent(gridField.get().name(), sectionGrid);
      }
      return new SheetRow(line.row().number(), village, Values.of(values), findings);
    }

    /** Most columns say the same few things over and over. */
    private Reading read(Cell cell, Field field, String village) {
      CellCodec codec = CellCodecs.of(field.kind());
      boolean repeats =
          cell.kind() == Cell.Kind.TEXT
              && switch (field.kind()) {
                case CODE, CODES, YES_NO, DATE, GRID, PLACE, INTEGER -> true;
                default -> false;
              };
      if (!repeats) {
        return codec.read(cell, field, village, context);
      }
      Map<String, Reading> before = readings.computeIfAbsent(field.name(), name -> new HashMap<>());
      String key = field.kind() == Kind.GRID ? village + '\n' + cell.text() : cell.text();
      Reading reading = before.get(key);
      if (reading == null) {
        reading = codec.read(cell, field, village, context);
        if (before.size() < KEPT_READINGS) {
          before.put(key, reading);
        }
      }
      return reading;
    }

    private boolean inSection(String village) {
      return village != null && sectionGrid.startsWith(village);
    }

    private String village(Line line, List<Finding> findings) {
      Optional<Column> column = layout.columns().of(Column.Role.VILLAGE);
      if (column.isPresent()) {
        Cell cell = line.cell(column.get().index());
        String text = Plain.compact(cell.text());
        if (!text.isEmpty() && !Words.NONE.contains(text)) {
          Optional<String> village =
              villages.size() < KEPT_READINGS
                  ? villages.computeIfAbsent(cell.text(), context.places()::village)
                  : context.places().village(cell.text());
          if (village.isEmpty()) {
            findings.add(
                Finding.forbid(
                    SheetRow.AREA, "village-unknown", Map.of("typed", Plain.text(cell.text()))));
          }
          return village.orElse(null);
        }
      }
      String village = sectionVillage == null ? sheetVillage : sectionVillage;
      if (village == null) {
        findings.add(Finding.forbid(SheetRow.AREA, "village-missing"));
      }
      return village;
    }

    /** A second phone number goes to the type's second phone field, when no column fills it. */
    private void more(
        Field field,
        List<String> numbers,
        Map<String, Object> values,
        List<Finding> findings,
        Set<String> further) {
      int left = 0;
      for (String number : numbers) {
        Optional<Field> other =
            type().fields().stream()
                .filter(next -> next.kind() == field.kind() && next.editable())
                .filter(next -> next.name().startsWith(field.name()))
                .filter(next -> layout.columns().of(next.name()).isEmpty())
                .filter(next -> further.add(next.name()))
                .findFirst();
        if (other.isPresent()) {
          values.put(other.get().name(), number);
        } else {
          left++;
        }
      }
      if (left > 0) {
        findings.add(Finding.warn(field.name(), "further-values-left-out", Map.of("count", left)));
      }
    }

    Notes notes() {
      List<String> unmatched = new ArrayList<>();
      Map<String, String> guessed = new LinkedHashMap<>();
      List<String> hidden = new ArrayList<>();
      for (Column column : layout.columns().columns()) {
        String heading = column.heading().text();
        if (column.role() == Column.Role.UNKNOWN && !heading.isEmpty()) {
          unmatched.add(heading);
        }
        if (column.guessed()) {
          guessed.put(heading, column.field().label());
        }
        if (!heading.isEmpty() && sheet.columnHidden(column.index())) {
          hidden.add(heading);
        }
      }
      return new Notes(
          sheetVillage,
          unmatched,
          guessed,
          sheet.hiddenRowsWithContent(),
          hidden,
          unknownSections,
          sums);
    }
  }
}
