package org.wangge.client.exchange;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Theme;
import org.wangge.client.work.FileDoor;
import org.wangge.client.work.JobCalls;
import org.wangge.client.workplace.Workplace;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;

/** Import and export of spreadsheets. */
public final class ExchangeFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "exchange";

  static final Destination IMPORT = Destination.of(KEY, "import");
  static final Destination EXPORT = Destination.of(KEY, "export");

  private static final Messages TEXT = Messages.of(ExchangeFeature.class);
  private static final int ORDER = 400;

  private final Workplace workplace;
  private final ExchangeCalls calls;
  private final JobCalls jobs;
  private final Background background;
  private final Dialogs dialogs;
  private final FileDoor files;
  private final Theme theme;
  private final Supplier<LocalDateTime> now;
  private Navigator navigator;

  /**
   * Import and export.
   *
   * @param now town time
   */
  public ExchangeFeature(
      Workplace workplace,
      ExchangeCalls calls,
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
    List<NavigationItem> items = new ArrayList<>();
    if (workplace.has("import")) {
      items.add(item("import.title", IMPORT));
    }
    if (workplace.has("export")) {
      items.add(item("export.title", EXPORT));
    }
    return items;
  }

  private static NavigationItem item(String label, Destination destination) {
    return new NavigationItem(
        TEXT.get("group"), Icon.EXCHANGE, TEXT.get(label), destination, ORDER);
  }

  @Override
  public Page open(Destination destination) {
    String what = destination.part(1);
    if (!workplace.has(what)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    if (what.equals("import")) {
      return new ImportPage(
          new ImportModel(workplace, calls, jobs, background),
          dialogs,
          background,
          files,
          theme,
          target -> navigator.open(target));
    }
    ExportModel model =
        new ExportModel(workplace, calls, background, () -> now.get().toLocalDate());
    model.types().stream()
        .filter(type -> type.key().equals(destination.part(2)))
        .findFirst()
        .ifPresent(model.type()::set);
    return new ExportPage(model, dialogs, background, files);
  }
}
