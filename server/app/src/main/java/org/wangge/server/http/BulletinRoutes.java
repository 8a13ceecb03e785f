package org.wangge.server.http;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.bulletins.Bulletins;
import org.wangge.server.jobs.Jobs;
import org.wangge.server.jobs.Progress;
import org.wangge.wire.BulletinDocument;
import org.wangge.wire.BulletinOrder;
import org.wangge.wire.BulletinState;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** Bulletins of a month. */
public final class BulletinRoutes {
  private static final Map<String, String> MEDIA =
      Map.of(
          "pdf",
          "application/pdf",
          "xlsx",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final Bulletins bulletins;
  private final Jobs jobs;

  private BulletinRoutes(Bulletins bulletins, Jobs jobs) {
    this.bulletins = bulletins;
    this.jobs = jobs;
  }

  /** The routes. */
  public static List<Route> of(Bulletins bulletins, Jobs jobs) {
    BulletinRoutes handlers = new BulletinRoutes(bulletins, jobs);
    return List.of(
        Route.of(
                "GET",
                Paths.BULLETINS,
                Need.of(Function.BULLETIN_READ),
                Types.listOf(BulletinState.class),
                "The months of a town and what there is of them",
                exchange -> Answer.of(bulletins.states(exchange.caller(), exchange.query("area"))))
            .withQuery("area"),
        Route.of(
            "POST",
            Paths.BULLETINS,
            Need.of(Function.BULLETIN),
            BulletinOrder.class,
            Job.class,
            "Counts a month and freezes it, counts a frozen one again, or previews the current one",
            handlers::order),
        Route.of(
                "GET",
                Paths.BULLETIN,
                Need.of(Function.BULLETIN_READ),
                BulletinDocument.class,
                "The tables and text of a month",
                exchange ->
                    Answer.of(
                        bulletins.document(
                            exchange.caller(), exchange.query("area"), month(exchange))))
            .withQuery("area"),
        Route.of(
                "GET",
                Paths.BULLETIN_FILE,
                Need.of(Function.BULLETIN_READ),
                byte[].class,
                "The file of a month, as pdf or xlsx",
                handlers::file)
            .withQuery("area"));
  }

  private BulletinState made(
      Caller caller, YearMonth month, BulletinOrder order, Progress progress) {
    return order.again()
        ? bulletins.reissue(caller, month, order.area(), progress)
        : bulletins.generate(caller, month, order.area(), order.preview(), progress);
  }

  private Answer order(Exchange exchange) {
    BulletinOrder order = exchange.body(BulletinOrder.class);
    if (order.again() && order.preview()) {
      throw new Problem(ProblemCode.MALFORMED, Map.of("what", "again"));
    }
    YearMonth month = Exchange.required(order.month(), "month");
    Caller caller = exchange.caller();
    return Answer.accepted(
        jobs.start(
            caller,
            "bulletin",
            Exchange.required(order.requestId(), "requestId"),
            progress -> made(caller, month, order, progress).month().toString()));
  }

  private Answer file(Exchange exchange) {
    YearMonth month = month(exchange);
    String format = exchange.path("format");
    String media = MEDIA.get(format);
    if (media == null) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
    byte[] file = bulletins.file(exchange.caller(), exchange.query("area"), month, format);
    return Answer.file(media, month + "." + format, file);
  }

  private static YearMonth month(Exchange exchange) {
    try {
      return YearMonth.parse(exchange.path("month"));
    } catch (DateTimeException e) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
  }
}
