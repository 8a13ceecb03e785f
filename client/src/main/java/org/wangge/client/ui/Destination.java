package org.wangge.client.ui;

import java.util.List;

/**
 * Where a tab leads, such as {@code records/floating_person/new}; kept over a restart.
 *
 * @param parts the first names the feature, the others are its own
 */
public record Destination(List<String> parts) {
  /** Copies the list. */
  public Destination {
    parts = List.copyOf(parts);
  }

  /** The destination of these parts. */
  public static Destination of(String... parts) {
    return new Destination(List.of(parts));
  }

  /** Reads what {@link #toString} wrote. */
  public static Destination parse(String text) {
    return new Destination(List.of(text.split("/", -1)));
  }

  /** The feature it belongs to. */
  public String feature() {
    return parts.getFirst();
  }

  /** The part at this place, or an empty text. */
  public String part(int index) {
    return index < parts.size() ? parts.get(index) : "";
  }

  @Override
  public String toString() {
    return String.join("/", parts);
  }
}
