package org.wangge.server.http;

import java.util.List;
import java.util.Optional;
import org.wangge.server.access.Rights;
import org.wangge.server.accounts.Accounts;
import org.wangge.server.audit.AuditTrail;
import org.wangge.wire.AccountRow;
import org.wangge.wire.AccountSave;
import org.wangge.wire.AuditRow;
import org.wangge.wire.Paths;

/** Accounts for the system administrator, the trail for the auditor. */
public final class AccountRoutes {
  private AccountRoutes() {}

  /** The routes. */
  public static List<Route> of(Accounts accounts, AuditTrail audit) {
    return List.of(
        Route.of(
            "GET",
            Paths.ACCOUNTS,
            Need.of(Rights.Function.ACCOUNTS),
            Types.listOf(AccountRow.class),
            "Accounts at and below the caller's area",
            exchange -> Answer.of(accounts.list(exchange.caller()))),
        Route.of(
            "POST",
            Paths.ACCOUNTS,
            Need.of(Rights.Function.ACCOUNTS),
            AccountSave.class,
            AccountRow.class,
            "Makes an account",
            exchange -> Answer.of(accounts.make(exchange.caller(), wish(exchange)))),
        Route.of(
            "PUT",
            Paths.ACCOUNT,
            Need.of(Rights.Function.ACCOUNTS),
            AccountSave.class,
            AccountRow.class,
            "Changes an account; its sessions end",
            exchange ->
                Answer.of(accounts.change(exchange.caller(), exchange.id(), wish(exchange)))),
        Route.of(
                "GET",
                Paths.AUDIT,
                Need.of(Rights.Function.AUDIT),
                Types.pageOf(AuditRow.class),
                "A page of the audit trail, newest first",
                exchange ->
                    Answer.of(
                        audit.page(
                            exchange.caller(),
                            Optional.of(exchange.query("after")).filter(mark -> !mark.isEmpty()))))
            .withQuery("after"));
  }

  private static AccountSave wish(Exchange exchange) {
    AccountSave wish = exchange.body(AccountSave.class);
    Exchange.required(wish.requestId(), "requestId");
    Exchange.required(wish.password(), "password");
    return wish;
  }
}
