package org.wangge.server.database;

import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Brings a database to the state this program knows. All steps are one transaction. */
final class Migrations {
  /** Where the scripts of the product are. */
  static final String SCRIPTS = "classpath:org/wangge/db/migration";

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  private final Flyway flyway;

  Migrations(DataSource source, String... scripts) {
    this.flyway =
        Flyway.configure()
            .dataSource(source)
            .defaultSchema(Database.OWNER)
            .locations(scripts)
            .group(true)
            .validateOnMigrate(true)
            .ignoreMigrationPatterns("*:future")
            .load();
  }

  /**
   * Runs the steps that are missing.
   *
   * @throws Problem DATABASE_TOO_NEW when a newer program has changed the database;
   *     DATABASE_UNAVAILABLE when a step fails or was altered afterwards: the old state stands
   */
  void run() {
    MigrationInfo[] all = flyway.info().all();
    Arrays.stream(all)
        .filter(step -> future(step.getState()))
        .reduce((first, second) -> second)
        .ifPresent(
            step -> {
              throw new Problem(
                  ProblemCode.DATABASE_TOO_NEW, Map.of("version", step.getVersion().toString()));
            });
    try {
      int steps = flyway.migrate().migrationsExecuted;
      if (steps > 0) {
        LOG.info("database brought up to date in {} steps", steps);
      }
    } catch (FlywayException e) {
      throw Unavailable.because("migration", e);
    }
  }

  private static boolean future(MigrationState state) {
    return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
  }
}
