package org.wangge.exchange;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;

/** {@link Places} over a list of areas: town, villages and registered grids. Immutable. */
public final class AreaNames implements Places {

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> villages = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final Map<String, String> grids = new HashMap<>();
  private final Map<String, String> numbered = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  /**
   * An area of the list.
   *
   * @param code statistics code of 2 to 12 digits, 15 for a grid
   * @param name Chinese name
   */
  public record Area(String code, String name) {}

  /** Names of these areas. */
  public AreaNames(Collection<Area> areas) {
    for (Area area : areas) {
      names.put(area.code(), area.name());
    }
    for (Area area : areas) {
      String name = Plain.heading(area.name());
      if (area.code().length() == 12) {
        remember(name, area.code());
        String base = base(name);
        remember(base, area.code());
        remember(base + Words.VILLAGE_ENDING, area.code());
        remember(base + Words.COMMUNITY_ENDING, area.code());
        String town = Plain.heading(names.getOrDefault(area.code().substring(0, 9), ""));
        if (!town.isEmpty() && name.startsWith(town)) {
          remember(base(name.substring(town.length())), area.code());
        }
      } else if (area.code().length() == 15) {
        String village = area.code().substring(0, 12);
        grids.put(village + name, area.code());
        numberOf(name)
            .ifPresent(number -> numbered.putIfAbsent(village + '#' + number, area.code()));
      }
      if (area.code().length() <= 12) {
        places.putIfAbsent(name, area.code());
      }
    }
  }

  private void remember(String name, String code) {
    if (name.isEmpty()) {
      return;
    }
    String before = villages.putIfAbsent(name, code);
    if (before != null && !before.equals(code)) {
      unclear.add(name);
    }
  }

  private static String base(String name) {
    for (String ending : Words.VILLAGE_ENDINGS) {
      if (name.length() > ending.length() && name.endsWith(ending)) {
        return name.substring(0, name.length() - ending.length());
      }
    }
    return name;
  }

  @Override
  public Optional<String> village(String text) {
    String name = Plain.heading(text);
    if (name.matches("\\d{12}")) {
      return names.containsKey(name) ? Optional.of(name) : Optional.empty();
    }
    Optional<String> whole = named(name);
    if (whole.isPresent()) {
      return whole;
    }
    // With the town, county or province written before it.
    for (Map.Entry<String, String> area : names.entrySet()) {
      String upper = Plain.heading(area.getValue());
      int at = area.getKey().length() == 9 && upper.length() > 1 ? name.indexOf(upper) : -1;
      if (at >= 0 && name.length() > at + upper.length()) {
        Optional<String> found = named(name.substring(at + upper.length()));
        if (found.isPresent() && found.get().startsWith(area.getKey())) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> named(String name) {
    for (String form : List.of(name, base(name))) {
      if (!unclear.contains(form) && villages.containsKey(form)) {
        return Optional.of(villages.get(form));
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> villageWithin(String text) {
    String all = Plain.heading(text);
    String best = "";
    Set<String> codes = new HashSet<>();
    for (Map.Entry<String, String> entry : villages.entrySet()) {
      String name = entry.getKey();
      if (name.length() < 2 || unclear.contains(name) || !all.contains(name)) {
        continue;
      }
      if (name.length() > best.length()) {
        best = name;
        codes.clear();
      }
      if (name.length() == best.length()) {
        codes.add(entry.getValue());
      }
    }
    return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
  }

  @Override
  public Optional<String> grid(String village, String text) {
    String name = Plain.heading(text);
    if (name.matches("\\d{15}")) {
      return Optional.of(name);
    }
    if (village == null || village.length() != 12) {
      return Optional.empty();
    }
    Optional<String> whole = registered(village, name);
    if (whole.isPresent()) {
      return whole;
    }
    String own = withoutVillage(village, name);
    Optional<String> registered = registered(village, own);
    if (registered.isPresent()) {
      return registered;
    }
    OptionalInt number = numberOf(own);
    return number.isPresent() ? numbered(village, number.getAsInt()) : Optional.empty();
  }

  /** The number of a grid that has no other name. */
  private static OptionalInt numberOf(String name) {
    if (name.matches("\\d{1,3}")) {
      return OptionalInt.of(Integer.parseInt(name));
    }
    Matcher matcher = Words.GRID.matcher(name);
    return matcher.matches() ? Numerals.of(matcher.group(1)) : OptionalInt.empty();
  }

  private Optional<String> registered(String village, String name) {
    return Optional.ofNullable(grids.get(village + name));
  }

  /** The registered grid of this number, or the code it will have once it is registered. */
  private Optional<String> numbered(String village, int number) {
    String registered = numbered.get(village + '#' + number);
    if (registered != null) {
      return Optional.of(registered);
    }
    String code = village + String.format("%03d", number);
    // A grid of another name has that code already: which one is meant cannot be told.
    return number < 1 || number > 999 || names.containsKey(code)
        ? Optional.empty()
        : Optional.of(code);
  }

  private String withoutVillage(String village, String name) {
    String full = Plain.heading(names.getOrDefault(village, ""));
    String base = base(full);
    for (String start :
        List.of(full, base + Words.VILLAGE_ENDING, base + Words.COMMUNITY_ENDING, base)) {
      if (start.length() > 1 && name.startsWith(start) && name.length() > start.length()) {
        return name.substring(start.length());
      }
    }
    return name;
  }

  @Override
  public Optional<String> place(String text) {
    String name = Plain.heading(text);
    if (name.matches("\\d{6}|\\d{9}|\\d{12}")) {
      return Optional.of(name);
    }
    Optional<String> known = Optional.ofNullable(places.get(name));
    return known.isPresent() ? known : village(text);
  }

  @Override
  public String nameOf(String code) {
    String name = names.get(code);
    if (name != null) {
      return name;
    }
    if (code.length() == 15 && code.matches("\\d{15}")) {
      return Words.gridName(Integer.parseInt(code.substring(12)));
    }
    return code;
  }
}
