package org.wangge.wire;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Sets how often a category is visited from a day on.
 *
 * @param requestId idempotency key
 * @param category code of a category of person, or {@link VisitDuty#HOUSEHOLD}
 * @param window {@code month}, {@code quarter}, {@code half-year}, {@code year}, or {@code none}
 * @param validFrom first day, today or later
 */
public record VisitDutySave(UUID requestId, String category, String window, LocalDate validFrom) {}
