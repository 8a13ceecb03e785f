package org.wangge.wire;

/**
 * A place in the tree province, county, town, village, grid.
 *
 * @param code 2, 4, 6, 9, 12 or (grid) 15 digits
 * @param name short name
 * @param level province, city, county, town, village or grid
 * @param parent code of the area above; empty at the top
 */
public record Area(String code, String name, String level, String parent) {}
