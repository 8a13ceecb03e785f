package org.wangge.client.home;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.client.connection.Drafts;
import org.wangge.client.connection.Outbox;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.workplace.Workplace;

/** The first page. */
public final class HomeFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "home";

  static final Destination PAGE = Destination.of(KEY);

  private static final Messages TEXT = Messages.of(HomeFeature.class);

  private final Workplace workplace;
  private final HomeCalls calls;
  private final Drafts drafts;
  private final Outbox outbox;
  private final Background background;
  private final Dialogs dialogs;
  private final Supplier<LocalDateTime> now;
  private Navigator navigator;

  /**
   * The first page.
   *
   * @param now town time
   */
  public HomeFeature(
      Workplace workplace,
      HomeCalls calls,
      Drafts drafts,
      Outbox outbox,
      Background background,
      Dialogs dialogs,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.drafts = drafts;
    this.outbox = outbox;
    this.background = background;
    this.dialogs = dialogs;
    this.now = now;
  }

  /** Sets who opens tabs; the window is made after its features. */
  public void setNavigator(Navigator now) {
    navigator = now;
  }

  @Override
  public String key() {
    return KEY;
  }

  /** Only for accounts that work with records: an administrator's first page is the accounts. */
  @Override
  public List<NavigationItem> navigation() {
    return workplace.listedTypes().isEmpty()
        ? List.of()
        : List.of(new NavigationItem(TEXT.get("title"), Icon.HOME, TEXT.get("title"), PAGE, 0));
  }

  @Override
  public Page open(Destination destination) {
    HomeModel model = new HomeModel(workplace, calls, drafts, outbox, background, now);
    return new HomePage(model, background, dialogs, target -> navigator.open(target));
  }
}
