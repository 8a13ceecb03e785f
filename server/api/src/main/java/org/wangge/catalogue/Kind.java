package org.wangge.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed set of field kinds. Every surface (editor, table column, cell codec, JSON codec, SQL
 * type) is a complete table from kind to part. The Java type of a value is fixed by its kind.
 */
public enum Kind {
  /** {@link String}, trimmed, without control characters. */
  TEXT,
  /** {@link Long}. */
  INTEGER,
  /** {@link java.math.BigDecimal} with the field's scale. */
  DECIMAL,
  /** {@link java.time.LocalDate}. */
  DATE,
  /** {@link java.time.LocalDateTime} in the town's time, to the second. */
  DATETIME,
  /** {@link String}: one code of the field's code list. */
  CODE,
  /** {@link java.util.List} of codes without doubles, in list order. */
  CODES,
  /** {@link Boolean}. */
  YES_NO,
  /** {@link String}: GB 11643 number, upper-case X, or another document's number. */
  ID_NUMBER,
  /** {@link String}: GB 32100 unified social credit code. */
  CREDIT_CODE,
  /** {@link String}: mobile or landline number without spaces. */
  PHONE,
  /** {@link java.util.UUID} of a record of the field's target type. */
  REFERENCE,
  /** {@link String}: grid code, 12-digit village code and 3 digits. */
  GRID,
  /** {@link String}: statistics place code of 6, 9 or 12 digits. */
  PLACE,
  /** {@link String}: "longitude,latitude" pairs in WGS84, separated by spaces. */
  GEO,
  /** {@link String}: names of stored pictures, separated by commas. */
  PHOTO,
  /** {@link String}: names of stored files, separated by commas. */
  FILE;

  /** The name in catalogue files and on the wire, such as {@code id-number}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of this name, or empty. */
  public static Optional<Kind> of(String key) {
    return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
  }
}
