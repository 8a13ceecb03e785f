package org.wangge.catalogue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/**
 * Reads and evaluates {@link Expression}s.
 *
 * <p>Logic has three values: a comparison with an empty operand is unknown, and {@code and}, {@code
 * or} and {@code not} carry the unknown on. Only at the end does {@link Expression#holds} decide
 * what an unknown means, so that a negated comparison is treated like a plain one.
 */
public final class Expressions {
  private Expressions() {}

  /**
   * Reads an expression.
   *
   * @throws Problem BAD_CATALOGUE with the text and the place where it stops making sense
   */
  public static Expression parse(String source) {
    return new Parsed(source, new ExpressionParser(source).parse());
  }

  /**
   * Judges the types of an expression before any record is there.
   *
   * @param kinds kind of each field, null for an unknown name
   * @return the type of the whole
   * @throws Problem BAD_CATALOGUE when a field is unknown or operands do not fit
   */
  public static Type typeOf(Expression expression, Function<String, Kind> kinds) {
    return ((Parsed) expression).node.type(kinds, expression.source());
  }

  /** Types of values inside an expression. */
  public enum Type {
    /** Texts, codes and numbers of documents. */
    TEXT,
    /** Integers and decimals. */
    NUMBER,
    /** Dates, with or without a time. */
    DATE,
    /** Yes or no. */
    CONDITION,
    /** Several codes. */
    LIST;

    static Type of(Kind kind) {
      return switch (kind) {
        case INTEGER, DECIMAL -> NUMBER;
        case DATE, DATETIME -> DATE;
        case YES_NO -> CONDITION;
        case CODES -> LIST;
        case TEXT, CODE, ID_NUMBER, CREDIT_CODE, PHONE, REFERENCE, GRID, PLACE, GEO, PHOTO, FILE ->
            TEXT;
      };
    }
  }

  private record Parsed(String source, Node node) implements Expression {
    @Override
    public Set<String> fields() {
      Set<String> names = new LinkedHashSet<>();
      node.collect(names);
      return names;
    }

    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      return node.value(values, today);
    }

    @Override
    public boolean holds(Map<String, ?> values, LocalDate today, boolean whenEmpty) {
      Object value = node.value(values, today);
      return value == null ? whenEmpty : Boolean.TRUE.equals(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Parsed parsed && parsed.source.equals(source);
    }

    @Override
    public int hashCode() {
      return source.hashCode();
    }

    @Override
    public String toString() {
      return source;
    }
  }

  /** A node of the tree. */
  sealed interface Node {
    /** Its value; null when unknown. */
    Object value(Map<String, ?> values, LocalDate today);

    /** Adds the names of fields it reads. */
    void collect(Set<String> names);

    /** Its type; refuses operands that do not fit. */
    Type type(Function<String, Kind> kinds, String source);
  }

  /** A literal: text, number, date or condition. */
  record Literal(Object literal) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      return literal;
    }

    @Override
    public void collect(Set<String> names) {}

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      return switch (literal) {
        case String text -> Type.TEXT;
        case BigDecimal number -> Type.NUMBER;
        case LocalDate date -> Type.DATE;
        default -> Type.CONDITION;
      };
    }
  }

  /** The present day. */
  record Today() implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      return today;
    }

    @Override
    public void collect(Set<String> names) {}

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      return Type.DATE;
    }
  }

  /** The value of a field. */
  record Name(String name) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object value = values.get(name);
      if (value instanceof Long number) {
        return BigDecimal.valueOf(number);
      }
      return isEmpty(value) ? null : value;
    }

    @Override
    public void collect(Set<String> names) {
      names.add(name);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      Kind kind = kinds.apply(name);
      if (kind == null) {
        throw bad(source, name);
      }
      return Type.of(kind);
    }
  }

  /** Both hold. */
  record And(Node left, Node right) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object first = left.value(values, today);
      Object second = right.value(values, today);
      if (Boolean.FALSE.equals(first) || Boolean.FALSE.equals(second)) {
        return false;
      }
      return (first == null || second == null) ? null : Boolean.TRUE;
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      demand(left, Type.CONDITION, kinds, source);
      return demand(right, Type.CONDITION, kinds, source);
    }
  }

  /** At least one holds. */
  record Or(Node left, Node right) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object first = left.value(values, today);
      Object second = right.value(values, today);
      if (Boolean.TRUE.equals(first) || Boolean.TRUE.equals(second)) {
        return true;
      }
      return (first == null || second == null) ? null : Boolean.FALSE;
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      demand(left, Type.CONDITION, kinds, source);
      return demand(right, Type.CONDITION, kinds, source);
    }
  }

  /** It does not hold. */
  record Not(Node inner) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object value = inner.value(values, today);
      return value == null ? null : !Boolean.TRUE.equals(value);
    }

    @Override
    public void collect(Set<String> names) {
      inner.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      return demand(inner, Type.CONDITION, kinds, source);
    }
  }

  /** A comparison. */
  record Comparison(Node left, String operator, Node right) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object first = left.value(values, today);
      Object second = right.value(values, today);
      if (first == null || second == null) {
        return null;
      }
      int order = compare(first, second);
      return switch (operator) {
        case "=" -> order == 0;
        case "<>" -> order != 0;
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        default -> order >= 0;
      };
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      Type first = left.type(kinds, source);
      Type second = right.type(kinds, source);
      boolean ordered = !operator.equals("=") && !operator.equals("<>");
      if (first != second || first == Type.LIST || (ordered && first == Type.CONDITION)) {
        throw bad(source, operator);
      }
      return Type.CONDITION;
    }
  }

  /** One of several literals; for several codes: any of them. */
  record In(Node left, List<Node> options) implements Node {
    In {
      options = List.copyOf(options);
    }

    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object value = left.value(values, today);
      if (value == null) {
        return null;
      }
      Collection<?> candidates = value instanceof Collection<?> several ? several : List.of(value);
      return candidates.stream()
          .anyMatch(
              candidate ->
                  options.stream()
                      .map(option -> option.value(values, today))
                      .anyMatch(option -> compare(candidate, option) == 0));
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      Type wanted = left.type(kinds, source);
      for (Node option : options) {
        demand(option, wanted == Type.LIST ? Type.TEXT : wanted, kinds, source);
      }
      return Type.CONDITION;
    }
  }

  /** Whether a field has a value. Never unknown. */
  record Presence(Name field, boolean wanted) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      return isEmpty(values.get(field.name())) != wanted;
    }

    @Override
    public void collect(Set<String> names) {
      field.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      field.type(kinds, source);
      return Type.CONDITION;
    }
  }

  /** Sum or difference. */
  record Sum(Node left, boolean minus, Node right) implements Node {
    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      Object first = left.value(values, today);
      Object second = right.value(values, today);
      if (!(first instanceof BigDecimal a) || !(second instanceof BigDecimal b)) {
        return null;
      }
      return minus ? a.subtract(b) : a.add(b);
    }

    @Override
    public void collect(Set<String> names) {
      left.collect(names);
      right.collect(names);
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      demand(left, Type.NUMBER, kinds, source);
      return demand(right, Type.NUMBER, kinds, source);
    }
  }

  /** A function and its arguments. */
  record Call(Named function, List<Node> arguments) implements Node {
    Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Object value(Map<String, ?> values, LocalDate today) {
      List<Object> given =
          arguments.stream().map(argument -> argument.value(values, today)).toList();
      return given.stream().anyMatch(Objects::isNull) ? null : function.apply(given, today);
    }

    @Override
    public void collect(Set<String> names) {
      arguments.forEach(argument -> argument.collect(names));
    }

    @Override
    public Type type(Function<String, Kind> kinds, String source) {
      for (int i = 0; i < arguments.size(); i++) {
        demand(arguments.get(i), function.takes.get(i), kinds, source);
      }
      return function.gives;
    }
  }

  /** The functions. */
  enum Named {
    /** Full years from a date to today. */
    AGE(Type.NUMBER, Type.DATE),
    /** Birth date in a sound identity number. */
    BIRTH(Type.DATE, Type.TEXT),
    /** Sex code in a sound identity number. */
    SEX(Type.TEXT, Type.TEXT),
    /** Characters of a text. */
    LENGTH(Type.NUMBER, Type.TEXT),
    /** Full years between two dates. */
    YEARS(Type.NUMBER, Type.DATE, Type.DATE),
    /** Whether a text begins with another. */
    STARTS(Type.CONDITION, Type.TEXT, Type.TEXT),
    /** Whether a text consists of digits only. */
    DIGITS(Type.CONDITION, Type.TEXT),
    /** Whether a text can be a person's name. */
    PERSON_NAME(Type.CONDITION, Type.TEXT),
    /** Whether a citizen's identity number stands somewhere in a text. */
    HAS_ID_NUMBER(Type.CONDITION, Type.TEXT);

    private final Type gives;
    private final List<Type> takes;

    Named(Type gives, Type... takes) {
      this.gives = gives;
      this.takes = List.of(takes);
    }

    int arity() {
      return takes.size();
    }

    private Object apply(List<Object> given, LocalDate today) {
      return switch (this) {
        case AGE -> years(day(given.get(0)), today);
        case BIRTH -> IdDigits.birth((String) given.get(0)).orElse(null);
        case SEX -> IdDigits.sex((String) given.get(0)).orElse(null);
        case LENGTH -> {
          String text = (String) given.get(0);
          yield BigDecimal.valueOf(text.codePointCount(0, text.length()));
        }
        case YEARS -> years(day(given.get(0)), day(given.get(1)));
        case STARTS -> ((String) given.get(0)).startsWith((String) given.get(1));
        case DIGITS -> ((String) given.get(0)).chars().allMatch(c -> c >= '0' && c <= '9');
        case PERSON_NAME -> isPersonName((String) given.get(0));
        case HAS_ID_NUMBER -> hasIdNumber((String) given.get(0));
      };
    }
  }

  /** Whether a text has two or more letters, Chinese or Latin, and else only spaces and dots. */
  public static boolean isPersonName(String text) {
    return text.codePointCount(0, text.length()) >= 2
        && text.codePoints().filter(Character::isLetter).count() >= 2
        && text.codePoints()
            .allMatch(
                c ->
                    c == ' '
                        || c == '·'
                        || Character.isIdeographic(c)
                        || (Character.isLetter(c)
                            && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN));
  }

  private static boolean hasIdNumber(String text) {
    for (int i = 0; i + 18 <= text.length(); i++) {
      if (IdDigits.sound(text.substring(i, i + 18).replace('x', 'X'))) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal years(LocalDate from, LocalDate to) {
    return BigDecimal.valueOf(ChronoUnit.YEARS.between(from, to));
  }

  private static LocalDate day(Object value) {
    return value instanceof LocalDateTime time ? time.toLocalDate() : (LocalDate) value;
  }

  private static boolean isEmpty(Object value) {
    return value == null
        || (value instanceof String text && text.isEmpty())
        || (value instanceof Collection<?> several && several.isEmpty());
  }

  /** A date and a moment compare by the day, so that "not after today" means until midnight. */
  private static int compare(Object first, Object second) {
    if (first instanceof BigDecimal a && second instanceof BigDecimal b) {
      return a.compareTo(b);
    }
    if (first instanceof LocalDateTime a && second instanceof LocalDateTime b) {
      return a.compareTo(b);
    }
    if (first instanceof LocalDate || second instanceof LocalDate) {
      return day(first).compareTo(day(second));
    }
    if (first instanceof Boolean a && second instanceof Boolean b) {
      return a.compareTo(b);
    }
    return first.toString().compareTo(second.toString());
  }

  private static Type demand(Node node, Type wanted, Function<String, Kind> kinds, String source) {
    Type type = node.type(kinds, source);
    if (type != wanted) {
      throw bad(source, type.name());
    }
    return type;
  }

  static Problem bad(String source, String at) {
    return new Problem(ProblemCode.BAD_CATALOGUE, Map.of("what", source + " : " + at));
  }
}
