package org.wangge.client;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wangge.client.accounts.AccountsFeature;
import org.wangge.client.accounts.ServerAccounts;
import org.wangge.client.bulletins.BulletinsFeature;
import org.wangge.client.bulletins.ServerBulletins;
import org.wangge.client.catalogue.CatalogueFeature;
import org.wangge.client.catalogue.ServerCatalogue;
import org.wangge.client.connection.Connection;
import org.wangge.client.connection.Drafts;
import org.wangge.client.connection.Outbox;
import org.wangge.client.events.EventsFeature;
import org.wangge.client.events.ServerEvents;
import org.wangge.client.exchange.ExchangeFeature;
import org.wangge.client.exchange.ServerExchange;
import org.wangge.client.home.HomeFeature;
import org.wangge.client.home.ServerHome;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Theme;
import org.wangge.client.visits.ServerVisits;
import org.wangge.client.visits.VisitsFeature;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.ServerJobs;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.Workplace;
import org.wangge.wire.Saved;

/**
 * The pages of daily work beside records: home, events, visits, bulletins, spreadsheets, accounts.
 */
final class WorkPages {
  private final HomeFeature home;
  private final EventsFeature events;
  private final VisitsFeature visits;
  private final BulletinsFeature bulletins;
  private final ExchangeFeature exchange;
  private final AccountsFeature accounts;
  private final CatalogueFeature catalogue;

  /** What these pages are made with; {@code now} is town time, {@code saved} is told of records. */
  record Parts(
      Workplace workplace,
      Connection connection,
      Display display,
      Drafts drafts,
      Outbox outbox,
      Background background,
      Dialogs dialogs,
      FileDoor files,
      Theme theme,
      Consumer<Saved> saved,
      Supplier<LocalDateTime> now) {}

  WorkPages(Parts parts) {
    Workplace workplace = parts.workplace();
    Background background = parts.background();
    Dialogs dialogs = parts.dialogs();
    ServerJobs jobs = new ServerJobs(parts.connection());
    home =
        new HomeFeature(
            workplace,
            new ServerHome(parts.connection()),
            parts.drafts(),
            parts.outbox(),
            background,
            dialogs,
            parts.now());
    events =
        new EventsFeature(
            workplace,
            new ServerEvents(parts.connection()),
            background,
            parts.display(),
            dialogs,
            parts.now());
    visits =
        new VisitsFeature(
            workplace,
            new ServerVisits(
                parts.connection(),
                workplace.catalogue(),
                saved -> background.onWindow(() -> parts.saved().accept(saved))),
            background,
            dialogs,
            parts.theme(),
            parts.now());
    bulletins =
        new BulletinsFeature(
            workplace,
            new ServerBulletins(parts.connection()),
            jobs,
            background,
            dialogs,
            parts.files(),
            parts.theme(),
            parts.now());
    exchange =
        new ExchangeFeature(
            workplace,
            new ServerExchange(parts.connection()),
            jobs,
            background,
            dialogs,
            parts.files(),
            parts.theme(),
            parts.now());
    accounts =
        new AccountsFeature(
            workplace,
            new ServerAccounts(parts.connection()),
            background,
            dialogs,
            parts.theme(),
            parts.now());
    catalogue =
        new CatalogueFeature(
            workplace,
            new ServerCatalogue(parts.connection()),
            background,
            dialogs,
            parts.theme(),
            parts.now());
  }

  List<Feature> features() {
    return List.of(home, events, visits, bulletins, exchange, catalogue, accounts);
  }

  void setNavigator(Navigator navigator) {
    home.setNavigator(navigator);
    events.setNavigator(navigator);
    visits.setNavigator(navigator);
    exchange.setNavigator(navigator);
  }
}
