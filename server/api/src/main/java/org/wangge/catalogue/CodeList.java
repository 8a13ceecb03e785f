package org.wangge.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A code list. Immutable; equal to another with the same content. */
public final class CodeList {
  /** Key of the list of categories a person may be registered in (特殊人群, 关爱人群). */
  public static final String CATEGORIES = "person_category";

  private static final String SEVERAL = "";

  private final String key;
  private final String label;
  private final boolean verified;
  private final List<Value> values;
  private final Map<String, Value> byCode = new LinkedHashMap<>();
  private final Map<String, String> byWord = new HashMap<>();

  /**
   * A list of values.
   *
   * @param key stable key
   * @param label Chinese name
   * @param verified false while the values are a proposal that the town should look at
   * @param values in display order
   */
  public CodeList(String key, String label, boolean verified, List<Value> values) {
    this.key = key;
    this.label = label;
    this.verified = verified;
    this.values = List.copyOf(values);
    // Codes go before labels, labels before synonyms, and all of them before a lost leading zero.
    for (Value value : this.values) {
      byCode.putIfAbsent(value.code(), value);
      byWord.putIfAbsent(word(value.code()), value.code());
    }
    for (Value value : this.values) {
      byWord.putIfAbsent(word(value.label()), value.code());
    }
    for (Value value : this.values) {
      value.synonyms().forEach(synonym -> byWord.putIfAbsent(word(synonym), value.code()));
    }
    Map<String, String> withoutZeros = new HashMap<>();
    for (Value value : this.values) {
      if (value.code().startsWith("0")) {
        withoutZeros.merge(
            value.code().replaceFirst("^0+", ""), value.code(), (first, second) -> SEVERAL);
      }
    }
    withoutZeros.forEach(
        (rest, code) -> {
          if (!rest.isEmpty() && !code.equals(SEVERAL)) {
            byWord.putIfAbsent(rest, code);
          }
        });
  }

  /**
   * One value of a list.
   *
   * @param code as stored, leading zeros kept
   * @param label Chinese label
   * @param parent code of the value above in a two-level list; empty at the top
   * @param synonyms other words for it in spreadsheets
   * @param from first day on which it may be chosen; null = always
   * @param to last day on which it may be chosen; null = no end
   * @param provinceCode what the provincial sheets call it; empty = the code
   */
  public record Value(
      String code,
      String label,
      String parent,
      List<String> synonyms,
      LocalDate from,
      LocalDate to,
      String provinceCode) {
    /** Copies the list. */
    public Value {
      synonyms = List.copyOf(synonyms);
    }

    /** A value that was and will always be chosen from. */
    public Value(String code, String label, String parent, List<String> synonyms) {
      this(code, label, parent, synonyms, null, null, "");
    }

    /** Whether it may be chosen on this day; records that have it keep it. */
    public boolean offered(LocalDate day) {
      return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
  }

  /** Values that may be chosen on this day, in display order. */
  public List<Value> offered(LocalDate day) {
    return values.stream().filter(value -> value.offered(day)).toList();
  }

  /** Stable key. */
  public String key() {
    return key;
  }

  /** Chinese name. */
  public String label() {
    return label;
  }

  /** False while the values are a proposal that the town should look at. */
  public boolean verified() {
    return verified;
  }

  /** Values in display order. */
  public List<Value> values() {
    return values;
  }

  /** The value with this code, or empty. */
  public Optional<Value> value(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The label of a code, or the code itself where it is unknown. */
  public String labelOf(String code) {
    Value value = byCode.get(code);
    return value == null ? code : value.label();
  }

  /**
   * The code meant by a code, a label, a synonym, or a code whose leading zeros were lost; width,
   * case and spaces do not matter.
   */
  public Optional<String> find(String written) {
    return Optional.ofNullable(byWord.get(word(written)));
  }

  private static String word(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s+", "")
        .toUpperCase(Locale.ROOT);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CodeList list
        && key.equals(list.key)
        && label.equals(list.label)
        && verified == list.verified
        && values.equals(list.values);
  }

  @Override
  public int hashCode() {
    return Objects.hash(key, values.size());
  }

  @Override
  public String toString() {
    return "CodeList[" + key + "]";
  }
}
