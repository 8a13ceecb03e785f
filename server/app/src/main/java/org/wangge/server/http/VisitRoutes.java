package org.wangge.server.http;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.visits.Visits;
import org.wangge.wire.Paths;
import org.wangge.wire.VisitDuty;
import org.wangge.wire.VisitDutySave;
import org.wangge.wire.VisitRate;
import org.wangge.wire.VisitsDue;

/** Visits that are due, and how often they are. */
public final class VisitRoutes {
  private static final Need READERS = Need.of(Act.READ, "visit_record");
  private static final Need KEEPERS = Need.of(Function.CATALOGUE);
  private static final int CODE = 20;

  private VisitRoutes() {}

  /** The routes. */
  public static List<Route> of(Visits visits) {
    return List.of(
        Route.of(
                "GET",
                Paths.VISITS_DUE,
                READERS,
                VisitsDue.class,
                "Who is to be visited, the most pressing first",
                exchange ->
                    Answer.of(
                        visits.due(
                            exchange.caller(),
                            Exchange.text(exchange.query("place"), "place", CODE),
                            Exchange.text(exchange.query("state"), "state", CODE))))
            .withQuery("place", "state"),
        Route.of(
                "GET",
                Paths.VISIT_RATES,
                READERS,
                Types.listOf(VisitRate.class),
                "What part of the visits due was made, by village and grid",
                exchange -> Answer.of(visits.rates(exchange.caller(), month(exchange))))
            .withQuery("month"),
        Route.of(
            "GET",
            Paths.VISIT_DUTIES,
            KEEPERS,
            Types.listOf(VisitDuty.class),
            "How often each category is visited",
            exchange -> Answer.of(visits.duties(exchange.caller()))),
        Route.of(
            "POST",
            Paths.VISIT_DUTIES,
            KEEPERS,
            VisitDutySave.class,
            VisitDuty.class,
            "Sets how often a category is visited from a day on",
            exchange -> {
              VisitDutySave wish = exchange.body(VisitDutySave.class);
              Exchange.required(wish.requestId(), "requestId");
              Exchange.text(wish.category(), "category", CODE);
              Exchange.text(wish.window(), "window", CODE);
              Exchange.required(wish.validFrom(), "validFrom");
              return Answer.of(visits.save(exchange.caller(), wish));
            }));
  }

  private static YearMonth month(Exchange exchange) {
    try {
      return YearMonth.parse(exchange.query("month"));
    } catch (DateTimeException e) {
      throw Exchange.malformed("month");
    }
  }
}
