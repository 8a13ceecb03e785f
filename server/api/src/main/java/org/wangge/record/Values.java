package org.wangge.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Field values of a record by field name, each of its kind's Java type (see {@link
 * org.wangge.catalogue.Kind}). An absent key and a null value both mean "empty". Immutable.
 */
public final class Values {
  private static final Values NONE = new Values(Map.of());
  private final Map<String, Object> map;

  private Values(Map<String, Object> map) {
    this.map = map;
  }

  /** No values at all. */
  public static Values none() {
    return NONE;
  }

  /** Copies the map; null values are kept so that a change to "empty" can be told. */
  public static Values of(Map<String, ?> map) {
    return new Values(Collections.unmodifiableMap(new LinkedHashMap<>(map)));
  }

  /** The value, or null when empty. */
  public Object get(String name) {
    return map.get(name);
  }

  /** A text, code, number or phone; null when empty. */
  public String text(String name) {
    return (String) map.get(name);
  }

  /** A date; null when empty. */
  public LocalDate date(String name) {
    return (LocalDate) map.get(name);
  }

  /** A date and time; null when empty. */
  public LocalDateTime dateTime(String name) {
    return (LocalDateTime) map.get(name);
  }

  /** An integer; null when empty. */
  public Long integer(String name) {
    return (Long) map.get(name);
  }

  /** A decimal; null when empty. */
  public BigDecimal decimal(String name) {
    return (BigDecimal) map.get(name);
  }

  /** A yes-no; null when empty. */
  public Boolean yesNo(String name) {
    return (Boolean) map.get(name);
  }

  /** A reference; null when empty. */
  public UUID reference(String name) {
    return (UUID) map.get(name);
  }

  /** Whether the name is mentioned, even with an empty value. */
  public boolean mentions(String name) {
    return map.containsKey(name);
  }

  /** Names mentioned, in order. */
  public Set<String> names() {
    return map.keySet();
  }

  /** The underlying unmodifiable map. */
  public Map<String, Object> asMap() {
    return map;
  }

  /** These values with one changed. */
  public Values with(String name, Object value) {
    Object before = map.get(name);
    if (before != null ? before.equals(value) : value == null && map.containsKey(name)) {
      return this;
    }
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.put(name, value);
    return new Values(Collections.unmodifiableMap(copy));
  }

  /** These values overlaid with all that {@code changes} mentions. */
  public Values with(Values changes) {
    Map<String, Object> copy = new LinkedHashMap<>(map);
    copy.putAll(changes.map);
    return new Values(Collections.unmodifiableMap(copy));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Values values && map.equals(values.map);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(map);
  }

  /** Names only: values may be personal and must not reach a log. */
  @Override
  public String toString() {
    return "Values" + map.keySet();
  }
}
