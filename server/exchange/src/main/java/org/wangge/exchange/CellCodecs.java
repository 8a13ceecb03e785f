package org.wangge.exchange;

import java.util.EnumMap;
import java.util.Map;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;

/** The table from kind to codec; complete by test. */
public final class CellCodecs {
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

  /** How a value of a field is shown; empty for no value. */
  public static String write(Object value, Field field, CellContext context) {
    return value == null ? "" : of(field.kind()).write(value, field, context);
  }
}
