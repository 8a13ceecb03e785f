package org.wangge.client.catalogue;

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

/** Code lists and record types of the town's own, for the town's operator. */
public final class CatalogueFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "catalogue";

  static final Destination LISTS = Destination.of(KEY, "lists");
  static final Destination TYPES = Destination.of(KEY, "types");

  private static final Messages TEXT = Messages.of(CatalogueFeature.class);
  private static final int ORDER = 490;

  private final Workplace workplace;
  private final CatalogueCalls calls;
  private final Background background;
  private final Dialogs dialogs;
  private final Theme theme;
  private final Supplier<LocalDateTime> now;

  /**
   * The town's catalogue.
   *
   * @param now town time
   */
  public CatalogueFeature(
      Workplace workplace,
      CatalogueCalls calls,
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
    if (!workplace.has(KEY)) {
      return List.of();
    }
    String group = TEXT.get("group");
    return List.of(
        new NavigationItem(group, Icon.SETTINGS, TEXT.get("lists.title"), LISTS, ORDER),
        new NavigationItem(group, Icon.SETTINGS, TEXT.get("types.title"), TYPES, ORDER));
  }

  @Override
  public Page open(Destination destination) {
    if (!workplace.has(KEY)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    return switch (destination.part(1)) {
      case "lists" ->
          new CodeListsPage(
              new CodeListsModel(calls, background, () -> now.get().toLocalDate()),
              dialogs,
              background,
              theme);
      case "types" ->
          new OwnTypesPage(
              new OwnTypesModel(workplace, calls, background), dialogs, background, theme);
      default -> throw new Problem(ProblemCode.NOT_FOUND);
    };
  }
}
