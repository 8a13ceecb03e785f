package org.wangge.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Names of provinces, cities and counties by their six-digit codes. */
public final class Places {
  private static final Pattern ENDING =
      Pattern.compile("(?:维吾尔自治区|壮族自治区|回族自治区|特别行政区|自治区|自治州|自治县|地区|新区|省|市|县|区|州|盟|旗)$");
  private static final NavigableMap<String, String> NAMES = read();

  /** Names of a place, full and short; the short one has at least two characters. */
  private record Place(String code, String name, String brief) {}

  private static final List<Place> PROVINCES =
      NAMES.keySet().stream().filter(code -> code.endsWith("0000")).map(Places::place).toList();
  private static final Map<String, List<Place>> BELOW = below();

  private Places() {}

  /** Own names (not full ones) of all provinces, cities and counties by code, in code order. */
  public static SortedMap<String, String> names() {
    return Collections.unmodifiableSortedMap(NAMES);
  }

  private static NavigableMap<String, String> read() {
    NavigableMap<String, String> names = new TreeMap<>();
    try (InputStream stream = Places.class.getResourceAsStream("places.csv");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(",", 2))
          .forEach(parts -> names.put(parts[0], parts[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  /**
   * The full name of a six-digit code, such as 安徽省阜阳市. Of an abolished county what is known of it
   * (city or province); empty when not even the province is known.
   */
  public static Optional<String> name(String code) {
    if (code == null || code.length() != 6) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    String before = "";
    for (String part : List.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)) {
      String known = NAMES.get(part);
      if (known != null && !part.equals(before)) {
        name.append(known);
        before = part;
      }
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
  }

  /**
   * The six-digit code of a place written with or without 省, 市, 县: 安徽省阜阳市, 江西上饶, 宣汉县. Empty when it
   * is unknown or could be several.
   */
  public static Optional<String> find(String written) {
    String text = written == null ? "" : Cleaning.compact(written);
    if (text.length() < 2) {
      return Optional.empty();
    }
    List<String> found = new ArrayList<>();
    for (Place province : PROVINCES) {
      String rest = rest(text, province);
      if (rest != null && rest.isEmpty()) {
        return Optional.of(province.code());
      } else if (rest != null) {
        found.addAll(below(province, rest));
      }
    }
    if (found.isEmpty()) {
      for (Place province : PROVINCES) {
        found.addAll(below(province, text));
      }
    }
    List<String> distinct = found.stream().distinct().toList();
    return distinct.size() == 1 ? Optional.of(distinct.getFirst()) : Optional.empty();
  }

  /** Cities and counties of a province that the text names, the counties with or without city. */
  private static List<String> below(Place province, String text) {
    List<String> found = new ArrayList<>();
    for (Place place : BELOW.get(province.code())) {
      String rest = rest(text, place);
      if (rest == null) {
        continue;
      }
      if (rest.isEmpty()) {
        found.add(place.code());
      } else if (place.code().endsWith("00")) {
        for (Place county : BELOW.get(place.code())) {
          if ("".equals(rest(rest, county))) {
            found.add(county.code());
          }
        }
      }
    }
    List<String> cities = found.stream().filter(code -> code.endsWith("00")).toList();
    // A city and a county inside it may share their short name: 邵阳 is the city.
    return cities.isEmpty() ? found : cities;
  }

  private static Place place(String code) {
    String name = NAMES.get(code);
    String brief = ENDING.matcher(name).replaceFirst("");
    return new Place(code, name, brief.length() >= 2 ? brief : name);
  }

  /** What lies inside each province and city, by its code. */
  private static Map<String, List<Place>> below() {
    Map<String, List<Place>> below = new HashMap<>();
    for (String code : NAMES.keySet()) {
      int digits = code.endsWith("0000") ? 2 : 4;
      if (code.endsWith("00")) {
        below.put(
            code,
            NAMES.subMap(code, false, code.substring(0, digits) + ":", false).keySet().stream()
                .map(Places::place)
                .toList());
      }
    }
    return below;
  }

  /** What follows the place's full or short name at the beginning of the text, or null. */
  private static String rest(String text, Place place) {
    if (text.startsWith(place.name())) {
      return text.substring(place.name().length());
    }
    return text.startsWith(place.brief()) ? text.substring(place.brief().length()) : null;
  }
}
