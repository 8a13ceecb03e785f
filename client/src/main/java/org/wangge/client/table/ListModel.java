package org.wangge.client.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Background;
import org.wangge.client.ui.Messages;
import org.wangge.problem.Problem;
import org.wangge.record.Filter;
import org.wangge.record.Page;
import org.wangge.record.Query;
import org.wangge.record.Record;

/** A list of records: what is asked for, what has come, what is selected. */
public final class ListModel {
  private static final Messages TEXT = Messages.of(ListModel.class);
  private static final int PAGE = 50;

  private final RecordType type;
  private final Function<Query, Page<Record>> source;
  private final Background background;
  private final ObservableList<Record> rows = FXCollections.observableArrayList();
  private final ObservableSet<UUID> selected = FXCollections.observableSet(new LinkedHashSet<>());
  private final ObjectProperty<Record> focused = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper loading = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper hasMore = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper range = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Problem> refusal = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Query> query;
  private final Map<String, List<Filter>> filters = new LinkedHashMap<>();
  private Background.Work under = () -> {};
  private String next = "";

  /**
   * An empty list.
   *
   * @param source asks the server; called beside the window
   */
  public ListModel(RecordType type, Function<Query, Page<Record>> source, Background background) {
    this.type = type;
    this.source = source;
    this.background = background;
    query =
        new ReadOnlyObjectWrapper<>(
            new Query("", List.of(), "", true, Optional.empty(), PAGE, false));
  }

  /** The type of the records. */
  public RecordType type() {
    return type;
  }

  /** Records that have come, in order. */
  public ObservableList<Record> rows() {
    return rows;
  }

  /** Ids of records marked with Space. */
  public ObservableSet<UUID> selected() {
    return selected;
  }

  /** The record the keyboard is on; null when none. */
  public ObjectProperty<Record> focused() {
    return focused;
  }

  /** Whether an answer is awaited. */
  public ReadOnlyBooleanProperty loading() {
    return loading.getReadOnlyProperty();
  }

  /** Whether further records can be asked for. */
  public ReadOnlyBooleanProperty hasMore() {
    return hasMore.getReadOnlyProperty();
  }

  /** Which records are shown, such as 1–50，还有更多. */
  public ReadOnlyStringProperty range() {
    return range.getReadOnlyProperty();
  }

  /** Why the list did not come; null when nothing is wrong. */
  public ReadOnlyObjectProperty<Problem> refusal() {
    return refusal.getReadOnlyProperty();
  }

  /** What is asked for. */
  public ReadOnlyObjectProperty<Query> query() {
    return query.getReadOnlyProperty();
  }

  /** Whether anything narrows the list. */
  public boolean isNarrowed() {
    return !query.get().text().isEmpty() || !filters.isEmpty() || query.get().cancelled();
  }

  /** The conditions on a field; empty when there are none. */
  public List<Filter> filters(String field) {
    return filters.getOrDefault(field, List.of());
  }

  /** Names of the fields that conditions stand on. */
  public List<String> filtered() {
    return List.copyOf(filters.keySet());
  }

  private List<Filter> allFilters() {
    return filters.values().stream().flatMap(List::stream).toList();
  }

  /** Searches for words. */
  public void search(String words) {
    if (!words.strip().equals(query.get().text())) {
      ask(query.get().withText(words));
    }
  }

  /** Sets the conditions on a field, in the place of earlier ones; none removes them. */
  public void setFilters(String field, List<Filter> wanted) {
    if (wanted.isEmpty()) {
      filters.remove(field);
    } else {
      filters.put(field, List.copyOf(wanted));
    }
    ask(query.get().withFilters(allFilters()));
  }

  /** Removes every condition and the words. */
  public void clear() {
    filters.clear();
    ask(new Query("", List.of(), "", true, Optional.empty(), PAGE, false));
  }

  /** Shows cancelled records, or those in force. */
  public void showCancelled(boolean cancelled) {
    Query now = query.get();
    if (now.cancelled() != cancelled) {
      ask(
          new Query(
              now.text(),
              now.filters(),
              now.sort(),
              now.descending(),
              Optional.empty(),
              PAGE,
              cancelled));
    }
  }

  /** Sorts by a field; an empty name puts the newest first. */
  public void sort(String field, boolean descending) {
    Query now = query.get();
    if (!now.sort().equals(field) || now.descending() != descending) {
      ask(
          new Query(
              now.text(),
              now.filters(),
              field,
              field.isEmpty() || descending,
              Optional.empty(),
              PAGE,
              now.cancelled()));
    }
  }

  /** Asks again from the beginning. */
  public void reload() {
    ask(query.get());
  }

  /** Asks for the records that follow. */
  public void more() {
    if (hasMore.get() && !loading.get()) {
      load(query.get().from(next), true);
    }
  }

  private void ask(Query wanted) {
    query.set(wanted);
    load(wanted, false);
  }

  private void load(Query wanted, boolean following) {
    under.cancel();
    loading.set(true);
    refusal.set(null);
    under =
        background.run(
            () -> source.apply(wanted),
            page -> {
              loading.set(false);
              take(page, following);
            },
            problem -> {
              loading.set(false);
              refusal.set(problem);
            });
  }

  private void take(Page<Record> page, boolean following) {
    if (following) {
      rows.addAll(page.rows());
    } else {
      rows.setAll(page.rows());
      Set<UUID> there = new LinkedHashSet<>();
      page.rows().forEach(row -> there.add(row.id()));
      selected.retainAll(there);
    }
    next = page.next().orElse("");
    hasMore.set(page.next().isPresent());
    if (rows.isEmpty()) {
      range.set("");
    } else {
      range.set(
          TEXT.get(
              hasMore.get() ? "range.more" : "range.all", Map.of("first", 1, "last", rows.size())));
    }
  }

  /** A record that was saved elsewhere takes the place of the one shown. */
  public void replace(Record record) {
    for (int index = 0; index < rows.size(); index++) {
      if (rows.get(index).id().equals(record.id())) {
        rows.set(index, record);
        return;
      }
    }
    reload();
  }

  /** Marks or unmarks the record the keyboard is on. */
  public void toggleFocused() {
    Record record = focused.get();
    if (record != null && !selected.remove(record.id())) {
      selected.add(record.id());
    }
  }

  /** Marked records, in the order of the list. */
  public List<Record> selectedRows() {
    List<Record> marked = new ArrayList<>(rows);
    marked.removeIf(row -> !selected.contains(row.id()));
    return marked;
  }
}
