package org.wangge.client.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wangge.catalogue.CodeList;
import org.wangge.catalogue.Field;
import org.wangge.catalogue.RecordType;
import org.wangge.client.ui.Messages;
import org.wangge.client.workplace.Display;
import org.wangge.client.workplace.Workplace;
import org.wangge.record.Filter;
import org.wangge.wire.Area;

/** What a list may be narrowed by, and how a condition reads. */
public final class FilterChoices {
  private static final Messages TEXT = Messages.of(FilterChoices.class);

  private final RecordType type;
  private final Workplace workplace;
  private final Display display;

  /** Conditions on a type for this account. */
  public FilterChoices(RecordType type, Workplace workplace, Display display) {
    this.type = type;
    this.workplace = workplace;
    this.display = display;
  }

  /** Fields a list of the type may be narrowed by. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Field field : type.fields()) {
      boolean offered =
          switch (field.kind()) {
            case TEXT, ID_NUMBER, CREDIT_CODE, PHONE, REFERENCE, GEO, PHOTO, FILE -> false;
            default -> field.filter();
          };
      if (offered) {
        fields.add(field);
      }
    }
    return fields;
  }

  /** The field of this name that the list may be narrowed by. */
  public Optional<Field> field(String name) {
    return fields().stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Values to tick, by value; empty for kinds with a beginning and an end. */
  public Map<Object, String> values(Field field) {
    Map<Object, String> values = new LinkedHashMap<>();
    switch (field.kind()) {
      case CODE, CODES -> {
        for (CodeList.Value value : workplace.catalogue().codeList(field.codes()).values()) {
          values.put(value.code(), value.label());
        }
      }
      case YES_NO -> {
        values.put(true, display.of(field, true, false));
        values.put(false, display.of(field, false, false));
      }
      case GRID -> {
        boolean several = workplace.areas().villages().size() > 1;
        for (Area grid : workplace.areas().gridsOf("")) {
          values.put(
              grid.code(),
              several ? workplace.areas().nameOf(grid.parent()) + " " + grid.name() : grid.name());
        }
      }
      default -> {
        // Ranges and places are typed.
      }
    }
    return values;
  }

  /** The conditions on a field in words. */
  public String words(Field field, List<Filter> filters) {
    return filters.stream()
        .map(filter -> words(field, filter))
        .collect(Collectors.joining(TEXT.get("words.and")));
  }

  private String words(Field field, Filter filter) {
    return switch (filter.operator()) {
      case IS, UNDER -> {
        Map<Object, String> labels = values(field);
        yield filter.values().stream()
            .map(
                value ->
                    labels.containsKey(value) ? labels.get(value) : display.of(field, value, false))
            .collect(Collectors.joining(TEXT.get("words.or")));
      }
      case FROM -> TEXT.get("words.from", "value", first(field, filter));
      case TO -> TEXT.get("words.to", "value", first(field, filter));
      case EMPTY -> TEXT.get("words.empty");
      case PRESENT -> TEXT.get("words.present");
    };
  }

  private String first(Field field, Filter filter) {
    return display.of(field, filter.values().getFirst(), false);
  }
}
