package org.wangge.server.store;

import java.sql.Connection;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;

/** The SQL we speak. */
final class Dialect {
  private Dialect() {}

  /** The library means to drop Derby one day; its version is pinned, and this is the one place. */
  @SuppressWarnings("removal")
  static DSLContext on(Connection connection, Settings settings) {
    return DSL.using(connection, SQLDialect.DERBY, settings);
  }
}
