package org.wangge.client.records;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.Kind;
import org.wangge.catalogue.Module;
import org.wangge.catalogue.RecordType;
import org.wangge.catalogue.SearchBy;
import org.wangge.client.connection.Draft;
import org.wangge.client.table.ListModel;
import org.wangge.client.ui.Destination;
import org.wangge.client.ui.Dialogs;
import org.wangge.client.ui.Feature;
import org.wangge.client.ui.Icon;
import org.wangge.client.ui.Messages;
import org.wangge.client.ui.Navigator;
import org.wangge.client.ui.Page;
import org.wangge.client.ui.Theme;
import org.wangge.problem.Problem;
import org.wangge.problem.ProblemCode;
import org.wangge.record.Query;
import org.wangge.record.Record;
import org.wangge.record.Values;
import org.wangge.wire.Saved;

/** Lists and forms of every type the account may use, grouped by module. */
public final class RecordsFeature implements Feature {
  /** First part of its destinations. */
  public static final String KEY = "records";

  static final String NEW = "new";
  static final String DRAFT = "draft";

  private static final Messages TEXT = Messages.of(RecordsFeature.class);
  private static final int FOUND_PER_TYPE = 4;
  private static final Map<String, Icon> ICONS =
      Map.of(
          "organisation", Icon.ORGANISATION,
          "population", Icon.PEOPLE,
          "special_groups", Icon.SPECIAL,
          "key_care", Icon.HEART,
          "two_new_orgs", Icon.ENTERPRISE,
          "public_security", Icon.SHIELD,
          "events", Icon.EVENT,
          "campus", Icon.SCHOOL,
          "road_line", Icon.ROAD);

  private final RecordModel.Tools tools;
  private final Dialogs dialogs;
  private final Theme theme;
  private final Map<String, String> elsewhere;
  private final List<ListModel> lists = new ArrayList<>();
  private Navigator navigator;

  /**
   * Lists and forms.
   *
   * @param elsewhere feature keys of types whose records have a page of their own, by type key;
   *     such a page's destination is the feature's key and the record's id
   */
  public RecordsFeature(
      RecordModel.Tools tools, Dialogs dialogs, Theme theme, Map<String, String> elsewhere) {
    this.tools = tools;
    this.dialogs = dialogs;
    this.theme = theme;
    this.elsewhere = Map.copyOf(elsewhere);
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
    List<Module> modules = tools.workplace().catalogue().modules();
    for (RecordType type : tools.workplace().listedTypes()) {
      int order = 0;
      String group = type.label();
      for (Module module : modules) {
        if (module.key().equals(type.module())) {
          order = 100 + modules.indexOf(module);
          group = module.label();
        }
      }
      items.add(
          new NavigationItem(
              group,
              ICONS.getOrDefault(type.module(), Icon.INBOX),
              type.label(),
              RecordLinks.list(type),
              order));
    }
    return items;
  }

  @Override
  public Page open(Destination destination) {
    RecordType type = tools.workplace().catalogue().type(destination.part(1));
    if (!tools.workplace().mayRead(type)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    String what = destination.part(2);
    if (what.isEmpty()) {
      return list(type);
    }
    if ((what.equals(NEW) || what.equals(DRAFT)) && !tools.workplace().mayWrite(type)) {
      throw new Problem(ProblemCode.FORBIDDEN);
    }
    RecordModel model = new RecordModel(type, tools);
    if (what.equals(NEW) && !destination.part(3).isEmpty()) {
      model.startNew(given(type, destination));
    } else if (what.equals(NEW)) {
      model.startNew(Values.none());
      model.offerUnfinished();
    } else if (what.equals(DRAFT)) {
      Draft draft =
          tools
              .drafts()
              .find(id(destination.part(3)))
              .orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
      model.resume(draft);
    } else {
      model.load(id(what));
    }
    return new RecordPage(model, tools, navigator, dialogs, this::linkOf, theme);
  }

  /** What another page brings along: name and value in turn, texts escaped as in an address. */
  private static Values given(RecordType type, Destination destination) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int index = 3; index + 1 < destination.parts().size(); index += 2) {
      Field field =
          type.field(destination.part(index)).orElseThrow(() -> new Problem(ProblemCode.NOT_FOUND));
      String value = destination.part(index + 1);
      values.put(
          field.name(),
          field.kind() == Kind.REFERENCE
              ? id(value)
              : URLDecoder.decode(value, StandardCharsets.UTF_8));
    }
    return Values.of(values);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Problem(ProblemCode.NOT_FOUND, Map.of(), e);
    }
  }

  private Destination linkOf(RecordType type, UUID id) {
    String feature = elsewhere.get(type.key());
    return feature == null
        ? Destination.of(KEY, type.key(), id.toString())
        : Destination.of(feature, id.toString());
  }

  private Page list(RecordType type) {
    ListModel model =
        new ListModel(type, query -> tools.calls().query(type, query), tools.background());
    lists.add(model);
    return new ListPage(
        model, tools, navigator, dialogs, this::linkOf, theme, () -> lists.remove(model));
  }

  /** Shows a saved record in the lists that hold it. */
  public void saved(Saved saved) {
    Record record = saved.record();
    for (ListModel list : lists) {
      if (list.type().key().equals(record.type())) {
        list.replace(record);
      }
    }
  }

  @Override
  public List<Hit> find(String words) {
    List<Hit> hits = new ArrayList<>();
    for (RecordType type : searched()) {
      Query query = new Query(words, List.of(), "", true, Optional.empty(), FOUND_PER_TYPE, false);
      for (Record row : tools.calls().query(type, query).rows()) {
        hits.add(
            new Hit(
                ICONS.getOrDefault(type.module(), Icon.INBOX),
                titleOf(type, row),
                TEXT.get(
                    "hit.detail",
                    Map.of(
                        "type", type.label(),
                        "area", tools.workplace().areas().nameOf(row.area()))),
                linkOf(type, row.id())));
      }
    }
    return hits;
  }

  private List<RecordType> searched() {
    return tools.workplace().listedTypes().stream()
        .filter(type -> type.fields().stream().anyMatch(field -> field.search() != SearchBy.NONE))
        .toList();
  }

  private String titleOf(RecordType type, Record row) {
    return type.title().stream()
        .filter(name -> row.values().get(name) != null)
        .map(
            name ->
                tools
                    .display()
                    .of(
                        type.byName().get(name),
                        row.values().get(name),
                        row.masked().contains(name)))
        .collect(Collectors.joining(" "));
  }
}
