package org.wangge.server.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.wangge.wire.WireCodec;

/** Puts the groups of routes together with those that describe them. */
public final class Interface {
  private Interface() {}

  /** The table of these groups, health and the description of all included. */
  public static Routes of(List<List<Route>> groups, String version, Clock clock, WireCodec codec) {
    AtomicReference<byte[]> description = new AtomicReference<>();
    List<List<Route>> all = new ArrayList<>();
    all.add(SystemRoutes.of(version, clock, description::get));
    all.addAll(groups);
    Routes routes = new Routes(all);
    description.set(codec.write(OpenApi.describe(routes, version)));
    return routes;
  }
}
