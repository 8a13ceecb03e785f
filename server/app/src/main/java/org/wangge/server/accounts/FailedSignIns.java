package org.wangge.server.accounts;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Counts failures per name as typed, whether there is such an account or not, so that a lock does
 * not tell which names exist.
 */
final class FailedSignIns {
  private static final int MOST_NAMES = 10_000;

  private final int most;
  private final Duration window;
  private final Duration lock;
  private final Map<String, State> states =
      new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, State> eldest) {
          return size() > MOST_NAMES;
        }
      };

  FailedSignIns(int most, Duration window, Duration lock) {
    this.most = most;
    this.window = window;
    this.lock = lock;
  }

  private static final class State {
    private final Deque<LocalDateTime> failures = new ArrayDeque<>();
    private LocalDateTime lockedUntil;
  }

  /** End of the lock of this name, or empty. */
  synchronized Optional<LocalDateTime> lockedUntil(String name, LocalDateTime now) {
    State state = states.get(name);
    return state == null || state.lockedUntil == null || !now.isBefore(state.lockedUntil)
        ? Optional.empty()
        : Optional.of(state.lockedUntil);
  }

  /**
   * Counts a failure.
   *
   * @return failures within the window, and with it the end of the lock when there are too many
   */
  synchronized Count count(String name, LocalDateTime now) {
    State state = states.computeIfAbsent(name, _ -> new State());
    state.failures.removeIf(at -> at.plus(window).isBefore(now));
    state.failures.add(now);
    int count = state.failures.size();
    if (count >= most) {
      state.lockedUntil = now.plus(lock);
      state.failures.clear();
    }
    return new Count(count, count >= most ? state.lockedUntil : null);
  }

  /**
   * Failures so far.
   *
   * @param failures within the window
   * @param lockedUntil end of the lock; null when none
   */
  record Count(int failures, LocalDateTime lockedUntil) {}

  /** Takes over what the database knows after a restart. */
  synchronized void recall(String name, int failures, LocalDateTime until, LocalDateTime now) {
    if (states.containsKey(name)) {
      return;
    }
    State state = new State();
    state.lockedUntil = until;
    if (until == null) {
      for (int i = 0; i < Math.min(failures, most - 1); i++) {
        state.failures.add(now);
      }
    }
    states.put(name, state);
  }

  /** Forgets the failures of a name, after a success or when an administrator lifts the lock. */
  synchronized void clear(String name) {
    states.put(name, new State());
  }
}
