package org.wangge.exchange;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;

/**
 * Writes invented records as the spreadsheets villages really send: merged headings and household
 * cells, lines inside the table, dates in six notations, wide and spaced numbers, a few damaged and
 * doubled ones; xlsx, xls and text in GB18030. The same seed and rows give the same files.
 */
public final class DemoSpreadsheets {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final double UNTIDY = 0.25;
  private static final double SPOILED = 0.012;

  private final Path folder;
  private final CellContext context;
  private final LocalDate day;
  private final Random chance;

  /**
   * A record to be written.
   *
   * @param village 12-digit code
   * @param values values by the field names of its type; the grid under {@code grid}
   */
  public record Line(String village, Values values) {}

  /**
   * Writes into a folder, which must exist.
   *
   * @param context names of areas and code lists
   * @param day the day the sheets are filled in
   * @param seed what chance begins with
   */
  public DemoSpreadsheets(Path folder, CellContext context, LocalDate day, long seed) {
    this.folder = folder;
    this.context = context;
    this.day = day;
    this.chance = new Random(seed);
  }

  // ---- files

  /**
   * The household book of a village: a title, two rows of headings, a line for each grid, household
   * cells merged over the members, sum and signatures below.
   *
   * @param rows residents of the village, members of a household after one another
   */
  public Path householdBook(String village, List<Line> rows) throws IOException {
    String name = context.places().nameOf(village);
    String town = context.places().nameOf(village.substring(0, 9));
    List<String> columns = columns("demo.book.columns");
    try (Workbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet(Words.text("demo.book.sheet"));
      Styles styles = new Styles(workbook);
      Row title = sheet.createRow(0);
      put(title, 0, fill("demo.book.title", town, name), styles.title);
      merge(sheet, 0, 0, 0, columns.size() - 1);
      Row unit = sheet.createRow(1);
      put(unit, 0, fill("demo.unit", name), null);
      put(unit, 9, filledIn(), null);
      Row upper = sheet.createRow(2);
      Row lower = sheet.createRow(3);
      for (int i = 0; i < columns.size(); i++) {
        boolean alone = i == 0 || i >= columns.size() - 2;
        put(alone ? upper : lower, i, columns.get(i), styles.head);
        if (alone) {
          merge(sheet, 2, 3, i, i);
        }
      }
      put(upper, 1, Words.text("demo.household"), styles.head);
      merge(sheet, 2, 2, 1, 3);
      put(upper, 4, Words.text("demo.person"), styles.head);
      merge(sheet, 2, 2, 4, columns.size() - 3);
      int row = residents(sheet, styles, byGrid(rows), columns.size());
      put(sheet.createRow(row), 0, Words.text("demo.total"), null);
      put(sheet.createRow(row + 2), 0, Words.text("demo.signature"), null);
      return write(workbook, fill("demo.book.name", name));
    }
  }

  private int residents(Sheet sheet, Styles styles, Map<String, List<Line>> byGrid, int columns) {
    RecordType type = context.catalogue().type("registered_resident");
    int row = 4;
    int serial = 0;
    for (Map.Entry<String, List<Line>> grid : byGrid.entrySet()) {
      if (!grid.getKey().isEmpty()) {
        put(sheet.createRow(row), 0, context.places().nameOf(grid.getKey()), null);
        merge(sheet, row, row, 0, columns - 1);
        row++;
      }
      String household = "";
      int first = row;
      for (Line line : grid.getValue()) {
        Row cells = sheet.createRow(row);
        String number = text(type, "household_no", line);
        boolean begins = !number.equals(household);
        if (begins) {
          mergeHousehold(sheet, first, row - 1);
          first = row;
          household = number;
        }
        number(cells, 0, ++serial, styles.plain);
        if (begins) {
          put(cells, 1, number, styles.plain);
          put(cells, 2, text(type, "head_name", line), styles.plain);
          put(cells, 3, text(type, "residence_address", line), styles.plain);
        }
        put(cells, 4, untidyName(text(type, "name", line)), styles.plain);
        put(cells, 5, text(type, "relation_to_head", line), styles.plain);
        put(cells, 6, untidySex(text(type, "sex", line)), styles.plain);
        idNumber(cells, 7, text(type, "id_number", line), styles);
        date(cells, 8, line.values().date("birth_date"), styles);
        put(cells, 9, text(type, "nation", line), styles.plain);
        put(cells, 10, text(type, "education", line), styles.plain);
        put(cells, 11, text(type, "marital", line), styles.plain);
        phone(cells, 12, text(type, "phone", line), styles);
        row++;
      }
      mergeHousehold(sheet, first, row - 1);
    }
    return row;
  }

  private static void mergeHousehold(Sheet sheet, int first, int last) {
    if (last > first) {
      for (int column = 1; column <= 3; column++) {
        merge(sheet, first, last, column, column);
      }
    }
  }

  /** The list of people from elsewhere, an xls without a title; now and then somebody twice. */
  public Path floatingPeople(YearMonth month, List<Line> rows) throws IOException {
    RecordType type = context.catalogue().type("floating_person");
    try (Workbook workbook = new HSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Sheet1");
      Styles styles = new Styles(workbook);
      heads(sheet, 0, columns("demo.floating.columns"), styles);
      int row = 1;
      for (Line line : rows) {
        row = floating(sheet, row, type, line, styles);
        if (chance.nextDouble() < SPOILED / 3) {
          row = floating(sheet, row, type, line, styles);
        }
      }
      return write(workbook, fill("demo.floating.name", month.getYear(), month.getMonthValue()));
    }
  }

  private int floating(Sheet sheet, int row, RecordType type, Line line, Styles styles) {
    Row cells = sheet.createRow(row);
    number(cells, 0, row, styles.plain);
    put(cells, 1, untidyVillage(line.village()), styles.plain);
    put(cells, 2, grid(line), styles.plain);
    put(cells, 3, untidyName(text(type, "name", line)), styles.plain);
    put(cells, 4, untidySex(text(type, "sex", line)), styles.plain);
    idNumber(cells, 5, text(type, "id_number", line), styles);
    put(cells, 6, text(type, "domicile_address", line), styles.plain);
    put(cells, 7, text(type, "from_place", line), styles.plain);
    put(cells, 8, text(type, "inflow_reason", line), styles.plain);
    date(cells, 9, line.values().date("inflow_date"), styles);
    put(cells, 10, text(type, "residence_address", line), styles.plain);
    put(cells, 11, text(type, "landlord_name", line), styles.plain);
    put(cells, 12, text(type, "residence_type", line), styles.plain);
    put(cells, 13, text(type, "employer", line), styles.plain);
    phone(cells, 14, text(type, "phone", line), styles);
    LocalDate registered = line.values().date("register_date");
    LocalDate arrived = line.values().date("inflow_date");
    boolean spoiled = arrived != null && chance.nextDouble() < SPOILED / 3;
    date(cells, 15, spoiled ? arrived.minusDays(5) : registered, styles);
    put(cells, 16, text(type, "expected_leave", line), styles.plain);
    return row + 1;
  }

  /** The list of rented houses, text in GB18030 separated by commas. */
  public Path rentals(List<Line> rows) throws IOException {
    RecordType type = context.catalogue().type("rental_house");
    Path file = folder.resolve(Words.text("demo.rental.name"));
    try (BufferedWriter out = Files.newBufferedWriter(file, GB18030)) {
      line(out, columns("demo.rental.columns"));
      for (Line line : rows) {
        Object signed = line.values().get("duty_letter");
        line(
            out,
            List.of(
                context.places().nameOf(line.village()),
                grid(line),
                text(type, "address", line),
                text(type, "owner_name", line),
                text(type, "owner_doc_number", line),
                text(type, "owner_phone", line),
                text(type, "rooms", line),
                text(type, "tenant_name", line),
                text(type, "tenant_id_number", line),
                text(type, "tenant_phone", line),
                text(type, "tenant_count", line),
                text(type, "rent_use", line),
                text(type, "hazard", line).replace("、", ", "),
                Boolean.TRUE.equals(signed) && chance.nextBoolean()
                    ? "√"
                    : text(type, "duty_letter", line),
                text(type, "monthly_rent", line)));
      }
    }
    return file;
  }

  private static void line(BufferedWriter out, List<String> cells) throws IOException {
    List<String> quoted = new ArrayList<>();
    for (String cell : cells) {
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
      quoted.add(plain ? cell : '"' + cell.replace("\"", "\"\"") + '"');
    }
    out.write(String.join(",", quoted));
    out.write("\r\n");
  }

  /** The list of enterprises under a title. */
  public Path enterprises(List<Line> rows) throws IOException {
    RecordType type = context.catalogue().type("enterprise");
    try (Workbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet("Sheet");
      Styles styles = new Styles(workbook);
      put(sheet.createRow(0), 0, Words.text("demo.enterprise.title"), styles.title);
      heads(sheet, 1, columns("demo.enterprise.columns"), styles);
      int row = 2;
      for (Line line : rows) {
        Row cells = sheet.createRow(row++);
        put(cells, 0, text(type, "name", line), styles.plain);
        put(cells, 1, untidyCode(text(type, "uscc", line)), styles.plain);
        put(cells, 2, untidyVillage(line.village()), styles.plain);
        put(cells, 3, grid(line), styles.plain);
        put(cells, 4, text(type, "address", line), styles.plain);
        put(cells, 5, text(type, "legal_name", line), styles.plain);
        phone(cells, 6, text(type, "legal_phone", line), styles);
        phone(cells, 7, text(type, "phone", line), styles);
        String employees = text(type, "employee_count", line);
        if (!employees.isEmpty() && chance.nextDouble() < UNTIDY) {
          put(cells, 8, employees + Words.NUMBER_UNIT_PEOPLE, styles.plain);
        } else if (!employees.isEmpty()) {
          number(cells, 8, Double.parseDouble(employees), styles.plain);
        }
        put(cells, 9, text(type, "register_type", line), styles.plain);
        date(cells, 10, line.values().date("register_date"), styles);
      }
      return write(workbook, Words.text("demo.enterprise.name"));
    }
  }

  /** The ledger of a month's events, with dates as the program keeps them. */
  public Path events(YearMonth month, List<Line> rows) throws IOException {
    RecordType type = context.catalogue().type("event");
    try (Workbook workbook = new XSSFWorkbook()) {
      Sheet sheet = workbook.createSheet(String.valueOf(month));
      Styles styles = new Styles(workbook);
      heads(sheet, 0, columns("demo.event.columns"), styles);
      int row = 1;
      for (Line line : rows) {
        Row cells = sheet.createRow(row++);
        put(cells, 0, text(type, "event_no", line), styles.plain);
        put(cells, 1, context.places().nameOf(line.village()), styles.plain);
        put(cells, 2, grid(line), styles.plain);
        put(cells, 3, text(type, "category", line), styles.plain);
        put(cells, 4, text(type, "level", line), styles.plain);
        put(cells, 5, text(type, "event_name", line), styles.plain);
        put(cells, 6, text(type, "brief", line), styles.plain);
        put(cells, 7, text(type, "address", line), styles.plain);
        put(cells, 8, text(type, "reporter_name", line), styles.plain);
        moment(cells, 9, line.values().dateTime("report_time"), styles);
        moment(cells, 10, line.values().dateTime("accepted_time"), styles);
        put(cells, 11, text(type, "current_unit", line), styles.plain);
        moment(cells, 12, line.values().dateTime("limit_time"), styles);
        moment(cells, 13, line.values().dateTime("closed_time"), styles);
        put(cells, 14, text(type, "satisfaction", line), styles.plain);
      }
      return write(workbook, fill("demo.event.name", month.getYear(), month.getMonthValue()));
    }
  }

  // ---- cells

  private String text(RecordType type, String field, Line line) {
    Field described = type.byName().get(field);
    return CellCodecs.write(line.values().get(field), described, context);
  }

  private String grid(Line line) {
    return line.values().get("grid") instanceof String grid ? context.places().nameOf(grid) : "";
  }

  private void idNumber(Row row, int column, String number, Styles styles) {
    double lot = chance.nextDouble();
    if (number.isEmpty() || lot < SPOILED / 4) {
      return;
    }
    if (lot < SPOILED / 2 && number.chars().allMatch(Character::isDigit)) {
      // The program took it for a quantity: the last digits are gone.
      number(row, column, Double.parseDouble(number), styles.whole);
    } else if (lot < SPOILED) {
      put(row, column, wrongDigit(number), styles.plain);
    } else if (lot < SPOILED + UNTIDY) {
      put(row, column, untidyNumber(number), styles.plain);
    } else {
      put(row, column, number, styles.plain);
    }
  }

  private static String wrongDigit(String number) {
    char last = number.charAt(number.length() - 1);
    char other = last == '9' || last == 'X' ? '0' : (char) (last + 1);
    return number.substring(0, number.length() - 1) + other;
  }

  private String untidyNumber(String number) {
    return switch (chance.nextInt(6)) {
      case 0 -> wide(number);
      case 1 -> number.substring(0, 6) + ' ' + number.substring(6, 14) + ' ' + number.substring(14);
      case 2 -> ' ' + number + ' ';
      case 3 -> '\'' + number;
      case 4 -> number.substring(0, 6) + '\u200b' + number.substring(6);
      default -> number.toLowerCase(java.util.Locale.ROOT);
    };
  }

  private String untidyCode(String code) {
    if (chance.nextDouble() >= UNTIDY) {
      return code;
    }
    return chance.nextBoolean() ? wide(code) : code.toLowerCase(java.util.Locale.ROOT);
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      wide.append(c > ' ' && c < 0x7f ? (char) (c + 0xfee0) : c);
    }
    return wide.toString();
  }

  private String untidyName(String name) {
    if (chance.nextDouble() >= UNTIDY / 2) {
      return name;
    }
    return switch (chance.nextInt(3)) {
      case 0 -> ' ' + name + ' ';
      case 1 -> name + '\n';
      default -> name.length() == 2 ? name.charAt(0) + "\u3000" + name.charAt(1) : name;
    };
  }

  private String untidySex(String sex) {
    if (sex.isEmpty() || chance.nextDouble() >= UNTIDY) {
      return sex;
    }
    return chance.nextBoolean() ? ' ' + sex : sex + Words.CODE_ENDINGS.get(1);
  }

  private String untidyVillage(String village) {
    String name = context.places().nameOf(village);
    boolean brief =
        name.endsWith(Words.VILLAGE_ENDING) && name.length() > 2 && chance.nextDouble() < UNTIDY;
    return brief ? name.substring(0, name.length() - Words.VILLAGE_ENDING.length()) : name;
  }

  private void phone(Row row, int column, String phone, Styles styles) {
    boolean mobile = phone.matches("\\d{11}");
    if (!mobile || chance.nextDouble() >= UNTIDY) {
      put(row, column, phone, styles.plain);
      return;
    }
    String spaced = phone.substring(0, 3) + ' ' + phone.substring(3, 7) + ' ' + phone.substring(7);
    switch (chance.nextInt(4)) {
      case 0 -> number(row, column, Double.parseDouble(phone), styles.plain);
      case 1 -> put(row, column, spaced, styles.plain);
      case 2 -> put(row, column, spaced.replace(' ', '-'), styles.plain);
      default -> put(row, column, wide(phone), styles.plain);
    }
  }

  private void date(Row row, int column, LocalDate date, Styles styles) {
    if (date == null) {
      return;
    }
    int year = date.getYear();
    int month = date.getMonthValue();
    int dayOfMonth = date.getDayOfMonth();
    switch (chance.nextInt(6)) {
      case 0 -> put(row, column, date.toString(), styles.plain);
      case 1 -> put(row, column, year + "/" + month + "/" + dayOfMonth, styles.plain);
      case 2 -> put(row, column, year + "." + month + "." + dayOfMonth, styles.plain);
      case 3 -> put(row, column, date.toString().replace("-", ""), styles.plain);
      case 4 -> put(row, column, fill("demo.day", year, month, dayOfMonth), styles.plain);
      default -> {
        Cell cell = row.createCell(column);
        cell.setCellValue(date);
        cell.setCellStyle(styles.date);
      }
    }
  }

  private static void moment(Row row, int column, LocalDateTime moment, Styles styles) {
    if (moment != null) {
      Cell cell = row.createCell(column);
      cell.setCellValue(moment);
      cell.setCellStyle(styles.moment);
    }
  }

  private static void put(Row row, int column, String text, CellStyle style) {
    if (text.isEmpty()) {
      return;
    }
    Cell cell = row.createCell(column);
    cell.setCellValue(text);
    if (style != null) {
      cell.setCellStyle(style);
    }
  }

  private static void number(Row row, int column, double number, CellStyle style) {
    Cell cell = row.createCell(column);
    cell.setCellValue(number);
    cell.setCellStyle(style);
  }

  private static void heads(Sheet sheet, int row, List<String> columns, Styles styles) {
    Row cells = sheet.createRow(row);
    for (int i = 0; i < columns.size(); i++) {
      put(cells, i, columns.get(i), styles.head);
    }
  }

  private static void merge(Sheet sheet, int firstRow, int lastRow, int first, int last) {
    sheet.addMergedRegionUnsafe(new CellRangeAddress(firstRow, lastRow, first, last));
  }

  private static Map<String, List<Line>> byGrid(List<Line> rows) {
    Map<String, List<Line>> byGrid = new TreeMap<>();
    for (Line line : rows) {
      String grid = line.values().get("grid") instanceof String code ? code : "";
      byGrid.computeIfAbsent(grid, key -> new ArrayList<>()).add(line);
    }
    return byGrid;
  }

  private String filledIn() {
    return fill("demo.date", day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }

  private static List<String> columns(String key) {
    return Arrays.stream(Words.text(key).split("\\s+", -1))
        .map(heading -> heading.replace('_', ' '))
        .toList();
  }

  private static String fill(String key, Object... parts) {
    Object[] texts = Arrays.stream(parts).map(String::valueOf).toArray();
    return MessageFormat.format(Words.text(key), texts);
  }

  private Path write(Workbook workbook, String name) throws IOException {
    Path file = folder.resolve(SafeNames.file(name));
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }

  /** Looks of cells. */
  private static final class Styles {
    private final CellStyle plain;
    private final CellStyle head;
    private final CellStyle title;
    private final CellStyle date;
    private final CellStyle moment;
    private final CellStyle whole;

    Styles(Workbook workbook) {
      plain = bordered(workbook);
      head = bordered(workbook);
      Font bold = workbook.createFont();
      bold.setBold(true);
      head.setFont(bold);
      head.setAlignment(HorizontalAlignment.CENTER);
      title = workbook.createCellStyle();
      Font large = workbook.createFont();
      large.setBold(true);
      large.setFontHeightInPoints((short) 18);
      title.setFont(large);
      title.setAlignment(HorizontalAlignment.CENTER);
      date = bordered(workbook);
      date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
      moment = bordered(workbook);
      moment.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd hh:mm"));
      whole = bordered(workbook);
      whole.setDataFormat(workbook.createDataFormat().getFormat("0"));
    }

    private static CellStyle bordered(Workbook workbook) {
      CellStyle style = workbook.createCellStyle();
      style.setBorderTop(BorderStyle.THIN);
      style.setBorderBottom(BorderStyle.THIN);
      style.setBorderLeft(BorderStyle.THIN);
      style.setBorderRight(BorderStyle.THIN);
      return style;
    }
  }
}
