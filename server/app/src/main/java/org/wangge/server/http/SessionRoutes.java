package org.wangge.server.http;

import java.util.List;
import org.wangge.catalogue.Catalogue;
import org.wangge.server.accounts.Accounts;
import org.wangge.server.accounts.SessionWords;
import org.wangge.server.accounts.SignedIn;
import org.wangge.server.areas.Areas;
import org.wangge.wire.PasswordChange;
import org.wangge.wire.Paths;
import org.wangge.wire.Session;
import org.wangge.wire.SignIn;

/** Signing in and out. */
public final class SessionRoutes {
  private final Accounts accounts;
  private final Areas areas;
  private final Catalogue catalogue;

  private SessionRoutes(Accounts accounts, Areas areas, Catalogue catalogue) {
    this.accounts = accounts;
    this.areas = areas;
    this.catalogue = catalogue;
  }

  /** The routes. */
  public static List<Route> of(Accounts accounts, Areas areas, Catalogue catalogue) {
    SessionRoutes handlers = new SessionRoutes(accounts, areas, catalogue);
    return List.of(
        Route.of(
            "POST",
            Paths.SESSION,
            Need.open(),
            SignIn.class,
            Session.class,
            "Opens a session",
            handlers::signIn),
        Route.of(
            "GET",
            Paths.SESSION,
            new Need.SignedIn(true),
            Session.class,
            "Tells the session",
            exchange -> Answer.of(handlers.told(exchange.session(), ""))),
        Route.of(
            "DELETE",
            Paths.SESSION,
            new Need.SignedIn(true),
            Void.class,
            "Ends the session",
            handlers::signOut),
        Route.of(
            "POST",
            Paths.PASSWORD,
            new Need.SignedIn(true),
            PasswordChange.class,
            Session.class,
            "Changes the password; other sessions of the account end",
            handlers::changePassword));
  }

  private Answer signIn(Exchange exchange) {
    SignIn wish = exchange.body(SignIn.class);
    Exchange.text(wish.account(), "account", 100);
    Exchange.required(wish.password(), "password");
    Exchange.text(wish.workstation(), "workstation", 60);
    Accounts.Opened opened = accounts.signIn(wish, exchange.requestId());
    return Answer.of(told(opened.session(), opened.token()));
  }

  private Answer signOut(Exchange exchange) {
    accounts.signOut(exchange.session(), exchange.caller());
    return Answer.none();
  }

  private Answer changePassword(Exchange exchange) {
    PasswordChange wish = exchange.body(PasswordChange.class);
    Exchange.required(wish.current(), "current");
    Exchange.required(wish.next(), "next");
    return Answer.of(
        told(accounts.changePassword(exchange.session(), exchange.caller(), wish), ""));
  }

  private Session told(SignedIn session, String token) {
    return SessionWords.told(
        session, token, areas.nameOf(session.account().area()), catalogue, accounts.idleMinutes());
  }
}
