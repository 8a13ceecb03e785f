package org.wangge.client.workplace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.wire.Area;

/**
 * The places at and below the account's own, by code, and the grids of its villages. Grids are
 * records; one that is saved meanwhile is taken in.
 */
public final class AreaTree {
  /** Level of a village in {@link Area#level()}. */
  public static final String VILLAGE = "village";

  /** Level of a grid in {@link Area#level()}. */
  public static final String GRID = "grid";

  private final Map<String, Area> byCode = Collections.synchronizedMap(new LinkedHashMap<>());

  /** Takes the places in the order the server gave them. */
  public AreaTree(List<Area> areas) {
    areas.forEach(area -> byCode.put(area.code(), area));
  }

  /** Takes in a place, in the place of an earlier one with the same code. */
  public void add(Area area) {
    byCode.put(area.code(), area);
  }

  /** The place of this code, or empty when it lies outside. */
  public Optional<Area> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** Name of the place, or its code when it lies outside. */
  public String nameOf(String code) {
    return find(code).map(Area::name).orElse(code == null ? "" : code);
  }

  /** All villages. */
  public List<Area> villages() {
    return ofLevel(VILLAGE);
  }

  /** All places of a level. */
  public List<Area> ofLevel(String level) {
    return all().stream().filter(area -> area.level().equals(level)).toList();
  }

  /** Grids whose code begins with the village's. */
  public List<Area> gridsOf(String village) {
    return ofLevel(GRID).stream().filter(area -> area.code().startsWith(village)).toList();
  }

  /** All places, the account's own first. */
  public List<Area> all() {
    synchronized (byCode) {
      return new ArrayList<>(byCode.values());
    }
  }

  /** The village a grid or place code lies in, or empty. */
  public Optional<Area> villageOf(String code) {
    return code != null && code.length() >= 12 ? find(code.substring(0, 12)) : Optional.empty();
  }
}
