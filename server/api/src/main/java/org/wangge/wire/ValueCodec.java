package org.wangge.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.RecordType;
import org.wangge.problem.Problem;
import org.wangge.record.Filter;
import org.wangge.record.Values;

/** The JSON form of values, one for each kind. */
final class ValueCodec {
  private static final int LONGEST = 20_000;
  private static final long LARGEST = 999_999_999_999_999_999L;
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,6})?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?");

  Values fromWire(RecordType type, Map<String, Object> json, Set<String> masked) {
    Map<String, Field> fields = type.byName();
    Map<String, Object> result = new LinkedHashMap<>();
    json.forEach(
        (name, value) -> {
          Field field = fields.get(name);
          boolean asText = masked.contains(name) || type.fixed().containsKey(name);
          if (field == null && !type.fixed().containsKey(name)) {
            throw WireCodec.malformed(name, null);
          }
          result.put(name, asText ? text(name, value) : value(field, value));
        });
    return Values.of(result);
  }

  Map<String, Object> toWire(RecordType type, Values values) {
    Map<String, Object> result = new LinkedHashMap<>();
    values.asMap().forEach((name, value) -> result.put(name, plain(value)));
    return result;
  }

  /** A value without any type that JSON does not know. */
  static Object plain(Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text;
      case Boolean answer -> answer;
      case Long number -> number;
      case Integer number -> number.longValue();
      case BigDecimal number -> number.toPlainString();
      case LocalDate day -> day.toString();
      case LocalDateTime moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString();
      case UUID id -> id.toString();
      case List<?> several -> several.stream().map(ValueCodec::plain).toList();
      default -> throw WireCodec.malformed("", null);
    };
  }

  Filter typed(RecordType type, Filter filter) {
    List<Object> operands = new ArrayList<>();
    for (Object operand : filter.values()) {
      operands.add(operand(type, filter, operand));
    }
    return new Filter(filter.field(), filter.operator(), operands);
  }

  private static Object operand(RecordType type, Filter filter, Object operand) {
    String name = filter.field();
    Object value =
        switch (name) {
          case "area" -> text(name, operand);
          case "incomplete" -> operand instanceof Boolean ? operand : null;
          case "registered_at" -> moment(name, operand);
          default -> {
            Field field = type.field(name).orElseThrow(() -> WireCodec.malformed(name, null));
            // A filter of a field with several codes asks for one of them.
            yield field.kind() == Kind.CODES ? text(name, operand) : value(field, operand);
          }
        };
    if (value == null) {
      throw WireCodec.malformed(name, null);
    }
    return value;
  }

  private static Object value(Field field, Object json) {
    if (json == null) {
      return null;
    }
    String name = field.name();
    return switch (field.kind()) {
      case TEXT, CODE, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE, GEO, PHOTO, FILE ->
          text(name, json);
      case INTEGER -> integer(name, json);
      case DECIMAL -> decimal(field, json);
      case DATE -> day(name, json);
      case DATETIME -> moment(name, json);
      case CODES -> codes(name, json);
      case YES_NO -> {
        if (!(json instanceof Boolean)) {
          throw WireCodec.malformed(name, null);
        }
        yield json;
      }
      case REFERENCE -> reference(name, json);
    };
  }

  private static String text(String name, Object json) {
    if (json == null) {
      return null;
    }
    if (!(json instanceof String text) || text.length() > LONGEST) {
      throw WireCodec.malformed(name, null);
    }
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  private static Long integer(String name, Object json) {
    if (json instanceof Integer number) {
      return number.longValue();
    }
    if (json instanceof Long number && number <= LARGEST && number >= -LARGEST) {
      return number;
    }
    throw WireCodec.malformed(name, null);
  }

  private static BigDecimal decimal(Field field, Object json) {
    if (!(json instanceof String text) || !DECIMAL.matcher(text).matches()) {
      throw WireCodec.malformed(field.name(), null);
    }
    try {
      return new BigDecimal(text).setScale(field.scale());
    } catch (ArithmeticException e) {
      throw WireCodec.malformed(field.name(), e);
    }
  }

  private static LocalDate day(String name, Object json) {
    if (json instanceof String text && DAY.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw WireCodec.malformed(name, e);
      }
    }
    throw WireCodec.malformed(name, null);
  }

  private static LocalDateTime moment(String name, Object json) {
    if (json instanceof String text && MOMENT.matcher(text).matches()) {
      try {
        return LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
      } catch (DateTimeException e) {
        throw WireCodec.malformed(name, e);
      }
    }
    throw WireCodec.malformed(name, null);
  }

  private static List<String> codes(String name, Object json) {
    if (!(json instanceof List<?> list) || list.size() > 200) {
      throw WireCodec.malformed(name, null);
    }
    Set<String> codes = new LinkedHashSet<>();
    for (Object code : list) {
      String text = text(name, code);
      if (text == null) {
        throw WireCodec.malformed(name, null);
      }
      codes.add(text);
    }
    return List.copyOf(codes);
  }

  private static UUID reference(String name, Object json) {
    if (json instanceof String text && text.length() == 36) {
      try {
        return UUID.fromString(text);
      } catch (IllegalArgumentException e) {
        throw WireCodec.malformed(name, e);
      }
    }
    throw WireCodec.malformed(name, null);
  }

  /** Whether a text holds what no text may hold; lines may be broken. */
  static boolean unsound(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r')
          || c == '\uFFFE'
          || c == '\uFFFF') {
        return true;
      }
      if (Character.isHighSurrogate(c)) {
        if (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return true;
        }
        i++;
      } else if (Character.isLowSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  static Problem unknownType(String type) {
    return WireCodec.malformed(type, null);
  }
}
