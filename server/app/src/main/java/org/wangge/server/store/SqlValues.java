package org.wangge.server.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;

/** How each kind's value stands in a column, and in the text of the history. */
final class SqlValues {
  private static final DataType<UUID> ID =
      SQLDataType.BINARY(16).asConvertedDataType(new IdBinding());

  private SqlValues() {}

  /** The column type of a field; a list of codes is one text. */
  static DataType<?> type(Field field) {
    return switch (field.kind()) {
      case TEXT, CODE, CODES, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE, GEO, PHOTO, FILE ->
          SQLDataType.VARCHAR(field.length());
      case INTEGER -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.DECIMAL(field.length(), field.scale());
      case DATE -> SQLDataType.LOCALDATE;
      case DATETIME -> SQLDataType.LOCALDATETIME;
      case YES_NO -> SQLDataType.BOOLEAN;
      case REFERENCE -> ID;
    };
  }

  /** Type of ids. */
  static DataType<UUID> id() {
    return ID;
  }

  /** What is put into the column. */
  static Object toColumn(Field field, Object value) {
    if (value instanceof List<?> codes) {
      return codes.isEmpty() ? null : text(field, codes);
    }
    return value instanceof String text && text.isEmpty() ? null : value;
  }

  /** What comes out of the column. */
  static Object fromColumn(Field field, Object value) {
    return field.kind() == Kind.CODES && value instanceof String text
        ? List.of(text.split(","))
        : value;
  }

  /** The value in the text form of the history; null when empty. */
  static String text(Field field, Object value) {
    return switch (value) {
      case null -> null;
      case List<?> codes ->
          codes.isEmpty() ? null : String.join(",", codes.stream().map(Object::toString).toList());
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }

  /** The value of a text of the history. */
  static Object parse(Field field, String text) {
    if (text == null) {
      return null;
    }
    return switch (field.kind()) {
      case TEXT, CODE, ID_NUMBER, CREDIT_CODE, PHONE, GRID, PLACE, GEO, PHOTO, FILE -> text;
      case CODES -> List.of(text.split(","));
      case INTEGER -> Long.valueOf(text);
      case DECIMAL -> new BigDecimal(text);
      case DATE -> LocalDate.parse(text);
      case DATETIME -> LocalDateTime.parse(text);
      case YES_NO -> Boolean.valueOf(text);
      case REFERENCE -> UUID.fromString(text);
    };
  }

  /** Whether two values of a field are the same; 1.0 and 1.00 are. */
  static boolean same(Object one, Object other) {
    if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    return isEmpty(one) ? isEmpty(other) : one.equals(other);
  }

  static boolean isEmpty(Object value) {
    return value == null
        || (value instanceof String text && text.isEmpty())
        || (value instanceof List<?> list && list.isEmpty());
  }
}
