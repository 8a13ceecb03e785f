package org.wangge.record;

import java.time.LocalDateTime;
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
    LocalDateTime updatedAt) {
  /** Copies the set. */
  public Record {
    masked = Set.copyOf(masked);
  }
}
