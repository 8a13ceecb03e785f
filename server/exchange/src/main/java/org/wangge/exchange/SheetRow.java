package org.wangge.exchange;

import java.util.List;
import org.wangge.record.Values;
import org.wangge.validation.Finding;

/**
 * One record's row of a sheet, as read.
 *
 * @param row row number from 1, as the spreadsheet program shows it
 * @param village 12-digit code; null when the sheet does not say, or not clearly
 * @param values values by field name; empty cells are not mentioned, so that they change nothing
 * @param findings what is wrong or doubtful; a village is named by the field {@code area}
 */
public record SheetRow(int row, String village, Values values, List<Finding> findings) {
  /** Name under which findings about the village stand. */
  public static final String AREA = "area";

  /** Copies the list. */
  public SheetRow {
    findings = List.copyOf(findings);
  }

  /** Whether it must not be taken in. */
  public boolean refused() {
    return findings.stream().anyMatch(Finding::forbids);
  }

  /** The same row with more findings. */
  public SheetRow with(List<Finding> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Finding> all = new java.util.ArrayList<>(findings);
    all.addAll(more);
    return new SheetRow(row, village, values, all);
  }

  /** The same row with other values. */
  public SheetRow with(Values newValues) {
    return new SheetRow(row, village, newValues, findings);
  }
}
