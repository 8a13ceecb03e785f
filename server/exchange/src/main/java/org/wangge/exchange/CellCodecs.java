package org.wangge.exchange;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.validation.Display;

/** The table from kind to codec; complete by test. */
public final class CellCodecs {
  private static final DateTimeFormatter TO_THE_SECOND =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final Map<Kind, CellCodec> BY_KIND = new EnumMap<>(Kind.class);

  static {
    BY_KIND.put(Kind.TEXT, new TextCodec());
    BY_KIND.put(Kind.INTEGER, new IntegerCodec());
    BY_KIND.put(Kind.DECIMAL, new DecimalCodec());
    BY_KIND.put(Kind.DATE, new DateCodec());
    BY_KIND.put(Kind.DATETIME, new DateTimeCodec());
    BY_KIND.put(Kind.CODE, new CodeCodec());
    BY_KIND.put(Kind.CODES, new CodesCodec());
    BY_KIND.put(Kind.YES_NO, new YesNoCodec());
    BY_KIND.put(Kind.ID_NUMBER, new DocumentNumberCodec());
    BY_KIND.put(Kind.CREDIT_CODE, new DocumentNumberCodec());
    BY_KIND.put(Kind.PHONE, new PhoneCodec());
    BY_KIND.put(Kind.REFERENCE, new ReferenceCodec());
    BY_KIND.put(Kind.GRID, new GridCodec());
    BY_KIND.put(Kind.PLACE, new PlaceCodec());
    BY_KIND.put(Kind.GEO, new GeoCodec());
    BY_KIND.put(Kind.PHOTO, new StoredFileCodec());
    BY_KIND.put(Kind.FILE, new StoredFileCodec());
  }

  private CellCodecs() {}

  /** The codec of a kind. */
  static CellCodec of(Kind kind) {
    return BY_KIND.get(kind);
  }

  /** How a value of a field stands in a list; empty for no value. Reads back as the same value. */
  public static String write(Object value, Field field, CellContext context) {
    if (value == null) {
      return "";
    }
    return switch (field.kind()) {
      case GRID -> context.places().nameOf((String) value);
      case PLACE -> placeName((String) value, context);
      case DATETIME -> TO_THE_SECOND.format((LocalDateTime) value);
      default -> Display.text(context.catalogue(), field, value);
    };
  }

  /** A place's name where that name alone means it; else its code, so that nothing is lost. */
  private static String placeName(String code, CellContext context) {
    return context.placeNames().computeIfAbsent(code, key -> nameThatMeans(key, context));
  }

  private static String nameThatMeans(String code, CellContext context) {
    String known = context.places().nameOf(code);
    String name = known.equals(code) ? org.wangge.validation.Places.name(code).orElse(code) : known;
    Optional<String> meant =
        context.places().place(name).or(() -> org.wangge.validation.Places.find(name));
    return meant.filter(code::equals).isPresent() ? name : code;
  }
}
