package org.wangge.client.form;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.wangge.catalogue.Field;
import org.wangge.client.workplace.AreaTree;
import org.wangge.validation.Places;
import org.wangge.wire.Area;

/** Places by code, name or pinyin: the town's own villages first, then all counties. */
final class PlaceChoices implements Choices {
  private static final int MOST = 100;
  private static final int COUNTY_DIGITS = 6;

  private final AreaTree areas;
  private final Field field;

  PlaceChoices(AreaTree areas, Field field) {
    this.areas = areas;
    this.field = field;
  }

  /** The counties of the country; read once, when the first place is chosen. */
  private static final class Counties {
    private static final List<Choice> ALL =
        Places.names().keySet().stream()
            .map(code -> Choice.of(code, code, Places.name(code).orElse(code)))
            .toList();
  }

  @Override
  public void find(String words, Consumer<List<Choice>> found) {
    List<Choice> fitting = new ArrayList<>();
    if (field.length() > COUNTY_DIGITS) {
      fitting.addAll(Choices.fitting(own(), words));
    }
    if (!words.isBlank()) {
      fitting.addAll(Choices.fitting(Counties.ALL, words));
      Places.find(words)
          .filter(code -> fitting.stream().noneMatch(choice -> choice.value().equals(code)))
          .ifPresent(
              code -> fitting.addFirst(Choice.of(code, code, Places.name(code).orElse(code))));
    }
    found.accept(fitting.size() > MOST ? fitting.subList(0, MOST) : fitting);
  }

  private List<Choice> own() {
    return areas.villages().stream()
        .map(village -> Choice.of(village.code(), village.code(), village.name()))
        .toList();
  }

  @Override
  public void label(Object value, Consumer<String> found) {
    String code = (String) value;
    found.accept(areas.find(code).map(Area::name).or(() -> Places.name(code)).orElse(code));
  }
}
