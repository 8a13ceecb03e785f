package org.wangge.client.records;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.wangge.catalogue.RecordType;
import org.wangge.client.connection.RecordCalls;
import org.wangge.client.form.Choice;
import org.wangge.client.form.References;
import org.wangge.client.ui.Background;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.KnownTitles;
import org.wangge.record.Query;
import org.wangge.record.Record;

/** References looked up on the server; titles once seen are remembered. */
public final class ServerReferences implements References {
  private static final int MOST = 20;

  private final RecordCalls calls;
  private final Background background;
  private final KnownTitles titles;
  private Display display;

  /** References over these calls. */
  public ServerReferences(RecordCalls calls, Background background, KnownTitles titles) {
    this.titles = titles;
    this.calls = calls;
    this.background = background;
  }

  /** Sets how the values of a title read; the display itself asks for titles, hence later. */
  public void setDisplay(Display now) {
    display = now;
  }

  @Override
  public void find(RecordType target, String words, Consumer<List<Choice>> found) {
    Query query = new Query(words, List.of(), "", true, Optional.empty(), MOST, false);
    background.run(
        () -> calls.query(target, query).rows(),
        rows -> found.accept(rows.stream().map(row -> choice(target, row)).toList()),
        problem -> found.accept(List.of()));
  }

  private Choice choice(RecordType target, Record row) {
    String title = titleOf(target, row, 1);
    titles.learn(row.id(), title);
    return new Choice(
        row.id(), "", title, titleOf(target, row, 9).substring(title.length()).strip(), List.of());
  }

  private String titleOf(RecordType target, Record row, int parts) {
    return target.title().stream()
        .filter(name -> row.values().get(name) != null)
        .limit(parts)
        .map(
            name ->
                display.of(
                    target.byName().get(name), row.values().get(name), row.masked().contains(name)))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void title(RecordType target, UUID id, Consumer<String> found) {
    String known = titles.find(id);
    if (known != null) {
      found.accept(known);
      return;
    }
    background.run(
        () -> titleOf(target, calls.read(target, id), 1),
        title -> {
          titles.learn(id, title);
          found.accept(title);
        },
        problem -> found.accept(problem.wording()));
  }
}
