package org.wangge.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.server.access.Account;
import org.wangge.server.access.Rights;
import org.wangge.server.accounts.Sessions;
import org.wangge.server.accounts.SignedIn;

/** What every request must pass before its route is entered. */
final class Gate {
  private static final String BEARER = "Bearer ";

  private final Sessions sessions;
  private final RateLimit rates;
  private final String controlSecret;

  Gate(Sessions sessions, RateLimit rates, String controlSecret) {
    this.sessions = sessions;
    this.rates = rates;
    this.controlSecret = controlSecret;
  }

  /**
   * Lets a request in, or refuses it.
   *
   * @param route route it wants
   * @param path parameters of its path
   * @param authorization its Authorization header; empty = none
   * @param address network address it came from
   * @param thisMachine true when that address is this machine's own
   * @return the session, on routes that need one
   * @throws Problem NOT_SIGNED_IN, PASSWORD_MUST_CHANGE, FORBIDDEN, TOO_MANY_REQUESTS
   */
  Optional<SignedIn> enter(
      Route route,
      Map<String, String> path,
      String authorization,
      String address,
      boolean thisMachine) {
    return switch (route.need()) {
      case Need.Open() -> {
        rates.count("address " + address);
        yield Optional.empty();
      }
      case Need.Control() -> {
        rates.count("address " + address);
        if (!thisMachine || !isControl(authorization)) {
          throw new Problem(ProblemCode.NOT_SIGNED_IN);
        }
        yield Optional.empty();
      }
      case Need.SignedIn(boolean beforePasswordChange) ->
          Optional.of(session(authorization, address, beforePasswordChange));
      case Need.Function(Rights.Function function) -> {
        SignedIn session = session(authorization, address, false);
        Rights.require(session.account(), function);
        yield Optional.of(session);
      }
      case Need.Act(Rights.Act act, String type) -> {
        SignedIn session = session(authorization, address, false);
        Account account = session.account();
        Rights.require(account, act, type.isEmpty() ? path.get("type") : type);
        yield Optional.of(session);
      }
    };
  }

  private SignedIn session(String authorization, String address, boolean beforePasswordChange) {
    Optional<SignedIn> session =
        authorization.startsWith(BEARER)
            ? sessions.find(authorization.substring(BEARER.length()).strip())
            : Optional.empty();
    if (session.isEmpty()) {
      rates.count("address " + address);
      throw new Problem(ProblemCode.NOT_SIGNED_IN);
    }
    rates.count("session " + session.get().key());
    if (session.get().mustChangePassword() && !beforePasswordChange) {
      throw new Problem(ProblemCode.PASSWORD_MUST_CHANGE);
    }
    return session.get();
  }

  private boolean isControl(String authorization) {
    return authorization.startsWith(BEARER)
        && MessageDigest.isEqual(
            authorization.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
            controlSecret.getBytes(StandardCharsets.UTF_8));
  }
}
