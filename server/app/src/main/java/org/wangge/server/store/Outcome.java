package org.wangge.server.store;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.validation.Finding;

/**
 * What became, or would become, of one of many saves.
 *
 * @param id id of the record
 * @param kind what happens
 * @param changes names of the fields that change; of a new record those that have a value
 * @param findings reasons and warnings, in the order of the form
 * @param refusal why it is refused where no finding says so, such as a duplicate; null otherwise
 */
public record Outcome(
    UUID id, Kind kind, Set<String> changes, List<Finding> findings, Problem refusal) {
  /** Copies. */
  public Outcome {
    changes = Set.copyOf(changes);
    findings = List.copyOf(findings);
  }

  /** What happens to a row. */
  public enum Kind {
    /** A new record. */
    CREATE,
    /** A change to a record. */
    CHANGE,
    /** The record says the same already. */
    SAME,
    /** Not saved. */
    REFUSE,
    /** Not saved until its warnings are confirmed. */
    ASK
  }
}
