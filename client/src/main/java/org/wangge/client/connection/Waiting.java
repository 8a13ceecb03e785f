package org.wangge.client.connection;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A finished save that waits for the line.
 *
 * @param type type key
 * @param id id of the record
 * @param saving what is sent
 * @param title what names it to a person
 * @param at when it was put here, town time
 */
public record Waiting(String type, UUID id, Saving saving, String title, LocalDateTime at) {
  /** Names no value. */
  @Override
  public String toString() {
    return "Waiting[" + type + " " + id + "]";
  }
}
