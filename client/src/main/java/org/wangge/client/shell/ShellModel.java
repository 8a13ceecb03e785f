package org.wangge.client.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.wangge.client.settings.Settings;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Feature.Hit;
import org.wangge.client.ui.Feature.NavigationItem;
import org.wangge.client.ui.Matching;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.problem.Problem;

/** Tabs and navigation of a signed-in account. */
public final class ShellModel implements Navigator {
  private static final String TABS = "tabs.";
  private static final String SELECTED = "tab.";

  private final Map<String, Feature> features = new LinkedHashMap<>();
  private final List<Group> groups;
  private final Settings settings;
  private final String account;
  private final Background background;
  private final ObservableList<Page> pages = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Page> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<Problem> refusal = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<List<Hit>> hits = new ReadOnlyObjectWrapper<>(List.of());
  private Background.Work finding = () -> {};

  /**
   * A group of the navigation.
   *
   * @param item the group itself when it leads somewhere, else its first item's label and icon
   * @param items items below; empty for a group that leads somewhere itself
   */
  public record Group(NavigationItem item, List<NavigationItem> items) {
    /** Copies the list. */
    public Group {
      items = List.copyOf(items);
    }
  }

  /** A window over these features for this account. */
  public ShellModel(
      List<Feature> features, Settings settings, String account, Background background) {
    features.forEach(feature -> this.features.put(feature.key(), feature));
    this.settings = settings;
    this.account = account;
    this.background = background;
    this.groups = group(features);
  }

  private static List<Group> group(List<Feature> features) {
    Map<String, List<NavigationItem>> byGroup = new LinkedHashMap<>();
    features.stream()
        .flatMap(feature -> feature.navigation().stream())
        .sorted(Comparator.comparingInt(NavigationItem::order))
        .forEach(
            item -> byGroup.computeIfAbsent(item.group(), group -> new ArrayList<>()).add(item));
    List<Group> groups = new ArrayList<>();
    byGroup.forEach(
        (label, items) ->
            groups.add(
                new Group(
                    items.getFirst(),
                    items.size() == 1 && items.getFirst().label().equals(label)
                        ? List.of()
                        : items)));
    return groups;
  }

  /** The navigation, only what the account may use. */
  public List<Group> groups() {
    return groups;
  }

  /** Open tabs from left to right. */
  public ObservableList<Page> pages() {
    return pages;
  }

  /** The tab in front; null when none is open. */
  public ReadOnlyObjectProperty<Page> selected() {
    return selected.getReadOnlyProperty();
  }

  /** The last refusal to open something; null when none. */
  public ObjectProperty<Problem> refusal() {
    return refusal;
  }

  /** Brings a tab to the front. */
  public void select(Page page) {
    selected.set(page);
    remember();
  }

  /** Brings the tab beside the present one to the front. */
  public void selectBeside(int step) {
    if (!pages.isEmpty()) {
      int index = pages.indexOf(selected.get()) + step;
      select(pages.get(Math.floorMod(index, pages.size())));
    }
  }

  @Override
  public void open(Destination destination) {
    Optional<Page> there =
        pages.stream().filter(page -> page.destination().equals(destination)).findFirst();
    if (there.isPresent()) {
      select(there.get());
      return;
    }
    Feature feature = features.get(destination.feature());
    if (feature == null) {
      return;
    }
    try {
      Page page = feature.open(destination);
      int index = pages.indexOf(selected.get());
      pages.add(index + 1, page);
      select(page);
    } catch (Problem problem) {
      refusal.set(problem);
    }
  }

  /** Asks the page to close and closes its tab when it agrees. */
  public void askToClose(Page page) {
    page.leave(() -> close(page));
  }

  @Override
  public void close(Page page) {
    int index = pages.indexOf(page);
    if (index < 0) {
      return;
    }
    pages.remove(index);
    page.closed();
    if (page.equals(selected.get())) {
      selected.set(pages.isEmpty() ? null : pages.get(Math.min(index, pages.size() - 1)));
    }
    remember();
  }

  /** Whether any tab holds something unsaved. */
  public boolean hasUnsaved() {
    return pages.stream().anyMatch(page -> page.unsaved().get());
  }

  /** Opens the tabs of the last session, or the first thing of the navigation. */
  public void restoreTabs() {
    settings
        .get(TABS + account)
        .ifPresent(
            tabs -> {
              String front = settings.get(SELECTED + account).orElse("");
              for (String tab : tabs.split(" ", -1)) {
                open(Destination.parse(tab));
              }
              pages.stream()
                  .filter(page -> page.destination().toString().equals(front))
                  .findFirst()
                  .ifPresent(this::select);
            });
    // A tab of the last session that is no longer allowed is left out without a word.
    refusal.set(null);
    if (pages.isEmpty() && !groups.isEmpty()) {
      open(groups.getFirst().item().destination());
    }
  }

  private void remember() {
    settings.set(
        TABS + account,
        String.join(" ", pages.stream().map(page -> page.destination().toString()).toList()));
    settings.set(
        SELECTED + account, selected.get() == null ? "" : selected.get().destination().toString());
  }

  /** What was found for the words last asked. */
  public ReadOnlyObjectProperty<List<Hit>> hits() {
    return hits.getReadOnlyProperty();
  }

  /** Looks for words everywhere; functions first, then what the features find. */
  public void find(String words) {
    finding.cancel();
    String wanted = words.strip();
    if (wanted.isEmpty()) {
      hits.set(List.of());
      return;
    }
    List<Hit> functions =
        features.values().stream()
            .flatMap(feature -> feature.navigation().stream())
            .filter(item -> Matching.matches(item.label(), wanted))
            .map(
                item ->
                    new Hit(item.icon(), item.label(), functionDetail(item), item.destination()))
            .limit(6)
            .toList();
    hits.set(functions);
    finding =
        background.run(
            () ->
                features.values().stream()
                    .flatMap(feature -> feature.find(wanted).stream())
                    .toList(),
            found -> {
              List<Hit> all = new ArrayList<>(functions);
              all.addAll(found);
              hits.set(List.copyOf(all));
            },
            refusal::set);
  }

  private static String functionDetail(NavigationItem item) {
    return item.group().equals(item.label()) ? "" : item.group();
  }
}
