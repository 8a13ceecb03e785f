package org.wangge.server.bulletins;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wangge.bulletin.Block;
import org.wangge.server.bulletins.Figures.Entry;
import org.wangge.server.bulletins.Figures.Event;
import org.wangge.server.bulletins.Figures.SignIn;
import org.wangge.server.store.Village;

/**
 * The text of a bulletin by rules: each sentence has a condition and is left out when it does not
 * hold. The wording stands in the bundle, the conditions here.
 */
final class MonthText {
  private static final int NAMED_PLACES = 3;
  private static final BigDecimal FULL = new BigDecimal("100.00");

  private final BulletinWords words;
  private final Figures figures;
  private final String issuer;
  private final LocalDate answerBy;

  /**
   * Text for these figures.
   *
   * @param issuer who issues the bulletin
   * @param answerBy day by which the villages answer
   */
  MonthText(BulletinWords words, Figures figures, String issuer, LocalDate answerBy) {
    this.words = words;
    this.figures = figures;
    this.issuer = issuer;
    this.answerBy = answerBy;
  }

  /** The text in reading order, with the places of the tables. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    paragraph(blocks, lead());
    heading(blocks, "overall");
    overall().forEach(sentence -> paragraph(blocks, sentence));
    heading(blocks, "sign-in");
    paragraph(blocks, signIn());
    blocks.add(new Block.TableReference(MonthTables.SIGN_IN));
    heading(blocks, "entries");
    paragraph(blocks, entries());
    blocks.add(new Block.TableReference(MonthTables.ENTRIES));
    heading(blocks, "events");
    paragraph(blocks, events());
    blocks.add(new Block.TableReference(MonthTables.EVENTS));
    heading(blocks, "problems");
    numbered(blocks, problems());
    heading(blocks, "next");
    numbered(blocks, next());
    return blocks;
  }

  private void heading(List<Block> blocks, String key) {
    blocks.add(new Block.Heading(1, words.of("heading." + key)));
  }

  private static void paragraph(List<Block> blocks, String text) {
    blocks.add(new Block.Paragraph(text));
  }

  private static void numbered(List<Block> blocks, List<String> sentences) {
    if (sentences.size() == 1) {
      paragraph(blocks, sentences.getFirst());
      return;
    }
    for (int i = 0; i < sentences.size(); i++) {
      paragraph(blocks, (i + 1) + "." + sentences.get(i));
    }
  }

  private String lead() {
    return words.of(
        "lead",
        Map.of(
            "year", figures.counts().month().getYear(),
            "month", figures.counts().month().getMonthValue(),
            "day", figures.counts().month().lengthOfMonth(),
            "villages", figures.counts().villages().size()));
  }

  private List<String> overall() {
    List<String> sentences = new ArrayList<>();
    SignIn signIn = figures.allSignIns();
    sentences.add(
        signIn.accounts() == 0
            ? words.of("overall.sign-in-none")
            : words.of(
                "overall.sign-in",
                Map.of(
                    "accounts", signIn.accounts(),
                    "rate", signIn.rate(),
                    "change", changeOfPoints(signIn.change()),
                    "active", signIn.activeInMonth(),
                    "activity", signIn.monthActivity())));
    Entry entry = figures.allEntries();
    sentences.add(
        words.of(
            "overall.entries",
            Map.of(
                "entered", entry.entered(),
                "change", change(entry.entered(), entry.counts().lastMonth(), "unit.entries"),
                "stock", entry.counts().stock())));
    Event event = figures.allEvents();
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("reported", event.counts().reported());
    arguments.put("change", change(event.counts().reported(), event.before(), "unit.events"));
    arguments.put("kept", event.kept());
    arguments.put("raised", event.counts().raised());
    arguments.put("due", event.due());
    arguments.put("closed", event.closed());
    arguments.put("closingRate", event.closingRate());
    arguments.put("onTime", event.onTime());
    arguments.put("onTimeRate", event.onTimeRate());
    arguments.put("overdue", event.counts().overdueOpen());
    sentences.add(
        words.of(event.due() == 0 ? "overall.events-none-due" : "overall.events", arguments));
    if (event.counts().evaluated() > 0) {
      sentences.add(
          words.of(
              "overall.call-back",
              Map.of(
                  "evaluated", event.counts().evaluated(),
                  "satisfaction", event.satisfaction())));
    }
    return sentences;
  }

  private String change(long now, long before, String unit) {
    if (now == before) {
      return words.of("change.same");
    }
    if (before == 0) {
      return words.of("change.first");
    }
    return words.of(
        now > before ? "change.up" : "change.down",
        Map.of(
            "amount", Math.abs(now - before),
            "unit", words.of(unit),
            "growth", Rates.growth(now, before).abs()));
  }

  private String changeOfPoints(BigDecimal points) {
    if (points == null) {
      return "";
    }
    return points.signum() == 0
        ? words.of("change.same")
        : words.of(
            points.signum() > 0 ? "change.points-up" : "change.points-down",
            Map.of("points", points.abs()));
  }

  private String signIn() {
    List<SignIn> full =
        figures.signIns().stream()
            .filter(
                row -> row.accounts() > 0 && row.rate() != null && row.rate().compareTo(FULL) == 0)
            .toList();
    StringBuilder text = new StringBuilder();
    if (full.size() > 2 * NAMED_PLACES) {
      text.append(words.of("sign-in.most-full", Map.of("count", full.size())));
    } else if (!full.isEmpty()) {
      text.append(words.of("sign-in.full", Map.of("villages", names(full, SignIn::village))));
    } else {
      best("sign-in.best", figures.signInPlaces(), SignIn::village, row -> row.rate() + "%")
          .ifPresent(text::append);
    }
    return text.append(words.of("sign-in.table")).toString();
  }

  private String entries() {
    StringBuilder text = new StringBuilder();
    if (figures.allEntries().entered() > 0) {
      best(
              "entries.best",
              figures.entryPlaces(),
              Entry::village,
              row -> row.entered() + words.of("unit.entries"))
          .ifPresent(text::append);
    }
    return text.append(words.of("entries.table")).toString();
  }

  private String events() {
    Map<Event, Long> places = figures.eventPlaces();
    List<Event> spotless =
        figures.events().stream()
            .filter(row -> row.due() > 0 && row.onTime() == row.due())
            .filter(row -> row.counts().overdueOpen() == 0)
            .toList();
    StringBuilder text = new StringBuilder();
    if (!spotless.isEmpty()) {
      text.append(words.of("events.spotless", Map.of("villages", names(spotless, Event::village))));
    }
    best("events.best", places, Event::village, row -> row.onTimeRate() + "%")
        .ifPresent(text::append);
    // Naming the last makes sense only when they are others than the first.
    if (places.size() > 2 * NAMED_PLACES) {
      long from = places.values().stream().mapToLong(Long::longValue).max().orElse(0);
      List<Map.Entry<Event, Long>> last = sorted(places, Event::village);
      List<Map.Entry<Event, Long>> worst =
          last.subList(last.size() - NAMED_PLACES, last.size()).stream()
              .filter(entry -> entry.getValue() > NAMED_PLACES || from <= NAMED_PLACES)
              .toList();
      if (!worst.isEmpty()) {
        text.append(
            words.of(
                "events.worst",
                Map.of("places", places(worst, places, Event::village, this::onTime))));
      }
    }
    return text.append(words.of("events.table")).toString();
  }

  private String onTime(Event row) {
    return row.onTimeRate() + "%";
  }

  private <T> Optional<String> best(
      String key, Map<T, Long> places, Function<T, Village> village, Function<T, String> value) {
    List<Map.Entry<T, Long>> named =
        sorted(places, village).stream().filter(e -> e.getValue() <= NAMED_PLACES).toList();
    // With more than twice as many tied in front, a list of names says nothing.
    return named.isEmpty() || named.size() > 2 * NAMED_PLACES
        ? Optional.empty()
        : Optional.of(words.of(key, Map.of("places", places(named, places, village, value))));
  }

  private <T> List<Map.Entry<T, Long>> sorted(Map<T, Long> places, Function<T, Village> village) {
    return places.entrySet().stream()
        .sorted(
            Map.Entry.<T, Long>comparingByValue()
                .thenComparing(
                    Comparator.comparingInt(
                        entry ->
                            figures.counts().villages().indexOf(village.apply(entry.getKey())))))
        .toList();
  }

  private <T> String places(
      List<Map.Entry<T, Long>> named,
      Map<T, Long> all,
      Function<T, Village> village,
      Function<T, String> value) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<T, Long> entry : named) {
      boolean tied =
          all.values().stream().filter(place -> place.equals(entry.getValue())).count() > 1;
      parts.add(
          words.of(
              tied ? "place-tied" : "place",
              Map.of(
                  "place", entry.getValue(),
                  "village", village.apply(entry.getKey()).name(),
                  "value", value.apply(entry.getKey()))));
    }
    return String.join(words.of("comma"), parts);
  }

  private <T> String names(List<T> rows, Function<T, Village> village) {
    return String.join(
        words.of("comma"), rows.stream().map(row -> village.apply(row).name()).toList());
  }

  private <T> String named(List<T> rows, Function<T, Village> village, Function<T, String> value) {
    return String.join(
        words.of("comma"),
        rows.stream()
            .map(
                row ->
                    words.of(
                        "named",
                        Map.of("village", village.apply(row).name(), "value", value.apply(row))))
            .toList());
  }

  private List<String> problems() {
    List<String> problems = new ArrayList<>();
    List<SignIn> noAccounts = signIns(row -> row.accounts() == 0);
    if (!noAccounts.isEmpty()) {
      problems.add(
          words.of("problem.no-accounts", Map.of("villages", names(noAccounts, SignIn::village))));
    }
    List<SignIn> rarely = rarelySignedIn();
    if (!rarely.isEmpty()) {
      problems.add(
          words.of(
              "problem.sign-in",
              Map.of(
                  "floor", figures.parameters().signInFloor(),
                  "count", rarely.size(),
                  "villages", named(rarely, SignIn::village, row -> row.rate() + "%"))));
    }
    List<SignIn> absent =
        signIns(row -> row.accounts() > 0 && row.absence() >= figures.parameters().absenceFloor());
    if (!absent.isEmpty()) {
      problems.add(
          words.of(
              "problem.absence",
              Map.of(
                  "floor", figures.parameters().absenceFloor(),
                  "count", absent.size(),
                  "villages", names(absent, SignIn::village))));
    }
    List<Entry> nothing = figures.entries().stream().filter(row -> row.entered() == 0).toList();
    if (!nothing.isEmpty()) {
      problems.add(
          words.of("problem.no-entries", Map.of("villages", names(nothing, Entry::village))));
    }
    problems.addAll(eventProblems());
    return problems.isEmpty() ? List.of(words.of("problem.none")) : problems;
  }

  private List<String> eventProblems() {
    List<String> problems = new ArrayList<>();
    List<Event> silent = silent();
    if (!silent.isEmpty()) {
      problems.add(
          words.of("problem.no-events", Map.of("villages", names(silent, Event::village))));
    }
    List<Event> silentGrids = events(row -> row.counts().silentGrids() > 0);
    if (!silentGrids.isEmpty()) {
      problems.add(
          words.of(
              "problem.silent-grids",
              Map.of(
                  "count", figures.allEvents().counts().silentGrids(),
                  "villages", names(silentGrids, Event::village))));
    }
    List<Event> slow = slow();
    if (!slow.isEmpty()) {
      problems.add(
          words.of(
              "problem.on-time",
              Map.of(
                  "floor", figures.parameters().onTimeFloor(),
                  "count", slow.size(),
                  "villages", named(slow, Event::village, this::onTime))));
    }
    List<Event> overdue = events(row -> row.counts().overdueOpen() > 0);
    if (!overdue.isEmpty()) {
      problems.add(
          words.of(
              "problem.overdue",
              Map.of(
                  "total", figures.allEvents().counts().overdueOpen(),
                  "count", overdue.size(),
                  "villages",
                      named(
                          overdue,
                          Event::village,
                          row -> row.counts().overdueOpen() + words.of("unit.events")))));
    }
    List<Event> discontent = discontent();
    if (!discontent.isEmpty()) {
      problems.add(
          words.of(
              "problem.satisfaction",
              Map.of(
                  "floor", figures.parameters().satisfactionFloor(),
                  "count", discontent.size(),
                  "villages", named(discontent, Event::village, row -> row.satisfaction() + "%"))));
    }
    return problems;
  }

  private List<String> next() {
    List<String> demands = new ArrayList<>();
    long overdue = figures.allEvents().counts().overdueOpen();
    if (overdue > 0) {
      demands.add(words.of("next.overdue", Map.of("total", overdue)));
    }
    if (!slow().isEmpty()) {
      demands.add(words.of("next.on-time", Map.of("floor", figures.parameters().onTimeFloor())));
    }
    if (!rarelySignedIn().isEmpty()) {
      demands.add(words.of("next.sign-in", Map.of("floor", figures.parameters().signInFloor())));
    }
    demands.add(words.of("next.entries"));
    if (!silent().isEmpty() || figures.allEvents().counts().silentGrids() > 0) {
      demands.add(words.of("next.silent"));
    }
    if (!discontent().isEmpty()) {
      demands.add(words.of("next.satisfaction"));
    }
    demands.add(
        words.of(
            "next.always",
            Map.of(
                "month", answerBy.getMonthValue(),
                "day", answerBy.getDayOfMonth(),
                "issuer", issuer)));
    return demands;
  }

  private List<SignIn> signIns(Predicate<SignIn> condition) {
    return figures.signIns().stream().filter(condition).toList();
  }

  private List<Event> events(Predicate<Event> condition) {
    return figures.events().stream().filter(condition).toList();
  }

  private List<SignIn> rarelySignedIn() {
    return signIns(
        row -> row.accounts() > 0 && below(row.rate(), figures.parameters().signInFloor()));
  }

  private List<Event> silent() {
    return events(row -> row.counts().reported() == 0);
  }

  private List<Event> slow() {
    return events(row -> below(row.onTimeRate(), figures.parameters().onTimeFloor()));
  }

  private List<Event> discontent() {
    return events(row -> below(row.satisfaction(), figures.parameters().satisfactionFloor()));
  }

  private static boolean below(BigDecimal rate, BigDecimal floor) {
    return rate != null && rate.compareTo(floor) < 0;
  }
}
