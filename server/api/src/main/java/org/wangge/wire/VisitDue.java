package org.wangge.wire;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A person or household that is visited regularly.
 *
 * @param kind {@code person} or {@code household}: the type of the record
 * @param id id of that record
 * @param name name of the person or of the head
 * @param area village
 * @param grid grid; empty where none is registered
 * @param categories codes of the categories the account may know of; none for a plain household
 * @param lastVisit day of the last visit; null when there was none
 * @param due last day for the next visit
 * @param state {@code overdue}, {@code soon}, {@code waiting} (never visited, time left) or {@code
 *     visited}
 * @param responsible id of the grid worker who answers for it; null when none is named
 */
public record VisitDue(
    String kind,
    UUID id,
    String name,
    String area,
    String grid,
    List<String> categories,
    LocalDate lastVisit,
    LocalDate due,
    String state,
    UUID responsible) {
  /** Copies the list. */
  public VisitDue {
    categories = List.copyOf(categories);
  }
}
