package org.wangge.server.http;

import java.util.List;
import org.wangge.server.access.Rights.Act;
import org.wangge.server.access.Rights.Function;
import org.wangge.server.events.Events;
import org.wangge.wire.EventAct;
import org.wangge.wire.EventCase;
import org.wangge.wire.Paths;

/** Events on their way. */
public final class EventRoutes {
  private EventRoutes() {}

  /** The routes. */
  public static List<Route> of(Events events) {
    return List.of(
        Route.of(
            "GET",
            Paths.EVENT,
            Need.of(Act.READ, "event"),
            EventCase.class,
            "An event with its steps, clocks and allowed acts",
            exchange -> Answer.of(events.open(exchange.caller(), exchange.id()))),
        Route.of(
            "POST",
            Paths.EVENT_ACTS,
            Need.of(Function.EVENT),
            EventAct.class,
            EventCase.class,
            "Does an act on an event",
            exchange ->
                Answer.of(
                    events.act(exchange.caller(), exchange.id(), exchange.body(EventAct.class)))));
  }
}
