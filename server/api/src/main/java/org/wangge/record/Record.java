package org.wangge.record;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A record as a particular account may see it.
 *
 * @param id id; an extension shares its core row's id
 * @param type type key
 * @param version counts saves of the core row from 1; 0 = not yet saved
 * @param area 12-digit village code (or a shorter code for records of a town or county)
 * @param status life cycle state
 * @param incomplete true when required fields are still empty (taken in from a spreadsheet)
 * @param values values; masked ones are replaced by a text such as {@code 339999********9054}
 * @param masked names of the fields whose values are masked
 * @param registeredBy name of the account that registered it
 * @param registeredAt when, town time
 * @param updatedBy name of the account that changed it last
 * @param updatedAt when, town time
 * @param titles how the records it refers to are called, by the name of the reference field; stars
 *     for one the account may not know of
 */
public record Record(
    UUID id,
    String type,
    long version,
    String area,
    Status status,
    boolean incomplete,
    Values values,
    Set<String> masked,
    String registeredBy,
    LocalDateTime registeredAt,
    String updatedBy,
    LocalDateTime updatedAt,
    Map<String, String> titles) {
  /** Copies the collections. */
  public Record {
    masked = Set.copyOf(masked);
    titles = Map.copyOf(titles);
  }

  /** A record without the titles of others. */
  public Record(
      UUID id,
      String type,
      long version,
      String area,
      Status status,
      boolean incomplete,
      Values values,
      Set<String> masked,
      String registeredBy,
      LocalDateTime registeredAt,
      String updatedBy,
      LocalDateTime updatedAt) {
    this(
        id,
        type,
        version,
        area,
        status,
        incomplete,
        values,
        masked,
        registeredBy,
        registeredAt,
        updatedBy,
        updatedAt,
        Map.of());
  }

  /** The same with the titles of the records it refers to. */
  public Record withTitles(Map<String, String> known) {
    return new Record(
        id,
        type,
        version,
        area,
        status,
        incomplete,
        values,
        masked,
        registeredBy,
        registeredAt,
        updatedBy,
        updatedAt,
        known);
  }
}
