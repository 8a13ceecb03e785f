package org.wangge.wire;

import java.util.List;
import org.wangge.validation.Finding;

/**
 * Judgement of values typed so far.
 *
 * @param findings in the order of the form
 * @param matches records that are or may be the same
 */
public record Checked(List<Finding> findings, List<Match> matches) {}
