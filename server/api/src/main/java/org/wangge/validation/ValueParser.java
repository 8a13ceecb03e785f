package org.wangge.validation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Sensitivity;

/**
 * Understands what a person types into a field or a spreadsheet holds as text: dates in the usual
 * notations, codes by code, label or synonym, numbers with their unit. It judges one value alone;
 * {@link RecordChecker} judges it in its record.
 */
public final class ValueParser {
  /** Stands for a date without end (长期). */
  public static final LocalDate WITHOUT_END = LocalDate.of(9999, 12, 31);

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:年|[-./])(\\d{1,2})(?:月|[-./])(\\d{1,2})[日号]?");
  private static final Pattern PLAIN_DAY = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:年(\\d{1,2})月?|[-./](\\d{1,2})|(\\d{2}))?年?");
  private static final Pattern SHORT_YEAR =
      Pattern.compile("\\d{1,2}(?:年|[-./])\\d{1,2}(?:月|[-./])\\d{1,4}[日号]?");
  private static final Pattern TIME =
      Pattern.compile(
          "(上午|下午|晚上|凌晨)?(\\d{1,2})(?:[:时点])(?:(\\d{1,2})(?:[:分])?(?:(\\d{1,2})(?:\\.\\d+)?秒?)?)?");
  private static final Pattern PLAIN_MOMENT = Pattern.compile("(\\d{8})(\\d{2})(\\d{2})(\\d{2})?");
  private static final Pattern GRID = Pattern.compile("\\d{15}");
  private static final Pattern PLACE = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");
  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,8})?)[,，](-?\\d{1,2}(?:\\.\\d{1,8})?)");
  private static final Pattern SEPARATORS = Pattern.compile("[,，、;；/\\\\|+＋\\s]+");

  private ValueParser() {}

  /**
   * Understands a typed text.
   *
   * @param codes the field's code list; null where it has none
   * @param typed what stands there; null and blank mean empty
   */
  public static Parsed parse(Field field, CodeList codes, String typed) {
    if (typed == null || Cleaning.line(typed).isEmpty()) {
      return Parsed.EMPTY;
    }
    return switch (field.kind()) {
      case TEXT, PHOTO, FILE -> text(field, typed);
      case INTEGER -> integer(field, typed);
      case DECIMAL -> decimal(field, typed);
      case DATE -> date(field, typed);
      case DATETIME -> dateTime(field, typed);
      case CODE -> code(field, codes, typed);
      case CODES -> codes(field, codes, typed);
      case YES_NO -> yesNo(field, typed);
      case ID_NUMBER -> idNumber(field, typed);
      case CREDIT_CODE -> fitting(field, CreditCode.clean(typed));
      case PHONE -> fitting(field, Phone.clean(typed));
      case REFERENCE -> reference(field, typed);
      case GRID -> shaped(field, Cleaning.compact(typed), GRID, "grid-unknown");
      case PLACE -> place(field, typed);
      case GEO -> geo(field, typed);
    };
  }

  private static Parsed text(Field field, String typed) {
    String text =
        field.multiline()
            ? Cleaning.lines(typed)
            : isName(field) ? Cleaning.name(typed) : Cleaning.line(typed);
    return fitting(field, text);
  }

  static boolean isName(Field field) {
    return field.sensitivity() != Sensitivity.OPEN && field.name().endsWith("name");
  }

  private static Parsed fitting(Field field, String text) {
    return Texts.fault(field, text).map(Parsed::refused).orElseGet(() -> Parsed.of(text));
  }

  private static String number(String typed) {
    String text = Cleaning.compact(typed).replace(",", "");
    for (String unit : Words.UNITS) {
      if (text.endsWith(unit)) {
        return text.substring(0, text.length() - unit.length());
      }
    }
    return text;
  }

  private static Parsed integer(Field field, String typed) {
    String text = number(typed).replaceFirst("\\.0+$", "");
    if (!text.matches("[+-]?\\d{1,30}")) {
      return refused(field, "integer-format", typed);
    }
    BigDecimal value = new BigDecimal(text);
    if (value.precision() > field.length()) {
      return refused(field, "number-too-large", typed);
    }
    return Parsed.of(value.longValueExact());
  }

  private static Parsed decimal(Field field, String typed) {
    String text = number(typed);
    if (!text.matches("[+-]?(\\d{1,30}(\\.\\d{0,30})?|\\.\\d{1,30})")) {
      return refused(field, "decimal-format", typed);
    }
    BigDecimal exact = new BigDecimal(text);
    BigDecimal value = exact.setScale(field.scale(), RoundingMode.HALF_UP);
    if (value.precision() - value.scale() > field.length() - field.scale()) {
      return refused(field, "number-too-large", typed);
    }
    return Parsed.of(value);
  }

  private static Parsed date(Field field, String typed) {
    String text = Cleaning.compact(typed);
    if (Words.FOREVER.contains(text)) {
      return Parsed.of(WITHOUT_END);
    }
    Matcher midnight = Pattern.compile("(.{8,11}?)T?0?0:00(:00(\\.0+)?)?").matcher(text);
    if (midnight.matches() && !PLAIN_DAY.matcher(text).matches()) {
      text = midnight.group(1);
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      day = PLAIN_DAY.matcher(text);
    }
    if (!day.matches()) {
      return refused(field, dateFault(text), typed);
    }
    return day(day).map(Parsed::of).orElseGet(() -> refused(field, "date-impossible", typed));
  }

  private static String dateFault(String text) {
    if (MONTH.matcher(text).matches()) {
      return "date-incomplete";
    }
    return SHORT_YEAR.matcher(text).matches() ? "date-short-year" : "date-format";
  }

  private static Optional<LocalDate> day(Matcher matcher) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(matcher.group(1)),
              Integer.parseInt(matcher.group(2)),
              Integer.parseInt(matcher.group(3)));
      boolean usual = day.getYear() >= 1850 && day.getYear() <= 2200;
      return usual || day.equals(WITHOUT_END) ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Parsed dateTime(Field field, String typed) {
    String spaced = Cleaning.line(typed);
    String text = Cleaning.compact(typed);
    Matcher plain = PLAIN_MOMENT.matcher(text);
    if (plain.matches()) {
      Matcher day = PLAIN_DAY.matcher(plain.group(1));
      return moment(
          field, typed, day, plain.group(2), plain.group(3), plain.group(4), day.matches());
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      day = PLAIN_DAY.matcher(text);
    }
    if (day.matches()) {
      return moment(field, typed, day, "0", "0", "0", true);
    }
    // Without the space between day and time "2026-10-318:20" could be read in two ways.
    int gap = gap(spaced);
    if (gap < 0) {
      return refused(field, "datetime-format", typed);
    }
    String left = Cleaning.compact(spaced.substring(0, gap));
    String right = Cleaning.compact(spaced.substring(gap)).replaceFirst("^T", "");
    day = DAY.matcher(left);
    boolean found = day.matches();
    if (!found) {
      day = PLAIN_DAY.matcher(left);
      found = day.matches();
    }
    Matcher time = TIME.matcher(right);
    if (!found || !time.matches()) {
      return refused(field, "datetime-format", typed);
    }
    int hour = Integer.parseInt(time.group(2));
    String half = time.group(1);
    if (("下午".equals(half) || "晚上".equals(half)) && hour < 12) {
      hour += 12;
    }
    return moment(field, typed, day, String.valueOf(hour), time.group(3), time.group(4), true);
  }

  /** Where the time of day begins: at a space, a T, or right after 日. */
  private static int gap(String spaced) {
    for (int i = 1; i < spaced.length(); i++) {
      char c = spaced.charAt(i);
      if (c == ' ' || c == 'T') {
        return i;
      }
      if (c == '日' || c == '号') {
        return i + 1;
      }
    }
    return -1;
  }

  private static Parsed moment(
      Field field,
      String typed,
      Matcher day,
      String hour,
      String minute,
      String second,
      boolean found) {
    Optional<LocalDate> date = found ? day(day) : Optional.empty();
    if (date.isEmpty()) {
      return refused(field, "date-impossible", typed);
    }
    try {
      LocalTime time =
          LocalTime.of(
              Integer.parseInt(hour),
              minute == null ? 0 : Integer.parseInt(minute),
              second == null ? 0 : Integer.parseInt(second));
      return Parsed.of(LocalDateTime.of(date.get(), time));
    } catch (DateTimeException e) {
      return refused(field, "time-impossible", typed);
    }
  }

  private static Parsed code(Field field, CodeList codes, String typed) {
    return codes
        .find(Cleaning.compact(typed))
        .map(Parsed::of)
        .orElseGet(() -> refused(field, "code-unknown", typed));
  }

  private static Parsed codes(Field field, CodeList codes, String typed) {
    Set<String> found = new LinkedHashSet<>();
    Optional<String> whole = codes.find(Cleaning.compact(typed));
    if (whole.isPresent()) {
      found.add(whole.get());
    } else {
      for (String part : SEPARATORS.split(typed, -1)) {
        if (part.isBlank()) {
          continue;
        }
        Optional<String> code = codes.find(Cleaning.compact(part));
        if (code.isEmpty()) {
          return refused(field, "code-unknown", part);
        }
        found.add(code.get());
      }
    }
    List<String> ordered =
        codes.values().stream().map(CodeList.Value::code).filter(found::contains).toList();
    return String.join(",", ordered).length() > field.length()
        ? refused(field, "codes-too-many", typed)
        : Parsed.of(ordered);
  }

  private static String key(String text) {
    return Cleaning.compact(text).toUpperCase(Locale.ROOT);
  }

  private static Parsed yesNo(Field field, String typed) {
    String text = key(typed);
    if (Words.YES.contains(text)) {
      return Parsed.of(true);
    }
    return Words.NO.contains(text) ? Parsed.of(false) : refused(field, "yes-no-unknown", typed);
  }

  private static Parsed idNumber(Field field, String typed) {
    String number = IdNumber.clean(typed);
    if (IdNumber.damaged(number)) {
      return Parsed.refused(Finding.forbid(field.name(), "id-damaged"));
    }
    return fitting(field, number);
  }

  private static Parsed reference(Field field, String typed) {
    try {
      return Parsed.of(UUID.fromString(Cleaning.compact(typed)));
    } catch (IllegalArgumentException e) {
      return refused(field, "reference-unknown", typed);
    }
  }

  private static Parsed shaped(Field field, String text, Pattern shape, String fault) {
    return shape.matcher(text).matches() ? fitting(field, text) : refused(field, fault, text);
  }

  private static Parsed place(Field field, String typed) {
    String text = Cleaning.compact(typed);
    if (!PLACE.matcher(text).matches()) {
      text = Places.find(text).orElse(text);
    }
    if (text.length() > field.length() && PLACE.matcher(text).matches()) {
      text = text.substring(0, field.length());
    }
    return shaped(field, text, PLACE, "place-unknown");
  }

  private static Parsed geo(Field field, String typed) {
    List<String> points = new ArrayList<>();
    for (String part : Cleaning.line(typed).replaceAll("[,，] ", ",").split("[ ;；]+", -1)) {
      Matcher point = POINT.matcher(part);
      if (!point.matches() || !Texts.inRange(point.group(1), point.group(2))) {
        return refused(field, "geo-format", typed);
      }
      points.add(point.group(1) + "," + point.group(2));
    }
    return fitting(field, String.join(" ", points));
  }

  /** The typed text goes into the sentence only where anybody may see it. */
  private static Parsed refused(Field field, String code, String typed) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("label", field.label());
    arguments.put(
        "typed", field.sensitivity() == Sensitivity.OPEN || codeLike(field) ? brief(typed) : "");
    return Parsed.refused(Finding.forbid(field.name(), code, arguments));
  }

  private static boolean codeLike(Field field) {
    return field.sensitivity() == Sensitivity.PERSONAL
        && switch (field.kind()) {
          case CODE, CODES, YES_NO, DATE, DATETIME -> true;
          default -> false;
        };
  }

  private static String brief(String typed) {
    String line = Cleaning.line(typed);
    return line.codePointCount(0, line.length()) <= 20
        ? line
        : line.substring(0, line.offsetByCodePoints(0, 20)) + "…";
  }
}
