package org.wangge.client.workplace;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;

/** How a value of each kind reads on this workstation; one entry per kind. */
public final class Display {
  private static final int NUMBER_LENGTH = 18;

  private final Map<Kind, BiFunction<Field, Object, String>> byKind = new EnumMap<>(Kind.class);

  /**
   * A display over these code lists and places.
   *
   * @param titles title of a referenced record, empty while it is not known
   */
  public Display(Catalogue catalogue, AreaTree areas, Function<UUID, String> titles) {
    BiFunction<Field, Object, String> common =
        (field, value) -> org.wangge.validation.Display.text(catalogue, field, value);
    BiFunction<Field, Object, String> place =
        (field, value) ->
            areas
                .find((String) value)
                .map(org.wangge.wire.Area::name)
                .orElseGet(() -> common.apply(field, value));
    byKind.put(Kind.TEXT, common);
    byKind.put(Kind.INTEGER, common);
    byKind.put(Kind.DECIMAL, common);
    byKind.put(Kind.DATE, common);
    byKind.put(Kind.DATETIME, common);
    byKind.put(Kind.CODE, common);
    byKind.put(Kind.CODES, common);
    byKind.put(Kind.YES_NO, common);
    byKind.put(Kind.ID_NUMBER, (field, value) -> grouped((String) value));
    byKind.put(Kind.CREDIT_CODE, common);
    byKind.put(Kind.PHONE, common);
    byKind.put(Kind.REFERENCE, (field, value) -> titles.apply((UUID) value));
    byKind.put(Kind.GRID, place);
    byKind.put(Kind.PLACE, place);
    byKind.put(Kind.GEO, common);
    byKind.put(Kind.PHOTO, common);
    byKind.put(Kind.FILE, common);
  }

  /** The value in words; a masked value stands as the server sent it. */
  public String of(Field field, Object value, boolean masked) {
    if (value == null) {
      return "";
    }
    return masked ? value.toString() : byKind.get(field.kind()).apply(field, value);
  }

  /** Document numbers of 18 characters in groups of 6, 8 and 4. */
  private static String grouped(String number) {
    return number.length() == NUMBER_LENGTH
        ? number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14)
        : number;
  }

  /** Whether a kind has its entry; for the test of completeness. */
  boolean knows(Kind kind) {
    return byKind.containsKey(kind);
  }
}
