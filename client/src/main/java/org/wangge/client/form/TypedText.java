package org.wangge.client.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.client.ui.Messages;
import org.wangge.validation.Cleaning;
import org.wangge.validation.Parsed;
import org.wangge.validation.ValueParser;

/**
 * What a hand types into a field, as a value and back. The notations are those of {@link
 * ValueParser}, and on top of them the words and short forms that only make sense at a form: 今天,
 * 昨天, 现在, a day without its year.
 */
final class TypedText {
  private static final Messages TEXT = Messages.of(TypedText.class);
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final Pattern SHORT_DAY = Pattern.compile("(\\d{1,2})[-./月](\\d{1,2})[日号]?( .*)?");
  private static final Pattern ONLY_TIME = Pattern.compile("\\d{1,2}[:：]\\d{2}");
  private static final Set<Kind> TYPED =
      EnumSet.of(
          Kind.TEXT,
          Kind.INTEGER,
          Kind.DECIMAL,
          Kind.DATE,
          Kind.DATETIME,
          Kind.ID_NUMBER,
          Kind.CREDIT_CODE,
          Kind.PHONE,
          Kind.GEO,
          Kind.PHOTO,
          Kind.FILE);

  private TypedText() {}

  /** Whether values of the kind are typed as text; the others are chosen. */
  static boolean has(Kind kind) {
    return TYPED.contains(kind);
  }

  /** Reads what stands in a field of a typed kind. */
  static Parsed read(Field field, String typed, LocalDateTime now) {
    return ValueParser.parse(
        field,
        null,
        switch (field.kind()) {
          case DATE -> day(Cleaning.line(typed), now.toLocalDate());
          case DATETIME -> moment(Cleaning.line(typed), now);
          default -> typed;
        });
  }

  private static String day(String text, LocalDate today) {
    if (text.equals(TEXT.get("typed.today"))) {
      return today.toString();
    }
    if (text.equals(TEXT.get("typed.yesterday"))) {
      return today.minusDays(1).toString();
    }
    if (text.equals(TEXT.get("typed.before-yesterday"))) {
      return today.minusDays(2).toString();
    }
    Matcher brief = SHORT_DAY.matcher(text);
    return brief.matches() ? today.getYear() + "-" + brief.group(1) + "-" + brief.group(2) : text;
  }

  private static String moment(String text, LocalDateTime now) {
    if (text.equals(TEXT.get("typed.now"))) {
      return MINUTE.format(now.truncatedTo(ChronoUnit.MINUTES));
    }
    if (ONLY_TIME.matcher(text).matches()) {
      return now.toLocalDate() + " " + text;
    }
    int gap = text.indexOf(' ');
    String left = day(gap < 0 ? text : text.substring(0, gap), now.toLocalDate());
    return gap < 0 ? left : left + text.substring(gap);
  }

  /** How a value stands in its field while it can be changed. */
  static String show(Field field, Object value) {
    return switch (value) {
      case null -> "";
      case LocalDate day when day.equals(ValueParser.WITHOUT_END) -> TEXT.get("typed.forever");
      case LocalDateTime moment -> MINUTE.format(moment);
      case BigDecimal number -> number.toPlainString();
      default -> value.toString();
    };
  }
}
