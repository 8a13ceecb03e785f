package org.wangge.server.audit;

import java.util.Optional;
import java.util.OptionalLong;
import org.wangge.record.Page;
import org.wangge.server.access.Caller;
import org.wangge.server.store.AuditStore;
import org.wangge.wire.AuditRow;

/** The append-only, hash-chained trail of what accounts did. */
public final class AuditTrail {
  private static final int PAGE = 100;

  private final AuditStore store;

  /** The trail in this store. */
  public AuditTrail(AuditStore store) {
    this.store = store;
  }

  /**
   * A page, newest first.
   *
   * @param after mark of the previous page
   * @throws org.wangge.problem.Problem FORBIDDEN unless the post may read the trail
   */
  public Page<AuditRow> page(Caller caller, Optional<String> after) {
    return store.page(caller, after, PAGE);
  }

  /** Number of the first row that was changed, taken out or slipped in; empty when none was. */
  public OptionalLong firstBroken() {
    return store.verify().broken();
  }
}
