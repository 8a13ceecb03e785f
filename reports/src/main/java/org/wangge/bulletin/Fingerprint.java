package org.wangge.bulletin;

import java.time.LocalDateTime;
import java.util.Objects;

/**
 * What the figures of a bulletin were made from, printed with them so that a figure can be checked
 * later.
 *
 * @param dataCutOff local time of the town up to which records count
 * @param parameterVersion version of the scoring and counting parameters
 * @param dataVersion version of the frozen figures of the month
 */
public record Fingerprint(LocalDateTime dataCutOff, String parameterVersion, String dataVersion) {
  /** Checks that nothing is missing. */
  public Fingerprint {
    Objects.requireNonNull(dataCutOff, "data cut-off");
    parameterVersion = Checks.line(parameterVersion, "parameter version");
    dataVersion = Checks.line(dataVersion, "data version");
  }
}
