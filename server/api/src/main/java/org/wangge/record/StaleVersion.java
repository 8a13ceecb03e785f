package org.wangge.record;

import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A save that carried an old version; holds the record as it stands now, for showing both. */
public final class StaleVersion extends Problem {
  private static final long serialVersionUID = 1L;
  private final transient Record current;

  /** Refuses a save against {@code current}. */
  public StaleVersion(Record current) {
    super(ProblemCode.STALE_VERSION, Map.of("by", current.updatedBy()));
    this.current = current;
  }

  /** The record as the account may see it now. */
  public Record current() {
    return current;
  }
}
