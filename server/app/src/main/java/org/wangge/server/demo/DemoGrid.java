package org.wangge.server.demo;

import java.util.List;

/**
 * A grid of the demonstration town.
 *
 * @param village village code
 * @param code 15-digit grid code
 * @param name name such as 第1网格
 * @param households number of households
 * @param workers its leader first
 */
public record DemoGrid(
    String village, String code, String name, int households, List<DemoPerson> workers) {
  /** Copies the list. */
  public DemoGrid {
    workers = List.copyOf(workers);
  }
}
