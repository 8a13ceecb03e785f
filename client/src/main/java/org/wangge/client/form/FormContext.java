package org.wangge.client.form;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.wangge.catalogue.Catalogue;
import org.wangge.client.workplace.AreaTree;

/**
 * What a form needs to know beside its record type.
 *
 * @param catalogue types and code lists
 * @param areas villages and grids
 * @param references finds records to point to
 * @param clock town time
 */
public record FormContext(Catalogue catalogue, AreaTree areas, References references, Clock clock) {
  /** Today in the town. */
  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Now in the town, to the second. */
  public LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
