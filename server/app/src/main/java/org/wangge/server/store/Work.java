package org.wangge.server.store;

/**
 * Work inside one transaction. It may be run again after a deadlock, so it changes nothing but the
 * database.
 *
 * @param <T> what it gives back
 */
@FunctionalInterface
public interface Work<T> {
  /** Does the work; an exception takes everything back. */
  T in(Tx tx);
}
