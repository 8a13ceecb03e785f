package org.wangge.server.events;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wangge.server.calendar.TimeLimit;

/**
 * The dated table of limits: how long a unit of some level may take with an event of some level.
 * The line with the latest beginning that is not in the future applies; a line for the unit's own
 * level goes before one for any unit.
 *
 * @param lines all lines
 */
public record Limits(List<Line> lines) {
  /** Copies the list. */
  public Limits {
    lines = List.copyOf(lines);
  }

  /** What a limit is for. */
  public enum Stage {
    /** 受理. */
    ACCEPT,
    /** 办理. */
    HANDLE,
    /** 核查. */
    CHECK
  }

  /**
   * One line.
   *
   * @param validFrom first day it applies
   * @param eventLevel code of the event level
   * @param unitLevel level of the unit; empty = any
   * @param stage what it is for
   * @param limit how long
   * @param version version of the parameters, kept with each step
   */
  public record Line(
      LocalDate validFrom,
      String eventLevel,
      Optional<UnitLevel> unitLevel,
      Stage stage,
      TimeLimit limit,
      String version) {}

  /** The limit that applies on this day; empty when the town has set none (特别重大: by order). */
  public Optional<TimeLimit> limit(
      String eventLevel, UnitLevel unitLevel, Stage stage, LocalDate day) {
    return lines.stream()
        .filter(line -> line.eventLevel().equals(eventLevel) && line.stage() == stage)
        .filter(line -> line.unitLevel().isEmpty() || line.unitLevel().get() == unitLevel)
        .filter(line -> !line.validFrom().isAfter(day))
        .max(
            Comparator.comparing(Line::validFrom)
                .thenComparing(line -> line.unitLevel().isPresent()))
        .map(Line::limit);
  }

  /** The version of the parameters in force on this day; empty text when there are none. */
  public String version(LocalDate day) {
    return lines.stream()
        .filter(line -> !line.validFrom().isAfter(day))
        .max(Comparator.comparing(Line::validFrom))
        .map(Line::version)
        .orElse("");
  }
}
