package org.wangge.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.catalogue.Catalogue;
import org.wangge.catalogue.RecordType;
import org.wangge.record.Values;
import org.wangge.validation.Computation;
import org.wangge.validation.Finding;
import org.wangge.validation.IdNumber;
import org.wangge.validation.RecordChecker;
import org.wangge.validation.Way;

/** Makes a record of a row and judges it by the rules every record is judged by. */
public final class RowJudge {
  private final RecordType type;
  private final LocalDate today;
  private final RecordChecker checker;
  private final Computation computation;
  private final Values initial;

  /**
   * A judge for rows of a type.
   *
   * @param today the day they are judged on, town time
   */
  public RowJudge(Catalogue catalogue, RecordType type, LocalDate today) {
    this.type = type;
    this.today = today;
    this.checker = new RecordChecker(catalogue);
    this.computation = new Computation(catalogue);
    this.initial = computation.initial(type, today.atStartOfDay(), Way.SHEET);
  }

  /**
   * A row as record.
   *
   * @param own what the sheet says, as far as it is certain
   * @param values completed values: those of the standing record overlaid with the row's own
   * @param findings everything wrong or doubtful, each column named once for one fault
   */
  public record Judged(Values own, Values values, List<Finding> findings) {
    /** Copies the list. */
    public Judged {
      findings = List.copyOf(findings);
    }

    /** Whether it must not be taken in. */
    public boolean refused() {
      return findings.stream().anyMatch(Finding::forbids);
    }
  }

  /**
   * Judges a row.
   *
   * @param standing values of the record it changes; empty for a new one
   */
  public Judged judge(SheetRow row, Optional<Values> standing) {
    List<Finding> findings = new ArrayList<>(row.findings());
    Values own = withBirthDay(row.values(), findings);
    Values values = computation.complete(type, standing.orElse(initial).with(own), today);
    Set<String> named = new HashSet<>();
    for (Finding finding : findings) {
      if (finding.forbids()) {
        named.add(finding.field());
      }
    }
    for (Finding finding : checker.check(type, values, today, Way.SHEET)) {
      if (!named.contains(finding.field()) && !isDerived(finding.field(), own, standing, values)) {
        findings.add(finding);
      }
    }
    return new Judged(own, values, findings);
  }

  /** What follows from a faulty value repeats its fault; the sender can mend only the first. */
  private static boolean isDerived(
      String field, Values own, Optional<Values> standing, Values values) {
    return values.get(field) != null
        && own.get(field) == null
        && standing.map(before -> before.get(field)).isEmpty();
  }

  /** A birth date without its day is completed from a sound number of the same month. */
  private static Values withBirthDay(Values values, List<Finding> findings) {
    LocalDate written = values.get("birth_date") instanceof LocalDate date ? date : null;
    boolean partial =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.field().equals("birth_date")
                        && finding.code().equals("date-without-day"));
    if (written == null || !partial || !(values.get("id_number") instanceof String number)) {
      return values;
    }
    Optional<LocalDate> birth = IdNumber.birth(number);
    if (birth.isEmpty() || !YearMonth.from(birth.get()).equals(YearMonth.from(written))) {
      return values;
    }
    findings.removeIf(
        finding ->
            finding.field().equals("birth_date") && finding.code().equals("date-without-day"));
    return values.with("birth_date", birth.get());
  }
}
