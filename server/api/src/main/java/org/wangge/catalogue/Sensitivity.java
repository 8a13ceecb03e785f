package org.wangge.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How closely a field is held; a post sees the classes it needs, all others are masked. */
public enum Sensitivity {
  /** Anybody who may read the record. */
  OPEN,
  /** Personal data in the everyday sense: name, phone, address. */
  PERSONAL,
  /** Identity numbers, income and the like (PIPL article 28): masked, revealed with a reason. */
  SENSITIVE,
  /** Special groups, minors, health, crime: own permission, masked, revealed with a reason. */
  SPECIAL;

  /** The name in catalogue files and on the wire. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The class of this name, or empty. */
  public static Optional<Sensitivity> of(String key) {
    return Arrays.stream(values()).filter(value -> value.key().equals(key)).findFirst();
  }
}
