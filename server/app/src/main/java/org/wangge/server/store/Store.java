package org.wangge.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jooq.conf.ParamCastMode;
import org.jooq.conf.Settings;
import org.jooq.conf.StatementType;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.server.database.Database;
import org.wangge.server.database.Failures;
import org.wangge.server.database.Unavailable;

/**
 * The one door for transactions. It bounds how many are inside the engine at once, does work again
 * after a deadlock, a lock time-out or a key taken meanwhile and after nothing else, and lets no
 * message of the engine out, since those may quote personal values.
 */
public final class Store {
  private static final Logger LOG = LoggerFactory.getLogger(Store.class);
  private static final int ATTEMPTS = 6;
  private static final int LOOKS = 3;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final DataSource source;
  private final Clock clock;
  private final Semaphore permits;
  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();
  private final Settings settings =
      new Settings()
          .withStatementType(StatementType.PREPARED_STATEMENT)
          // Derby would compare an id that is cast to a BLOB with nothing; types follow the
          // columns.
          .withParamCastMode(ParamCastMode.NEVER)
          .withExecuteLogging(false)
          .withRenderSchema(false)
          .withInListPadding(true);

  /**
   * Opens the door.
   *
   * @param clock gives the town's time
   */
  public Store(Database database, Clock clock) {
    this.source = database.source();
    this.clock = clock;
    this.permits = new Semaphore(database.connections(), true);
  }

  /** Work that changes data: all of it is durable when this returns, or none of it is there. */
  public <T> T write(Work<T> work) {
    return run(work, Connection.TRANSACTION_READ_COMMITTED);
  }

  /** Work that only reads. */
  public <T> T read(Work<T> work) {
    return run(work, Connection.TRANSACTION_READ_COMMITTED);
  }

  /**
   * Reading of many tables that must agree with one another: what is read stays as it is until the
   * work ends, and writers of it wait.
   */
  public <T> T snapshot(Work<T> work) {
    return run(work, Connection.TRANSACTION_SERIALIZABLE);
  }

  /** Town time, to the second. */
  public LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Today in the town. */
  public LocalDate today() {
    return now().toLocalDate();
  }

  private <T> T run(Work<T> work, int isolation) {
    if (inside.get() != null) {
      throw new IllegalStateException("a transaction inside a transaction would wait for itself");
    }
    enter();
    inside.set(Boolean.TRUE);
    try {
      for (int attempt = 1; ; attempt++) {
        try {
          return once(work, isolation);
        } catch (DataAccessException e) {
          SQLException cause = e.getCause(SQLException.class);
          if (cause == null) {
            // The library's own message may hold values as well.
            IllegalStateException failure = new IllegalStateException(e.getClass().getSimpleName());
            failure.setStackTrace(e.getStackTrace());
            throw failure;
          }
          retryOrThrow(cause, attempt);
        } catch (SQLException e) {
          retryOrThrow(e, attempt);
        }
      }
    } finally {
      inside.remove();
      permits.release();
    }
  }

  private <T> T once(Work<T> work, int isolation) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setTransactionIsolation(isolation);
      try {
        T result = work.in(new Tx(Dialect.on(connection, settings), now()));
        connection.commit();
        return result;
      } catch (Throwable e) {
        rollBack(connection);
        throw e;
      } finally {
        if (isolation != Connection.TRANSACTION_READ_COMMITTED) {
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The failure that led here is the one to tell; a broken connection is not used again.
      LOG.warn("transaction not rolled back, state {}", e.getSQLState());
    }
  }

  private static void retryOrThrow(SQLException failure, int attempt) {
    // A key that is taken: somebody committed between our look and our write. Done again, the look
    // sees it and says so in our words.
    boolean again =
        Failures.mayRetry(failure) || (Failures.isDuplicate(failure) && attempt < LOOKS);
    if (!again || attempt == ATTEMPTS) {
      throw Failures.of(failure);
    }
    LOG.info("work done again after state {}, attempt {}", failure.getSQLState(), attempt);
    long pause = TimeUnit.MILLISECONDS.toNanos(10L << attempt);
    LockSupport.parkNanos(pause / 2 + ThreadLocalRandom.current().nextLong(pause));
  }

  private void enter() {
    // Without interruption: a thread interrupted inside the engine can cost the whole database.
    boolean interrupted = false;
    try {
      long end = System.nanoTime() + LONGEST_WAIT.toNanos();
      while (true) {
        try {
          if (permits.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return;
          }
          throw Unavailable.busy();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
