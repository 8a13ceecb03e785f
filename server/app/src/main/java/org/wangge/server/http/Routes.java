package org.wangge.server.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All routes. Requests are found in it, and the description of the interface is made from it. */
public final class Routes {
  private final List<Route> routes;

  /** A table of these groups; a method and path may stand in it once. */
  public Routes(Collection<List<Route>> groups) {
    this.routes = groups.stream().flatMap(List::stream).toList();
    Set<String> seen = new HashSet<>();
    for (Route route : routes) {
      if (!seen.add(route.method() + " " + route.path().replaceAll("\\{[^}]*}", "{}"))) {
        throw new IllegalArgumentException("twice in the table of routes: " + route);
      }
    }
  }

  /** All routes in order. */
  public List<Route> all() {
    return routes;
  }

  /**
   * The route of a request.
   *
   * @param route route
   * @param parameters parameters of the path, decoded
   */
  record Match(Route route, Map<String, String> parameters) {}

  /** The route for a method and a raw path, or empty. */
  Optional<Match> find(String method, String rawPath) {
    String[] segments = rawPath.split("/", -1);
    return routes.stream()
        .filter(route -> route.method().equals(method))
        .flatMap(route -> match(route, segments).stream())
        // A path written out wins over one with parameters.
        .min((a, b) -> Integer.compare(a.parameters().size(), b.parameters().size()));
  }

  /** Methods that stand in the table for a raw path. */
  List<String> methods(String rawPath) {
    String[] segments = rawPath.split("/", -1);
    return routes.stream()
        .filter(route -> match(route, segments).isPresent())
        .map(Route::method)
        .sorted()
        .toList();
  }

  private static Optional<Match> match(Route route, String[] segments) {
    String[] wanted = route.path().split("/", -1);
    if (wanted.length != segments.length) {
      return Optional.empty();
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < wanted.length; i++) {
      if (wanted[i].startsWith("{")) {
        Optional<String> value = decode(segments[i]);
        if (value.isEmpty() || value.get().isEmpty()) {
          return Optional.empty();
        }
        parameters.put(wanted[i].substring(1, wanted[i].length() - 1), value.get());
      } else if (!wanted[i].equals(segments[i])) {
        return Optional.empty();
      }
    }
    return Optional.of(new Match(route, parameters));
  }

  /** The parameters of a raw query; the first one of a name counts. */
  static Map<String, String> query(String raw) {
    Map<String, String> parameters = new LinkedHashMap<>();
    Arrays.stream(raw.split("&", -1))
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              int equals = part.indexOf('=');
              String name = equals < 0 ? part : part.substring(0, equals);
              String value = equals < 0 ? "" : part.substring(equals + 1);
              parameters.putIfAbsent(
                  decode(name.replace('+', ' ')).orElseThrow(() -> Exchange.malformed("query")),
                  decode(value.replace("+", "%20")).orElseThrow(() -> Exchange.malformed("query")));
            });
    return parameters;
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
