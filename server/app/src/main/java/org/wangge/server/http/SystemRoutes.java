package org.wangge.server.http;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.wire.Health;
import org.wangge.wire.Paths;

/** Whether the server is up, and what its interface looks like. */
public final class SystemRoutes {
  private SystemRoutes() {}

  /**
   * The routes.
   *
   * @param version version of the program
   * @param description JSON of the description of the interface
   */
  public static List<Route> of(String version, Clock clock, Supplier<byte[]> description) {
    return List.of(
        Route.of(
            "GET",
            Paths.HEALTH,
            Need.open(),
            Health.class,
            "Tells that the server is up",
            exchange ->
                Answer.of(
                    new Health(version, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)))),
        Route.of(
            "GET",
            Paths.OPENAPI,
            Need.open(),
            byte[].class,
            "Describes this interface",
            exchange -> Answer.file("application/json", "", description.get())));
  }
}
