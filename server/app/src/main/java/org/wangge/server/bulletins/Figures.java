package org.wangge.server.bulletins;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.wangge.server.bulletins.Parameters.Denominator;
import org.wangge.server.calendar.WorkingCalendar;
import org.wangge.server.store.EntryCounts;
import org.wangge.server.store.EventCounts;
import org.wangge.server.store.MonthCounts;
import org.wangge.server.store.SignInCounts;
import org.wangge.server.store.Village;

/**
 * The figures of a month by village and for the whole town, with places in the ranking. Everything
 * in tables and text comes from here, so that they cannot differ.
 */
final class Figures {
  private final MonthCounts counts;
  private final Parameters parameters;
  private final List<SignIn> signIns = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final SignIn allSignIns;
  private final Entry allEntries;
  private final Event allEvents;

  /** Works the figures out. */
  Figures(MonthCounts counts, Parameters parameters, WorkingCalendar calendar) {
    this.counts = counts;
    this.parameters = parameters;
    List<LocalDate> days = calendar.workingDays(counts.month());
    List<LocalDate> daysBefore = calendar.workingDays(counts.month().minusMonths(1));
    for (Village village : counts.villages()) {
      signIns.add(
          SignIn.of(
              village,
              counts.signIns().get(village.code()),
              counts.signInDaysBefore().get(village.code()),
              days,
              daysBefore));
      entries.add(new Entry(village, counts.entries().get(village.code())));
      events.add(
          new Event(
              village,
              counts.events().get(village.code()),
              counts.reportedBefore().get(village.code()),
              parameters.denominator()));
    }
    Village town = new Village(counts.town(), counts.townName());
    allSignIns = SignIn.sum(town, signIns);
    allEntries = Entry.sum(town, entries);
    allEvents =
        new Event(
            town,
            events.stream().map(Event::counts).reduce(EventCounts.none(), EventCounts::plus),
            sum(events, Event::before),
            parameters.denominator());
  }

  private static <T> long sum(List<T> rows, ToLongFunction<T> value) {
    return rows.stream().mapToLong(value).sum();
  }

  /**
   * Signing in of one village, or of all.
   *
   * @param village the village; the town for the sum
   * @param accounts enabled accounts
   * @param workingDays working days of the month, for all: of every village together
   * @param days working days with a sign-in
   * @param activeInMonth accounts active in the month
   * @param activeInWeek accounts active in its last seven days
   * @param absence most working days in a row without a sign-in
   * @param workingDaysBefore working days of the month before
   * @param daysBefore of these, those with a sign-in
   */
  record SignIn(
      Village village,
      long accounts,
      long workingDays,
      long days,
      long activeInMonth,
      long activeInWeek,
      long absence,
      long workingDaysBefore,
      long daysBefore) {

    static SignIn of(
        Village village,
        SignInCounts now,
        Set<LocalDate> before,
        List<LocalDate> workingDays,
        List<LocalDate> workingDaysBefore) {
      return new SignIn(
          village,
          now.accounts(),
          workingDays.size(),
          workingDays.stream().filter(now.days()::contains).count(),
          now.activeInMonth(),
          now.activeInWeek(),
          longestAbsence(workingDays, now),
          workingDaysBefore.size(),
          workingDaysBefore.stream().filter(before::contains).count());
    }

    private static long longestAbsence(List<LocalDate> workingDays, SignInCounts counts) {
      long longest = 0;
      long run = 0;
      for (LocalDate day : workingDays) {
        run = counts.days().contains(day) ? 0 : run + 1;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    static SignIn sum(Village town, List<SignIn> rows) {
      return new SignIn(
          town,
          Figures.sum(rows, SignIn::accounts),
          Figures.sum(rows, SignIn::workingDays),
          Figures.sum(rows, SignIn::days),
          Figures.sum(rows, SignIn::activeInMonth),
          Figures.sum(rows, SignIn::activeInWeek),
          rows.stream().mapToLong(SignIn::absence).max().orElse(0),
          Figures.sum(rows, SignIn::workingDaysBefore),
          Figures.sum(rows, SignIn::daysBefore));
    }

    BigDecimal rate() {
      return Rates.percent(days, workingDays);
    }

    BigDecimal rateBefore() {
      return Rates.percent(daysBefore, workingDaysBefore);
    }

    BigDecimal change() {
      return Rates.points(rate(), rateBefore());
    }

    BigDecimal monthActivity() {
      return Rates.percent(activeInMonth, accounts);
    }

    BigDecimal weekActivity() {
      return Rates.percent(activeInWeek, accounts);
    }
  }

  /**
   * Entries of one village, or of all.
   *
   * @param village the village; the town for the sum
   * @param counts what was entered
   */
  record Entry(Village village, EntryCounts counts) {
    static Entry sum(Village town, List<Entry> rows) {
      Map<String, Long> byModule = new java.util.HashMap<>();
      rows.forEach(
          row ->
              row.counts.byModule().forEach((module, n) -> byModule.merge(module, n, Long::sum)));
      return new Entry(
          town,
          new EntryCounts(
              byModule,
              Figures.sum(rows, row -> row.counts.lastMonth()),
              Figures.sum(rows, row -> row.counts.stock())));
    }

    long entered() {
      return counts.entered();
    }

    BigDecimal growth() {
      return Rates.growth(entered(), counts.lastMonth());
    }
  }

  /**
   * Events of one village, or of all.
   *
   * @param village the village; the town for the sum
   * @param counts what happened
   * @param before events reported in the month before
   * @param denominator what closing rates are divided by
   */
  record Event(Village village, EventCounts counts, long before, Denominator denominator) {
    private boolean byLimit() {
      return denominator == Denominator.DUE;
    }

    long due() {
      return byLimit() ? counts.due() : counts.reported();
    }

    long closed() {
      return byLimit() ? counts.closed() : counts.closedOfReported();
    }

    long onTime() {
      return byLimit() ? counts.onTime() : counts.onTimeOfReported();
    }

    long kept() {
      return counts.reported() - counts.raised();
    }

    long late() {
      return counts.overdueOpen() + counts.closedLate();
    }

    BigDecimal closingRate() {
      return Rates.percent(closed(), due());
    }

    BigDecimal onTimeRate() {
      return Rates.percent(onTime(), due());
    }

    BigDecimal satisfaction() {
      return Rates.percent(counts.satisfied(), counts.evaluated());
    }

    BigDecimal growth() {
      return Rates.growth(counts.reported(), before);
    }
  }

  MonthCounts counts() {
    return counts;
  }

  Parameters parameters() {
    return parameters;
  }

  List<SignIn> signIns() {
    return signIns;
  }

  List<Entry> entries() {
    return entries;
  }

  List<Event> events() {
    return events;
  }

  SignIn allSignIns() {
    return allSignIns;
  }

  Entry allEntries() {
    return allEntries;
  }

  Event allEvents() {
    return allEvents;
  }

  /** Places by sign-in rate; a village without accounts takes no part. */
  Map<SignIn, Long> signInPlaces() {
    return Ranking.of(
        signIns,
        row -> row.accounts() > 0,
        highest(SignIn::rate)
            .thenComparing(highest(SignIn::monthActivity))
            .thenComparing(highest(SignIn::weekActivity))
            .thenComparingLong(SignIn::absence));
  }

  /** Places by records entered. */
  Map<Entry, Long> entryPlaces() {
    return Ranking.of(
        entries,
        row -> true,
        Comparator.comparingLong(Entry::entered)
            .reversed()
            .thenComparing(highest(Entry::growth))
            .thenComparing(
                Comparator.comparingLong((Entry row) -> row.counts().stock()).reversed()));
  }

  /** Places by on-time rate; then fewer late, then more reported. Nothing due: no place. */
  Map<Event, Long> eventPlaces() {
    return Ranking.of(
        events,
        row -> row.due() > 0,
        highest(Event::onTimeRate)
            .thenComparingLong(Event::late)
            .thenComparing(
                Comparator.comparingLong((Event row) -> row.counts().reported()).reversed()));
  }

  private static <T> Comparator<T> highest(Function<T, BigDecimal> value) {
    return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder())).reversed();
  }
}
