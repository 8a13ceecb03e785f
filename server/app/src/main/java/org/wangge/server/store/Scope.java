package org.wangge.server.store;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.wangge.server.access.Account;
import org.wangge.server.access.Caller;

/**
 * What part of the area tree a caller may know of. Every query and every save of records carries
 * its condition.
 *
 * @param code area code of the account; scope is every code that begins with it
 */
record Scope(String code) {
  private static final int VILLAGE = 12;

  static Scope of(Caller caller) {
    return of(caller.account());
  }

  static Scope of(Account account) {
    return new Scope(account.area());
  }

  /** The first text that sorts behind every code beginning with this one. */
  static String after(String code) {
    return code + ":";
  }

  /** Whether it is one village, or a grid of one. */
  boolean isVillage() {
    return code.length() >= VILLAGE;
  }

  /** Whether rows are further limited to a grid. */
  boolean isGrid() {
    return code.length() > VILLAGE;
  }

  /** The village of a village's or grid's account. */
  String village() {
    return code.substring(0, VILLAGE);
  }

  /** Rows whose area lies in scope. */
  Condition area(Field<String> area) {
    if (code.isEmpty()) {
      return DSL.noCondition();
    }
    return isVillage() ? area.eq(village()) : area.ge(code).and(area.lt(after(code)));
  }

  /** Rows whose grid lies in scope; no limit unless the account belongs to a grid. */
  Condition grid(Field<String> grid) {
    return isGrid() ? grid.ge(code).and(grid.lt(after(code))) : DSL.noCondition();
  }

  /** Whether a place lies in scope. */
  boolean covers(String area) {
    return area != null && area.startsWith(isGrid() ? village() : code);
  }

  /** Whether a grid lies in scope. */
  boolean coversGrid(String grid) {
    return !isGrid() || (grid != null && grid.startsWith(code));
  }
}
