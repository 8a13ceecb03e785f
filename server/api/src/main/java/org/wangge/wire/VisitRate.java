package org.wangge.wire;

import java.math.BigDecimal;

/**
 * 走访率 of a village or a grid in a month.
 *
 * @param area village
 * @param grid grid; empty for the village as a whole
 * @param due how many persons of a category had to have been visited by the end of the month
 * @param visited how many of them were visited within their window
 * @param rate percent with two decimals; null when nobody was due
 * @param householdsDue the same of households
 * @param householdsVisited the same of households
 * @param householdRate percent of households; null when none was due
 */
public record VisitRate(
    String area,
    String grid,
    int due,
    int visited,
    BigDecimal rate,
    int householdsDue,
    int householdsVisited,
    BigDecimal householdRate) {}
