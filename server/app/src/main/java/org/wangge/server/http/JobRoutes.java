package org.wangge.server.http;

import java.util.List;
import org.wangge.server.jobs.Jobs;
import org.wangge.wire.Job;
import org.wangge.wire.Paths;

/** How long work stands. */
public final class JobRoutes {
  private JobRoutes() {}

  /** The routes. */
  public static List<Route> of(Jobs jobs) {
    return List.of(
        Route.of(
            "GET",
            Paths.JOB,
            Need.signedIn(),
            Job.class,
            "How a job of the account stands",
            exchange -> Answer.of(jobs.of(exchange.caller(), exchange.id()))),
        Route.of(
            "DELETE",
            Paths.JOB,
            Need.signedIn(),
            Job.class,
            "Asks a job of the account to stop",
            exchange -> Answer.of(jobs.cancel(exchange.caller(), exchange.id()))));
  }
}
