package org.wangge.wire;

import java.time.YearMonth;
import java.util.UUID;

/**
 * Orders the bulletin of a month.
 *
 * @param requestId idempotency key
 * @param month such as 2026-10
 * @param area town code
 * @param preview true for the current month, which is never frozen
 * @param again true to count a frozen month anew and freeze the result as a further edition
 */
public record BulletinOrder(
    UUID requestId, YearMonth month, String area, boolean preview, boolean again) {

  /** An order that leaves a frozen month as it is. */
  public BulletinOrder(UUID requestId, YearMonth month, String area, boolean preview) {
    this(requestId, month, area, preview, false);
  }
}
