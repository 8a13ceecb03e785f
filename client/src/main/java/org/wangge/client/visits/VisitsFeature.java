package org.wangge.client.visits;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.catalogue.Module;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Theme;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Visits that are due, for all who read records of visits. */
public final class VisitsFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "visits";

  static final Destination PAGE = Destination.of(KEY);

  private static final Messages TEXT = Messages.of(VisitsFeature.class);
  private static final int FIRST_MODULE = 100;

  private final Workplace workplace;
  private final VisitCalls calls;
  private final Background background;
  private final Dialogs dialogs;
  private final Theme theme;
  private final Supplier<LocalDateTime> now;
  private Navigator navigator;

  /**
   * Visits.
   *
   * @param now town time
   */
  public VisitsFeature(
      Workplace workplace,
      VisitCalls calls,
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

  /** Sets who opens tabs; the window is made after its features. */
  public void setNavigator(Navigator opens) {
    navigator = opens;
  }

  @Override
  public String key() {
    return KEY;
  }

  private boolean isOpen() {
    return workplace.catalogue().find(VisitsModel.VISIT).filter(workplace::mayRead).isPresent();
  }

  /** Beside the records of visits, in the group of their module. */
  @Override
  public List<NavigationItem> navigation() {
    if (!isOpen()) {
      return List.of();
    }
    String key = workplace.catalogue().type(VisitsModel.VISIT).module();
    List<Module> modules = workplace.catalogue().modules();
    return modules.stream()
        .filter(module -> module.key().equals(key))
        .map(
            module ->
                new NavigationItem(
                    module.label(),
                    Icon.EVENT,
                    TEXT.get("title"),
                    PAGE,
                    FIRST_MODULE + modules.indexOf(module)))
        .toList();
  }

  @Override
  public Page open(Destination destination) {
    if (!isOpen()) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    return new VisitsPage(
        new VisitsModel(workplace, calls, background, now),
        dialogs,
        background,
        theme,
        start -> navigator.open(eventForm(start)));
  }

  /** The empty form of an event with what the visit showed; the other feature reads it so. */
  private Destination eventForm(VisitsModel.EventStart start) {
    boolean atHome =
        !workplace.homeVillage().isEmpty() && start.grid().startsWith(workplace.homeVillage());
    return atHome
        ? Destination.of(
            "records",
            VisitsModel.EVENT,
            "new",
            "brief",
            escaped(start.brief()),
            "grid",
            start.grid())
        : Destination.of("records", VisitsModel.EVENT, "new", "brief", escaped(start.brief()));
  }

  /** A stroke in the words would divide the destination. */
  private static String escaped(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
