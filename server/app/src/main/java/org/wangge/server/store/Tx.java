package org.wangge.server.store;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.DSLContext;

/**
 * A running transaction. Outside this package it is only handed on, so that several stores act
 * together or not at all.
 */
public final class Tx {
  private final DSLContext sql;
  private final LocalDateTime now;

  Tx(DSLContext sql, LocalDateTime now) {
    this.sql = sql;
    this.now = now;
  }

  DSLContext sql() {
    return sql;
  }

  /** The moment the transaction began, town time, to the second; the same for all its rows. */
  public LocalDateTime now() {
    return now;
  }

  /** The day of that moment. */
  public LocalDate today() {
    return now.toLocalDate();
  }
}
