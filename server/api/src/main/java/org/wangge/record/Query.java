package org.wangge.record;

import java.util.List;
import java.util.Optional;

/**
 * What a list shows. Paging is by key: {@code after} is the opaque mark of the last row seen.
 *
 * @param text what stands in the search box; empty = all
 * @param filters all must hold
 * @param sort field to sort by; empty = newest registration first
 * @param descending direction of {@code sort}
 * @param after mark from the previous page
 * @param limit rows wanted, 1 to 200
 * @param cancelled true shows cancelled records instead of active ones
 */
public record Query(
    String text,
    List<Filter> filters,
    String sort,
    boolean descending,
    Optional<String> after,
    int limit,
    boolean cancelled) {
  /** Checks and copies. */
  public Query {
    text = text == null ? "" : text.strip();
    filters = List.copyOf(filters);
    sort = sort == null ? "" : sort;
    limit = Math.clamp(limit, 1, 200);
  }

  /** The first page of everything, newest first. */
  public static Query all() {
    return new Query("", List.of(), "", true, Optional.empty(), 50, false);
  }

  /** The same list narrowed by the search box. */
  public Query withText(String newText) {
    return new Query(newText, filters, sort, descending, Optional.empty(), limit, cancelled);
  }

  /** The same list with other filters, from its beginning. */
  public Query withFilters(List<Filter> newFilters) {
    return new Query(text, newFilters, sort, descending, Optional.empty(), limit, cancelled);
  }

  /** The page after this mark. */
  public Query from(String mark) {
    return new Query(text, filters, sort, descending, Optional.of(mark), limit, cancelled);
  }
}
