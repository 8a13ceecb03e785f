package org.wangge.server.http;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Caller;
import org.wangge.server.accounts.SignedIn;

/** One request that has passed the gate, as its handler sees it. */
public final class Exchange {
  private final String requestId;
  private final String address;
  private final Optional<SignedIn> session;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Object body;

  Exchange(
      String requestId,
      String address,
      Optional<SignedIn> session,
      Map<String, String> path,
      Map<String, String> query,
      Object body) {
    this.requestId = requestId;
    this.address = address;
    this.session = session;
    this.path = path;
    this.query = query;
    this.body = body;
  }

  /** Id of the request in answer, log and audit. */
  public String requestId() {
    return requestId;
  }

  /** Network address of the caller. */
  public String address() {
    return address;
  }

  /** Who asks; only on routes that need a session. */
  public Caller caller() {
    SignedIn signedIn = session();
    return new Caller(signedIn.account(), signedIn.workstation(), requestId);
  }

  /** The session; only on routes that need one. */
  public SignedIn session() {
    return session.orElseThrow(() -> new Problem(ProblemCode.NOT_SIGNED_IN));
  }

  /** A parameter of the path. */
  public String path(String name) {
    return path.get(name);
  }

  /**
   * An id in the path.
   *
   * @throws Problem NOT_FOUND when it is none
   */
  public UUID id() {
    try {
      return UUID.fromString(path("id"));
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.NOT_FOUND);
    }
  }

  /** A query parameter; empty when it is not given. */
  public String query(String name) {
    return query.getOrDefault(name, "");
  }

  /**
   * An id given as a query parameter.
   *
   * @throws Problem MALFORMED when it is missing or none
   */
  public UUID queryId(String name) {
    try {
      return UUID.fromString(query(name));
    } catch (IllegalArgumentException e) {
      throw malformed(name);
    }
  }

  /** The body, of the route's request type. */
  public <T> T body(Class<T> type) {
    return type.cast(body);
  }

  /** The bytes of the file that was sent; ends with a problem when it is larger than allowed. */
  public InputStream file() {
    return (InputStream) body;
  }

  /**
   * Refuses a part of the request that is missing.
   *
   * @throws Problem MALFORMED naming the part
   */
  public static <T> T required(T value, String name) {
    if (value == null) {
      throw malformed(name);
    }
    return value;
  }

  /**
   * Refuses a text that is missing, too long, or holds control characters.
   *
   * @throws Problem MALFORMED naming the part
   */
  public static String text(String value, String name, int most) {
    required(value, name);
    if (value.length() > most || value.codePoints().anyMatch(Exchange::isControl)) {
      throw malformed(name);
    }
    return value;
  }

  /** The refusal of a part of the request. */
  static Problem malformed(String name) {
    return new Problem(ProblemCode.MALFORMED, Map.of("field", name));
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.SURROGATE;
  }
}
