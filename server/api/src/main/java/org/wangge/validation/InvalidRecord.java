package org.wangge.validation;

import java.util.List;
import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** A save refused for findings. Nothing of it was stored. */
public final class InvalidRecord extends Problem {
  private static final long serialVersionUID = 1L;
  private final transient List<Finding> findings;

  /** Refuses for these findings, in the order of the form. */
  public InvalidRecord(List<Finding> findings) {
    super(ProblemCode.INVALID_RECORD, Map.of("count", findings.size()));
    this.findings = List.copyOf(findings);
  }

  /** What was found, in the order of the form. */
  public List<Finding> findings() {
    return findings;
  }
}
