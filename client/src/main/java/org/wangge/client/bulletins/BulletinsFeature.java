package org.wangge.client.bulletins;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
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
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobCalls;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** The monthly bulletins. */
public final class BulletinsFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "bulletins";

  static final Destination PAGE = Destination.of(KEY);

  private static final Messages TEXT = Messages.of(BulletinsFeature.class);
  private static final int ORDER = 300;

  private final Workplace workplace;
  private final BulletinCalls calls;
  private final JobCalls jobs;
  private final Background background;
  private final Dialogs dialogs;
  private final FileDoor files;
  private final Theme theme;
  private final Supplier<LocalDateTime> now;

  /**
   * Bulletins.
   *
   * @param now town time
   */
  public BulletinsFeature(
      Workplace workplace,
      BulletinCalls calls,
      JobCalls jobs,
      Background background,
      Dialogs dialogs,
      FileDoor files,
      Theme theme,
      Supplier<LocalDateTime> now) {
    this.workplace = workplace;
    this.calls = calls;
    this.jobs = jobs;
    this.background = background;
    this.dialogs = dialogs;
    this.files = files;
    this.theme = theme;
    this.now = now;
  }

  private boolean mayRead() {
    return workplace.has("bulletin-read") || workplace.has("bulletin");
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public List<NavigationItem> navigation() {
    return mayRead()
        ? List.of(
            new NavigationItem(TEXT.get("title"), Icon.BULLETIN, TEXT.get("title"), PAGE, ORDER))
        : List.of();
  }

  @Override
  public Page open(Destination destination) {
    if (!mayRead()) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    BulletinsModel model = new BulletinsModel(workplace, calls, jobs, background, now);
    String month = destination.part(1);
    if (!month.isEmpty()) {
      try {
        model.want(YearMonth.parse(month));
      } catch (DateTimeParseException e) {
        throw new Problem(ProblemCode.NOT_FOUND, java.util.Map.of(), e);
      }
    }
    return new BulletinsPage(model, dialogs, background, files, theme);
  }
}
