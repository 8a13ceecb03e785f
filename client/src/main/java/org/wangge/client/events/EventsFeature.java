package org.wangge.client.events;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Pages of events; they open from the list of the type event. */
public final class EventsFeature implements Feature {
  /** First part of its destinations; the second is the event's id. */
  public static final String KEY = "events";

  /** Key of the record type. */
  public static final String TYPE = "event";

  private final Workplace workplace;
  private final EventCalls calls;
  private final Background background;
  private final Display display;
  private final Dialogs dialogs;
  private final Supplier<LocalDateTime> now;
  private Navigator navigator;

  /**
   * Pages of events.
   *
   * @param now town time
   */
  public EventsFeature(
      Workplace workplace,
      EventCalls calls,
      Background background,
      Display display,
      Dialogs dialogs,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.background = background;
    this.display = display;
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

  @Override
  public List<NavigationItem> navigation() {
    return List.of();
  }

  @Override
  public Page open(Destination destination) {
    if (!workplace.mayRead(workplace.catalogue().type(TYPE))) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    UUID id;
    try {
      id = UUID.fromString(destination.part(1));
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.NOT_FOUND, Map.of(), e);
    }
    EventModel model = new EventModel(id, calls, background, now);
    return new EventPage(
        model, workplace, display, background, dialogs, target -> navigator.open(target));
  }
}
