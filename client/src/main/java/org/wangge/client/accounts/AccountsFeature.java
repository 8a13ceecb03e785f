package org.wangge.client.accounts;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Theme;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Accounts, for the system administrator. */
public final class AccountsFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "accounts";

  static final Destination PAGE = Destination.of(KEY);

  private static final Messages TEXT = Messages.of(AccountsFeature.class);
  private static final int ORDER = 500;

  private final Workplace workplace;
  private final AccountCalls calls;
  private final Background background;
  private final Dialogs dialogs;
  private final Theme theme;
  private final Supplier<LocalDateTime> now;

  /**
   * Accounts.
   *
   * @param now town time
   */
  public AccountsFeature(
      Workplace workplace,
      AccountCalls calls,
      Background background,
      Dialogs dialogs,
      Theme theme,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.dialogs = dialogs;
    this.theme = theme;
    this.now = now;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<NavigationItem> navigation() {
    return workplace.has(KEY)
        ? List.of(
            new NavigationItem(TEXT.get("group"), Icon.SETTINGS, TEXT.get("title"), PAGE, ORDER))
        : List.of();
  }

  @Override
  public Page open(Destination destination) {
    if (!workplace.has(KEY)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    return new AccountsPage(
        new AccountsModel(workplace, calls, background, now), dialogs, background, theme);
  }
}
