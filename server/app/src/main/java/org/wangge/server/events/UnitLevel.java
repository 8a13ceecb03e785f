package org.wangge.server.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The levels of units that hold events. A unit's code tells its level by its length and its parent
 * by its beginning, as the statistics codes do: a village's code begins with its town's.
 */
public enum UnitLevel {
  /** 县、市. */
  COUNTY(6),
  /** 镇. */
  TOWN(9),
  /** 村、社区. */
  VILLAGE(12),
  /** 网格. */
  GRID(15);

  private final int digits;

  UnitLevel(int digits) {
    this.digits = digits;
  }

  /** Key in the flow table and the table of limits. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level of this key, or empty. */
  public static Optional<UnitLevel> of(String key) {
    return Arrays.stream(values()).filter(level -> level.key().equals(key)).findFirst();
  }

  /** The level of the unit with this code; empty for anything that is no unit. */
  public static Optional<UnitLevel> ofUnit(String code) {
    return Arrays.stream(values()).filter(level -> level.digits == code.length()).findFirst();
  }

  /** The unit of this level to which the area belongs; the area itself when it is not deeper. */
  public String above(String area) {
    return area.length() <= digits ? area : area.substring(0, digits);
  }
}
