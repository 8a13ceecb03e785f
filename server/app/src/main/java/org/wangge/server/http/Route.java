package org.wangge.server.http;

import java.lang.reflect.Type;
import java.util.List;

/**
 * One line of the table of routes.
 *
 * @param method GET, POST, PUT or DELETE
 * @param path path with {@code {name}} for its parameters
 * @param need what the caller must have
 * @param query names of query parameters
 * @param request type of the request body; {@link Void} = none, {@code byte[]} = a file
 * @param answer type of the answer; {@link Void} = none, {@code byte[]} = a file
 * @param summary what it does, for the description of the interface
 * @param handler does it
 */
public record Route(
    String method,
    String path,
    Need need,
    List<String> query,
    Class<?> request,
    Type answer,
    String summary,
    Handler handler) {
  /** Copies the list. */
  public Route {
    query = List.copyOf(query);
  }

  /** Answers a request that has passed the gate. */
  @FunctionalInterface
  public interface Handler {
    /** The answer; refusals are thrown as problems. */
    Answer answer(Exchange exchange);
  }

  /** Whether the body is a file, which has a limit of its own. */
  boolean takesFile() {
    return request == byte[].class;
  }

  /** A route without a body. */
  static Route of(
      String method, String path, Need need, Type answer, String summary, Handler handler) {
    return new Route(method, path, need, List.of(), Void.class, answer, summary, handler);
  }

  /** A route with a body. */
  static Route of(
      String method,
      String path,
      Need need,
      Class<?> request,
      Type answer,
      String summary,
      Handler handler) {
    return new Route(method, path, need, List.of(), request, answer, summary, handler);
  }

  /** The same route with query parameters. */
  Route withQuery(String... names) {
    return new Route(method, path, need, List.of(names), request, answer, summary, handler);
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
