package org.wangge.exchange;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wangge.catalogue.CodeList;

/**
 * Finds a code by what a cell says: the code, its label, a synonym, either of them without a usual
 * ending, code and label together, or the pinyin of the label. A word that could mean two codes
 * means none.
 */
final class CodeIndex {
  private static final Pattern CODE_AND_LABEL = Pattern.compile("([0-9A-Za-z]+)([^0-9A-Za-z].*)");
  private static final Pattern LABEL_AND_CODE = Pattern.compile("(.*[^0-9A-Za-z])([0-9A-Za-z]+)");

  private final CodeList list;
  private final Map<String, String> exact = new HashMap<>();
  private final Map<String, String> loose = new HashMap<>();
  private final Set<String> unclear = new HashSet<>();
  private final Set<Integer> codeLengths = new HashSet<>();

  CodeIndex(CodeList list) {
    this.list = list;
    for (CodeList.Value value : list.values()) {
      exact.putIfAbsent(Plain.compact(value.code()), value.code());
      codeLengths.add(value.code().length());
    }
    for (CodeList.Value value : list.values()) {
      exact.putIfAbsent(Plain.heading(value.label()), value.code());
    }
    for (CodeList.Value value : list.values()) {
      value.synonyms().forEach(word -> exact.putIfAbsent(Plain.heading(word), value.code()));
    }
    for (CodeList.Value value : list.values()) {
      addLoose(value.label(), value.code());
      value.synonyms().forEach(word -> addLoose(word, value.code()));
    }
    unclear.forEach(loose::remove);
  }

  private void addLoose(String word, String code) {
    String bare = withoutEnding(Plain.headingWithoutBrackets(word));
    for (String form : List.of(bare, Plain.headingWithoutBrackets(word))) {
      remember(form, code);
    }
    for (String reading : Pinyins.of(bare)) {
      remember(reading, code);
    }
    for (String reading : Pinyins.of(Plain.heading(word))) {
      remember(reading, code);
    }
  }

  private void remember(String form, String code) {
    if (form.isEmpty()) {
      return;
    }
    String before = loose.putIfAbsent(form, code);
    if (before != null && !before.equals(code)) {
      unclear.add(form);
    }
  }

  /** The code meant, or empty. */
  Optional<String> find(String raw) {
    String compact = Plain.compact(raw);
    String word = Plain.heading(raw);
    if (word.isEmpty()) {
      return Optional.ofNullable(exact.get(compact));
    }
    for (String form : List.of(compact, word)) {
      String code = exact.get(form);
      if (code != null) {
        return Optional.of(code);
      }
    }
    if (compact.matches("\\d{1,8}")) {
      return padded(compact);
    }
    for (String form : List.of(word, Plain.headingWithoutBrackets(raw), withoutEnding(word))) {
      String code = loose.get(form);
      if (code != null) {
        return Optional.of(code);
      }
    }
    return together(compact);
  }

  /** 1 for 01: the program dropped the zeros of a code it took for a number. */
  private Optional<String> padded(String digits) {
    Set<String> found =
        codeLengths.stream()
            .filter(length -> length > digits.length())
            .map(length -> "0".repeat(length - digits.length()) + digits)
            .map(exact::get)
            .filter(code -> code != null)
            .collect(Collectors.toSet());
    return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
  }

  private Optional<String> together(String compact) {
    String code = null;
    String label = null;
    Matcher first = CODE_AND_LABEL.matcher(compact);
    Matcher last = LABEL_AND_CODE.matcher(compact);
    if (first.matches()) {
      code = exact.get(first.group(1));
      label = first.group(2);
    } else if (last.matches()) {
      code = exact.get(last.group(2));
      label = last.group(1);
    }
    if (code == null) {
      return Optional.empty();
    }
    String byLabel = exact.get(Plain.heading(label));
    return code.equals(byLabel) ? Optional.of(code) : Optional.empty();
  }

  private static String withoutEnding(String word) {
    for (String ending : Words.CODE_ENDINGS) {
      if (word.length() > ending.length() && word.endsWith(ending)) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  CodeList list() {
    return list;
  }
}
