package org.wangge.server.bulletins;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wangge.bulletin.BulletinTable;
import org.wangge.bulletin.Column;
import org.wangge.bulletin.ColumnKind;
import org.wangge.bulletin.Row;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.bulletins.Figures.Event;
import org.wangge.server.store.EventCounts;
import org.wangge.server.store.MonthCounts.WholeTown;

/**
 * Whether the figures agree with one another; a bulletin whose figures do not is never made. Every
 * check is told with the bulletin.
 */
final class Agreement {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final BulletinWords words;
  private final List<String> checks = new ArrayList<>();

  Agreement(BulletinWords words) {
    this.words = words;
  }

  /**
   * Checks the figures.
   *
   * @return what was checked, in words
   * @throws Problem FIGURES_DISAGREE naming the first that does not hold
   */
  List<String> check(Figures figures) {
    WholeTown whole = figures.counts().whole();
    same("accounts", whole.accounts(), figures.allSignIns().accounts());
    same("entered", whole.entered(), figures.allEntries().entered());
    same("stock", whole.stock(), figures.allEntries().counts().stock());
    EventCounts all = figures.allEvents().counts();
    same("reported", whole.reported(), all.reported());
    same("due", whole.due(), all.due());
    same("closed", whole.closed(), all.closed());
    same("overdue", whole.overdueOpen(), all.overdueOpen());
    for (Event event : figures.events()) {
      EventCounts counts = event.counts();
      within(event, "raised", counts.raised(), counts.reported());
      within(event, "closed", counts.closed(), counts.due());
      within(event, "on-time", counts.onTime(), counts.closed());
      within(event, "satisfied", counts.satisfied(), counts.evaluated());
      within(event, "silent", counts.silentGrids(), counts.grids());
      // Whatever fell due is closed or still open and late.
      within(event, "overdue", counts.due() - counts.closed(), counts.overdueOpen());
    }
    checks.add(words.of("check.parts"));
    return List.copyOf(checks);
  }

  /**
   * Checks finished tables: no negative count, no share above a hundred or below zero.
   *
   * @return what was checked, in words
   * @throws Problem FIGURES_DISAGREE naming table, row and column
   */
  List<String> check(List<BulletinTable> tables) {
    for (BulletinTable table : tables) {
      List<Row> rows = new ArrayList<>(table.rows());
      rows.add(table.total());
      for (Row row : rows) {
        for (int i = 0; i < table.columns().size(); i++) {
          Column column = table.columns().get(i);
          if (impossible(column, row.cells().get(i))) {
            throw disagree(
                words.of(
                    "disagree.cell",
                    Map.of(
                        "table", table.number(),
                        "row", String.valueOf(row.cells().get(1)),
                        "column", column.label(),
                        "value", column.printed(row.cells().get(i)))));
          }
        }
      }
    }
    return List.of(words.of("check.rates"));
  }

  private static boolean impossible(Column column, Object cell) {
    if (cell instanceof Long count) {
      return count < 0;
    }
    return column.kind() == ColumnKind.RATE
        && !column.key().equals(MonthTables.GROWTH)
        && cell instanceof BigDecimal rate
        && (rate.signum() < 0 || rate.compareTo(HUNDRED) > 0);
  }

  private void same(String figure, long whole, long sum) {
    Map<String, Object> arguments =
        Map.of("figure", words.of("figure." + figure), "whole", whole, "sum", sum);
    if (whole != sum) {
      throw disagree(words.of("disagree.sum", arguments));
    }
    checks.add(words.of("check.sum", arguments));
  }

  private void within(Event event, String figure, long part, long whole) {
    if (part > whole || part < 0) {
      throw disagree(
          words.of(
              "disagree.part",
              Map.of(
                  "village",
                  event.village().name(),
                  "figure",
                  words.of("figure." + figure),
                  "part",
                  part,
                  "whole",
                  whole)));
    }
  }

  private static Problem disagree(String what) {
    return new Problem(ProblemCode.FIGURES_DISAGREE, Map.of("what", what));
  }
}
