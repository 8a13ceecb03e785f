package org.wangge.server.jobs;

/**
 * How long work tells how far it is, and learns that it shall stop. Called between steps only:
 * nothing is interrupted, since interrupting a query can cost the database connection.
 */
public interface Progress {
  /** Progress that nobody watches and nobody stops. */
  Progress UNWATCHED =
      new Progress() {
        @Override
        public void total(long steps) {}

        @Override
        public void done(long steps) {}
      };

  /** How many steps there are in all; 0 while unknown. */
  void total(long steps);

  /**
   * How many steps are done by now.
   *
   * @throws JobCancelled when the work shall stop; nothing of it may remain
   */
  void done(long steps);
}
