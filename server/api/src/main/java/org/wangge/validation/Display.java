package org.wangge.validation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;

/** Values as people read them: labels instead of codes, dates as 2026-10-31, 是 and 否. */
public final class Display {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

  private Display() {}

  /**
   * The text of a value. References show as their id, since their record's title is not known here.
   * A masked text shows as it is. Never null.
   */
  public static String text(Catalogue catalogue, Field field, Object value) {
    if (RecordChecker.isEmpty(value)) {
      return "";
    }
    return switch (value) {
      case LocalDate day ->
          day.equals(ValueParser.WITHOUT_END) ? Words.of("display.forever") : day.toString();
      case LocalDateTime moment -> MOMENT.format(moment);
      case Boolean answer -> Words.of(answer ? "display.yes" : "display.no");
      case BigDecimal number -> number.toPlainString();
      case List<?> codes -> {
        CodeList list = catalogue.codeList(field.codes());
        yield codes.stream()
            .map(code -> list.labelOf(code.toString()))
            .collect(Collectors.joining(Words.of("display.separator")));
      }
      case String text ->
          switch (field.kind()) {
            case CODE -> catalogue.codeList(field.codes()).labelOf(text);
            case PLACE -> Places.name(text).orElse(text);
            default -> text;
          };
      default -> value.toString();
    };
  }
}
